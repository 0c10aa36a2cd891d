// Percentages of kinds that exclude each other and add up to more than all: "mild in 40%, moderate in 35% and
// severe in 45%".
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/one_of.h"
#include "figures/checks.h"
#include "figures/people_counts.h"
#include "figures/tolerances.h"
#include "text/phrases.h"

namespace attest::figures {

namespace {

using Kinds = std::span<const std::string_view>;

constexpr std::string_view kSeverities[] = {"mild", "moderate", "severe"};
constexpr std::string_view kOutcomes[] = {"improved", "unchanged", "worse*"};
constexpr std::string_view kStates[] = {"improved", "stable", "worse*"};
constexpr std::string_view kCourses[] = {"improved", "unchanged", "deteriorated"};
constexpr std::string_view kSmokers[] = {"never", "former", "current"};
constexpr std::string_view kRisks[] = {"low", "intermediate", "high"};
constexpr std::string_view kLevels[] = {"low", "medium", "high"};
constexpr std::string_view kGrades[] = {"excellent", "good", "fair", "poor"};
constexpr std::string_view kResults[] = {"good", "fair", "poor"};
constexpr std::string_view kStages[] = {"stage i", "stage ii", "stage iii", "stage iv"};

constexpr std::string_view kFates[] = {"survived", "died"};
constexpr std::string_view kLives[] = {"alive", "dead"};
constexpr std::string_view kEnds[] = {"completed", "withdrew"};
constexpr std::string_view kStays[] = {"completed", "dropped out"};
constexpr std::string_view kStops[] = {"completed", "discontinued"};
constexpr std::string_view kSigns[] = {"positive", "negative"};
constexpr std::string_view kGrowths[] = {"benign", "malignant"};
constexpr std::string_view kAnswers[] = {"responded", "did not respond"};
constexpr std::string_view kTumours[] = {"complete response", "partial response", "stable disease",
                                         "progressive disease"};
// Only with counts: of percentages their whole is not told.
constexpr Kinds kCountedKinds[] = {kFates, kLives,   kEnds,    kStays,  kStops,
                                   kSigns, kGrowths, kAnswers, kTumours};

constexpr Kinds kPartitions[] = {kSeverities, kOutcomes, kStates, kCourses, kSmokers,
                                 kRisks,      kLevels,   kGrades, kResults, kStages};

struct PlacedKind {
  size_t at = 0;
  size_t kind = 0;
};

// Where each kind stands, in the order of the sentence; none where one is missing or stands twice.
std::vector<PlacedKind> placed_kinds(std::string_view lower, Kinds kinds) {
  std::vector<PlacedKind> placed;
  for (size_t i = 0; i < kinds.size(); ++i) {
    const size_t at = find_phrase(lower, kinds[i]);
    if (at == std::string_view::npos || find_phrase(lower, kinds[i], at + 1) != std::string_view::npos)
      return {};
    placed.push_back({at, i});
  }
  std::sort(placed.begin(), placed.end(),
            [](const PlacedKind& a, const PlacedKind& b) { return a.at < b.at; });
  return placed;
}

bool is_plain_percentage(const Passage& passage, const Quantity& quantity) {
  const std::string_view words = quantity.span.of(passage.text);
  const bool share = quantity.kind == QuantityKind::kPercentage || quantity.kind == QuantityKind::kProportion;
  return share && words.find('%') != std::string_view::npos && !std::isnan(quantity.value) &&
         std::isnan(quantity.low) && quantity.relation == Relation::kEqual && !has_broken_number(words) &&
         !passage.breaks_number(quantity.span.start);
}

// What one person may have several of; shares of each kind; changes.
bool may_overlap(std::string_view lower) {
  static constexpr std::string_view kOther[] = {
      "event*",       "reaction*", "symptom*",  "toxicit*",   "effects",   "versus", "vs",       "v",
      "respectively", "compared",  "than",      "or more",    "at least",  "events", "episodes", "sensitiv*",
      "rate*",        "within",    "increase*", "reduc*",     "decrease*", "both",   "response", "mortality",
      "survival",     "among",     "if",        "prevalence", "incidence", "either", "most",     "from",
      "some",         "also",      "pain*",     "risk"};
  return has_any_phrase(lower, kOther);
}

// "mild in |40%|, moderate in …" or "|40%| were mild, …": each percentage with its kind next to it.
void check_kinds(const Passage& passage, Kinds kinds, std::vector<FigureCheck>& checks) {
  const std::vector<PlacedKind> placed = placed_kinds(passage.lower, kinds);
  if (placed.empty()) return;
  std::vector<const Quantity*> shares;
  constexpr size_t kApartMax = 36;
  const size_t from = placed.front().at > kApartMax ? placed.front().at - kApartMax : 0;
  const size_t to = placed.back().at + kApartMax;
  for (const Quantity& quantity : passage.quantities) {
    if (quantity.span.end <= from || quantity.span.start >= to) continue;
    if (quantity.kind == QuantityKind::kSampleSize && shares.empty()) continue;
    if (quantity.kind == QuantityKind::kDuration) continue;
    if (!is_plain_percentage(passage, quantity)) return;
    shares.push_back(&quantity);
  }
  if (shares.size() != placed.size()) return;
  const bool kind_first = placed.front().at < shares.front()->span.start;
  double sum = 0;
  double least = 0;
  std::string inputs;
  for (size_t i = 0; i < shares.size(); ++i) {
    const size_t share = shares[i]->span.start;
    const size_t kind = placed[i].at;
    if (kind_first != (kind < share)) return;
    const bool next_fits = i + 1 == shares.size() || (kind_first ? placed[i + 1].at > shares[i]->span.end
                                                                 : shares[i + 1]->span.start > kind);
    const std::string_view between =
        kind_first ? passage.between(kind, share) : passage.between(shares[i]->span.end, kind);
    if (!next_fits || between.size() > kApartMax || between.find_first_of(";.") != std::string_view::npos)
      return;
    const auto printed = printed_in(shares[i]->span.of(passage.text), shares[i]->value);
    if (!printed) return;
    constexpr double kWhole = 100;
    if (printed->value >= kWhole) return;
    sum += printed->value;
    least += printed->low();
    inputs += (inputs.empty() ? "" : " + ") + with_decimals(printed->value, printed->decimals);
  }
  constexpr double kAll = 100;
  if (least <= kAll + kPartitionSlack) return;
  FigureCheck check =
      passage.check(FigureCheckKind::kTotal, {shares.front()->span.start, shares.back()->span.end});
  check.stated = inputs + " %";
  check.computed = with_decimals(sum, 1) + " %";
  check.inputs = inputs;
  check.rule = "kinds that exclude each other make no more than 100 %";
  check.tolerance = "rounding of each share, and 1 point";
  check.said = fmt::format("gives shares of {} %, which make {} together.", inputs, check.computed);
  checks.push_back(std::move(check));
}

constexpr std::string_view kOfTotal[] = {" of the ", " of these ", " of ", " of our "};

// Times, groups and tests: what one person may be counted in twice.
bool may_count_twice(std::string_view lower) {
  static constexpr std::string_view kOther[] = {
      "versus", "vs",      "v",     "respectively", "compared", "both",    "either", "also",    "of whom",
      "later",  "groups",  "false", "true",         "each",     "test",    "tests",  "then",    "of these",
      "group",  "samples", "lymph", "nodes",        "before",   "another", "eyes",   "lesions", "others"};
  return has_any_phrase(lower, kOther);
}

// "Of 45 patients, 20 improved, 15 were unchanged and 15 worsened": more than there were.
void check_counted_kinds(const Passage& passage, Kinds kinds, std::vector<FigureCheck>& checks) {
  const std::vector<PlacedKind> placed = placed_kinds(passage.lower, kinds);
  const std::vector<Quantity>& quantities = passage.quantities;
  if (placed.empty() || quantities.size() < kinds.size()) return;
  // "… in 20 and progressive disease in 5 of the 50 patients"
  const Quantity& end = quantities.back();
  const bool of_all = end.kind == QuantityKind::kProportion && quantities.size() == kinds.size() &&
                      !std::isnan(end.denominator);
  const bool leads =
      is_people(quantities[0]) && is_one_of(passage.between(0, quantities[0].span.start), kLeadsToTotal);
  const size_t last = quantities.size() - 1;
  const bool trails =
      !leads && is_people(quantities[last]) && last == kinds.size() &&
      is_one_of(passage.between(quantities[last - 1].span.end, quantities[last].span.start), kOfTotal);
  if ((!leads && !trails && !of_all) || (!of_all && quantities.size() < kinds.size() + 1)) return;
  std::vector<Quantity> parts;
  constexpr size_t kApartMax = 36;
  const size_t first = leads ? 1 : 0;
  for (size_t i = 0; i < kinds.size(); ++i) {
    Quantity part = quantities[first + i];
    part.value = of_all && i + 1 == kinds.size() ? part.numerator : count_of_part(part);
    if (part.value < 1) return;
    parts.push_back(std::move(part));
  }
  const bool kind_first = placed.front().at < parts.front().span.start;
  for (size_t i = 0; i < parts.size(); ++i) {
    const size_t share = parts[i].span.start;
    const size_t kind = placed[i].at;
    if (kind_first != (kind < share)) return;
    const bool next_fits =
        i + 1 == parts.size() || (kind_first ? placed[i + 1].at > share : parts[i + 1].span.start > kind);
    const std::string_view between =
        kind_first ? passage.between(kind, share) : passage.between(parts[i].span.end, kind);
    if (!next_fits || between.size() > kApartMax || between.find_first_of(";.") != std::string_view::npos)
      return;
  }
  Quantity total = quantities[leads ? 0 : last];
  if (of_all) total.value = total.denominator;
  double sum = 0;
  for (const Quantity& part : parts) sum += part.value;
  if (sum > total.value && sum <= 2 * total.value) add_total(passage, total, parts, checks);
}

}  // namespace

void check_partitions(const Passage& passage, std::vector<FigureCheck>& checks) {
  if (!may_count_twice(passage.lower)) {
    for (const Kinds& kinds : kPartitions) check_counted_kinds(passage, kinds, checks);
    for (const Kinds& kinds : kCountedKinds) check_counted_kinds(passage, kinds, checks);
  }
  if (may_overlap(passage.lower)) return;
  const size_t known = checks.size();
  for (const Kinds& kinds : kPartitions) {
    check_kinds(passage, kinds, checks);
    if (checks.size() > known) return;
  }
}

}  // namespace attest::figures
