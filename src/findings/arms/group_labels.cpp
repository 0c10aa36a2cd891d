#include "findings/arms/group_labels.h"

#include <algorithm>
#include <span>
#include <string>

#include "base/ascii.h"
#include "base/one_of.h"
#include "findings/arms/no_labels.h"
#include "text/tokens.h"

namespace attest {
namespace {

// Words of a name that say what kind of thing it is, not which.
constexpr std::string_view kKinds[] = {
    "therapy",  "treatment",    "training", "drug",    "drugs",     "care",    "control", "active",
    "combined", "combination",  "standard", "study",   "trial",     "patient", "high",    "low",
    "dose",     "intervention", "program",  "surgery", "programme", "medical", "group",   "other"};
constexpr size_t kWordBytesMin = 4;

bool is_part_of(std::string_view word, const Mention& treatment, std::string_view title) {
  const auto holds = [&](std::string_view name) {
    const std::vector<Token> words = tokenize(name);
    return std::any_of(words.begin(), words.end(), [&](const Token& one) { return one.folded == word; });
  };
  const bool in_title = !treatment.span.empty() && treatment.span.end <= title.size();
  return holds(treatment.name) || (in_title && holds(treatment.span.of(title)));
}

// Nor these: links, and words that are labels only for who reads the whole document.
constexpr std::string_view kNoLabelsAlone[] = {
    "a",      "across", "among",     "and",   "by",   "first",    "in",   "inter",
    "intra",  "lower",  "not",       "of",    "or",   "patients", "per",  "second",
    "target", "than",   "treatment", "upper", "user", "users",    "with", "within"};
// Before "group": people who were sorted by what they are or have.
constexpr std::string_view kSorted[] = {
    "older",       "younger",      "elderly",      "young",         "old",
    "male",        "female",       "healthy",      "normal",        "case",
    "diabetic",    "nondiabetic",  "hypertensive", "normotensive",  "obese",
    "lean",        "severe",       "mild",         "moderate",      "responder",
    "responders",  "nonresponder", "disease",      "positive",      "negative",
    "survivor",    "survivors",    "nonsurvivor",  "adult",         "child",
    "adolescent",  "white",        "black",        "highest",       "lowest",
    "affected",    "unaffected",   "cancer",       "infected",      "uninfected",
    "smoker",      "smoking",      "high",         "low",           "middle",
    "younger",     "pregnant",     "nonpregnant",  "premenopausal", "postmenopausal",
    "symptomatic", "asymptomatic", "depressed",    "relapse",       "remission",
    "year",        "years",        "yr",           "death",         "abnormal",
    "stable",      "unstable",     "subject"};
constexpr std::string_view kHeldAgainst[] = {
    "control",   "placebo",   "sham",       "usual",       "conventional", "standard", "comparison",
    "untreated", "routine",   "vehicle",    "traditional", "waiting",      "waitlist", "wait",
    "care",      "reference", "comparator", "unexposed",   "nontreated",   "list"};

bool names_one_group(std::string_view word) {
  return word == "group" || word == "groups" || word == "arm" || word == "arms";
}

// "Group 2", "arm b", "group ii": a short name behind the word.
bool is_letter_label(std::string_view word) {
  static constexpr std::string_view kRoman[] = {"ii", "iii", "iv", "vi"};
  return word.size() == 1 || is_one_of(word, kRoman);
}

bool may_be_label(std::string_view word) {
  return !is_one_of(word, kNoGroupLabels) && !is_one_of(word, kNoLabelsAlone) && !is_one_of(word, kSorted) &&
         !is_digit(word.front()) && is_letter(word.front());
}

// "In the tibial compared to the peroneal group": place of the word that shares the second one's "group";
// that of the second itself where there is none.
size_t first_of_two(std::span<const Token> words, size_t second) {
  const auto word = [&](size_t back) {
    return back <= second ? std::string_view(words[second - back].folded) : std::string_view();
  };
  size_t back = 1;
  if (word(back) == "the") ++back;
  if (word(back) == "in") ++back;
  if (word(back) == "than" || word(back) == "versus" || word(back) == "vs")
    ++back;
  else if ((word(back) == "to" || word(back) == "with") && word(back + 1) == "compared")
    back += word(back + 2) == "as" ? 3 : 2;
  else
    return second;
  const std::string_view label = word(back);
  return !label.empty() && word(back + 1) == "the" && word(back + 2) == "in" && may_be_label(label)
             ? second - back
             : second;
}

}  // namespace

std::vector<Mention> labelled_groups(std::string_view lower, std::span<const Mention> named) {
  std::vector<Mention> found;
  const std::vector<Token> words = tokenize(lower);
  const auto add = [&](size_t first, size_t last, const std::string& label) {
    const ByteSpan span{words[first].span.start, words[last].span.end};
    const bool known = std::any_of(named.begin(), named.end(), [&](const Mention& one) {
      return one.span.start < span.end && span.start < one.span.end;
    });
    if (known) return;
    const bool control = is_one_of(label, kHeldAgainst);
    found.push_back({"group:" + label, label, span, control});
  };
  for (size_t i = 0; i < words.size(); ++i) {
    if (!names_one_group(words[i].folded)) continue;
    const bool plural = words[i].folded.ends_with('s');
    const std::string_view gap =
        i + 1 < words.size() ? lower.substr(words[i].span.end, words[i + 1].span.start - words[i].span.end)
                             : std::string_view("-");
    if (i + 1 < words.size() && gap == " " && is_letter_label(words[i + 1].folded) && !plural) {
      add(i, i + 1, words[i + 1].folded);
      continue;
    }
    if (i == 0 || plural) continue;
    const std::string& label = words[i - 1].folded;
    const std::string_view before =
        lower.substr(words[i - 1].span.end, words[i].span.start - words[i - 1].span.end);
    if (before != " " && before != "-") continue;
    if (!may_be_label(label)) continue;
    if (const size_t first = first_of_two(words, i - 1); first != i - 1)
      add(first, first, words[first].folded);
    add(i - 1, i, label);
  }
  return found;
}

std::vector<Mention> mentions_by_group(std::string_view lower, std::string_view title,
                                       std::span<const Mention> of_title, std::span<const Mention> named) {
  std::vector<Mention> found;
  if (of_title.empty()) return found;
  const std::vector<Token> words = tokenize(lower);
  for (size_t i = 0; i + 1 < words.size(); ++i) {
    const std::string_view next = words[i + 1].folded;
    const std::string& word = words[i].folded;
    if ((next != "group" && next != "arm") || word.size() < kWordBytesMin || is_one_of(word, kKinds))
      continue;
    const ByteSpan span = words[i].span;
    const bool known = std::any_of(named.begin(), named.end(), [&](const Mention& one) {
      return one.span.start < span.end && span.start < one.span.end;
    });
    if (known) continue;
    const Mention* treatment = nullptr;
    bool one = true;
    for (const Mention& mention : of_title) {
      if (mention.is_control || !is_part_of(word, mention, title)) continue;
      one = one && (treatment == nullptr || treatment->id == mention.id);
      treatment = &mention;
    }
    if (treatment == nullptr || !one) continue;
    found.push_back(*treatment);
    found.back().span = span;
  }
  return found;
}

std::vector<Mention> with_groups(std::string_view lower, std::vector<Mention> named) {
  std::vector<Mention> groups = labelled_groups(lower, named);
  std::move(groups.begin(), groups.end(), std::back_inserter(named));
  std::stable_sort(named.begin(), named.end(),
                   [](const Mention& a, const Mention& b) { return a.span.start < b.span.start; });
  return named;
}

}  // namespace attest
