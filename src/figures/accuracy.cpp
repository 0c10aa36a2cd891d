// Sensitivity, specificity and predictive values against the counts that they are of: in the brackets behind
// them, of the people whom the sentence counts first, or from the four cells of a table told in words.
#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "figures/checks.h"
#include "figures/percentages.h"
#include "text/phrases.h"

namespace attest::figures {

namespace {

// The counts of true and false, positive and negative results; kNotStated where one is not told, or twice.
struct TestTable {
  double true_positive = kNotStated;
  double false_positive = kNotStated;
  double true_negative = kNotStated;
  double false_negative = kNotStated;
};

// "45 true positives", "45 true-positive results".
TestTable read_test_table(const Passage& passage, std::span<const Quantity> quantities) {
  TestTable table;
  struct Cell {
    std::string_view spaced;
    std::string_view joined;
    double TestTable::*count;
  };
  static constexpr std::array kCells = {Cell{"true positive", "true-positive", &TestTable::true_positive},
                                        Cell{"false positive", "false-positive", &TestTable::false_positive},
                                        Cell{"true negative", "true-negative", &TestTable::true_negative},
                                        Cell{"false negative", "false-negative", &TestTable::false_negative}};
  constexpr size_t kSeen = 24;
  std::array<int, kCells.size()> times{};
  for (const Quantity& quantity : quantities) {
    const bool counted =
        (quantity.kind == QuantityKind::kCount || quantity.kind == QuantityKind::kSampleSize ||
         quantity.kind == QuantityKind::kNumber) &&
        is_count(quantity.value) && quantity.relation == Relation::kEqual;
    if (!counted) continue;
    // The cell's name right behind the number itself, which may be part of the figure.
    const size_t end = std::min(passage.lower.size(), quantity.span.start + kSeen);
    std::string_view words = passage.between(quantity.span.start, end);
    const size_t space = words.find(' ');
    if (space == std::string_view::npos) continue;
    words.remove_prefix(space + 1);
    for (size_t i = 0; i < kCells.size(); ++i) {
      if (!words.starts_with(kCells[i].spaced) && !words.starts_with(kCells[i].joined)) continue;
      table.*kCells[i].count = ++times[i] == 1 ? quantity.value : kNotStated;
    }
  }
  return table;
}

std::optional<CountOfTotal> counts_in_table(const TestTable& table, std::string_view measure) {
  const auto share = [](double part, double rest) -> std::optional<CountOfTotal> {
    if (std::isnan(part) || std::isnan(rest) || part + rest < 1) return std::nullopt;
    return CountOfTotal{std::lround(part), std::lround(part + rest)};
  };
  if (measure == "sensitivity") return share(table.true_positive, table.false_negative);
  if (measure == "specificity") return share(table.true_negative, table.false_positive);
  if (measure == "PPV") return share(table.true_positive, table.false_positive);
  if (measure == "NPV") return share(table.true_negative, table.false_negative);
  return std::nullopt;
}

void add_accuracy(const Passage& passage, ByteSpan figure, const Quantity& stated, const Printed& percent,
                  CountOfTotal count, std::vector<FigureCheck>& checks) {
  const size_t known = checks.size();
  add_percentage(passage, figure, percent, count, checks);
  if (checks.size() == known) return;
  FigureCheck& check = checks.back();
  check.kind = FigureCheckKind::kAccuracy;
  check.stated = stated.measure + " " + check.stated;
  check.said =
      fmt::format("gives {} for {}; the counts give {}.", check.stated, check.inputs, check.computed);
}

// "sensitivity 90% (40/50)".
std::optional<CountOfTotal> counts_in_brackets(const Passage& passage, size_t index) {
  if (index + 1 >= passage.quantities.size()) return std::nullopt;
  const Quantity& counts = passage.quantities[index + 1];
  const std::string_view gap = passage.between(passage.quantities[index].span.end, counts.span.start);
  const std::string_view words = counts.span.of(passage.text);
  const size_t end = counts.span.end;
  const std::string_view behind = passage.between(end, std::min(passage.lower.size(), end + 1));
  const bool bracketed = (gap == " (" || gap == " [" || gap == "(") &&
                         (behind == ")" || behind == "]" || behind == "," || behind == ";");
  if (!bracketed || words.find('%') != std::string_view::npos || !is_sound(passage, counts))
    return std::nullopt;
  return counts_of(counts, words);
}

// "Of 50 patients with cancer, 45 tested positive (sensitivity 80%)".
std::optional<CountOfTotal> counts_before(const Passage& passage, size_t index) {
  static constexpr std::string_view kLeads[] = {"of ",    "of the ",    "of these ", "in ",
                                                "among ", "among the ", "in the "};
  if (index != 2) return std::nullopt;
  const Quantity& total = passage.quantities[0];
  const Quantity& part = passage.quantities[1];
  const std::string_view before = passage.between(0, total.span.start);
  const bool leads = std::find(std::begin(kLeads), std::end(kLeads), before) != std::end(kLeads);
  const bool people = (total.kind == QuantityKind::kCount || total.kind == QuantityKind::kSampleSize) &&
                      (part.kind == QuantityKind::kCount || part.kind == QuantityKind::kNumber);
  const std::string_view between = passage.between(total.span.end, part.span.start);
  const std::string_view gap = passage.between(part.span.end, passage.quantities[2].span.start);
  constexpr size_t kGapMax = 60;
  if (!leads || !people || !between.ends_with(", ") || gap.size() > kGapMax || !gap.ends_with('(') ||
      gap.find_first_of(",;.") != std::string_view::npos || !is_sound(passage, total) ||
      !is_sound(passage, part) || !is_count(total.value) || !is_count(part.value) || part.value > total.value)
    return std::nullopt;
  return CountOfTotal{std::lround(part.value), std::lround(total.value)};
}

// Patients with several lesions, and results that were not clear, are not in the simple counts.
bool is_not_simple(std::string_view lower) {
  static constexpr std::string_view kOther[] = {"indeterminate", "equivocal", "per-lesion", "per lesion",
                                                "excluding",     "combined",  "pooled",     "respectively",
                                                "auc",           "estimated", "summary",    "adjusted"};
  return has_any_phrase(lower, kOther);
}

}  // namespace

void check_accuracy(const Passage& passage, const Passage* before, std::vector<FigureCheck>& checks) {
  if (passage.design.pooled || is_not_simple(passage.lower)) return;
  TestTable table = read_test_table(passage, passage.quantities);
  if (before != nullptr && std::isnan(table.true_positive) && std::isnan(table.true_negative))
    table = read_test_table(*before, before->quantities);
  for (size_t i = 0; i < passage.quantities.size(); ++i) {
    const Quantity& stated = passage.quantities[i];
    if (stated.kind != QuantityKind::kAccuracy || stated.unit != "%" || std::isnan(stated.value) ||
        stated.relation != Relation::kEqual)
      continue;
    const std::string_view words = stated.span.of(passage.text);
    const auto percent = printed_in(words, stated.value);
    if (!percent || has_broken_number(words)) continue;
    if (const auto counts = counts_in_brackets(passage, i)) {
      const ByteSpan figure = {stated.span.start, passage.quantities[i + 1].span.end};
      add_accuracy(passage, figure, stated, *percent, *counts, checks);
      continue;
    }
    if (const auto counts = counts_before(passage, i)) {
      // "Of 50 without it, 5 tested positive (specificity 90%)".
      const CountOfTotal rest = {counts->total - counts->events, counts->total};
      if (!percentage_fits(*percent, rest))
        add_accuracy(passage, {passage.quantities[0].span.start, stated.span.end}, stated, *percent, *counts,
                     checks);
      continue;
    }
    if (const auto counts = counts_in_table(table, stated.measure))
      add_accuracy(passage, stated.span, stated, *percent, *counts, checks);
  }
}

}  // namespace attest::figures
