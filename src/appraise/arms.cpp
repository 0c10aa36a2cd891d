// Three ways in which abstracts name the groups of a trial, from the surest to the least sure:
//   "assigned to A (n = 60) or B (n = 62)", "group A (n = 20) received …, group B (n = 22) received …"
//   "60 were assigned to A and 62 to B", "60 patients received A and 62 received B"
//   "randomly assigned to receive A or B": names alone
// A sentence is taken whole or not at all: one part that is no name ends it.
#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "appraise/own_statements.h"
#include "appraise/people_counts.h"
#include "appraise/read_facts.h"
#include "base/ascii.h"
#include "quantities/quantities.h"
#include "text/phrases.h"
#include "text/sentences.h"

namespace attest {
namespace {

constexpr size_t kNameBytesMax = 80;
constexpr size_t kArmsMax = 8;

constexpr std::string_view kAssigns[] = {"randomi*", "randomly",     "assigned",  "allocated", "received",
                                         "receive",  "receiving",    "group",     "groups",    "arm",
                                         "arms",     "treated with", "were given"};

// Groups by what people are or by what became of them.
constexpr std::string_view kNotArms[] = {
    "responders", "nonresponders", "non-responders",   "smokers",      "excluded", "died",
    "dropped",    "withdrew",      "because",          "lost",         "adverse",  "events",
    "completed",  "survivors",     "developed",        "stage",        "type i",   "positive",
    "negative",   "deaths",        "withdrawals",      "discontinued", "refused",  "relapse*",
    "subgroup*",  "stratified",    "healthy controls", "reasons",      "failures", "screened",
    "improved",   "responded",     "trials",           "studies",
};

bool has_letters(std::string_view text) {
  return std::count_if(text.begin(), text.end(), is_letter_byte) >= 1;
}

size_t word_count(std::string_view text) {
  size_t words = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    if (!is_space(text[i]) && (i == 0 || is_space(text[i - 1]))) ++words;
  }
  return words;
}

// Takes separators and little words off both ends.
ByteSpan trimmed(std::string_view text, ByteSpan span) {
  static constexpr std::string_view kStarts[] = {
      "and ", "or ",      "the ",      "a ",    "an ",   "either ", "versus ", "vs ",      "vs. ",
      "to ",  "receive ", "received ", "into ", "with ", "with: ",  "while ",  "whereas ", "by "};
  for (bool changed = true; changed;) {
    changed = false;
    while (!span.empty() && (is_space(text[span.start]) ||
                             std::string_view(",;:.-").find(text[span.start]) != std::string_view::npos))
      ++span.start;
    while (!span.empty() && (is_space(text[span.end - 1]) ||
                             std::string_view(",;:").find(text[span.end - 1]) != std::string_view::npos))
      --span.end;
    const std::string lower = lower_ascii(span.of(text));
    for (const std::string_view start : kStarts) {
      if (!lower.starts_with(start)) continue;
      span.start += static_cast<uint32_t>(start.size());
      changed = true;
      break;
    }
    for (const std::string_view end : {" and", " or"}) {
      if (changed || !lower.ends_with(end)) continue;
      span.end -= static_cast<uint32_t>(end.size());
      changed = true;
    }
  }
  return span;
}

bool is_name(std::string_view name) {
  constexpr size_t kWordsMax = 10;
  static constexpr std::string_view kNoStarts[] = {
      "one of", "two ",          "three ",  "four ",     "different", "treatment groups", "groups", "were ",
      "was ",   "patients were", "receive", "continue ", "open",      "double-blind",     "any ",   "each ",
      "all ",   "subjects were", "the two", "both ",     "one ",      "randomly",         "who ",   "which ",
      "that ",  "these ",        "not "};
  const std::string lower = lower_ascii(name);
  // "160 mg of valsartan" is a name, "40 mg" is none.
  constexpr size_t kWordsWithDose = 3;
  if (!lower.empty() && is_digit(lower.front()) && word_count(name) < kWordsWithDose) return false;
  static constexpr std::string_view kSexes[] = {"men",   "women",   "male", "female",
                                                "males", "females", "boys", "girls"};
  if (std::find(std::begin(kSexes), std::end(kSexes), lower) != std::end(kSexes)) return false;
  if (lower.ends_with(" with") || lower == "with" || lower == "without" || lower == "not" ||
      lower == "treated" || lower == "treatment")
    return false;
  if (name.empty() || name.size() > kNameBytesMax || !has_letters(name) || word_count(name) > kWordsMax)
    return false;
  if (has_phrase(lower, "respectively") || has_phrase(lower, "were") || has_phrase(lower, "was") ||
      has_phrase(lower, "we") || lower.find('(') != std::string::npos ||
      lower.find('=') != std::string::npos || lower.find(". ") != std::string::npos ||
      has_phrase(lower, "patients") || has_phrase(lower, "who"))
    return false;
  return std::none_of(std::begin(kNoStarts), std::end(kNoStarts),
                      [&](std::string_view start) { return lower.starts_with(start); });
}

size_t rfind_end(std::string_view lower, std::string_view word) {
  const size_t at = lower.rfind(word);
  return at == std::string_view::npos ? 0 : at + word.size();
}

// Where the name of a first arm starts: behind the last word that introduces it.
size_t name_start(std::string_view lower) {
  size_t start = 0;
  for (const std::string_view word : {"assigned to ",     "allocated to ", "randomised to ",
                                      "randomized to ",   " to receive ",  " received ",
                                      " receiving ",      " into ",        ": ",
                                      " between ",        " to either ",   "either ",
                                      " groups, ",        "arms, ",        "; ",
                                      " assigned ",       " receive ",     "patients to ",
                                      "participants to ", "subjects to ",  "women to ",
                                      "volunteers to ",   " with either ", " in the ",
                                      " in a ",           " versus ",      "randomly to "})
    start = std::max(start, rfind_end(lower, word));
  if (start == 0) start = std::max(rfind_end(lower, " treatment with "), rfind_end(lower, " treated with "));
  return start;
}

struct Bracket {
  uint32_t size = 0;
  ByteSpan span;  // with its brackets
};

// "(n = 60)", and nothing else in the bracket.
std::vector<Bracket> bracketed_sizes(std::string_view words) {
  std::vector<Bracket> found;
  for (const Quantity& quantity : find_quantities(words)) {
    if (quantity.kind != QuantityKind::kSampleSize || !(quantity.value >= 1) || quantity.value > 5e7)
      continue;
    const uint32_t start = quantity.span.start;
    if (start == 0 || (words[start] != 'n' && words[start] != 'N')) continue;
    // "(n = 60)", or behind a short name: "(TG; n = 60)".
    constexpr uint32_t kShortNameMax = 30;
    uint32_t open = start - 1;
    while (open > 0 && start - open < kShortNameMax && words[open] != '(' && words[open] != '[' &&
           words[open] != ')' && words[open] != '%')
      --open;
    if (words[open] != '(' && words[open] != '[') continue;
    if (counts_places(lower_ascii(words.substr(0, open)))) continue;
    const size_t close = words.find_first_of(")]", quantity.span.end);
    constexpr size_t kRestMax = 12;
    if (close == std::string_view::npos || close > quantity.span.end + kRestMax) continue;
    found.push_back(
        {static_cast<uint32_t>(std::lround(quantity.value)), {open, static_cast<uint32_t>(close + 1)}});
  }
  return found;
}

std::vector<StudyArm> arms_in_brackets(std::string_view words) {
  std::vector<Bracket> sizes = bracketed_sizes(words);
  uint64_t sum = 0;
  for (const Bracket& size : sizes) sum += size.size;
  uint32_t from = 0;  // behind the whole: "volunteers (N = 98) were assigned to A (n = 48) or …"
  if (sizes.size() > 2 && sum == 2ULL * sizes.front().size) {
    from = sizes.front().span.end;
    sizes.erase(sizes.begin());
  }
  if (sizes.size() < 2 || sizes.size() > kArmsMax) return {};
  const std::string lower = lower_ascii(words);
  std::vector<StudyArm> arms;
  for (size_t i = 0; i < sizes.size(); ++i) {
    ByteSpan name{i == 0 ? from : sizes[i - 1].span.end, sizes[i].span.start};
    const std::string_view before = name.of(std::string_view(lower));
    if (i == 0) {
      name.start += static_cast<uint32_t>(name_start(before));
    } else {
      const bool listed = before.starts_with(",") || before.starts_with(";") || before.starts_with(" or ") ||
                          before.starts_with(" and ") || before.starts_with(" versus ") ||
                          before.starts_with(" vs");
      if (!listed) {
        size_t start = 0;
        for (const std::string_view word : {" and ", ", ", "; ", " while ", " whereas ", " or "})
          start = std::max(start, rfind_end(before, word));
        if (start == 0) return {};
        name.start += static_cast<uint32_t>(start);
      }
    }
    name = trimmed(words, name);
    if (!is_name(name.of(words))) return {};
    arms.push_back({std::string(name.of(words)), sizes[i].size, {name.start, sizes[i].span.end}});
  }
  return arms;
}

// Where a name ends that nothing closes: at what says how, how long, for what.
size_t name_end(std::string_view lower) {
  size_t end = lower.size();
  for (const std::string_view word : {" for ",
                                      " in a ",
                                      " in the ",
                                      " in an ",
                                      " over ",
                                      " during ",
                                      " at ",
                                      " before ",
                                      " after ",
                                      " until ",
                                      " every ",
                                      " using ",
                                      " followed ",
                                      " within ",
                                      " prior ",
                                      " from ",
                                      " while ",
                                      " when ",
                                      " as ",
                                      " were ",
                                      " was ",
                                      " on day",
                                      " on the ",
                                      " once ",
                                      " twice ",
                                      " three times",
                                      " each ",
                                      " in addition",
                                      "; ",
                                      ". ",
                                      " in order",
                                      " in double",
                                      " in 1",
                                      " in 2",
                                      " according",
                                      " starting",
                                      " given ",
                                      " daily ",
                                      " administered ",
                                      " plus usual",
                                      " and followed",
                                      " and were",
                                      " by ",
                                      " if ",
                                      " then ",
                                      " of the study",
                                      ": "})
    end = std::min(end, lower.find(word));
  while (end > 0 && (lower[end - 1] == '.' || is_space(lower[end - 1]))) --end;
  return end;
}

// "60 were assigned to A and 62 to B".
std::vector<StudyArm> arms_after_counts(std::string_view words, uint32_t people) {
  struct Group {
    uint32_t size;
    ByteSpan count;
  };
  const std::string lower = lower_ascii(words);
  std::vector<Group> groups;
  for (const Quantity& quantity : find_quantities(words)) {
    const bool counts = quantity.kind == QuantityKind::kSampleSize || quantity.kind == QuantityKind::kCount ||
                        quantity.kind == QuantityKind::kNumber;
    if (!counts || !(quantity.value >= 2) || quantity.value > 5e7 ||
        quantity.value != std::trunc(quantity.value))
      continue;
    const std::string_view after = std::string_view(lower).substr(quantity.span.end);
    const bool assigned =
        after.starts_with(" to ") || after.starts_with(" received ") ||
        after.starts_with(" were assigned to ") || after.starts_with(" were allocated to ") ||
        after.starts_with(" were randomised to ") || after.starts_with(" were randomized to ") ||
        after.starts_with(" were randomly assigned to ") || after.starts_with(" assigned to ") ||
        after.starts_with(" were given ") || after.starts_with(" randomized to ") ||
        after.starts_with(" randomised to ") || after.starts_with(" treated with ") ||
        after.starts_with(" were treated with ");
    if (assigned) groups.push_back({static_cast<uint32_t>(std::lround(quantity.value)), quantity.span});
  }
  if (groups.size() < 2 || groups.size() > kArmsMax) return {};
  uint64_t sum = 0;
  std::vector<StudyArm> arms;
  for (size_t i = 0; i < groups.size(); ++i) {
    sum += groups[i].size;
    const uint32_t stop =
        i + 1 < groups.size() ? groups[i + 1].count.start : static_cast<uint32_t>(words.size());
    const std::string_view after =
        std::string_view(lower).substr(groups[i].count.end, stop - groups[i].count.end);
    size_t start = 0;
    for (const std::string_view word : {" to receive ", " to ", " received ", " given ", " with "}) {
      const size_t at = after.find(word);
      if (at != std::string_view::npos && (start == 0 || word == " to receive ")) start = at + word.size();
      if (start != 0 && word == " to receive ") break;
    }
    if (start == 0) return {};
    ByteSpan name{groups[i].count.end + static_cast<uint32_t>(start), stop};
    name.end = name.start + static_cast<uint32_t>(name_end(name.of(std::string_view(lower))));
    const size_t bracket = name.of(words).find('(');
    if (bracket != std::string_view::npos) name.end = name.start + static_cast<uint32_t>(bracket);
    const size_t comma = name.of(words).find(", ");
    if (comma != std::string_view::npos) name.end = name.start + static_cast<uint32_t>(comma);
    name = trimmed(words, name);
    if (!is_name(name.of(words))) return {};
    arms.push_back({std::string(name.of(words)), groups[i].size, {groups[i].count.start, name.end}});
  }
  if (people != 0 && (sum > people || sum * 2 < people)) return {};
  return arms;
}

// "randomly assigned to receive A or B".
std::vector<StudyArm> arms_by_name(std::string_view words) {
  const std::string lower = lower_ascii(words);
  size_t start = std::string::npos;
  for (const std::string_view word : {"to receive either ", "to receive ", "to either ", "assigned to ",
                                      "allocated to ", "randomised to ", "randomized to ", "randomly to "}) {
    const size_t at = lower.find(word);
    if (at == std::string::npos) continue;
    start = at + word.size();
    break;
  }
  if (start == std::string::npos) return {};
  const std::string_view tail = std::string_view(lower).substr(start);
  const size_t end = name_end(tail);
  ByteSpan list{static_cast<uint32_t>(start), static_cast<uint32_t>(start + end)};
  if (const size_t bracket = list.of(lower).find('('); bracket != std::string_view::npos) return {};
  const std::string_view names = list.of(std::string_view(lower));
  std::vector<ByteSpan> parts;
  size_t from = 0;
  const auto cut = [&](size_t at, size_t length) {
    parts.push_back({list.start + static_cast<uint32_t>(from), list.start + static_cast<uint32_t>(at)});
    from = at + length;
  };
  for (size_t at = 0; at < names.size(); ++at) {
    for (const std::string_view word : {", or ", " or ", " versus ", " vs. ", " vs "}) {
      if (!names.substr(at).starts_with(word)) continue;
      cut(at, word.size());
      break;
    }
  }
  if (parts.empty()) return {};
  cut(names.size(), 0);
  // A list "A, B or C".
  const ByteSpan first = parts.front();
  if (parts.size() == 2 && first.of(lower).find(", ") != std::string_view::npos) {
    parts.erase(parts.begin());
    std::vector<ByteSpan> more;
    uint32_t at = first.start;
    for (size_t comma = lower.find(", ", at); comma < first.end; comma = lower.find(", ", at)) {
      more.push_back({at, static_cast<uint32_t>(comma)});
      at = static_cast<uint32_t>(comma) + 2;
    }
    more.push_back({at, first.end});
    parts.insert(parts.begin(), more.begin(), more.end());
  }
  constexpr size_t kListedMax = 5;
  if (parts.size() > kListedMax) return {};
  std::vector<StudyArm> arms;
  for (const ByteSpan part : parts) {
    ByteSpan name = trimmed(words, part);
    // What follows the last name behind a comma belongs to the sentence.
    if (const size_t comma = name.of(words).find(", "); comma != std::string_view::npos)
      name.end = name.start + static_cast<uint32_t>(comma);
    constexpr size_t kWordsMax = 7;
    if (!is_name(name.of(words)) || word_count(name.of(words)) > kWordsMax) return {};
    arms.push_back({std::string(name.of(words)), 0, name});
  }
  return arms;
}

}  // namespace

void find_arms(std::string_view text, Appraisal& appraisal) {
  const bool trial = appraisal.design == StudyDesign::kRandomisedTrial ||
                     appraisal.design == StudyDesign::kNonRandomisedTrial;
  if (!trial) return;
  std::vector<StudyArm> named;
  for (const ByteSpan sentence : split_sentences(text)) {
    const std::string_view words = sentence.of(text);
    const std::string lower = lower_ascii(words);
    if (!has_any_phrase(lower, kAssigns) || is_of_others(lower) || is_of_the_future(lower)) continue;
    std::vector<StudyArm> arms;
    if (!has_any_phrase(lower, kNotArms)) {
      arms = arms_in_brackets(words);
      uint64_t sum = 0;
      for (const StudyArm& arm : arms) sum += arm.size;
      // Larger than the study: counts of something else.
      if (appraisal.sample_size != 0 && sum > appraisal.sample_size) arms.clear();
      if (arms.empty()) arms = arms_after_counts(words, appraisal.sample_size);
    }
    const bool by_chance = has_phrase(lower, "randomi*") || has_phrase(lower, "randomly");
    if (arms.empty() && named.empty() && by_chance) {
      named = arms_by_name(words);
      for (StudyArm& arm : named) arm.span = {sentence.start + arm.span.start, sentence.start + arm.span.end};
    }
    if (arms.empty()) continue;
    for (StudyArm& arm : arms) arm.span = {sentence.start + arm.span.start, sentence.start + arm.span.end};
    appraisal.facts.arms = std::move(arms);
    return;
  }
  appraisal.facts.arms = std::move(named);
}

}  // namespace attest
