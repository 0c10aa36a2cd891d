// Two means with their deviations and group sizes against the p-value beside them, by Student's and Welch's
// t. What stands after "±" may be a standard error; unless it is named, both readings must disagree.
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "figures/checks.h"
#include "figures/tolerances.h"
#include "text/phrases.h"

namespace attest::figures {

namespace {

struct SizedMean {
  MeanOfGroup group;
  size_t last = 0;  // its last quantity
};

// A mean, and the size of its group right before or after it.
std::optional<SizedMean> sized_mean(const Passage& passage, size_t index) {
  const std::vector<Quantity>& quantities = passage.quantities;
  const Quantity& mean = quantities[index];
  if (mean.kind != QuantityKind::kMean || std::isnan(mean.value) || std::isnan(mean.deviation) ||
      !(mean.deviation > 0) || has_broken_number(mean.span.of(passage.text)) ||
      passage.breaks_number(mean.span.start))
    return std::nullopt;
  constexpr size_t kApartMax = 40;
  for (const size_t next : {index + 1, index - 1}) {
    if (next >= quantities.size()) continue;
    const Quantity& size = quantities[next];
    if (size.kind != QuantityKind::kSampleSize || std::isnan(size.value) || size.value < 2) continue;
    const ByteSpan& before = next > index ? mean.span : size.span;
    const ByteSpan& after = next > index ? size.span : mean.span;
    const std::string_view between = passage.between(before.end, after.start);
    if (between.size() > kApartMax || between.find(';') != std::string_view::npos) continue;
    return SizedMean{{mean.value, mean.deviation, size.value}, std::max(index, next)};
  }
  return std::nullopt;
}

double p_of(const SizedMean& a, const SizedMean& b, bool errors, bool welch) {
  const auto group = [&](const MeanOfGroup& one) {
    return MeanOfGroup{one.mean, errors ? one.deviation * std::sqrt(one.count) : one.deviation, one.count};
  };
  return welch ? welch_t_p(group(a.group), group(b.group)) : pooled_t_p(group(a.group), group(b.group));
}

void check_pair(const Passage& passage, size_t first, const SizedMean& a, const SizedMean& b,
                std::vector<FigureCheck>& checks) {
  static constexpr std::string_view kOther[] = {"baseline",  "before",  "after",     "change*",
                                                "paired",    "from",    "reduction", "decrease*",
                                                "increase*", "median*", "range"};
  const size_t last = b.last + 1;
  if (last >= passage.quantities.size()) return;
  const Quantity& stated = passage.quantities[last];
  if (stated.kind != QuantityKind::kPValue || std::isnan(stated.value) || !is_whole_p_value(passage, stated))
    return;
  const std::string_view gap = passage.between(passage.quantities[b.last].span.end, stated.span.start);
  constexpr size_t kGapMax = 30;
  if (gap.size() > kGapMax || has_any_phrase(passage.lower, kOther)) return;
  const bool named = has_phrase(passage.lower, "sd") || has_phrase(passage.lower, "standard deviation*");
  double least = 1;
  double most = 0;
  for (const bool errors : {false, true}) {
    if (errors && named) continue;
    for (const bool welch : {false, true}) {
      const double p = p_of(a, b, errors, welch);
      if (std::isnan(p)) return;
      least = std::min(least, p);
      most = std::max(most, p);
    }
  }
  const auto printed = printed_in(stated.span.of(passage.text), stated.value);
  if (!printed) return;
  const bool at_most = stated.relation == Relation::kEqual || stated.relation == Relation::kLess ||
                       stated.relation == Relation::kLessOrEqual;
  const bool at_least = stated.relation == Relation::kEqual || stated.relation == Relation::kGreater;
  const bool too_small = at_most && printed->high() < 0.06 && least > kClearlyNotSignificant &&
                         least > kPValueFactor * printed->high() / 2;
  const bool too_large = at_least && printed->low() >= 0.045 && most < kClearlySignificant &&
                         most * kPValueFactor < printed->low();
  if (!too_small && !too_large) return;
  FigureCheck check =
      passage.check(FigureCheckKind::kPValue, {passage.quantities[first].span.start, stated.span.end});
  check.inputs =
      fmt::format("{:g} ± {:g} (n = {:g}) v {:g} ± {:g} (n = {:g})", a.group.mean, a.group.deviation,
                  a.group.count, b.group.mean, b.group.deviation, b.group.count);
  check.stated = std::string(stated.span.of(passage.text));
  check.computed = fmt::format("p = {} (Student’s t) and {} (Welch’s t)", p_words(p_of(a, b, false, false)),
                               p_words(p_of(a, b, false, true)));
  check.rule = "Student’s and Welch’s t test, two-sided";
  check.tolerance = "on another side of what counts as significant, by every reading of ±";
  check.said = fmt::format("gives {} for {}; computed here: {}.", check.stated, check.inputs, check.computed);
  checks.push_back(std::move(check));
}

}  // namespace

void check_means(const Passage& passage, std::vector<FigureCheck>& checks) {
  if (passage.design.dependent || passage.design.pooled || passage.design.one_sided ||
      is_modelled(passage.lower))
    return;
  std::vector<size_t> means;
  for (size_t i = 0; i < passage.quantities.size(); ++i) {
    if (passage.quantities[i].kind == QuantityKind::kMean) means.push_back(i);
  }
  // Of three groups the p-value is of all.
  if (means.size() != 2) return;
  const auto a = sized_mean(passage, means[0]);
  const auto b = sized_mean(passage, means[1]);
  if (a && b && a->last < b->last) check_pair(passage, means[0], *a, *b, checks);
}

}  // namespace attest::figures
