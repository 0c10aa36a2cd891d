#include "findings/arms/arm_names.h"

#include <algorithm>
#include <iterator>

#include "base/ascii.h"
#include "base/one_of.h"
#include "findings/arms/told_groups.h"
#include "findings/figures/rate_figures.h"
#include "findings/names/between_names.h"
#include "text/comparing_words.h"

namespace attest {
namespace {

using Words = std::vector<std::string>;

constexpr std::string_view kConnections[] = {
    "in",        "with",      "of",         "after", "on",        "given",      "receiving",
    "received",  "treated",   "for",        "by",    "under",     "among",      "using",
    "following", "assigned",  "taking",     "took",  "allocated", "randomised", "randomized",
    "to",        "underwent", "undergoing", "had",   "used"};
constexpr std::string_view kBreaks[] = {
    "versus",        "vs",       "v",        "against",      "compared",   "than",         "whereas",
    "while",         "but",      "before",   "prior",        "without",    "not",          "never",
    "failed",        "baseline", "previous", "stopped",      "previously", "stopping",     "discontinued",
    "instead",       "other",    "others",   "switched",     "history",    "pretreatment", "discontinuing",
    "pre-treatment", ";",        ":",        "respectively", "despite",    "refractory",   "resistant",
    "intolerant",    "failure"};
constexpr std::string_view kFillers[] = {
    "the",     "a",          "an",          "this",   "that",   "those",    "these",        "all",
    "oral",    "high-dose",  "low-dose",    "dose",   "doses",  "single",   "active",       "combined",
    "group",   "arm",        "mg",          "g",      "mcg",    "ug",       "ml",           "iu",
    "daily",   "once",       "twice",       "both",   "either", "our",      "injection",    "injections",
    "course",  "treatment",  "therapy",     "first",  "weekly", "infusion", "subcutaneous", "adjunctive",
    "topical", "intranasal", "intravenous", "initial"};
// What may stand between a name and its figure.
constexpr std::string_view kBetween[] = {"group",
                                         "groups",
                                         "arm",
                                         "recipients",
                                         "patients",
                                         "subjects",
                                         "participants",
                                         "women",
                                         "men",
                                         "treated",
                                         "treatment",
                                         "therapy",
                                         "alone",
                                         "was",
                                         "were",
                                         "in",
                                         "about",
                                         "only",
                                         "mg",
                                         "g",
                                         "mcg",
                                         "ug",
                                         "iu",
                                         "ml",
                                         "approximately",
                                         "day",
                                         "daily",
                                         "once",
                                         "twice",
                                         "at",
                                         ",",
                                         ":",
                                         "users",
                                         "children",
                                         "kg",
                                         "dose"};
constexpr std::string_view kGroupWords[] = {"group",      "groups", "arm",     "patients",
                                            "recipients", "users",  "subjects"};
// Behind a name they make another thing of it.
constexpr std::string_view kOtherThing[] = {
    "controlled", "adjusted", "corrected",       "subtracted", "resistant",    "naive",         "induced",
    "free",       "failure",  "resistance",      "withdrawal", "use",          "run-in",        "allergy",
    "level",      "levels",   "refractory",      "effect",     "prescription", "prescriptions", "response",
    "failures",   "exposure", "discontinuation", "rate",       "rates",        "prevalence"};
// Joined to a name by a hyphen they still tell of those who got it.
constexpr std::string_view kOfThose[] = {"treated",    "receiving",  "group",   "arm",  "assigned",
                                         "randomised", "alone",      "exposed", "only", "users",
                                         "allocated",  "randomized", "operated"};
// Behind a name they say that some were given it, which is no result of theirs.
constexpr std::string_view kGiven[] = {"used",        "given",     "prescribed", "administered", "started",
                                       "chosen",      "taken",     "added",      "required",     "needed",
                                       "received",    "performed", "offered",    "initiated",    "continued",
                                       "recommended", "obtained",  "observed",   "achieved",     "seen",
                                       "noted",       "reported",  "found",      "recorded",     "attempted"};

bool is_numeric(std::string_view word) { return !word.empty() && is_digit(word.front()); }

// "… of patients treated with", "in the": the words before a name lead to it from the figure.
bool leads_to_name(const Words& gap) {
  size_t end = gap.size();
  while (end > 0) {
    const std::string_view word = gap[end - 1];
    const bool of_dose = word == "of" && end >= 2 && may_lead_to_name(gap[end - 2]);  // "2 mg of"
    const bool people = names_people(word) && end < gap.size();                       // "in patients on"
    if (!may_lead_to_name(word) && !of_dose && !people) break;
    --end;
  }
  if (end == 0 || !is_one_of(gap[end - 1], kConnections)) return false;
  size_t first = end - 1;  // of the connecting words
  while (first > 0 && is_one_of(gap[first - 1], kConnections) && gap[first - 1] != "of") --first;
  const std::string_view before = first > 0 ? std::string_view(gap[first - 1]) : std::string_view();
  const std::string_view last = gap[end - 1];
  // "with brimonidine, the reduction with": another group stands between.
  static constexpr std::string_view kOthers[] = {"with",   "on",      "given", "receiving",
                                                 "taking", "treated", "using"};
  for (size_t i = 0; i < first; ++i) {
    if (is_one_of(gap[i], kOthers) && (i == 0 || !names_people(gap[i - 1]))) return false;
  }
  // "40% were treated with X" counts those who were given it.
  static constexpr std::string_view kBe[] = {"was", "were", "are", "is", "been", "currently", "being"};
  static constexpr std::string_view kRelative[] = {"who", "that"};
  const bool of_whom = first > 1 && is_one_of(gap[first - 2], kRelative);  // "of men who were given X"
  if (is_one_of(before, kBe) && gap[first] != "in" && !of_whom) return false;
  static constexpr std::string_view kTaken[] = {"received", "took", "underwent", "had", "used"};
  static constexpr std::string_view kWho[] = {"who", "that", "having"};
  if (is_one_of(gap[first], kTaken)) return is_one_of(before, kWho);
  if (last == "to") {
    static constexpr std::string_view kTo[] = {"assigned",  "allocated", "randomised", "randomized",
                                               "responded", "response",  "exposed"};
    return (end >= 2 && is_one_of(gap[end - 2], kTo)) || is_one_of(before, kTo);
  }
  if (last == "of") return first == 0;
  // "and in the placebo group" is the next part of the comparison.
  while (first > 0 && may_lead_to_name(gap[first - 1])) --first;
  return first == 0 || (gap[first - 1] != "and" && gap[first - 1] != "or");
}

// "Rizatriptan, zolmitriptan or naratriptan (2 to 4%)": the figure is of all that are listed.
bool listed_together(std::string_view lower, const Mention& a, const Mention& b) {
  if (a.id == b.id || b.span.start < a.span.end) return false;
  const Words gap = words_outside_brackets(lower.substr(a.span.end, b.span.start - a.span.end));
  static constexpr std::string_view kList[] = {"and", "or", ",", "the", "group", "plus", "with", "both", "a"};
  return std::all_of(gap.begin(), gap.end(), [](const std::string& w) { return is_one_of(w, kList); });
}

}  // namespace

bool any_breaks_off(const std::vector<std::string>& words) {
  return std::any_of(words.begin(), words.end(), [](const std::string& word) { return breaks_off(word); });
}

bool opposes(std::string_view word) {
  return is_one_of(word, kComparingWords) || word == "against" || word == "over";
}

bool breaks_off(std::string_view word) { return is_one_of(word, kBreaks); }

bool may_lead_to_name(std::string_view word) { return is_one_of(word, kFillers) || is_numeric(word); }

bool may_be_arm(std::string_view lower, const Mention& mention) {
  const size_t start = std::min<size_t>(mention.span.start, lower.size());
  std::string_view behind = lower.substr(std::min<size_t>(mention.span.end, lower.size()));
  // "Placebo-etanercept", but "N-acetylcysteine".
  const bool joined = start > 1 && lower[start - 1] == '-';
  if (joined && start > 2 && is_letter(lower[start - 3])) return false;
  const bool hyphen = behind.starts_with('-') && !behind.starts_with("- ");  // "X- and Y-treated patients"
  if (behind.starts_with('-')) behind.remove_prefix(1);
  constexpr size_t kBytes = 40;
  const Words words = words_outside_brackets(behind.substr(0, kBytes));
  if (!words.empty()) {
    const std::string_view word = std::string_view(words[0]).substr(0, words[0].find('-'));
    if (is_one_of(words[0], kOtherThing) || (hyphen && !is_one_of(word, kOfThose))) return false;
  }
  const bool be = words.size() > 1 && (words[0] == "was" || words[0] == "were" || words[0] == "is");
  if (be && is_one_of(words[1], kGiven)) return false;
  // "In the placebo group (with background methotrexate)": told by the way, unless its figure stands there.
  const size_t open = lower.substr(0, start).rfind('(');
  if (open != std::string_view::npos &&
      lower.substr(open, start - open).find(')') == std::string_view::npos) {
    const size_t close = lower.find(')', start);
    const std::string_view inside =
        lower.substr(open, close == std::string_view::npos ? std::string_view::npos : close - open);
    static constexpr std::string_view kFigureSigns[] = {"%", "percent", "±", "+/-"};
    if (std::none_of(std::begin(kFigureSigns), std::end(kFigureSigns),
                     [&](std::string_view sign) { return inside.find(sign) != std::string_view::npos; }))
      return false;
  }
  return !is_part_of_combination(lower, mention.span);
}

namespace {

// "67% of group 1": the name says that it is one.
bool begins_with_group(std::string_view lower, ByteSpan name) {
  const std::string_view words = name.of(lower);
  return words.starts_with("group ") || words.starts_with("arm ");
}

bool has_group_behind(std::string_view lower, const Mention& arm) {
  const std::string_view behind = lower.substr(std::min<size_t>(arm.span.end, lower.size()));
  return behind.starts_with(" group") || behind.starts_with(" arm");
}

// "58% of the nizatidine group and in 88% of the pantoprazole": the word is not said twice.
bool leaves_group_out(std::string_view lower, const Words& gap, const Mention& arm,
                      std::span<const Mention> arms) {
  constexpr size_t kOfThe = 2;
  return gap.size() == kOfThe && gap[1] == "the" &&
         std::any_of(arms.begin(), arms.end(), [&](const Mention& other) {
           return other.id != arm.id && has_group_behind(lower, other) &&
                  lower.substr(0, other.span.start).ends_with(" of the ");
         });
}

// "(113 ± 15 omeprazole v 166 ± 18 lansoprazole; p > 0.05)": in the bracket nothing but the name follows.
bool closes_in_bracket(std::string_view lower, size_t figure_end, ByteSpan name) {
  const size_t open = lower.substr(0, figure_end).find_last_of("()");
  if (open == std::string_view::npos || lower[open] != '(' || name.start > figure_end + 1) return false;
  std::string_view behind = lower.substr(std::min<size_t>(name.end, lower.size()));
  for (const std::string_view end : {";", ")", " v ", " vs ", " vs. ", " versus "}) {
    if (behind.starts_with(end)) return true;
  }
  return false;
}

}  // namespace

size_t behind_bracket(std::string_view lower, size_t from) {
  constexpr size_t kFar = 80;
  const size_t sign = lower.find_first_of("()[]", from);
  if (sign == std::string_view::npos || sign > from + kFar || (lower[sign] != ')' && lower[sign] != ']'))
    return from;
  const bool other_figure = lower.substr(from, sign - from).find('%') != std::string_view::npos &&
                            lower.substr(from, sign - from).find("ci") == std::string_view::npos;
  return other_figure ? from : sign + 1;
}

const Mention* arm_after(std::string_view lower, size_t from, size_t until, std::span<const Mention> arms) {
  const size_t behind = behind_bracket(lower, from);
  for (const Mention& arm : arms) {
    if (arm.span.start < from || arm.span.end > until) continue;
    const bool same_bracket = arm.span.start < behind;
    const size_t gap_start = same_bracket ? from : behind;
    Words gap = words_outside_brackets(lower.substr(gap_start, arm.span.start - gap_start));
    if (gap.empty()) {  // "62% placebo"
      if (closes_in_bracket(lower, from, arm.span)) return &arm;
      const std::string_view next = lower.substr(std::min<size_t>(arm.span.end, lower.size()), 6);
      const bool had_it = next.starts_with(" group") || next.starts_with(" arm") ||
                          next.starts_with(" recip") || next.starts_with(" users") ||
                          next.starts_with("-treat");
      return arm.is_control || had_it ? &arm : nullptr;
    }
    // Behind a comma another part begins.
    if (any_breaks_off(gap) || std::find(gap.begin(), gap.end(), ",") != gap.end()) return nullptr;
    // "(18 mm) differing from the high-dose group": another than that.
    if (std::any_of(gap.begin(), gap.end(), [](const std::string& w) { return w.starts_with("differ"); }))
      return nullptr;
    // "Of patients from the high-dose group".
    const std::string_view of_group = lower.substr(std::min<size_t>(arm.span.end, lower.size()));
    if (is_told_group(arm) || of_group.starts_with(" group") || of_group.starts_with(" arm"))
      std::replace(gap.begin(), gap.end(), std::string("from"), std::string("in"));
    if (!leads_to_name(gap)) return nullptr;
    // "80% of antibiotics" are no people, "80% of the placebo patients" are.
    if (gap[0] == "of" && !arm.is_control && !begins_with_group(lower, arm.span) &&
        !leaves_group_out(lower, gap, arm, arms) &&
        std::none_of(gap.begin(), gap.end(), [](const std::string& w) { return names_people(w); })) {
      constexpr size_t kNear = 24;
      std::string_view next = lower.substr(std::min<size_t>(arm.span.end, lower.size()), kNear);
      if (next.starts_with('-')) next.remove_prefix(1);
      const Words words = words_outside_brackets(next);
      constexpr size_t kAhead = 2;  // "the nifedipine GITS patients"
      const bool people = std::any_of(
          words.begin(), words.begin() + static_cast<std::ptrdiff_t>(std::min(words.size(), kAhead)),
          [](const std::string& w) {
            return names_people(w) || is_one_of(w, kGroupWords) || is_one_of(w, kOfThose);
          });
      if (!people && !lower.substr(std::min<size_t>(arm.span.end, lower.size())).starts_with("- compared"))
        return nullptr;
    }
    const bool listed = std::any_of(arms.begin(), arms.end(), [&](const Mention& other) {
      return other.span.end <= until && listed_together(lower, arm, other);
    });
    return listed ? nullptr : &arm;
  }
  return nullptr;
}

const Mention* arm_inside(ByteSpan figure, std::span<const Mention> arms) {
  for (const Mention& arm : arms) {
    if (arm.span.start >= figure.start && arm.span.end <= figure.end) return &arm;
  }
  return nullptr;
}

ArmBefore arm_before(std::string_view lower, size_t from, size_t figure, std::span<const Mention> arms) {
  ArmBefore found;
  for (const Mention& arm : arms) {
    if (arm.span.start >= from && arm.span.end <= figure) found.arm = &arm;
  }
  if (found.arm == nullptr) return {};
  const ByteSpan name = found.arm->span;
  const Words gap = words_outside_brackets(lower.substr(name.end, figure - name.end));
  for (const std::string& word : gap) {
    if (!is_one_of(word, kBetween) && !is_numeric(word)) return {};
    found.at_a_sign = found.at_a_sign || word == "," || word == ":";
  }
  const Words lead = words_outside_brackets(lower.substr(from, name.start - from));
  constexpr size_t kNear = 5;
  for (size_t i = lead.size() - std::min(lead.size(), kNear); i < lead.size(); ++i) {
    if (opposes(lead[i]))
      found.opposed = true;
    else if (lead[i] != ";" && lead[i] != ":" && breaks_off(lead[i]))
      return {};
  }
  // "Compared with placebo, 40% …"
  if (found.opposed && found.at_a_sign) return {};
  for (const Mention& other : arms) {
    if (other.span.start >= from && listed_together(lower, other, *found.arm)) return {};
  }
  // "The most used were X (40%) and Y (20%)" are no arms; "with X (40%)" and "in the X group (40%)" are.
  const bool group = !gap.empty() && is_one_of(gap[0], kGroupWords);
  size_t last = lead.size();
  while (last > 0 && may_lead_to_name(lead[last - 1])) --last;
  const bool led = last > 0 && is_one_of(lead[last - 1], kConnections);
  // "(placebo = 6%, magnesium = 16%)"
  const bool equals = lower.substr(name.end, figure - name.end).find('=') != std::string_view::npos;
  // "Group I 6/18 (33%), group II 10/17 (59%)"
  const bool labelled = gap.empty() && begins_with_group(lower, name);
  found.sure = found.arm->is_control || group || led || found.opposed || equals || labelled;
  return found;
}

bool names_no_group(std::string_view tail, bool one_arm) {
  static constexpr std::string_view kLeads[] = {
      "with",     "on",        "given",   "receiving", "received", "taking",     "using",      "treated",
      "assigned", "under",     "after",   "allocated", "versus",   "vs",         "v",          "than",
      "before",   "following", "without", "to",        "compared", "randomised", "randomized", "undergoing"};
  static constexpr std::string_view kGroups[] = {"group",    "groups",  "arm",     "arms",
                                                 "controls", "control", "baseline"};
  static constexpr std::string_view kTimes[] = {"one", "two", "three", "four",      "five",   "six",
                                                "a",   "an",  "the",   "treatment", "therapy"};
  const Words words = words_outside_brackets(tail);
  for (size_t i = 0; i < words.size(); ++i) {
    if (words[i] == "," || words[i] == ";" || words[i] == ":" || words[i] == "and") break;
    if (is_one_of(words[i], kGroups)) return false;
    if (!is_one_of(words[i], kLeads)) continue;
    const std::string_view next = i + 1 < words.size() ? std::string_view(words[i + 1]) : std::string_view();
    const bool of_condition = one_arm && words[i] == "with" && i > 0 && names_people(words[i - 1]);
    const bool of_time =
        (words[i] == "after" || words[i] == "following") && (is_numeric(next) || is_one_of(next, kTimes));
    if (!of_condition && !of_time) return false;
  }
  return true;
}

}  // namespace attest
