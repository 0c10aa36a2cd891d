// Clauses are read one by one. In each stand cues ("reduced", "no difference", "higher") and outcomes; where
// all cues say the same it holds for every outcome that is near. An estimate with an interval holds for the
// outcome before it, and says by its interval what the words may leave open.
#include "answer/outcome_changes.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>

#include "answer/outcome_cues.h"
#include "answer/outcome_filters.h"
#include "base/ascii.h"
#include "text/phrases.h"

namespace attest {

namespace {

constexpr std::string_view kClauseStarts[] = {" but ",
                                              " whereas ",
                                              " while ",
                                              " although ",
                                              " however ",
                                              " however, ",
                                              " despite ",
                                              " yet ",
                                              " though ",
                                              " with no ",
                                              " without increas",
                                              " without reduc",
                                              " without affect",
                                              " without alter",
                                              " without an increas",
                                              " without any",
                                              " without chang",
                                              " without a ",
                                              " nor ",
                                              " except "};

std::vector<Part> split(std::string_view lower, Part whole, std::span<const std::string_view> marks) {
  std::vector<size_t> cuts{whole.start};
  for (const std::string_view mark : marks) {
    for (size_t at = lower.find(mark, whole.start); at != std::string_view::npos && at < whole.end;
         at = lower.find(mark, at + 1))
      cuts.push_back(at);
  }
  std::sort(cuts.begin(), cuts.end());
  std::vector<Part> parts;
  for (size_t i = 0; i < cuts.size(); ++i)
    parts.push_back({cuts[i], i + 1 < cuts.size() ? cuts[i + 1] : whole.end});
  return parts;
}

// What the cue says of an outcome; nothing where better is neither more nor less.
std::optional<int> change_by(CueKind kind, const OutcomePlace& outcome) {
  switch (kind) {
    case CueKind::kNone: return 0;
    case CueKind::kMore: return outcome.sense;
    case CueKind::kLess: return -outcome.sense;
    case CueKind::kBetter: return outcome.wanted == 0 ? std::nullopt : std::optional(outcome.wanted);
    case CueKind::kWorse: return outcome.wanted == 0 ? std::nullopt : std::optional(-outcome.wanted);
  }
  return std::nullopt;
}

struct Reader {
  std::string_view lower;
  std::vector<OutcomePlace> outcomes;
  std::vector<OutcomeChange> changes;
  std::vector<std::string> unclear;  // outcomes of which the sentence says two things

  void add(const OutcomePlace& outcome, int change, const Quantity* estimate) {
    for (OutcomeChange& known : changes) {
      if (known.outcome != outcome.name) continue;
      if (known.change != change) {
        // An interval says more than the words beside it.
        if (known.estimate == nullptr && estimate != nullptr)
          known.change = change, known.estimate = estimate;
        else if (known.estimate != nullptr && estimate == nullptr)
          return;
        else
          unclear.push_back(outcome.name);
      } else if (known.estimate == nullptr) {
        known.estimate = estimate;
      }
      return;
    }
    changes.push_back({outcome.name, outcome.wanted, change, estimate});
  }

  std::vector<OutcomePlace> outcomes_in(Part part) const {
    std::vector<OutcomePlace> found;
    for (const OutcomePlace& outcome : outcomes) {
      if (outcome.start >= part.start && outcome.end <= part.end) found.push_back(outcome);
    }
    return found;
  }

  // Nothing where the cues of the part contradict each other or none stands near.
  std::optional<int> word_change(Part part, const OutcomePlace& outcome) const {
    constexpr size_t kNear = 90;
    std::optional<int> change;
    for (const Cue& cue : find_cues(lower, part)) {
      const size_t gap = cue.end <= outcome.start   ? outcome.start - cue.end
                         : outcome.end <= cue.start ? cue.start - outcome.end
                                                    : 0;
      const std::optional<int> one = change_by(cue.kind, outcome);
      if (!one) return std::nullopt;
      if (change && *change != *one) return std::nullopt;
      if (gap <= kNear || change) change = one;
    }
    return change;
  }

  // A p-value over 0.05 takes a difference back.
  static bool is_chance(std::span<const Quantity> quantities, uint32_t shift, Part part) {
    constexpr double kSignificant = 0.05;
    return std::any_of(quantities.begin(), quantities.end(), [&](const Quantity& quantity) {
      if (quantity.kind != QuantityKind::kPValue) return false;
      const size_t at = quantity.span.start - shift;
      const bool above = quantity.relation == Relation::kGreater ||
                         quantity.relation == Relation::kGreaterOrEqual ||
                         (quantity.relation == Relation::kEqual && quantity.value > kSignificant);
      return at >= part.start && at < part.end && above && quantity.value >= kSignificant;
    });
  }

  void read_words(Part clause, std::span<const Quantity> quantities, uint32_t shift) {
    static constexpr std::string_view kParts[] = {", ", " and "};
    const std::vector<Part> parts = split(lower, clause, kParts);
    for (const OutcomePlace& outcome : outcomes_in(clause)) {
      Part part = clause;
      std::optional<int> change = word_change(part, outcome);
      if (!change) {
        // "Reduced stroke and increased bleeding": what stands with the outcome alone.
        const auto own = std::find_if(parts.begin(), parts.end(), [&](const Part& one) {
          return outcome.start >= one.start && outcome.end <= one.end;
        });
        if (own == parts.end()) continue;
        part = *own;
        change = word_change(part, outcome);
      }
      if (change) add(outcome, is_chance(quantities, shift, part) ? 0 : *change, nullptr);
    }
  }

  void read_estimates(Part clause, std::span<const Quantity> quantities, uint32_t shift) {
    size_t from = clause.start;
    for (const Quantity& quantity : quantities) {
      const size_t at = quantity.span.start - shift;
      if (at < clause.start || at >= clause.end) continue;
      const bool ratio = quantity.kind == QuantityKind::kRatio;
      if (!ratio) continue;
      const Part before{from, at};
      from = quantity.span.end - shift;
      constexpr double kConfidence = 95;
      if (std::isnan(quantity.value) || std::isnan(quantity.low) || std::isnan(quantity.high) ||
          !(quantity.low > 0) || quantity.low > quantity.value || quantity.high < quantity.value ||
          (!std::isnan(quantity.confidence) && quantity.confidence != kConfidence))
        continue;
      const std::vector<OutcomePlace> near = outcomes_in(before);
      if (near.empty()) continue;
      const OutcomePlace& outcome = near.back();
      const int by_interval = quantity.high < 1 ? -1 : quantity.low > 1 ? 1 : 0;
      // A hazard ratio of survival is one of death.
      const int change =
          quantity.measure == "HR" && outcome.sense < 0 ? by_interval : by_interval * outcome.sense;
      const std::optional<int> by_words = word_change(before, outcome);
      if (by_words && change != 0 && *by_words != change) {
        unclear.push_back(outcome.name);
        continue;
      }
      add(outcome, change, &quantity);
    }
  }
};

}  // namespace

std::vector<OutcomeChange> read_outcome_changes(std::string_view lower, std::span<const Quantity> quantities,
                                                uint32_t shift, std::span<const OutcomePlace> named) {
  Reader reader;
  reader.lower = lower;
  reader.outcomes = find_outcomes(lower);
  for (const OutcomePlace& place : named) {
    // "Constipation symptoms" are constipation, not symptoms of any kind.
    std::erase_if(reader.outcomes, [&](const OutcomePlace& known) {
      return known.start >= place.start && known.end <= place.end;
    });
    const bool covered = std::any_of(
        reader.outcomes.begin(), reader.outcomes.end(),
        [&](const OutcomePlace& known) { return known.start < place.end && place.start < known.end; });
    if (!covered) reader.outcomes.push_back(place);
  }
  keep_results(lower, reader.outcomes);
  static constexpr std::string_view kStops[] = {"; ", ": "};
  for (const Part& sentence : split(lower, {0, lower.size()}, kStops)) {
    for (const Part& clause : split(lower, sentence, kClauseStarts)) {
      reader.read_estimates(clause, quantities, shift);
      reader.read_words(clause, quantities, shift);
    }
  }
  const bool taken_back = is_taken_back(lower);
  std::erase_if(reader.changes, [&](const OutcomeChange& change) {
    if (taken_back && change.estimate == nullptr && change.change != 0) return true;
    return std::find(reader.unclear.begin(), reader.unclear.end(), change.outcome) != reader.unclear.end();
  });
  return std::move(reader.changes);
}

}  // namespace attest
