// Whose figure a figure is. A figure is given to an arm only where the words between them say so:
// - the name follows through a connecting word ("43 of 54 (80%) in the biofeedback group", "20% of patients
//   given placebo");
// - the name stands right before it ("biofeedback 70%", "with placebo (38%)", "in the macrogol group 12 of
//   55");
// - two arms are set against each other and so are two figures ("better with X than with Y (70% v 38%)"), or
//   the sentence says "respectively";
// - the part of the sentence is about one arm and nothing in it speaks of another group ("After X, 68% were
//   satisfied at 3 months and 64% at 6 months").
// Of other figures it is not said whose they are.
#include "findings/arms/arms.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <set>

#include "base/ascii.h"
#include "base/one_of.h"
#include "findings/arms/arm_names.h"
#include "findings/arms/arm_runs.h"
#include "findings/arms/listed_arms.h"
#include "findings/arms/told_groups.h"
#include "findings/figures/rate_figures.h"
#include "text/phrases.h"

namespace attest {

namespace {

using Words = std::vector<std::string>;

bool any_opposes(const Words& words) {
  return std::any_of(words.begin(), words.end(), [](const std::string& word) { return opposes(word); });
}

class Attacher {
 public:
  Attacher(std::string_view lower, std::span<const Quantity* const> figures, std::vector<ByteSpan> doses,
           std::span<const Mention> mentions)
      : lower_(lower),
        figures_(figures),
        doses_(std::move(doses)),
        owners_(figures.size(), nullptr),
        opposed_(figures.size(), false),
        sure_(figures.size(), false) {
    for (const Mention& mention : mentions) {
      if (is_told_group(mention) || may_be_arm(lower, mention)) arms_.push_back(mention);
      ids_.insert(mention.id);
      groups_told_ = groups_told_ || is_told_group(mention);
    }
  }

  // For each figure its arm, or null. The arms are this object's.
  const std::vector<const Mention*>& attach() {
    if (arms_.empty()) return owners_;
    const bool respectively = has_phrase(lower_, "respectively");
    if (respectively && in_order()) return owners_;
    const std::vector<const Mention*> in_list =
        arms_in_list_order(lower_, spans(), arms_, ids_.size(), respectively);
    next_to_names();
    for (size_t i = 0; i < figures_.size(); ++i) {
      if (in_list[i] == nullptr) continue;
      owners_[i] = in_list[i];
      opposed_[i] = false;
      sure_[i] = true;
    }
    give_together();
    if (respectively) {  // of some of the figures, or of the times
      in_pairs();
      drop_lonely_opposed();
      return owners_;
    }
    next_doses();
    in_pairs();
    around_pairs();
    first_of_pair();
    by_part();
    drop_lonely_opposed();
    return owners_;
  }

 private:
  size_t start(size_t i) const { return figures_[i]->span.start; }
  size_t end(size_t i) const { return figures_[i]->span.end; }
  size_t next(size_t i) const { return i + 1 < figures_.size() ? start(i + 1) : lower_.size(); }
  size_t previous(size_t i) const { return i > 0 ? end(i - 1) : 0; }
  Words between(size_t from, size_t until) const {
    return words_outside_brackets(lower_.substr(from, std::max(from, until) - from));
  }

  // The last words before a name.
  Words near_before(size_t name) const {
    Words words = between(lower_.substr(0, name).rfind(';') + 1, name);
    constexpr size_t kNear = 5;
    words.erase(words.begin(), words.end() - static_cast<std::ptrdiff_t>(std::min(words.size(), kNear)));
    return words;
  }

  bool joined_to_next(size_t i) const {
    return i + 1 < figures_.size() && are_joined(lower_, figures_[i]->span, figures_[i + 1]->span);
  }
  std::vector<ByteSpan> spans() const {
    std::vector<ByteSpan> found;
    for (const Quantity* figure : figures_) found.push_back(figure->span);
    return found;
  }
  bool joined(size_t i) const { return joined_to_next(i) || (i > 0 && joined_to_next(i - 1)); }

  // "A and B: 70% and 23%, respectively"; false where that cannot be told.
  bool in_order() {
    const size_t count = figures_.size();
    if (groups_told_ && lists_two_times(lower_)) return false;
    for (size_t i = 0; i + 1 < count; ++i) {
      if (!joined_to_next(i)) return false;
    }
    std::vector<const Mention*> named;
    static constexpr std::string_view kList[] = {
        "and",        "or",       ",",      "group",   "groups", "the",      "with",      "in",
        "for",        "vs",       "versus", "than",    "to",     "patients", "receiving", "randomised",
        "randomized", "compared", "those",  "treated", "arm",    "women",    "given",     "receive"};
    for (const Mention& arm : arms_) {
      if (named.size() == count) break;
      const Words gap = named.empty() ? Words() : between(named.back()->span.end, arm.span.start);
      if (std::any_of(gap.begin(), gap.end(), [](const std::string& w) { return !is_one_of(w, kList); }))
        return false;
      if (arm.span.start > start(0) && arm.span.end < end(count - 1)) return false;
      const bool known =
          std::any_of(named.begin(), named.end(), [&](const Mention* one) { return one->id == arm.id; });
      if (!known) named.push_back(&arm);
    }
    if (count < 2 || named.size() != count || ids_.size() != count) return false;
    owners_ = named;
    return true;
  }

  // "X, 26% v placebo, 47%"
  bool compared_behind(size_t i) const {
    const Words words = words_outside_brackets(tail(i));
    return !words.empty() && opposes(words[0]);
  }

  void next_to_names() {
    for (size_t i = 0; i < figures_.size(); ++i) {
      const Mention* after = arm_inside(figures_[i]->span, arms_);
      if (after == nullptr && !joined(i)) after = arm_after(lower_, end(i), next(i), arms_);
      ArmBefore before;
      if (!joined(i)) before = arm_before(lower_, previous(i), start(i), arms_);
      // A name that the figure before leads to is not this one's.
      if (led_to_.contains(before.arm)) before = {};
      if (before.at_a_sign && !compared_behind(i) && !names_no_group(tail(i), true)) before = {};
      if (after != nullptr && before.arm != nullptr && after->id != before.arm->id) continue;
      owners_[i] = after != nullptr ? after : before.arm;
      opposed_[i] = after == nullptr && before.arm != nullptr && (before.opposed || !before.sure);
      sure_[i] = after != nullptr || before.sure;
      if (after != nullptr) led_to_.insert(after);
    }
  }

  // What tells whose several figures are at once.
  void give_together() {
    const std::vector<ByteSpan> places = spans();
    std::vector<const Mention*> given = owners_;
    give_runs(lower_, places, arms_, given);
    give_like_before(lower_, places, arms_, given);
    give_behind_commas(lower_, places, arms_, given);
    for (size_t i = 0; i < given.size(); ++i) {
      if (given[i] == owners_[i]) continue;
      owners_[i] = given[i];
      opposed_[i] = false;
      sure_[i] = true;
    }
  }

  // "Rizatriptan 5 mg (33%) and 10 mg (42%)": the next dose of the same.
  void next_doses() {
    for (size_t i = 1; i < figures_.size(); ++i) {
      const Mention* last = owners_[i - 1];
      if (owners_[i] != nullptr || last == nullptr || last->is_control || led_to_.contains(last)) continue;
      const Words gap = between(end(i - 1), start(i));
      const bool only_dose = std::all_of(gap.begin(), gap.end(), [](const std::string& word) {
        return word == "," || word == ";" || word == "and" || word == "with" || word == "on" ||
               word == "in" || may_lead_to_name(word);
      });
      const bool dose = std::any_of(doses_.begin(), doses_.end(), [&](ByteSpan one) {
        return one.start >= end(i - 1) && one.end <= start(i);
      });
      if (only_dose && dose) owners_[i] = last;
    }
  }

  // "X was better than placebo (70% v 38%)".
  void in_pairs() {
    constexpr size_t kTwo = 2;
    constexpr size_t kTurnedWordsMax = 4;
    if (ids_.size() != kTwo) return;
    const Mention* first = &arms_.front();
    const auto second =
        std::find_if(arms_.begin(), arms_.end(), [&](const Mention& arm) { return arm.id != first->id; });
    if (second == arms_.end()) return;
    // "Compared with the X group, the Y group had fewer (24% v 48%)": the first figure is of its subject.
    const bool turned = (lower_.starts_with("compared ") || lower_.starts_with("relative to ")) &&
                        between(first->span.end, second->span.start).size() <= kTurnedWordsMax;
    if (!turned && (any_opposes(between(0, first->span.start)) ||
                    !any_opposes(between(first->span.end, second->span.start)) ||
                    any_breaks_off(near_before(first->span.start))))
      return;
    // A pair between the two names sets something else against each other ("in women than in men").
    for (size_t i = 0; i < figures_.size(); ++i) {
      if (start(i) > first->span.end && end(i) < second->span.start) return;
    }
    for (size_t i = 0; i + 1 < figures_.size(); ++i) {
      const Words gap = between(end(i), start(i + 1));
      // "(70% and 38%, respectively)" beside two that are compared.
      const bool listed = (groups_told_ || has_phrase(lower_, "respectively")) && !gap.empty() &&
                          gap[0] != "," &&
                          stand_in_one_bracket(lower_, figures_[i]->span, figures_[i + 1]->span);
      const bool versus = joined_to_next(i) && !gap.empty() && (opposes(gap[0]) || listed);
      const bool three = (i > 0 && joined_to_next(i - 1)) || joined_to_next(i + 1);
      if (!versus || three) continue;
      owners_[i] = turned ? &*second : first;
      owners_[i + 1] = turned ? first : &*second;
    }
  }

  // "Higher in X-treated patients (77.8% v 59.5% for those on Y)".
  void around_pairs() {
    for (size_t i = 0; groups_told_ && i + 1 < figures_.size(); ++i) {
      if (owners_[i] != nullptr || owners_[i + 1] != nullptr || !joined_to_next(i)) continue;
      if (i > 0 && joined_to_next(i - 1)) continue;
      const ArmBefore before = arm_before(lower_, previous(i), start(i), arms_);
      const Mention* after = arm_after(lower_, end(i + 1), next(i + 1), arms_);
      if (before.arm == nullptr || after == nullptr || before.arm->id == after->id) continue;
      owners_[i] = before.arm;
      owners_[i + 1] = after;
      sure_[i] = sure_[i + 1] = true;
    }
  }

  // "Lower in the X group (12% v 20%)", "the X group had fewer (12% v 20%)": the first is of the one group
  // that is named. Whose the second is the sentence does not say.
  void first_of_pair() {
    static constexpr std::string_view kMore[] = {"lower",  "higher",  "less",      "more",
                                                 "fewer",  "greater", "better",    "worse",
                                                 "longer", "shorter", "increased", "reduced"};
    if (!groups_told_ || ids_.size() != 1 || arms_.size() != 1 || !has_any_phrase(lower_, kMore)) return;
    static constexpr std::string_view kOthers[] = {"than in", "than the", "compared with", "compared to"};
    if (has_any_phrase(lower_, kOthers) || arms_.front().is_control) return;
    for (size_t i = 0; i + 1 < figures_.size(); ++i) {
      const Words gap = between(end(i), start(i + 1));
      if (!joined_to_next(i) || gap.empty() || !opposes(gap[0]) || arms_.front().span.end > start(i))
        continue;
      if (joined_to_next(i + 1) || owners_[i] != nullptr) continue;
      owners_[i] = &arms_.front();
      sure_[i] = true;
    }
  }

  // Where a part of the sentence is about one arm.
  void by_part() {
    // Something is compared, and no name is known for one side of it.
    static constexpr std::string_view kCompares[] = {
        "versus", "vs",     "compared", "than",       "groups", "control", "controls",  "whereas", "before",
        "both",   "either", "baseline", "comparator", "arms",   "alone",   "placebo-*", "or"};
    const bool one_arm = ids_.size() == 1;
    if (one_arm && has_any_phrase(lower_, kCompares)) return;
    for (size_t i = 0; one_arm && i < figures_.size(); ++i) {
      if (owners_[i] == nullptr && !groups_told_ && !names_no_group(tail(i), one_arm)) return;
    }
    for (size_t i = 0; i < figures_.size(); ++i) {
      // Where all groups have names none can be hidden behind the figure.
      const bool no_group = groups_told_ ? no_arm_behind(i) : names_no_group(tail(i), one_arm);
      if (owners_[i] != nullptr || (!one_arm && joined(i)) || !no_group) continue;
      if (!may_be_of_people(lower_, *figures_[i]) || !is_led_to(i)) continue;
      owners_[i] = governing(i);
    }
  }

  bool no_arm_behind(size_t i) const {
    return std::none_of(arms_.begin(), arms_.end(), [&](const Mention& arm) {
      return arm.span.start >= end(i) && arm.span.end <= next(i) &&
             !any_opposes(between(end(i), arm.span.start));
    });
  }

  // "Seen in 40%", "(40%)", "at 6 months 40%", but not "lowered the pressure 29%".
  bool is_led_to(size_t i) const {
    std::string_view before = lower_.substr(0, start(i));
    while (before.ends_with(' ')) before.remove_suffix(1);
    if (before.empty() || !is_letter(before.back())) return true;
    static constexpr std::string_view kLeads[] = {
        "in",    "of",    "by",   "was",  "were",    "is",     "about",  "only",    "approximately", "had",
        "to",    "and",   "for",  "that", "than",    "nearly", "almost", "over",    "overall",       "months",
        "weeks", "years", "days", "at",   "another", "a",      "year",   "further", "month",         "week"};
    const Words words =
        words_outside_brackets(before.substr(before.size() - std::min<size_t>(before.size(), 30)));
    return !words.empty() && is_one_of(words.back(), kLeads);
  }

  std::string_view tail(size_t i) const {
    const size_t from = behind_bracket(lower_, end(i));
    return from < next(i) ? lower_.substr(from, next(i) - from) : std::string_view();
  }

  // The only arm named since the last break before the figure, where the part begins with it or a connecting
  // word leads to it.
  const Mention* governing(size_t i) const {
    const Mention* last = nullptr;
    size_t from = 0;  // behind the last other arm
    for (const Mention& arm : arms_) {
      if (arm.span.end > start(i)) break;
      if (last != nullptr && arm.id != last->id) from = last->span.end;
      last = &arm;
    }
    if (last == nullptr || (ids_.size() > 1 && led_to_.contains(last))) return nullptr;
    const Words words = between(last->span.end, start(i));
    static constexpr std::string_view kGroups[] = {"group",    "groups",  "arm",  "arms",
                                                   "controls", "control", "those"};
    for (size_t k = 0; k < words.size(); ++k) {
      if (breaks_off(words[k]) || (k > 0 && is_one_of(words[k], kGroups))) return nullptr;
    }
    // Two arms before the figure are a comparison, unless a sign parts them.
    if (from > 0 && lower_.substr(from, last->span.start - from).find(';') == std::string_view::npos)
      return nullptr;
    std::string_view lead_text = lower_.substr(0, last->span.start);
    if (const size_t sign = lead_text.rfind(';'); sign != std::string_view::npos)
      lead_text.remove_prefix(sign + 1);
    Words lead = words_outside_brackets(lead_text);
    constexpr size_t kNear = 5;
    for (size_t k = lead.size() - std::min(lead.size(), kNear); k < lead.size(); ++k) {
      if (breaks_off(lead[k]) || opposes(lead[k])) return nullptr;
    }
    while (!lead.empty() && may_lead_to_name(lead.back())) lead.pop_back();
    if (lead.empty()) return last;
    static constexpr std::string_view kLeads[] = {"with",  "on",    "given",    "receiving",
                                                  "after", "in",    "taking",   "following",
                                                  "using", "under", "received", "by"};
    static constexpr std::string_view kTreatment[] = {"treatment", "therapy", "injection", "injections",
                                                      "patients",  "dose",    "course",    "administration"};
    const bool of_treatment =
        lead.back() == "of" && lead.size() > 1 && is_one_of(lead[lead.size() - 2], kTreatment);
    return is_one_of(lead.back(), kLeads) || of_treatment ? last : nullptr;
  }

  // "Similar in both groups (X 20%; Y 30%)": in one bracket each has its name before it.
  bool side_by_side() const {
    constexpr size_t kTwo = 2;
    if (figures_.size() != kTwo || owners_[0] == nullptr || owners_[1] == nullptr ||
        owners_[0]->id == owners_[1]->id)
      return false;
    static constexpr std::string_view kGroupsTold[] = {"groups",  "both",      "arms",       "compared",
                                                       "than",    "versus",    "comparable", "similar",
                                                       "differ*", "each group"};
    const size_t open = lower_.substr(0, start(0)).find_last_of("()");
    if (open == std::string_view::npos || lower_[open] != '(' || owners_[0]->span.start < open) return false;
    return lower_.substr(open, start(1) - open).find(')') == std::string_view::npos &&
           has_any_phrase(lower_, kGroupsTold);
  }

  void drop_lonely_opposed() {
    if (side_by_side()) return;
    for (size_t i = 0; i < figures_.size(); ++i) {
      if (!opposed_[i] || owners_[i] == nullptr) continue;
      const bool beside = std::any_of(owners_.begin(), owners_.end(), [&](const Mention* const& other) {
        return other != nullptr && other->id != owners_[i]->id &&
               (sure_[static_cast<size_t>(&other - owners_.data())] || sure_[i]);
      });
      if (!beside) owners_[i] = nullptr;
    }
  }

  std::string_view lower_;
  std::span<const Quantity* const> figures_;
  std::vector<ByteSpan> doses_;
  std::vector<Mention> arms_;
  std::set<std::string> ids_;        // of all that is named
  std::set<const Mention*> led_to_;  // from the figure before them
  std::vector<const Mention*> owners_;
  std::vector<bool> opposed_;  // holds only beside another arm's figure
  std::vector<bool> sure_;
  bool groups_told_ = false;
};

}  // namespace

std::vector<Mention> arms_of_figures(std::string_view lower, std::span<const Quantity* const> figures,
                                     std::span<const Quantity> quantities,
                                     std::span<const Mention> mentions) {
  std::vector<ByteSpan> doses;
  for (const Quantity& quantity : quantities) {
    if (quantity.kind == QuantityKind::kDose) doses.push_back(quantity.span);
  }
  Attacher attacher(lower, figures, doses, mentions);
  std::vector<Mention> arms;
  for (const Mention* owner : attacher.attach()) arms.push_back(owner == nullptr ? Mention{} : *owner);
  return arms;
}

}  // namespace attest
