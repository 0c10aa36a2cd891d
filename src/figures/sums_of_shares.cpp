// "16 of 30 recovered: 5 of 12 with the drug and 9 of 18 without": counts of all against the counts of the
// groups, where the groups make up all.
#include <cmath>

#include <fmt/format.h>

#include "figures/checks.h"
#include "figures/percentages.h"
#include "figures/tolerances.h"
#include "text/phrases.h"

namespace attest::figures {

namespace {

struct CountedShare {
  CountOfTotal count;
  ByteSpan span;
  size_t quantity = 0;
};

std::vector<CountedShare> counted_shares(const Passage& passage) {
  std::vector<CountedShare> shares;
  for (size_t i = 0; i < passage.quantities.size(); ++i) {
    const Quantity& one = passage.quantities[i];
    if (!is_sound(passage, one)) continue;
    if (const auto count = counts_of(one, one.span.of(passage.text))) shares.push_back({*count, one.span, i});
  }
  return shares;
}

constexpr int64_t kGroupMin = 5;  // people of one group

// The groups stand one after the other, and are told of in one sentence.
void check_sum(const Passage& passage, const CountedShare& all, std::span<const CountedShare> groups,
               std::vector<FigureCheck>& checks) {
  CountOfTotal sum;
  std::string inputs;
  for (const CountedShare& group : groups) {
    if (group.count.total < kGroupMin) return;
    sum.events += group.count.events;
    sum.total += group.count.total;
    inputs += (inputs.empty() ? "" : " + ") + fmt::format("{}/{}", group.count.events, group.count.total);
  }
  if (sum.total != all.count.total || sum.events == all.count.events) return;
  // Farther apart, the groups are of another outcome and make up as many people by chance.
  const double apart = std::abs(static_cast<double>(sum.events - all.count.events));
  if (apart > std::max(2.0, kGroupSumApart * static_cast<double>(sum.events))) return;
  const uint32_t start = std::min(all.span.start, groups.front().span.start);
  const uint32_t end = std::max(all.span.end, groups.back().span.end);
  FigureCheck check = passage.check(FigureCheckKind::kTotal, {start, end});
  check.stated = fmt::format("{}/{}", all.count.events, all.count.total);
  check.computed = fmt::format("{}/{}", sum.events, sum.total);
  check.inputs = inputs;
  check.rule = "sum of the groups";
  check.tolerance = "none";
  check.said =
      fmt::format("gives {} of all; the groups, {}, make {}.", check.stated, check.inputs, check.computed);
  checks.push_back(std::move(check));
}

// Other outcomes, other times, people counted twice.
bool may_be_of_others(std::string_view between) {
  static constexpr std::string_view kOther[] = {
      "of these", "of whom",   "of which", "of those", "whereas",   "at week",   "at month",   "after",
      "but",      "follow-up", "and the",  "had",      "sensitiv*", "specific*", "predictive*"};
  return has_any_phrase(between, kOther) || between.find(". ") != std::string_view::npos;
}

}  // namespace

void check_sums_of_shares(const Passage& passage, std::vector<FigureCheck>& checks) {
  if (passage.design.pooled) return;
  const std::vector<CountedShare> shares = counted_shares(passage);
  for (size_t i = 0; i + 2 < shares.size(); ++i) {
    const std::string_view words = passage.between(shares[i].span.end, shares[i + 2].span.start);
    if (may_be_of_others(words)) continue;
    const std::span<const CountedShare> three(&shares[i], 3);
    check_sum(passage, three[0], three.subspan(1), checks);
  }
}

}  // namespace attest::figures
