// A figure counts what its own clause says, and nothing that only stands somewhere in the sentence:
// - the noun in front of it: "the side effects were nausea (20%) and headache (10%)";
// - the subject of the verb that leads to it: "nausea was reported by 20%", "the relapse rate was 20%";
// - what those who are counted did: "20% of patients had nausea", "20% relapsed".
// A figure without words of its own has those of the figure that it is held against ("20% with X and 8% with
// placebo"). The outcome must be named whole: "resolution of nausea", "controlled" and "no nausea" name
// others, and a word such as "withdrawn" before it makes it another thing; then nothing is said.
#include "findings/figures/counted_outcome.h"

#include <algorithm>
#include <iterator>
#include <span>

#include "base/ascii.h"
#include "base/one_of.h"
#include "findings/arms/arm_names.h"
#include "findings/effects/plain_outcomes.h"
#include "findings/figures/rate_figures.h"
#include "text/phrases.h"

namespace attest {
namespace {

using Words = std::vector<std::string>;

// Words that stand between a figure and what it counts without changing it.
constexpr std::string_view kAround[] = {"of",         "the",     "all",
                                        "these",      "those",   "in",
                                        "group",      "groups",  "arm",
                                        "on",         "with",    "given",
                                        "receiving",  "treated", "who",
                                        "received",   "taking",  "assigned",
                                        "to",         "under",   "using",
                                        "randomised", "for",     "randomized",
                                        "at",         "after",   "treatment",
                                        "therapy",    "months",  "month",
                                        "weeks",      "week",    "days",
                                        "years",      "year",    "only",
                                        "about",      "by",      "and",
                                        "compared",   "versus",  "vs",
                                        "v",          "than",    "a",
                                        "an",         "mg",      "our",
                                        "day",        "daily",   "respectively",
                                        "whereas",    "one",     "two",
                                        "three",      "six",     "approximately",
                                        ",",          ":",       "hours",
                                        "h",          "first",   "dose",
                                        "allocated",  "were",    "was",
                                        "it",         "this",    "that",
                                        "during",     "within",  "follow-up",
                                        "alone",      "from",    "among",
                                        "while",      "as",      "respectively",
                                        "those",      "control"};
// Verbs that say that their subject was there, and what may stand beside them.
constexpr std::string_view kPresent[] = {
    "occurred",      "was",     "were",      "developed", "appeared",    "reported", "observed",
    "seen",          "noted",   "found",     "recorded",  "experienced", "achieved", "obtained",
    "present",       "reached", "also",      "more",      "less",        "most",     "frequent",
    "frequently",    "common",  "commonly",  "often",     "higher",      "lower",    "greater",
    "significantly", "similar", "overall",   "up",        "nearly",      "almost",   "as",
    "both",          "still",   "occurring", "occurs",    "documented",  "became",   "possible"};
constexpr std::string_view kCountedVerbs[] = {"occurred", "was",    "were",  "developed",
                                              "appeared", "occurs", "became"};
constexpr std::string_view kHad[] = {"had",      "experienced", "reported", "developed", "achieved",
                                     "suffered", "attained",    "reached",  "obtained",  "showed"};
// What makes another thing of an outcome that is named behind it.
constexpr std::string_view kCountDenials[] = {
    "no",         "not",      "without",        "never",        "neither",    "nor",          "none",
    "free",       "prevent*", "avoid*",         "resol*",       "reliev*",    "withdr*",      "discontinu*",
    "stop*",      "due",      "because",        "lead*",        "led",        "absence",      "tolerat*",
    "reduction*", "reduc*",   "improvement in", "control of",   "controlled", "recover*",     "effective",
    "efficacy",   "history",  "baseline",       "treatment of", "rescue",     "difference*",  "dropp*",
    "dropout*",   "if",       "except",         "expect*",      "protect*",   "hypothetical", "assum*"};

constexpr std::string_view kNot[] = {"no", "not", "never", "neither", "none", "without"};

// The sentence in small letters, with spaces for the names of treatments.
std::string without_names(std::string_view sentence, const Finding& finding) {
  std::string text = lower_ascii(sentence);
  const auto blank = [&](const Mention& mention) {
    if (mention.span.empty() || !finding.sentence.contains(mention.span)) return;
    const size_t at = mention.span.start - finding.sentence.start;
    if (at + mention.span.size() <= text.size())
      std::fill_n(text.begin() + static_cast<std::ptrdiff_t>(at), mention.span.size(), ' ');
  };
  for (const Mention& mention : finding.interventions) blank(mention);
  for (const ArmRate& rate : finding.rates) blank(rate.arm);
  blank(finding.comparator);
  return text;
}

bool only_around(std::span<const std::string> words) {
  return std::all_of(words.begin(), words.end(), [](const std::string& word) {
    return is_one_of(word, kAround) || names_people(word) || is_digit(word.front()) || word.starts_with("-");
  });
}

// The words up to the first comma, a few at most.
std::span<const std::string> opening(const Words& words) {
  constexpr size_t kWordsMax = 4;
  const auto comma = static_cast<size_t>(std::find(words.begin(), words.end(), ",") - words.begin());
  return std::span(words).first(std::min({comma, kWordsMax, words.size()}));
}

// "The overall incidence of", "any": in front of an outcome they leave it what it is.
size_t behind_lead(std::span<const std::string> words) {
  static constexpr std::string_view kLead[] = {
      "in",  "with",       "group",      "arm",        "on",    "the",   "a",         "an",
      "any", "overall",    "total",      "incidence",  "rate",  "rates", "frequency", "of",
      "and", "some",       "clinical",   "also",       "at",    "least", "one",       "more",
      "or",  "occurrence", "prevalence", "cumulative", "crude", "fewer", "actuarial", "estimated"};
  size_t at = 0;
  while (at < words.size() && is_one_of(words[at], kLead)) ++at;
  return at;
}

// The outcome that all of `words` name, and nothing else.
std::string_view named_by(std::span<const std::string> words) {
  for (size_t at = 0, lead = behind_lead(words); at <= lead && at < words.size(); ++at) {
    const std::string_view says = plain_outcome_noun(joined_words(words.subspan(at)));
    if (!says.empty()) return says;
  }
  return {};
}

bool is_denied(std::string_view clause) { return has_any_phrase(clause, kCountDenials); }

// "…: nausea (20%)", "were nausea (20%)": the longest noun right before the bracket, from where it begins.
std::string_view noun_before(const Words& words) {
  constexpr size_t kNounWordsMax = 5;
  for (size_t length = std::min(words.size(), kNounWordsMax); length > 0; --length) {
    const size_t at = words.size() - length;
    const std::string_view says = plain_outcome_noun(joined_words(std::span(words).subspan(at)));
    if (says.empty()) continue;
    if (at == 0) return says;
    static constexpr std::string_view kOpens[] = {
        "had",  "reported", "experienced", "developed", "achieved", "caused",    ",",  ":",  "and",
        "were", "was",      "or",          "are",       "included", "including", "is", "by", "the"};
    static constexpr std::string_view kOf[] = {"incidence", "rate", "rates", "frequency", "occurrence"};
    if (is_one_of(words[at - 1], kOpens)) return says;
    if (words[at - 1] == "of" && at > 1 && is_one_of(words[at - 2], kOf)) return says;
    return {};
  }
  return {};
}

// "Nausea was reported by", "the relapse rate was", "nausea was more common with X (": the subject, where all
// that follows it says that it was there.
std::string_view subject_before(const Words& words) {
  const auto verb = std::find_if(words.begin(), words.end(),
                                 [](const std::string& w) { return is_one_of(w, kCountedVerbs); });
  if (verb == words.end()) return {};
  for (auto word = verb; word != words.end(); ++word) {
    const bool present = is_one_of(*word, kPresent) || is_one_of(*word, kAround) || is_digit(word->front()) ||
                         names_people(*word);
    if (!present || *word == ",") return {};
  }
  auto start = verb;
  while (start != words.begin() && *(start - 1) != "," && *(start - 1) != ":") --start;
  Words subject(start, verb);
  // "The response rate with X", "nausea at 3 months"
  static constexpr std::string_view kBehind[] = {
      "h",     "hours",    "hour", "days", "day", "year",      "years",     "with",  "in",
      "the",   "group",    "of",   "for",  "on",  "after",     "under",     "at",    "months",
      "weeks", "patients", "arm",  "who",  "and", "treatment", "receiving", "given", "treated"};
  while (!subject.empty() && (is_one_of(subject.back(), kBehind) || is_digit(subject.back().front())))
    subject.pop_back();
  if (!subject.empty() &&
      (subject.back() == "rate" || subject.back() == "rates" || subject.back() == "incidence"))
    subject.pop_back();
  return named_by(subject);
}

// "Symptoms improved in", "the ulcer healed in": what the subject did.
std::string_view act_before(const Words& words) {
  constexpr size_t kWordsMin = 3;
  if (words.size() < kWordsMin || words.back() != "in") return {};
  const std::string_view verb = words[words.size() - 2];
  const std::string_view subject = words[words.size() - kWordsMin];
  if (verb == "healed") return "healed";
  if (verb == "recurred" || verb == "relapsed") return "had the problem come back";
  if (subject != "symptoms") return {};
  if (verb == "improved") return "got better";
  return verb == "disappeared" || verb == "resolved" ? "had no symptoms left" : std::string_view();
}

struct Behind {
  std::string_view says;
  size_t words = 0;  // up to where the outcome ends
};

// "of patients given X had nausea", "relapsed".
Behind predicate_behind(const Words& words) {
  size_t at = 0;
  while (at < words.size() && words[at] != "," && words[at] != "and" && !is_one_of(words[at], kHad) &&
         plain_outcome_verb(joined_words(std::span(words).subspan(at, 1))).empty()) {
    if (!is_one_of(words[at], kAround) && !names_people(words[at]) && !is_digit(words[at].front())) return {};
    // "were pain-free"
    if ((words[at] == "were" || words[at] == "was") && at + 1 < words.size()) {
      static constexpr std::string_view kNoVerb[] = {"given",      "treated",    "assigned",
                                                     "randomised", "randomized", "allocated"};
      if (!is_one_of(words[at + 1], kNoVerb)) break;
    }
    ++at;
  }
  constexpr size_t kVerbWordsMax = 6;
  constexpr size_t kNounWordsMax = 7;
  static constexpr std::string_view kEnds[] = {",",  ";",      "and",   "compared", "versus", "vs",
                                               "v",  "than",   "at",    "after",    "within", "with",
                                               "on", "during", "while", "whereas",  "but",    "by",
                                               "as", "for",    "over",  "in",       "when",   "following"};
  const auto ends = [&](size_t place) { return place >= words.size() || is_one_of(words[place], kEnds); };
  for (size_t length = std::min(words.size() - std::min(at, words.size()), kVerbWordsMax); length > 0;
       --length) {
    const std::string_view says = plain_outcome_verb(joined_words(std::span(words).subspan(at, length)));
    // "Improved in mood" is of one thing only.
    if (!says.empty() && ends(at + length) && (at + length >= words.size() || words[at + length] != "in"))
      return {says, at + length};
  }
  if (at >= words.size() || !is_one_of(words[at], kHad)) return {};
  ++at;
  for (size_t length = std::min(words.size() - at, kNounWordsMax); length > 0; --length) {
    const std::string_view says = named_by(std::span(words).subspan(at, length));
    if (!says.empty() && ends(at + length) && (at + length >= words.size() || words[at + length] != "in"))
      return {says, at + length};
  }
  return {};
}

struct Counted {
  std::string says;
  bool behind = false;      // the words for it stand behind the figure
  size_t words_behind = 0;  // how many of those behind the figure belong to it
};

}  // namespace

std::vector<std::string> plain_counts(std::string_view sentence, const Finding& finding) {
  const std::string text = without_names(sentence, finding);
  const std::string_view lower = text;
  const size_t count = finding.rates.size();
  const auto start = [&](size_t i) { return finding.rates[i].span.start - finding.sentence.start; };
  const auto end = [&](size_t i) { return finding.rates[i].span.end - finding.sentence.start; };
  std::vector<Counted> counted(count);
  std::vector<Words> behind(count);
  for (size_t i = 0; i < count; ++i) {
    size_t from = i > 0 ? end(i - 1) : 0;
    from = std::min(behind_bracket(lower, from), static_cast<size_t>(start(i)));
    size_t clause = lower.substr(0, start(i)).find_last_of(';');
    clause = clause == std::string_view::npos ? 0 : clause + 1;
    std::string_view before = lower.substr(std::max(from, clause), start(i) - std::max(from, clause));
    const size_t next = i + 1 < count ? start(i + 1) : lower.size();
    const size_t after = std::min(behind_bracket(lower, end(i)), next);
    behind[i] = words_outside_brackets(lower.substr(after, next - after));
    const auto part_end = std::find(behind[i].begin(), behind[i].end(), ";");
    behind[i].erase(part_end, behind[i].end());

    while (before.ends_with(' ')) before.remove_suffix(1);
    const bool bracket = before.ends_with('(') || before.ends_with('[');
    if (bracket) before.remove_suffix(1);
    const Words words = words_outside_brackets(before);
    const bool denied = is_denied(lower.substr(clause, start(i) - clause));
    const Behind predicate = predicate_behind(behind[i]);
    if (!predicate.says.empty()) {
      counted[i] = {std::string(predicate.says), true, predicate.words};
    } else if (!denied) {
      std::string_view says = bracket ? noun_before(words) : std::string_view();
      if (says.empty()) says = subject_before(words);
      counted[i].says = says;
    }
    if (counted[i].says.empty() && !bracket &&
        !has_any_phrase(lower.substr(clause, start(i) - clause), kNot)) {
      counted[i].says = act_before(words);
    }
  }
  // "20% of X patients and 8% of placebo patients had nausea", "nausea in 20% with X and 8% with placebo".
  for (size_t i = count; i > 1; --i) {
    Counted& first = counted[i - 2];
    const Counted& second = counted[i - 1];
    if (first.says.empty() && second.behind && only_around(behind[i - 2])) first = {second.says, true, 0};
  }
  for (size_t i = 1; i < count; ++i) {
    const Counted& last = counted[i - 1];
    if (!counted[i].says.empty() || last.says.empty()) continue;
    const std::span<const std::string> between =
        std::span<const std::string>(behind[i - 1]).subspan(last.words_behind);
    const bool part = lower.substr(end(i - 1), start(i) - end(i - 1)).find(';') != std::string_view::npos;
    if (!part && only_around(between) && (i + 1 < count || only_around(opening(behind[i]))))
      counted[i] = {last.says, false, 0};
  }
  std::vector<std::string> says;
  for (Counted& one : counted) says.push_back(std::move(one.says));
  return says;
}

}  // namespace attest
