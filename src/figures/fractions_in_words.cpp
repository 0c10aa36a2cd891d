// "Two thirds (45/100)", "more than half (45%)": a fraction in words against the figure in the brackets that
// belong to it.
#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "figures/checks.h"
#include "figures/tolerances.h"
#include "text/phrases.h"

namespace attest::figures {

namespace {

struct FractionInWords {
  std::string_view words;
  double percent;
  bool coarse;  // a reader takes it for a range of some width
};
constexpr std::array kFractions = {FractionInWords{"two thirds", 200.0 / 3, true},
                                   FractionInWords{"two-thirds", 200.0 / 3, true},
                                   FractionInWords{"three quarters", 75, true},
                                   FractionInWords{"three-quarters", 75, true},
                                   FractionInWords{"three fourths", 75, true},
                                   FractionInWords{"three fifths", 60, false},
                                   FractionInWords{"two fifths", 40, false},
                                   FractionInWords{"four fifths", 80, false},
                                   FractionInWords{"one third", 100.0 / 3, true},
                                   FractionInWords{"one-third", 100.0 / 3, true},
                                   FractionInWords{"a third", 100.0 / 3, true},
                                   FractionInWords{"one quarter", 25, true},
                                   FractionInWords{"one-quarter", 25, true},
                                   FractionInWords{"a quarter", 25, true},
                                   FractionInWords{"one fourth", 25, true},
                                   FractionInWords{"one fifth", 20, false},
                                   FractionInWords{"a fifth", 20, false},
                                   FractionInWords{"one tenth", 10, false},
                                   FractionInWords{"a tenth", 10, false},
                                   FractionInWords{"half", 50, true},
                                   FractionInWords{"one in two", 50, true},
                                   FractionInWords{"two in three", 200.0 / 3, true},
                                   FractionInWords{"one in three", 100.0 / 3, true},
                                   FractionInWords{"three in four", 75, true},
                                   FractionInWords{"one in four", 25, true},
                                   FractionInWords{"two in five", 40, false},
                                   FractionInWords{"three in five", 60, false},
                                   FractionInWords{"four in five", 80, false},
                                   FractionInWords{"one in five", 20, false},
                                   FractionInWords{"one in six", 100.0 / 6, false},
                                   FractionInWords{"one in eight", 12.5, false},
                                   FractionInWords{"one in ten", 10, false},
                                   FractionInWords{"one out of three", 100.0 / 3, true},
                                   FractionInWords{"one out of four", 25, true},
                                   FractionInWords{"one out of five", 20, false},
                                   FractionInWords{"one out of ten", 10, false}};

// The fraction whose words stand nearest before `end`, and where; at most a few words before.
const FractionInWords* fraction_before(std::string_view lower, size_t end, size_t& start, size_t& after) {
  const FractionInWords* found = nullptr;
  for (const FractionInWords& fraction : kFractions) {
    for (size_t at = find_phrase(lower, fraction.words); at != std::string_view::npos && at < end;
         at = find_phrase(lower, fraction.words, at + 1)) {
      if (found != nullptr && at < start) continue;
      found = &fraction;
      start = at;
      after = at + fraction.words.size();
    }
  }
  return found;
}

// "half (", "half of the patients (": the words that may stand between a fraction and its figure.
bool leads_to_figure(std::string_view between) {
  constexpr size_t kMax = 44;
  static constexpr std::string_view kOther[] = {
      "these",  "those", "them",     "whom",  "which",  "remain*", "life",   "other",
      "rest",   "hour*", "maximal",  "dose",  "and",    "or",      "than",   "as",
      "an",     "times", "first",    "among", "latter", "year*",   "month*", "time",
      "of all", "but",   "majority", "most",  "others", "while",   "by"};
  if (between.size() > kMax || between.find_first_of(",;:.-/") != std::string_view::npos) return false;
  if (!between.starts_with(" (") && !between.starts_with(" [") && !between.starts_with(" of ") &&
      !between.starts_with(" the ") && !between.starts_with(" patients (") &&
      !between.starts_with(" women (") && !between.starts_with(" men (") &&
      !between.starts_with(" children (") && !between.starts_with(" people (") &&
      !between.starts_with(" participants ("))
    return false;
  std::string_view words = between;
  while (words.ends_with(' ')) words.remove_suffix(1);
  const bool bracket = words.ends_with('(') || words.ends_with('[');
  return bracket &&
         std::count(words.begin(), words.end(), '(') + std::count(words.begin(), words.end(), '[') == 1 &&
         !has_any_phrase(words, kOther);
}

enum class Beside : uint8_t { kNothing, kMoreThan, kLessThan };

// What stands right before the fraction.
Beside qualifier_before(std::string_view lower, size_t start) {
  constexpr size_t kSeen = 16;
  std::string_view before = lower.substr(start > kSeen ? start - kSeen : 0, std::min(start, kSeen));
  while (before.ends_with(' ')) before.remove_suffix(1);
  for (const std::string_view more : {"more than", "over", "greater than", "at least"}) {
    if (before.ends_with(more)) return Beside::kMoreThan;
  }
  for (const std::string_view less : {"less than", "fewer than", "under", "below"}) {
    if (before.ends_with(less)) return Beside::kLessThan;
  }
  return Beside::kNothing;
}

// The share that a bracket holds, and nothing more of another: "(45%)", "(45/100)", "(45 of 100, 45%)".
std::optional<double> percent_of(const Passage& passage, const Quantity& quantity, bool own) {
  const std::string_view words = quantity.span.of(passage.text);
  // "More than half (45%)" as one figure has the relation of its words.
  const bool exact = quantity.relation == Relation::kEqual || quantity.relation == Relation::kApproximately;
  if (!own && !exact) return std::nullopt;
  if (own && words.find_first_of("<>") != std::string_view::npos) return std::nullopt;
  const bool share = quantity.kind == QuantityKind::kProportion || quantity.kind == QuantityKind::kPercentage;
  if (!share || has_broken_number(words) || !std::isnan(quantity.low)) return std::nullopt;
  const size_t end = quantity.span.end;
  const std::string_view after = passage.between(end, std::min(passage.lower.size(), end + 1));
  if (after != ")" && after != "]" && !words.ends_with(')')) return std::nullopt;
  if (const auto counts = counts_of(quantity, words))
    return 100.0 * static_cast<double>(counts->events) / static_cast<double>(counts->total);
  const bool percent = words.find('%') != std::string_view::npos;
  if (!percent || std::isnan(quantity.value)) return std::nullopt;
  return quantity.value;
}

// "Sixty-six percent (20/40)": a percentage in words, which is rounded to a whole one.
void check_percent_in_words(const Passage& passage, const Quantity& quantity,
                            std::vector<FigureCheck>& checks) {
  const std::string_view words = quantity.span.of(passage.text);
  const size_t bracket = words.find_first_of("([");
  const auto counts = counts_of(quantity, words);
  if (!counts || std::isnan(quantity.value) || bracket == std::string_view::npos ||
      quantity.relation != Relation::kEqual || has_broken_number(words))
    return;
  const std::string_view said = passage.between(quantity.span.start, quantity.span.start + bracket);
  static constexpr std::string_view kPercent[] = {"percent", "per cent"};
  if (said.find_first_of("0123456789") != std::string_view::npos || !has_any_phrase(said, kPercent) ||
      goes_on_from_before(passage, quantity.span.start))
    return;
  // "Ninety‐|five percent", with a hyphen that is read as none
  const std::string_view lead = passage.between(0, quantity.span.start);
  if (!lead.empty() && lead.back() != ' ' && lead.back() != '(') return;
  const double exact = 100.0 * static_cast<double>(counts->events) / static_cast<double>(counts->total);
  if (std::fabs(exact - quantity.value) <= kComparedFractionSlack) return;
  FigureCheck check = passage.check(FigureCheckKind::kPercentage, quantity.span);
  check.inputs = fmt::format("{}/{}", counts->events, counts->total);
  check.stated = with_decimals(quantity.value, 0) + " %";
  check.computed = with_decimals(exact, 1) + " %";
  check.rule = "count / total";
  check.tolerance = "1 point";
  check.said =
      fmt::format("gives {} for {}; the counts give {}.", check.stated, check.inputs, check.computed);
  checks.push_back(std::move(check));
}

}  // namespace

void check_fractions_in_words(const Passage& passage, std::vector<FigureCheck>& checks) {
  for (const Quantity& quantity : passage.quantities) {
    check_percent_in_words(passage, quantity, checks);
    // "half (24%)" is one figure: its brackets are what is compared.
    const std::string_view words = passage.between(quantity.span.start, quantity.span.end);
    const size_t bracket = words.find_first_of("([");
    const bool own = bracket != std::string_view::npos && quantity.kind == QuantityKind::kProportion;
    const size_t end = own ? quantity.span.start + bracket + 1 : quantity.span.start;
    size_t start = 0;
    size_t after = 0;
    const FractionInWords* fraction = fraction_before(passage.lower, end, start, after);
    if (fraction == nullptr || !leads_to_figure(passage.between(after, end))) continue;
    const auto percent = percent_of(passage, quantity, own);
    if (!percent || passage.between(0, start).ends_with("up to ")) continue;
    const double difference = *percent - fraction->percent;
    const Beside beside = qualifier_before(passage.lower, start);
    const double slack = fraction->coarse ? kCoarseFractionSlack : kFineFractionSlack;
    const bool wrong = beside == Beside::kMoreThan   ? difference < -kComparedFractionSlack
                       : beside == Beside::kLessThan ? difference > kComparedFractionSlack
                                                     : std::fabs(difference) > slack;
    if (!wrong) continue;
    FigureCheck check =
        passage.check(FigureCheckKind::kPercentage, {static_cast<uint32_t>(start), quantity.span.end});
    const std::string_view qualifier = beside == Beside::kMoreThan   ? "more than "
                                       : beside == Beside::kLessThan ? "less than "
                                                                     : "";
    check.stated = std::string(qualifier) + std::string(fraction->words);
    check.computed = with_decimals(*percent, 1) + " %";
    check.inputs = std::string(passage.text.substr(end, quantity.span.end - end));
    while (check.inputs.ends_with(')')) check.inputs.pop_back();
    check.rule = "the fraction in words as in figures";
    check.tolerance = beside == Beside::kNothing
                          ? "10 points for halves, thirds and quarters, 5 for smaller ones"
                          : "1 point";
    check.said =
        fmt::format("says {} of what it gives as {} ({}).", check.stated, check.inputs, check.computed);
    checks.push_back(std::move(check));
  }
}

}  // namespace attest::figures
