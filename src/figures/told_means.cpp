// "36.9 ± 16.2" of the abstract, which the text gives as "33.9 ± 16.2": one digit of a mean differs beside
// the same deviation.
#include <algorithm>
#include <cmath>
#include <set>

#include <fmt/format.h>

#include "figures/told.h"

namespace attest::figures {

namespace {

struct ToldMean {
  const LabelledFigure* mean = nullptr;
  const LabelledFigure* deviation = nullptr;
};

std::vector<ToldMean> means_with_deviation(const Told& told) {
  std::vector<ToldMean> means;
  for (const LabelledFigure& figure : told.figures) {
    if (figure.label != "mean, deviation") continue;
    for (const LabelledFigure& mean : told.figures) {
      if (mean.label == "mean" && mean.span == figure.span) means.push_back({&mean, &figure});
    }
  }
  return means;
}

// The same number of digits, one of them another.
bool differ_in_one_digit(const Printed& a, const Printed& b) {
  const std::string one = with_decimals(a.value, a.decimals);
  const std::string other = with_decimals(b.value, b.decimals);
  if (one.size() != other.size()) return false;
  size_t differing = 0;
  for (size_t i = 0; i < one.size(); ++i) differing += one[i] != other[i] ? 1 : 0;
  return differing == 1;
}

// Two digits and more: one alone is the same by chance.
bool has_digits(const Printed& printed) { return printed.value / printed.unit() >= 10; }

}  // namespace

void check_told_means(std::string_view text, const Told& said, std::span<const Told> body,
                      std::span<const Printed> printed, std::vector<FigureCheck>& checks) {
  for (const ToldMean& mine : means_with_deviation(said)) {
    const Printed& value = mine.mean->printed;
    if (!has_digits(value) || !has_digits(mine.deviation->printed)) continue;
    const bool elsewhere = std::any_of(printed.begin(), printed.end(),
                                       [&](const Printed& one) { return may_be_same(one, value); });
    if (elsewhere) continue;
    const LabelledFigure* other = nullptr;
    const Told* sentence = nullptr;
    std::set<double> values;
    for (const Told& told : body) {
      for (const ToldMean& theirs : means_with_deviation(told)) {
        const Printed& deviation = theirs.deviation->printed;
        if (deviation.value != mine.deviation->printed.value ||
            deviation.decimals != mine.deviation->printed.decimals)
          continue;
        values.insert(theirs.mean->printed.value);
        other = theirs.mean;
        sentence = &told;
      }
    }
    if (values.size() != 1 || !differ_in_one_digit(value, other->printed)) continue;
    FigureCheck check;
    check.kind = FigureCheckKind::kAbstract;
    check.figure = mine.mean->span;
    check.sentences = {said.sentence, sentence->sentence};
    check.stated = std::string(mine.mean->span.of(text));
    check.computed = std::string(other->span.of(text));
    check.inputs = check.stated + ", " + check.computed;
    check.rule = "the abstract as in the full text";
    check.tolerance = "rounding; the abstract’s figure stands nowhere in the full text";
    check.said = fmt::format("has {} in the abstract and {} in the full text.", check.stated, check.computed);
    checks.push_back(std::move(check));
  }
}

}  // namespace attest::figures
