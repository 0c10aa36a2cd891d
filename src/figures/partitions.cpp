// Percentages of kinds that exclude each other and add up to more than all: "mild in 40%, moderate in 35% and
// severe in 45%".
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "figures/checks.h"
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

}  // namespace

void check_partitions(const Passage& passage, std::vector<FigureCheck>& checks) {
  if (may_overlap(passage.lower)) return;
  const size_t known = checks.size();
  for (const Kinds& kinds : kPartitions) {
    check_kinds(passage, kinds, checks);
    if (checks.size() > known) return;
  }
}

}  // namespace attest::figures
