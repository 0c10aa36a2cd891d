// Clauses are read one by one. In each stand cues ("reduced", "no difference", "higher") and outcomes; where
// all cues say the same it holds for every outcome that is near. An estimate with an interval holds for the
// outcome before it, and says by its interval what the words may leave open.
#include "reconcile/outcomes/outcome_changes.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>

#include "base/ascii.h"
#include "reconcile/outcomes/outcome_cues.h"
#include "reconcile/outcomes/outcome_filters.h"
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

// "(RR 0.8; p = 0.06)": what belongs to the words before it.
bool is_bracketed(std::string_view lower, size_t start, size_t at) {
  const std::string_view before = lower.substr(start, at - start);
  const size_t open = before.find_last_of("([");
  return open != std::string_view::npos && before.find_first_of(")]", open) == std::string_view::npos;
}

std::vector<ClausePart> split(std::string_view lower, ClausePart whole,
                              std::span<const std::string_view> marks) {
  std::vector<size_t> cuts{whole.start};
  for (const std::string_view mark : marks) {
    for (size_t at = lower.find(mark, whole.start); at != std::string_view::npos && at < whole.end;
         at = lower.find(mark, at + 1)) {
      if (!is_bracketed(lower, whole.start, at)) cuts.push_back(at);
    }
  }
  std::sort(cuts.begin(), cuts.end());
  std::vector<ClausePart> parts;
  for (size_t i = 0; i < cuts.size(); ++i)
    parts.push_back({cuts[i], i + 1 < cuts.size() ? cuts[i + 1] : whole.end});
  return parts;
}

// "Relief (reduction of a severe headache to a mild one)": a definition tells no result.
std::string without_definitions(std::string_view lower) {
  std::string text(lower);
  for (size_t open = text.find('('); open != std::string::npos; open = text.find('(', open + 1)) {
    const size_t close = std::min(text.find(')', open), text.size());
    const std::string_view inside = lower.substr(open, close - open);
    const bool figures = std::any_of(inside.begin(), inside.end(), [](char c) { return is_digit(c); });
    if (figures && !has_phrase(inside, "defined")) continue;
    std::fill(text.begin() + static_cast<std::ptrdiff_t>(open),
              text.begin() + static_cast<std::ptrdiff_t>(close), ' ');
  }
  return text;
}

// "Despite fears of more bleeding, …", "although X was lower, …": a clause that ends at its comma. What
// stands behind "despite" was known or feared before, not found.
std::vector<ClausePart> split_leading(std::string_view lower, ClausePart clause) {
  size_t start = clause.start;
  while (start < clause.end && lower[start] == ' ') ++start;
  const std::string_view text = lower.substr(start, clause.end - start);
  const auto leads = [&](std::string_view word) { return text.starts_with(word); };
  static constexpr std::string_view kFeared[] = {"despite ", "in spite of ", "notwithstanding "};
  static constexpr std::string_view kGranted[] = {"although ", "though ", "while ", "whereas ",
                                                  "even though "};
  const bool feared = std::any_of(std::begin(kFeared), std::end(kFeared), leads);
  if (!feared && std::none_of(std::begin(kGranted), std::end(kGranted), leads)) return {clause};
  size_t comma = text.find(", ");
  while (comma != std::string_view::npos && is_bracketed(text, 0, comma)) comma = text.find(", ", comma + 1);
  if (comma == std::string_view::npos)
    return feared ? std::vector<ClausePart>{} : std::vector<ClausePart>{clause};
  const ClausePart rest{start + comma, clause.end};
  if (feared) return {rest};
  return {{clause.start, start + comma}, rest};
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
  std::vector<OutcomePlace> named;     // all that stand there
  std::vector<OutcomePlace> outcomes;  // those that are results
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

  std::vector<OutcomePlace> outcomes_in(ClausePart part) const {
    std::vector<OutcomePlace> found;
    for (const OutcomePlace& outcome : outcomes) {
      if (outcome.start >= part.start && outcome.end <= part.end) found.push_back(outcome);
    }
    return found;
  }

  // "Both improved symptoms to a similar degree": no more than the other.
  bool tells_same_degree(ClausePart part) const {
    static constexpr std::string_view kSame[] = {"similar degree", "similar extent",    "same extent",
                                                 "same degree",    "equally",           "similarly",
                                                 "to an equal",    "comparable extent", "comparable degree"};
    static constexpr std::string_view kApart[] = {"more",  "less",  "greater", "higher",
                                                  "lower", "fewer", "than"};
    const std::string_view words = lower.substr(part.start, part.end - part.start);
    return words.find("similarly,") == std::string_view::npos && has_any_phrase(words, kSame) &&
           !has_any_phrase(words, kApart);
  }

  // "Did not improve survival and have adverse effects": the cue does not reach over the next verb.
  bool has_verb_of_its_own(const Cue& cue, const OutcomePlace& outcome) const {
    if (cue.end > outcome.start) return false;
    static constexpr std::string_view kVerbs[] = {"and have",  "and has",    "and had",
                                                  "and cause", "and causes", "and caused"};
    return has_any_phrase(lower.substr(cue.end, outcome.start - cue.end), kVerbs);
  }

  // Nothing where the cues of the part contradict each other or none stands near.
  std::optional<int> word_change(ClausePart part, const OutcomePlace& outcome) const {
    if (tells_same_degree(part)) return 0;
    constexpr size_t kNear = 90;
    std::optional<int> change;
    for (const Cue& cue : find_cues(lower, part)) {
      // "Pain reduction", "symptom improvement": the name of an outcome.
      const bool in_name = std::any_of(named.begin(), named.end(), [&](const OutcomePlace& place) {
        return cue.start >= place.start && cue.end <= place.end;
      });
      if (in_name || has_verb_of_its_own(cue, outcome)) continue;
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

  bool has_only_aims(ClausePart part) const {
    const std::vector<Cue> cues = find_cues(lower, part);
    return std::all_of(cues.begin(), cues.end(), [](const Cue& cue) { return cue.aim; });
  }

  // "The RR for preventing falls was 0.88 (0.78–1.00)": the words name what was looked at, the figure says
  // which way it went.
  bool leaves_it_to_figure(ClausePart part) const {
    static constexpr std::string_view kRatios[] = {
        "relative risk*", "risk ratio*", "odds ratio*", "hazard ratio*", "rr", "or =", "hr", "rate ratio*"};
    return has_only_aims(part) && has_any_phrase(lower.substr(part.start, part.end - part.start), kRatios);
  }

  // A p-value over 0.05 takes a difference back: true; nothing where another is below it, since whose it is
  // is not certain.
  static std::optional<bool> is_chance(std::span<const Quantity> quantities, uint32_t shift,
                                       ClausePart part) {
    constexpr double kSignificant = 0.05;
    bool above = false;
    bool below = false;
    for (const Quantity& quantity : quantities) {
      if (quantity.kind != QuantityKind::kPValue) continue;
      const size_t at = quantity.span.start - shift;
      if (at < part.start || at >= part.end) continue;
      const bool over = quantity.relation == Relation::kGreater ||
                        quantity.relation == Relation::kGreaterOrEqual ||
                        (quantity.relation == Relation::kEqual && quantity.value > kSignificant);
      (over && quantity.value >= kSignificant ? above : below) = true;
    }
    if (above && below) return std::nullopt;
    return above;
  }

  static bool has_p_value(std::span<const Quantity> quantities, uint32_t shift, ClausePart part) {
    return std::any_of(quantities.begin(), quantities.end(), [&](const Quantity& quantity) {
      const size_t at = quantity.span.start - shift;
      return quantity.kind == QuantityKind::kPValue && at >= part.start && at < part.end;
    });
  }

  void read_words(ClausePart clause, std::span<const Quantity> quantities, uint32_t shift) {
    static constexpr std::string_view kParts[] = {", ", " and "};
    const std::vector<ClausePart> parts = split(lower, clause, kParts);
    for (const OutcomePlace& outcome : outcomes_in(clause)) {
      ClausePart part = clause;
      std::optional<int> change = word_change(part, outcome);
      if (!change) {
        // "Reduced stroke and increased bleeding": what stands with the outcome alone.
        const auto own = std::find_if(parts.begin(), parts.end(), [&](const ClausePart& one) {
          return outcome.start >= one.start && outcome.end <= one.end;
        });
        if (own == parts.end()) continue;
        part = *own;
        change = word_change(part, outcome);
      }
      const std::optional<bool> chance = is_chance(quantities, shift, part);
      if (change && *change != 0 && leaves_it_to_figure(part)) continue;
      if (change && (chance || *change == 0)) add(outcome, chance.value_or(true) ? 0 : *change, nullptr);
    }
  }

  void read_estimates(ClausePart clause, std::span<const Quantity> quantities, uint32_t shift) {
    size_t from = clause.start;
    for (const Quantity& quantity : quantities) {
      const size_t at = quantity.span.start - shift;
      if (at < clause.start || at >= clause.end) continue;
      const bool ratio = quantity.kind == QuantityKind::kRatio;
      if (!ratio) continue;
      const ClausePart before{from, at};
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
      // "0.68–1.00; p = 0.045": the end of the interval is rounded, and the words say which way it went.
      const bool touches = quantity.high == 1.0 || quantity.low == 1.0;
      if (touches && by_words && *by_words != 0) {
        if (is_chance(quantities, shift, clause) == std::optional(false) &&
            has_p_value(quantities, shift, clause))
          add(outcome, *by_words, nullptr);
        continue;
      }
      if (by_words && change != 0 && *by_words != change) {
        unclear.push_back(outcome.name);
        continue;
      }
      add(outcome, change, &quantity);
    }
  }
};

}  // namespace

std::vector<OutcomeChange> read_outcome_changes(std::string_view whole, std::span<const Quantity> quantities,
                                                uint32_t shift, std::span<const OutcomePlace> named) {
  const std::string text = without_definitions(whole);
  const std::string_view lower = text;
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
  reader.named = reader.outcomes;
  keep_results(lower, reader.outcomes);
  static constexpr std::string_view kStops[] = {"; ", ": "};
  for (const ClausePart& sentence : split(lower, {0, lower.size()}, kStops)) {
    for (const ClausePart& part : split(lower, sentence, kClauseStarts)) {
      for (const ClausePart& clause : split_leading(lower, part)) {
        reader.read_estimates(clause, quantities, shift);
        reader.read_words(clause, quantities, shift);
      }
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
