#include "findings/names/given_beside.h"

#include <algorithm>
#include <iterator>
#include <span>
#include <string>

#include "base/affix.h"
#include "base/ascii.h"
#include "base/one_of.h"
#include "findings/names/counted_use.h"
#include "findings/names/words_before.h"
#include "text/comparing_words.h"
#include "text/phrases.h"

namespace attest {
namespace {

// Behind these stands what a treatment was added to, what had failed, or what is counted as an outcome.
constexpr std::string_view kBeside[] = {"need for",
                                        "needs for",
                                        "requirement for",
                                        "requirements for",
                                        "requirement of",
                                        "requiring",
                                        "time to",
                                        "time until",
                                        "before",
                                        "prior to",
                                        "initiation of",
                                        "added to",
                                        "addition to",
                                        "adjunct to",
                                        "alternative to",
                                        "alternatives to",
                                        "adjuncts to",
                                        "adjunctive to",
                                        "adjuvant to",
                                        "add-on to",
                                        "on top of",
                                        "with concomitant",
                                        "on concomitant",
                                        "receiving concomitant",
                                        "with concurrent",
                                        "receiving concurrent",
                                        "with background",
                                        "on background",
                                        "receiving background",
                                        "by concomitant",
                                        "given with",
                                        "given alongside",
                                        "also receiving",
                                        "also received",
                                        "also taking",
                                        "taking concomitant",
                                        "already receiving",
                                        "already taking",
                                        "already treated with",
                                        "received additional",
                                        "receiving additional",
                                        "resistance to",
                                        "resistant to",
                                        "refractory to",
                                        "intolerant to",
                                        "intolerant of",
                                        "unresponsive to",
                                        "partially respond to",
                                        "not respond to",
                                        "not responding to",
                                        "failed to respond to",
                                        "poor response to",
                                        "poorly responsive to",
                                        "nonresponse to",
                                        "non-response to",
                                        "nonresponders to",
                                        "non-responders to",
                                        "inadequate response to",
                                        "insufficient response to",
                                        "switch from",
                                        "switching from",
                                        "switched from",
                                        "exposure to",
                                        "access to",
                                        "compliance with",
                                        "tapered off",
                                        "tapered off of",
                                        "weaned off",
                                        "weaned from",
                                        "referral for",
                                        "discontinuation of",
                                        "rescue",
                                        "no use of",
                                        "augmenting",
                                        "augmentation of",
                                        "indication for",
                                        "indications for",
                                        "any other",
                                        "all other",
                                        "to other",
                                        "with other",
                                        "than other",
                                        "dose of other",
                                        "doses of other",
                                        "number of patients taking",
                                        "number of patients on",
                                        "number of patients receiving",
                                        "reduced use of",
                                        "less use of",
                                        "lower use of",
                                        "increased use of",
                                        "previously treated with",
                                        "pretreated with",
                                        "history of"};
// One part of a combination, which was tested where the rest alone is what it was compared with.
constexpr std::string_view kCombined[] = {"combined with",       "combination with",    "conjunction with",
                                          "together with",       "combination of",      "combining",
                                          "coadministration of", "co-administration of"};
// What was done meanwhile: a result of it only where nothing else is named.
constexpr std::string_view kMeanwhile[] = {
    "during", "undergoing", "undergo", "scheduled for", "candidates for", "at the time of", "patients after"};
constexpr std::string_view kBehind[] = {
    "-resistant",     " resistant",  "-refractory",    " refractory",
    "-naive",         " naive",      "-na\xC3\xAFve",  " na\xC3\xAFve",
    "-experienced",   "-intolerant", "-induced",       " failure",
    "-dependent",     "-free",       "-containing",    " dependence",
    " addiction",     " abuse",      " craving",       " cravings",
    " abstinence",    " withdrawal", " consumption",   " usage",
    " change",        " changes",    " on the effect", "-negative",
    "-positive",      "-ir",         " candidates",    " taken concomitantly",
    " concomitantly", " sensitiv",   " suscept",       "-sensitive",
    "-susceptible",   " rescue",     " rescues",       " daily consumption"};

// "Respond to A, B, or" before the last of a list: what stands before its first, or "" where there is none.
std::string_view before_list(std::string_view before, std::string_view behind) {
  constexpr size_t kItemBytesMax = 40;
  constexpr size_t kItemsMax = 5;
  for (const std::string_view such : {" such as ", " including ", " like ", " (e.g., "}) {
    if (!before.ends_with(such)) continue;
    before.remove_suffix(such.size());
    while (before.ends_with(' ') || before.ends_with(',')) before.remove_suffix(1);
    for (const std::string_view cue : kBeside) {
      const std::string_view near = before.substr(before.size() - std::min(before.size(), kItemBytesMax));
      const size_t at = near.rfind(cue);
      if (at != std::string_view::npos && (at == 0 || !is_word_byte(near[at - 1])) &&
          near.find_first_of(",;", at) == std::string_view::npos)
        return before.substr(0, before.size() - near.size() + at + cue.size());
    }
    return {};
  }
  const bool last = before.ends_with(" or ") || before.ends_with(" and ") || before.ends_with(" and/or ");
  const bool within = before.ends_with(", ") && (behind.starts_with(" or ") || behind.starts_with(", or ") ||
                                                 behind.starts_with(" and ") || behind.starts_with(", and "));
  if (!last && !within) return {};
  for (size_t items = 0; items < kItemsMax; ++items) {
    while (before.ends_with(' ') || before.ends_with(',')) before.remove_suffix(1);
    for (const std::string_view join : {" and/or", " or", " and"}) {
      if (before.ends_with(join)) before.remove_suffix(join.size());
    }
    while (before.ends_with(' ') || before.ends_with(',')) before.remove_suffix(1);
    const size_t comma = before.rfind(", ");
    const size_t start = comma == std::string_view::npos ? 0 : comma + 2;
    const std::string_view item = before.substr(start);
    for (const std::string_view cue : kBeside) {
      const size_t at = item.rfind(cue);
      if (at != std::string_view::npos && (at == 0 || !is_word_byte(item[at - 1])) &&
          item.size() - at - cue.size() <= kItemBytesMax)
        return before.substr(0, start + at + cue.size());
    }
    if (comma == std::string_view::npos || item.size() > kItemBytesMax) return {};
    before = before.substr(0, start);
  }
  return {};
}

// "Than A alone", "compared with those receiving A alone", "than either A or B monotherapy": all had it.
bool is_comparator_alone(std::string_view lower, ByteSpan name) {
  const std::string_view before = lower.substr(0, std::min<size_t>(name.start, lower.size()));
  const std::string_view behind = lower.substr(std::min<size_t>(name.end, lower.size()));
  static constexpr std::string_view kAlone[] = {"alone", "monotherapy", "by itself", "only"};
  static constexpr std::string_view kAgainst[] = {"than",
                                                  "compared with",
                                                  "compared to",
                                                  "versus",
                                                  "vs",
                                                  "over",
                                                  "superior to",
                                                  "inferior to",
                                                  "comparison with",
                                                  "comparison to",
                                                  "comparable with",
                                                  "different from that of",
                                                  "relative to"};
  constexpr size_t kNear = 30;
  constexpr size_t kReach = 45;
  std::string_view near = behind.substr(0, kNear);
  near = near.substr(0, near.find_first_of(",;.:("));
  if (!has_any_phrase(near, kAlone)) return false;
  if (words_since(before, kAgainst, kReach)) return true;
  // "In the A plus B group and in the B alone group".
  static constexpr std::string_view kGroup[] = {" alone group", " alone arm", "-alone group"};
  static constexpr std::string_view kGroups[] = {"group", "arm"};
  return std::any_of(std::begin(kGroup), std::end(kGroup),
                     [&](std::string_view group) { return behind.starts_with(group); }) &&
         has_any_phrase(before, kGroups);
}

// "Adding memantine to A", "addition of memantine to A".
bool is_added_to(std::string_view before) {
  static constexpr std::string_view kAdding[] = {"adding", "addition of", "added"};
  constexpr size_t kReach = 60;
  static constexpr std::string_view kTo[] = {"to"};
  if (!ends_with_any(before, kTo)) return false;
  return words_since(before, kAdding, kReach).has_value();
}

// "A/B", "A 440 mg/B 50 mg", "A + B": the other part, as far as it is one word; "" where there is none.
std::string_view part_joined_to(std::string_view lower, ByteSpan name) {
  static constexpr std::string_view kJoins[] = {"/", " / ", "+", " + ", " plus "};
  const auto is_dose = [](std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) {
      return is_digit(c) || c == ' ' || c == '.' || c == '%' || c == 'm' || c == 'g';
    });
  };
  const std::string_view before = lower.substr(0, std::min<size_t>(name.start, lower.size()));
  const std::string_view behind = lower.substr(std::min<size_t>(name.end, lower.size()));
  constexpr size_t kDoseBytesMax = 9;
  for (const std::string_view join : kJoins) {
    if (before.ends_with(join)) {
      std::string_view part = before.substr(0, before.size() - join.size());
      while (!part.empty() && (is_digit(part.back()) || part.back() == ' ' || part.back() == '%' ||
                               part.back() == '.' || part.ends_with(" mg"))) {
        part.remove_suffix(part.ends_with(" mg") ? 3 : 1);
      }
      const std::string_view word = part.substr(part.rfind(' ') + 1);
      if (!word.empty() && is_lower(word.front())) return word;
    }
    const size_t at = behind.substr(0, kDoseBytesMax + join.size()).find(join);
    if (at == std::string_view::npos || !is_dose(behind.substr(0, at))) continue;
    const std::string_view part = behind.substr(at + join.size());
    const std::string_view word = part.substr(0, part.find_first_of(" ,;.:)(-/+"));
    if (!word.empty() && is_lower(word.front()) && word != "day" && word != "kg" && word != "d") return word;
  }
  return {};
}

// A result of a combination is one of its part only where the rest is what it was compared with: "A/B against
// A alone", "A+B against placebo+A".
bool is_untested_part(std::string_view lower, ByteSpan name) {
  const std::string_view part = part_joined_to(lower, name);
  if (part.empty()) return false;
  static constexpr std::string_view kAlone[] = {"alone", "monotherapy"};
  if (has_any_phrase(lower, kAlone)) return false;
  const std::string rest(part);
  for (const std::string& against :
       {rest + "/placebo", "placebo/" + rest, rest + "+placebo", "placebo+" + rest, rest + " + placebo",
        "placebo + " + rest, "placebo plus " + rest, rest + " plus placebo"}) {
    if (lower.find(against) != std::string_view::npos) return false;
  }
  return true;
}

// "Eleven agents were used (A, B, C, D)": one name in a long list in brackets.
bool is_in_long_list(std::string_view lower, ByteSpan name) {
  const size_t open = lower.substr(0, std::min<size_t>(name.start, lower.size())).rfind('(');
  if (open == std::string_view::npos) return false;
  size_t depth = 0;
  size_t commas = 0;
  for (size_t at = open; at < lower.size(); ++at) {
    if (lower[at] == '(') ++depth;
    if (lower[at] == ',') ++commas;
    if (is_digit(lower[at])) return false;  // figures, each behind its name
    if (lower[at] == ')' && --depth == 0) {
      constexpr size_t kCommasMin = 4;
      return at > name.start && commas >= kCommasMin;
    }
  }
  return false;
}

// "An analgesic effect": what another does, named by its kind.
bool names_kind_of_effect(std::string_view lower, ByteSpan name) {
  static constexpr std::string_view kKinds[] = {"ic", "ive", "ant", "ory", "al"};
  static constexpr std::string_view kEffects[] = {" effect",   " effects", " efficacy", " efficacies",
                                                  " activity", " action",  " potency",  " properties"};
  const std::string_view word = lower.substr(name.start, name.end - name.start);
  const std::string_view behind = lower.substr(std::min<size_t>(name.end, lower.size()));
  return ends_with_one_of(word, kKinds) && starts_with_one_of(behind, kEffects);
}

// "Better than B alone", "than either monotherapy": "monotherapy lowered it, as when combined with A" holds
// it against nothing.
bool is_held_against_alone(std::string_view lower) {
  static constexpr std::string_view kAlone[] = {"alone", "monotherapy", "monotherapies", "by itself"};
  static constexpr std::string_view kAgainst[] = {
      "than",        "compared with", "compared to", "versus",          "vs",     "over",
      "superior to", "and",           "relative to", "comparison with", "either", "inferior to"};
  constexpr size_t kReach = 90;
  return std::any_of(std::begin(kAlone), std::end(kAlone), [&](std::string_view alone) {
    const size_t at = find_phrase(lower, alone);
    if (at == std::string_view::npos) return false;
    const std::string_view before = lower.substr(0, at);
    return has_any_phrase(before.substr(before.size() - std::min(kReach, before.size())), kAgainst);
  });
}

// "As monotherapy or in combination with A": nothing was compared with what it was combined with.
bool tells_either_way(std::string_view before) {
  static constexpr std::string_view kEither[] = {"monotherapy or in combination with",
                                                 "alone or in combination with",
                                                 "alone or combined with",
                                                 "alone and in combination with",
                                                 "alone or together with",
                                                 "monotherapy and in combination with"};
  constexpr size_t kReach = 80;
  return words_since(before, kEither, kReach).has_value();
}

// "A and B compared with C and B": both sides had B, which is named first and last in no other way.
bool is_part_of_both(std::string_view lower, std::span<const ByteSpan> names) {
  static constexpr std::string_view kAnd[] = {" and ", " plus ", "+", " + ", "/"};
  const auto in_pair = [&](ByteSpan name) {
    const std::string_view before = lower.substr(0, std::min<size_t>(name.start, lower.size()));
    return ends_with_one_of(before, kAnd);
  };
  if (names.size() != 2 || !std::all_of(names.begin(), names.end(), in_pair)) return false;
  const size_t from = std::min<size_t>(names.front().end, lower.size());
  return has_any_phrase(lower.substr(from, std::max<size_t>(names.back().start, from) - from),
                        kComparingPhrases);
}

// "Compared with A and B, C improved survival".
bool is_opening_comparator(std::string_view before) {
  static constexpr std::string_view kOpenings[] = {"compared with",    "compared to", "in comparison with",
                                                   "in comparison to", "relative to", "unlike",
                                                   "as compared with"};
  while (before.ends_with(' ')) before.remove_suffix(1);
  return is_one_of(before, kOpenings);
}

// At one place of the name.
bool stands_beside(std::string_view lower, ByteSpan name, bool others) {
  const std::string_view before = lower.substr(0, std::min<size_t>(name.start, lower.size()));
  const std::string_view behind = lower.substr(std::min<size_t>(name.end, lower.size()));
  if (ends_with_any(before, kBeside) || is_opening_comparator(before)) return true;
  if (others && (ends_with_any(before, kMeanwhile) || names_kind_of_effect(lower, name))) return true;
  constexpr size_t kHistoryReach = 30;
  static constexpr std::string_view kHistory[] = {"history of"};
  if (words_since(before, kHistory, kHistoryReach)) return true;
  if (is_without_regard(before, behind) || is_listed_outcome(before, behind)) return true;
  if (is_added_to(before) || is_counted_use(before, behind, others) || is_in_long_list(lower, name))
    return true;
  constexpr size_t kCombinedReach = 45;
  if (words_since(before, kCombined, kCombinedReach) &&
      (!is_held_against_alone(lower) || tells_either_way(before)))
    return true;
  if (is_untested_part(lower, name)) return true;
  if (starts_with_one_of(behind, kBehind)) return true;
  const std::string_view list = before_list(before, behind);
  return !list.empty() && (ends_with_any(list, kBeside) || is_opening_comparator(list));
}

}  // namespace

bool is_given_beside(std::string_view lower, std::span<const ByteSpan> names, bool others) {
  if (names.empty()) return false;
  if (others && is_part_of_both(lower, names)) return true;
  return std::all_of(names.begin(), names.end(),
                     [&](ByteSpan name) { return stands_beside(lower, name, others); }) ||
         std::any_of(names.begin(), names.end(), [&](ByteSpan name) {
           return is_comparator_alone(lower, name) || lower.substr(name.end).starts_with("-induced");
         });
}

}  // namespace attest
