// A figure is given an arm, an outcome or a time only where the words beside it say so.
// - Arm: means, medians and amounts of a change ("from 7.2 to 3.4") as shares (findings/arms/arms.h);
// estimates and p-values, where the sentence compares
//   exactly two arms, or right behind the shares of two ("12% with X and 20% with Y (hazard ratio 0.58)");
//   doses as in findings/figures/dose_owners.h.
// - Outcome: findings/figures/figure_outcomes.h. A figure that only an arm parts from the one before it ("5.2
// in X and
//   6.1 in Y") has the same.
// - Time: as the times of shares (findings/figures/figure_times.h).
#include "findings/figures/figure_owners.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/one_of.h"
#include "findings/arms/arms.h"
#include "findings/figures/changed_amounts.h"
#include "findings/figures/dose_owners.h"
#include "findings/figures/figure_links.h"
#include "findings/figures/figure_outcomes.h"
#include "findings/figures/figure_times.h"
#include "findings/figures/rate_figures.h"
#include "text/phrases.h"

namespace attest {
namespace {

using Words = std::vector<std::string>;

bool is_result(const Quantity& quantity) {
  return quantity.kind == QuantityKind::kMean || quantity.kind == QuantityKind::kMedian ||
         quantity.kind == QuantityKind::kRatio || quantity.kind == QuantityKind::kDifference;
}

bool compares(const Quantity& quantity) {
  return quantity.kind == QuantityKind::kRatio || quantity.kind == QuantityKind::kDifference ||
         quantity.kind == QuantityKind::kPValue;
}

// "0.58 (95% CI 0.3 to 0.9; P < 0.01)": only signs part a p-value from its estimate, and no bracket ends.
bool is_right_behind(std::string_view lower, size_t last_end, size_t figure) {
  if (figure < last_end) return false;
  const std::string_view between = lower.substr(last_end, figure - last_end);
  return between.find_first_not_of(" ,;") == std::string_view::npos;
}

// Where the clause of a figure begins: behind the last semicolon, or full stop before a capital.
size_t clause_start(std::string_view sentence, size_t figure) {
  for (size_t at = figure; at > 0; --at) {
    const char c = sentence[at - 1];
    if (c == ';') return at;
    if (c == '.' && at + 1 < figure && sentence[at] == ' ' && is_upper(sentence[at + 1])) return at;
  }
  return 0;
}

// The two arms that the sentence compares; names empty when it does not compare exactly two.
std::array<Mention, 2> compared_arms(std::string_view lower, std::span<const Mention> named) {
  std::vector<const Mention*> arms;
  for (const Mention& mention : named) {
    const bool known =
        std::any_of(arms.begin(), arms.end(), [&](const Mention* other) { return other->id == mention.id; });
    if (!known) arms.push_back(&mention);
  }
  if (arms.size() != 2) return {};
  // One name for things that the sentence tells apart ("sumatriptan … naratriptan") is no arm.
  for (const Mention& mention : named) {
    const Mention* arm = mention.id == arms[0]->id ? arms[0] : arms[1];
    if (!mention.is_control && mention.span.of(lower) != arm->span.of(lower)) return {};
  }
  const Mention* first = arms[0];
  const Mention* second = arms[1];
  if (second->span.start < first->span.end) return {};
  static constexpr std::string_view kAgainst[] = {"versus", "vs",          "than",       "compared",
                                                  "v",      "relative to", "as against", "comparison"};
  const std::string_view between = lower.substr(first->span.end, second->span.start - first->span.end);
  // "than in the placebo group": what sets them against each other leads to the second.
  constexpr size_t kNear = 32;
  const std::string_view near = between.substr(between.size() - std::min(between.size(), kNear));
  if (!has_any_phrase(near, kAgainst) || between.find(';') != std::string_view::npos) return {};
  if (first->is_control) return {};
  return {*first, *second};
}

// The shares that an estimate right behind them compares: the last one of an outcome, and the only other one.
struct SharesBefore {
  const ArmRate* first = nullptr;
  const ArmRate* second = nullptr;
};

SharesBefore shares_before(std::string_view lower, std::span<const Mention> named,
                           std::span<const ArmRate> rates, size_t from, const Quantity& estimate,
                           const std::string& outcome) {
  SharesBefore found;
  size_t count = 0;
  for (const ArmRate& rate : rates) {
    if (rate.span.start < from || rate.span.end > estimate.span.start) continue;
    if (found.second != nullptr && rate.outcome != found.second->outcome) count = 0;
    found.first = count == 1 ? found.second : nullptr;
    found.second = &rate;
    ++count;
  }
  if (found.second == nullptr) return {};
  const size_t end = found.second->span.end;
  std::string gap(lower.substr(end, estimate.span.start - end));
  // "(35 percent; relative risk of death, 0.70": its own outcome may be told again.
  if (const size_t at = outcome.empty() ? std::string::npos : gap.find(outcome); at != std::string::npos)
    gap.replace(at, outcome.size(), std::string(outcome.size(), ' '));
  return only_links_to_estimate(gap, named, end) ? found : SharesBefore();
}

// The two arms of the shares before an estimate, the one that the estimate is of first. A ratio must agree
// with the shares: one below 1 is of the arm with the smaller share. Names empty where that cannot be told.
std::array<Mention, 2> arms_of_shares(const SharesBefore& shares, const Quantity& estimate) {
  if (shares.first == nullptr || shares.second == nullptr) return {};
  const ArmRate* arm = shares.first;
  const ArmRate* against = shares.second;
  if (arm->arm.id.empty() || against->arm.id.empty() || arm->arm.id == against->arm.id) return {};
  if (arm->arm.is_control) std::swap(arm, against);
  if (arm->arm.is_control) return {};
  if (estimate.kind == QuantityKind::kRatio) {
    const bool less = arm->percent < against->percent;
    const bool more = arm->percent > against->percent;
    if ((estimate.value < 1 && !less) || (estimate.value > 1 && !more)) return {};
  }
  return {arm->arm, against->arm};
}

// How long people live is the other side of what a hazard ratio counts.
bool counts_the_other_side(const Quantity& estimate, std::string_view outcome) {
  return estimate.kind == QuantityKind::kRatio &&
         (outcome.find("surviv") != std::string_view::npos || outcome.find("free") != std::string_view::npos);
}

}  // namespace

std::vector<AttachedFigure> attach_figures(std::string_view lower, std::string_view sentence,
                                           std::span<const Quantity> quantities,
                                           std::span<const Mention> named, std::span<const ArmRate> rates) {
  std::vector<const Quantity*> with_arm;  // shares among them, so that a name is not taken twice
  std::vector<ArmRate> timed;             // the same and the estimates
  constexpr size_t kFiguresMax = 100;     // a sentence with more is a table; so that time stays linear
  quantities = quantities.first(std::min(quantities.size(), kFiguresMax));
  for (const Quantity& quantity : quantities) {
    const bool mean = quantity.kind == QuantityKind::kMean || quantity.kind == QuantityKind::kMedian;
    const bool share = is_share(lower, quantity, named);
    const ChangePart part = share ? ChangePart::kNone : change_part(lower, quantity);
    // "From 7.2 to 3.4 with X": the name stands behind the second.
    if (mean || share || part == ChangePart::kTo || part == ChangePart::kBy) with_arm.push_back(&quantity);
    if (is_result(quantity) || share || part != ChangePart::kNone) timed.emplace_back().span = quantity.span;
  }
  const std::vector<Mention> arms = arms_of_figures(lower, with_arm, quantities, named);
  attach_times(lower, sentence, quantities, timed);
  const std::array<Mention, 2> compared = compared_arms(lower, named);

  std::vector<AttachedFigure> figures;
  AttachedFigure last;  // the result before
  size_t last_end = 0;
  bool last_in_bracket = false;
  bool anew_said = false;
  for (const Quantity& quantity : quantities) {
    AttachedFigure figure;
    figure.kind = quantity.kind;
    figure.span = quantity.span;
    if (quantity.kind == QuantityKind::kDose) {
      if (const Mention* owner = dose_owner(lower, quantity, named); owner != nullptr) figure.arm = *owner;
      if (!figure.arm.name.empty()) figures.push_back(std::move(figure));
      continue;
    }
    const bool p_value = quantity.kind == QuantityKind::kPValue;
    const bool rate = std::any_of(rates.begin(), rates.end(),
                                  [&](const ArmRate& one) { return one.span.start == quantity.span.start; });
    const ChangePart part = rate ? ChangePart::kNone : change_part(lower, quantity);
    if (!is_result(quantity) && !p_value && part == ChangePart::kNone) continue;
    const size_t clause = clause_start(sentence, quantity.span.start);
    const size_t start = std::max(clause, std::min<size_t>(last_end, quantity.span.start));
    const std::string_view segment = lower.substr(start, quantity.span.start - start);
    for (size_t i = 0; i < with_arm.size(); ++i) {
      const bool second_part = part == ChangePart::kFrom && with_arm[i]->span.start > quantity.span.end;
      if (with_arm[i] == &quantity || second_part) figure.arm = arms[i];
      if (second_part) break;
    }
    for (const ArmRate& one : timed) {
      if (one.span.start != quantity.span.start) continue;
      figure.follow_up = one.follow_up;
      figure.follow_up_days = one.follow_up_days;
    }
    const bool follows = last_end > 0 && ((last_end >= clause && only_links(segment, named, start)) ||
                                          (p_value && is_right_behind(lower, last_end, quantity.span.start)));
    // "…, and body fat fell from 40% to 24% (p < 0.05)": a verb behind another figure begins anew.
    if (!follows) anew_said = last_end > compared[1].span.end && has_verb(segment);
    if (compares(quantity) && !anew_said) {
      figure.arm = compared[0];
      figure.against = compared[1];
    }
    // "X (OR 0.2) and Y (OR 0.3)": where names change at the brackets, what stands before them is no outcome.
    const bool bracket = open_bracket(segment) != std::string_view::npos;
    const bool anew = bracket && std::any_of(named.begin(), named.end(), [&](const Mention& mention) {
                        return mention.span.start >= start && mention.span.end <= quantity.span.start;
                      });
    if (!follows) figure.outcome = outcome_before(segment, quantity, named, lower);
    if (follows && !(anew && last_in_bracket)) figure.outcome = last.outcome;
    // "in women of normal weight (HR 2.7), overweight (HR 2.8)": a list goes on as it began.
    const bool listed = bracket && last_in_bracket && last_end > clause && last.outcome.empty();
    if (listed) figure.outcome.clear();
    last_in_bracket = bracket;
    if (compares(quantity) && !follows) {
      const SharesBefore shares = shares_before(lower, named, rates, last_end, quantity, figure.outcome);
      if (figure.arm.name.empty()) {
        const std::array<Mention, 2> arms_compared = arms_of_shares(shares, quantity);
        figure.arm = arms_compared[0];
        figure.against = arms_compared[1];
      }
      if (figure.outcome.empty() && shares.second != nullptr &&
          !counts_the_other_side(quantity, shares.second->outcome))
        figure.outcome = shares.second->outcome;
    }
    if (p_value && follows && figure.arm.name.empty() && !last.against.name.empty()) {
      figure.arm = last.arm;
      figure.against = last.against;
    }
    if (p_value && follows) {
      figure.follow_up = last.follow_up;
      figure.follow_up_days = last.follow_up_days;
    }
    last = figure;
    last_end = quantity.span.end;
    if (!figure.arm.name.empty() || !figure.outcome.empty() || !figure.follow_up.empty())
      figures.push_back(std::move(figure));
  }
  return figures;
}

}  // namespace attest
