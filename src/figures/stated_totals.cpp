// Shares without their total against the one total that all the other shares of an abstract are of: "We
// enrolled 120 patients. Diabetes was present in 30 (25%), hypertension in 54 (45%) and smoking in 18 (21%)."
#include <algorithm>
#include <cmath>
#include <set>

#include "figures/checks.h"
#include "figures/percentages.h"
#include "text/phrases.h"

namespace attest::figures {

namespace {

struct PlacedShare {
  const Passage* passage = nullptr;
  size_t quantity = 0;
  double events = 0;
  Printed percent;
};

struct StatedTotal {
  double size = 0;
  const Passage* passage = nullptr;
  size_t start = 0;  // in the document
};

// Shares of some of the people, of events and of estimates.
bool is_of_others(std::string_view lower) {
  static constexpr std::string_view kOther[] = {
      "of these",   "of whom",  "of those",  "of which",  "respectively", "evaluable",
      "completers", "events",   "episodes",  "samples",   "eyes",         "lesions",
      "visits",     "of them",  "estimated", "survivors", "responders",   "remaining",
      "available",  "adjusted", "weighted",  "controls",  "tumours",      "tumors"};
  return has_any_phrase(lower, kOther);
}

// The total without some who were counted, or several groups together, that the share may be of instead.
bool may_be_of_rest(const std::set<long>& numbers, const std::vector<StatedTotal>& totals, double low,
                    double high) {
  const auto holds = [&](double value) { return value >= low && value <= high; };
  for (const StatedTotal& total : totals) {
    for (const long one : numbers) {
      const auto other = static_cast<double>(one);
      // "73 males and 6 females" are one group
      if (holds(total.size - other) || holds(total.size + other)) return true;
    }
    for (const StatedTotal& other : totals) {
      if (holds(total.size + other.size)) return true;
    }
  }
  return false;
}

// Of some a figure may be missing, so that a share is of fewer than all. Not where it is of more than there
// were, nor where its own sentence has other shares that are all of the total.
bool cannot_be_of_fewer(const PlacedShare& wrong, std::span<const PlacedShare> shares, double total) {
  if (100 * wrong.events / wrong.percent.high() > total) return true;
  size_t own = 0;
  for (const PlacedShare& share : shares) own += share.passage == wrong.passage ? 1 : 0;
  size_t percentages = 0;
  for (const Quantity& quantity : wrong.passage->quantities) {
    const std::string_view words = quantity.span.of(wrong.passage->text);
    percentages += words.find('%') != std::string_view::npos ? 1 : 0;
  }
  return own > 1 && percentages == own;
}

}  // namespace

void check_stated_totals(std::span<const Passage> passages, std::string_view whole_text,
                         std::vector<FigureCheck>& checks) {
  constexpr double kTotalMin = 20;
  constexpr size_t kFittingMin = 2;
  std::vector<PlacedShare> shares;
  std::vector<StatedTotal> totals;
  std::set<long> numbers;
  for (const Passage& passage : passages) {
    if (is_computed_otherwise(passage.lower)) return;
    for (size_t i = 0; i < passage.quantities.size(); ++i) {
      const Quantity& quantity = passage.quantities[i];
      const bool share = quantity.kind == QuantityKind::kProportion;
      const double counted = share ? quantity.numerator : quantity.value;
      if (is_count(counted) && quantity.kind != QuantityKind::kPercentage)
        numbers.insert(std::lround(counted));
      const size_t start = passage.start + quantity.span.start;
      const bool people = quantity.kind == QuantityKind::kSampleSize && quantity.relation == Relation::kEqual;
      if (people && is_count(quantity.value) && quantity.value >= kTotalMin)
        totals.push_back({quantity.value, &passage, start});
      if (quantity.kind != QuantityKind::kProportion) continue;
      if (const auto percent = bare_share(passage, quantity)) {
        if (is_of_others(passage.lower)) return;
        shares.push_back({&passage, i, quantity.numerator, *percent});
      } else if (is_count(quantity.denominator)) {
        return;  // of several totals
      }
    }
  }
  if (shares.size() <= kFittingMin || totals.empty()) return;
  for (const StatedTotal& total : totals) {
    const PlacedShare* wrong = nullptr;
    size_t fitting = 0;
    bool sound = true;
    for (const PlacedShare& share : shares) {
      const size_t start = share.passage->start + share.passage->quantities[share.quantity].span.start;
      if (start < total.start || share.events > total.size) sound = false;
      const CountOfTotal count = {std::lround(share.events), std::lround(total.size)};
      if (percentage_fits(share.percent, count))
        ++fitting;
      else if (wrong == nullptr)
        wrong = &share;
      else
        sound = false;
    }
    if (!sound || wrong == nullptr || fitting < kFittingMin || wrong->percent.low() <= 0) continue;
    if (!cannot_be_of_fewer(*wrong, shares, total.size)) return;
    if (has_other_total(whole_text, wrong->events, wrong->percent)) return;
    if (may_be_of_rest(numbers, totals, 100 * wrong->events / wrong->percent.high(),
                       100 * wrong->events / wrong->percent.low()))
      return;
    const Passage& passage = *wrong->passage;
    for (const FigureCheck& known : checks) {
      if (known.figure.overlaps(passage.placed(passage.quantities[wrong->quantity].span))) return;
    }
    add_percentage(passage, passage.quantities[wrong->quantity].span, wrong->percent,
                   {std::lround(wrong->events), std::lround(total.size)}, checks);
    if (total.passage != &passage) checks.back().sentences.push_back(total.passage->span());
    return;
  }
}

}  // namespace attest::figures
