// Three ways in which abstracts name the groups of a trial, from the surest to the least sure:
//   "assigned to A (n = 60) or B (n = 62)", "group A (n = 20) received …, group B (n = 22) received …"
//   "60 were assigned to A and 62 to B", "60 patients received A and 62 received B"
//   "randomly assigned to receive A or B": names alone
// A sentence is taken whole or not at all: one part that is no name ends it.
#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "appraise/arm_names.h"
#include "appraise/own_statements.h"
#include "appraise/people_counts.h"
#include "appraise/read_facts.h"
#include "base/affix.h"
#include "base/ascii.h"
#include "base/one_of.h"
#include "quantities/quantities.h"
#include "text/brackets.h"
#include "text/phrases.h"
#include "text/sentences.h"
#include "text/word_bounds.h"

namespace attest {
namespace {

constexpr size_t kArmsMax = 8;

constexpr std::string_view kAssigns[] = {"randomi*", "randomly",     "assigned",   "allocated",    "received",
                                         "receive",  "receiving",    "group",      "groups",       "arm",
                                         "arms",     "treated with", "were given", "compared with"};

// Groups by what people are or by what became of them.
constexpr std::string_view kNotArms[] = {
    "responders", "nonresponders", "non-responders",   "smokers",      "excluded", "died",
    "dropped",    "withdrew",      "because",          "lost",         "adverse",  "events",
    "completed",  "survivors",     "developed",        "stage",        "type i",   "positive",
    "negative",   "deaths",        "withdrawals",      "discontinued", "refused",  "relapse*",
    "subgroup*",  "stratified",    "healthy controls", "reasons",      "failures", "screened",
    "improved",   "responded",     "trials",           "studies",
};

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

// "Group 2 (n = 12) and group 3 (n = 12) received cream": the first group stands elsewhere.
bool lacks_first_group(const std::vector<StudyArm>& arms) {
  const auto opens = [&](std::string_view start) {
    return std::any_of(arms.begin(), arms.end(),
                       [&](const StudyArm& arm) { return lower_ascii(arm.name).starts_with(start); });
  };
  const bool numbered = opens("group 2") || opens("group ii") || opens("group b") || opens("group two");
  return numbered && !opens("group 1") && !opens("group i ") && !opens("group a") && !opens("group one") &&
         std::none_of(arms.begin(), arms.end(),
                      [](const StudyArm& arm) { return lower_ascii(arm.name) == "group i"; });
}

// "157 +/- 17 mmHg in the X group": figures of the group stand before its name. 0 where none do.
size_t behind_own_figures(std::string_view name) {
  constexpr std::string_view kIn = " in the ";
  const size_t at = name.rfind(kIn);
  if (at == std::string_view::npos) return 0;
  const std::string_view before = name.substr(0, at);
  static constexpr std::string_view kSpreads[] = {"+/-", "±", "%", "mmhg", "mean"};
  const bool figure = std::any_of(std::begin(kSpreads), std::end(kSpreads), [&](std::string_view sign) {
    return before.find(sign) != std::string_view::npos;
  });
  return figure && std::any_of(before.begin(), before.end(), is_digit) ? at + kIn.size() : 0;
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
      name.start += static_cast<uint32_t>(arm_name_start(before));
    } else {
      const bool listed = before.starts_with(",") || before.starts_with(";") || before.starts_with(" or ") ||
                          before.starts_with(" and ") || before.starts_with(" versus ") ||
                          before.starts_with(" vs");
      if (!listed) {
        size_t start = 0;
        for (const std::string_view word :
             {" and ", ", ", "; ", " while ", " whereas ", " or ", " compared with ", " versus "})
          start = std::max(start, [&] {
            const size_t at = before.rfind(word);
            return at == std::string_view::npos ? 0 : at + word.size();
          }());
        if (start == 0) return {};
        name.start += static_cast<uint32_t>(start);
      }
    }
    name.start += static_cast<uint32_t>(behind_own_figures(name.of(std::string_view(lower))));
    name = trimmed_arm(words, name);
    if (!is_arm_name(name.of(words))) return {};
    arms.push_back({std::string(name.of(words)), sizes[i].size, {name.start, sizes[i].span.end}});
  }
  if (lacks_first_group(arms)) return {};
  return arms;
}

// "60 were assigned to A and 62 to B".
std::vector<StudyArm> arms_after_counts(std::string_view words, uint32_t people) {
  struct Group {
    uint32_t size;
    ByteSpan count;
  };
  const std::string lower = lower_ascii(words);
  std::vector<Group> groups;
  bool must_be_all = false;  // "48 in the ranitidine group" may be those in whom something was found
  for (const Quantity& quantity : find_quantities(words)) {
    const bool counts = quantity.kind == QuantityKind::kSampleSize || quantity.kind == QuantityKind::kCount ||
                        quantity.kind == QuantityKind::kNumber;
    if (!counts || !(quantity.value >= 2) || quantity.value > 5e7 ||
        quantity.value != std::trunc(quantity.value))
      continue;
    const std::string_view after = std::string_view(lower).substr(quantity.span.end);
    const bool assigned =
        after.starts_with(" to ") || after.starts_with(" allocated to ") || after.starts_with(" received ") ||
        after.starts_with(" were assigned to ") || after.starts_with(" were allocated to ") ||
        after.starts_with(" were randomised to ") || after.starts_with(" were randomized to ") ||
        after.starts_with(" were randomly assigned to ") || after.starts_with(" assigned to ") ||
        after.starts_with(" were given ") || after.starts_with(" randomized to ") ||
        after.starts_with(" randomised to ") || after.starts_with(" treated with ") ||
        after.starts_with(" were treated with ");
    static constexpr std::string_view kInGroup[] = {" in the ", " were enrolled in the ", " were in the ",
                                                    " were included in the ", " entered the "};
    const bool in_group = !assigned && starts_with_one_of(after, kInGroup);
    must_be_all = must_be_all || in_group;
    if (assigned || in_group)
      groups.push_back({static_cast<uint32_t>(std::lround(quantity.value)), quantity.span});
  }
  // "Of 300 assigned to the drug, 150 got A and 150 B; 150 got placebo": a whole is no arm; alone it is a
  // group of the trial, and its parts are not all arms.
  for (size_t i = 0; i + 2 < groups.size(); ++i) {
    if (groups[i].size != groups[i + 1].size + groups[i + 2].size) continue;
    if (groups.size() == 3) return {};
    groups.erase(groups.begin() + static_cast<std::ptrdiff_t>(i));
    break;
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
    for (const std::string_view word :
         {" to receive ", " to ", " received ", " given ", " with ", " in the ", " the "}) {
      const size_t at = after.find(word);
      if (at != std::string_view::npos && (start == 0 || word == " to receive ")) start = at + word.size();
      if (start != 0 && word == " to receive ") break;
    }
    if (start == 0) return {};
    ByteSpan name{groups[i].count.end + static_cast<uint32_t>(start), stop};
    name.end = name.start + static_cast<uint32_t>(arm_name_end(name.of(std::string_view(lower))));
    const size_t bracket = name.of(words).find_first_of("([");
    if (bracket != std::string_view::npos) name.end = name.start + static_cast<uint32_t>(bracket);
    const size_t comma = name.of(words).find(", ");
    if (comma != std::string_view::npos) name.end = name.start + static_cast<uint32_t>(comma);
    name = trimmed_arm(words, name);
    if (!is_arm_name(name.of(words))) return {};
    arms.push_back({std::string(name.of(words)), groups[i].size, {groups[i].count.start, name.end}});
  }
  if (people != 0 && (sum > people || sum * 2 < people)) return {};
  if (must_be_all && sum != people) return {};
  return arms;
}

// "Placebo 60 min (before surgery)": the length of a name without a time at its end.
size_t without_time(std::string_view name) {
  static constexpr std::string_view kTimes[] = {"min", "minutes", "h", "hours", "days", "weeks", "months"};
  const std::string_view unit = word_ending(name, name.size());
  if (!is_one_of(unit, kTimes)) return name.size();
  const auto unit_start = static_cast<size_t>(unit.data() - name.data());
  const std::string_view number = word_ending(name, unit_start);
  const bool digits = !number.empty() && std::all_of(number.begin(), number.end(), is_digit);
  return digits ? static_cast<size_t>(number.data() - name.data()) : name.size();
}

// "randomly assigned to receive A or B".
std::vector<StudyArm> arms_by_name(std::string_view words, bool by_chance) {
  const std::string lower = lower_ascii(words);
  size_t start = std::string::npos;
  if (!by_chance) {
    start = behind_those_who_got(lower);
    if (start == 0) return {};
  }
  for (const std::string_view word : {"to receive either ", "to receive ", "to either ", "assigned to ",
                                      "allocated to ", "randomised to ", "randomized to ", "randomly to "}) {
    const size_t at = lower.find(word);
    if (at == std::string::npos || !by_chance) continue;
    start = at + word.size();
    break;
  }
  if (start == std::string::npos) start = behind_those_assigned(lower);
  if (start == 0) return {};
  // A dose in brackets is no part of a name: "to ramipril (10 mg daily) or placebo".
  const std::string plain = text_outside_brackets(lower);
  const size_t end = arm_list_end(std::string_view(plain).substr(start));
  ByteSpan list{static_cast<uint32_t>(start), static_cast<uint32_t>(start + end)};
  if (list.of(plain).find('(') != std::string_view::npos) return {};
  const std::string_view names = list.of(std::string_view(plain));
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
      at += word.size() - 1;  // the " or " of ", or " is not a second one
      break;
    }
  }
  if (parts.empty()) return {};
  cut(names.size(), 0);
  // A list "A, B or C".
  const ByteSpan first = parts.front();
  if (parts.size() == 2 && first.of(plain).find(", ") != std::string_view::npos) {
    parts.erase(parts.begin());
    std::vector<ByteSpan> more;
    uint32_t at = first.start;
    for (size_t comma = plain.find(", ", at); comma < first.end; comma = plain.find(", ", at)) {
      more.push_back({at, static_cast<uint32_t>(comma)});
      at = static_cast<uint32_t>(comma) + 2;
    }
    more.push_back({at, first.end});
    parts.insert(parts.begin(), more.begin(), more.end());
  }
  constexpr size_t kListedMax = 5;
  if (parts.size() > kListedMax) return {};
  std::vector<StudyArm> arms;
  // Two doses of one drug are told apart by how often they are taken.
  const auto cut_name = [&](ByteSpan part) {
    const size_t length = without_time(
        part.of(std::string_view(plain)).substr(0, arm_name_end(part.of(std::string_view(plain)))));
    return trimmed_arm(words, {part.start, part.start + static_cast<uint32_t>(length)});
  };
  bool alike = false;
  for (size_t i = 1; i < parts.size(); ++i)
    alike =
        alike || lower_ascii(cut_name(parts[i]).of(words)) == lower_ascii(cut_name(parts[i - 1]).of(words));
  for (const ByteSpan part : parts) {
    ByteSpan name = alike ? trimmed_arm(words, part) : cut_name(part);
    // What follows the last name behind a comma belongs to the sentence.
    if (const size_t comma = name.of(std::string_view(plain)).find(", "); comma != std::string_view::npos)
      name.end = name.start + static_cast<uint32_t>(comma);
    if (const size_t bracket = name.of(words).find('('); bracket != std::string_view::npos) {
      const std::string_view behind = name.of(std::string_view(plain)).substr(bracket);
      if (behind.find_first_not_of(' ') != std::string_view::npos) return {};
      name = trimmed_arm(words, {name.start, name.start + static_cast<uint32_t>(bracket)});
    }
    constexpr size_t kWordsMax = 7;
    if (!is_arm_name(name.of(words)) || arm_word_count(name.of(words)) > kWordsMax) return {};
    arms.push_back({std::string(name.of(words)), 0, name});
  }
  return arms;
}

}  // namespace

void find_arms(std::string_view text, Appraisal& appraisal) {
  const bool trial = appraisal.design == StudyDesign::kRandomisedTrial ||
                     appraisal.design == StudyDesign::kNonRandomisedTrial;
  if (!trial) return;
  // Of a trial that says that chance decided, who received either of two is told in a sentence of its own.
  const bool drawn = appraisal.design == StudyDesign::kRandomisedTrial && appraisal.design_basis != "wording";
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
      // Larger than the study, or a small part of it: counts of something else.
      if (appraisal.sample_size != 0 && (sum > appraisal.sample_size || sum * 2 < appraisal.sample_size))
        arms.clear();
      if (arms.empty()) arms = arms_after_counts(words, appraisal.sample_size);
    }
    const bool by_chance = has_phrase(lower, "randomi*") || has_phrase(lower, "randomly");
    if (arms.empty() && named.empty() && (by_chance || drawn)) {
      named = arms_by_name(words, by_chance);
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
