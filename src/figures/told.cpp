#include "figures/told.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/ascii.h"
#include "figures/tolerances.h"

namespace attest::figures {

namespace {

// What a quantity is, so that two of one name may be set beside each other. Empty for those that are not.
std::string label_of(const Quantity& quantity) {
  switch (quantity.kind) {
    case QuantityKind::kProportion: return quantity.measure == "rate" ? "rate" : "share";
    case QuantityKind::kPercentage: return "share";
    case QuantityKind::kCount:
    case QuantityKind::kSampleSize:  // of groups there are always a few
      return quantity.unit == "groups" || quantity.unit == "arms" ? "" : "people";
    case QuantityKind::kMean: return "mean";
    case QuantityKind::kMedian: return "median";
    case QuantityKind::kRatio: return quantity.measure;
    case QuantityKind::kDifference: return "difference";
    case QuantityKind::kPValue: return "p";
    case QuantityKind::kAccuracy: return quantity.measure;
    case QuantityKind::kDuration: return "time in " + quantity.unit;
    case QuantityKind::kNumber: return quantity.measure == "age" ? "age" : "number";
    case QuantityKind::kDose:
    case QuantityKind::kRange: return {};
  }
  return {};
}

// A number that is not by chance in two sentences.
bool is_telling(const Printed& printed) {
  constexpr double kTellingMin = 20;
  return printed.value >= kTellingMin || printed.decimals > 0;
}

// How the figures of one sentence stand to those of another: which of either have no counterpart.
struct Unmatched {
  std::vector<const LabelledFigure*> said;
  std::vector<const LabelledFigure*> told;
  size_t telling = 0;  // counterparts that are no chance
};
Unmatched compare(std::span<const LabelledFigure> said, std::span<const LabelledFigure> told) {
  Unmatched result;
  std::vector<bool> used(told.size(), false);
  for (const LabelledFigure& one : said) {
    bool found = false;
    for (size_t i = 0; i < told.size() && !found; ++i) {
      if (used[i] || told[i].label != one.label || !may_be_same(one.printed, told[i].printed)) continue;
      used[i] = found = true;
      if (is_telling(one.printed)) ++result.telling;
    }
    if (!found) result.said.push_back(&one);
  }
  for (size_t i = 0; i < told.size(); ++i) {
    if (!used[i]) result.told.push_back(&told[i]);
  }
  return result;
}

std::string described(std::string_view text, const LabelledFigure& figure) {
  std::string words(figure.span.of(text));
  std::replace(words.begin(), words.end(), '\n', ' ');
  return words;
}

}  // namespace

bool may_be_same(const Printed& a, const Printed& b) {
  const Printed& coarse = a.decimals <= b.decimals ? a : b;
  const Printed& fine = a.decimals <= b.decimals ? b : a;
  if (coarse.value == 0 && fine.value != 0) return false;
  return coarse.holds_rounded_twice(fine.value) || coarse.cuts(fine.value);
}

std::vector<LabelledFigure> labelled_figures(std::string_view words, std::span<const Quantity> quantities) {
  std::vector<LabelledFigure> figures;
  for (const Quantity& quantity : quantities) {
    const std::string label = label_of(quantity);
    const std::string_view own = quantity.span.of(words);
    if (label.empty() || has_broken_number(own) || number_is_broken_before(words, quantity.span.start))
      continue;
    const auto add = [&](double value, std::string_view part) {
      if (std::isnan(value)) return;
      Printed printed;
      if (const auto found = printed_in(own, value)) printed = *found;
      printed.value = std::fabs(value);
      figures.push_back({label + std::string(part), printed, quantity.relation, quantity.span});
    };
    const bool own_percent =
        own.find('%') != std::string_view::npos || own.find("cent") != std::string_view::npos;
    if (quantity.kind != QuantityKind::kProportion || own_percent) add(quantity.value, "");
    add(quantity.low, ", low");
    add(quantity.high, ", high");
    add(quantity.numerator, ", count");
    add(quantity.denominator, ", total");
    add(quantity.deviation, ", deviation");
  }
  return figures;
}

double likeness(const std::set<std::string>& a, const std::set<std::string>& b) {
  if (a.empty() || b.empty()) return 0;
  size_t common = 0;
  for (const std::string& stem : a) common += b.contains(stem) ? 1 : 0;
  return static_cast<double>(common) / static_cast<double>(std::max(a.size(), b.size()));
}

void collect_printed(std::string_view words, std::vector<Printed>& printed) {
  for (size_t at = 0; at < words.size(); ++at) {
    if (!is_digit(words[at])) continue;
    if (const auto next = next_printed(words, at)) {
      printed.push_back(*next);
      at = next->end;
    }
  }
}

void check_told_figures(std::string_view text, const Told& said, std::span<const Told> body,
                        std::span<const Printed> printed, std::vector<FigureCheck>& checks) {
  const LabelledFigure* mine = nullptr;
  const LabelledFigure* theirs = nullptr;
  const Told* best = nullptr;
  size_t most = kTellingFiguresMin - 1;
  for (const Told& told : body) {
    if (told.figures.size() < kTellingFiguresMin + 1) continue;
    const Unmatched rest = compare(said.figures, told.figures);
    if (rest.said.size() != 1 || rest.telling <= most) continue;
    const LabelledFigure& one = *rest.said.front();
    const LabelledFigure* other = nullptr;
    size_t others = 0;
    for (const LabelledFigure* figure : rest.told) {
      if (figure->label != one.label) continue;
      other = figure;
      ++others;
    }
    if (others != 1 || likeness(said.stems, told.stems) < kTellingLikeness) continue;
    most = rest.telling;
    mine = &one;
    theirs = other;
    best = &told;
  }
  if (best == nullptr || mine->label == "number" || !is_telling(mine->printed)) return;
  if (mine->relation != Relation::kEqual || theirs->relation != Relation::kEqual) return;
  const bool elsewhere = std::any_of(printed.begin(), printed.end(),
                                     [&](const Printed& one) { return may_be_same(one, mine->printed); });
  if (elsewhere) return;
  FigureCheck check;
  check.kind = FigureCheckKind::kAbstract;
  check.figure = mine->span;
  check.sentences = {said.sentence, best->sentence};
  check.stated = described(text, *mine);
  check.computed = described(text, *theirs);
  check.inputs = check.stated + ", " + check.computed;
  check.rule = "the abstract as in the full text";
  check.tolerance = "rounding; the abstract’s figure stands nowhere in the full text";
  check.said = fmt::format("has {} in the abstract and {} in the full text.", check.stated, check.computed);
  checks.push_back(std::move(check));
}

}  // namespace attest::figures
