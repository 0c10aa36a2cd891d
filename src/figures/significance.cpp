// Words of significance against the counts of two groups: in the same clause, or in a sentence soon after
// that tells by its time of result which counts it means.
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/ascii.h"
#include "figures/checks.h"
#include "figures/tests_of_counts.h"
#include "figures/tolerances.h"
#include "text/phrases.h"

namespace attest::figures {

namespace {

enum class Claimed : uint8_t { kNothing, kSignificant, kNotSignificant };

bool denies_or_doubts(std::string_view clause) {
  static constexpr std::string_view kDenied[] = {"not significant*",
                                                 "no significant*",
                                                 "not statistically significant*",
                                                 "no statistically significant*",
                                                 "not differ significant*",
                                                 "nonsignificant*",
                                                 "non-significant*",
                                                 "did not significantly",
                                                 "not significantly",
                                                 "no difference*"};
  static constexpr std::string_view kDoubt[] = {
      "not",    "no",         "neither", "nor",   "without",  "failed",     "fail",     "lack", "longer",
      "nearly", "borderline", "trend",   "tend*", "almost",   "clinically", "whether",  "if",   "approach*",
      "lost",   "although",   "non*",    "none",  "baseline", "never",      "marginal*"};
  return has_any_phrase(clause, kDenied) || has_any_phrase(clause, kDoubt);
}

// "significantly more", "a significant difference", and their denials, in one clause. Another adjective than
// one of a comparison ("a significant reduction in 20/40 v 18/40") says nothing of the two groups.
Claimed claim_of(std::string_view clause) {
  static constexpr std::string_view kMore[] = {
      "significantly more",      "significantly less",     "significantly higher",    "significantly lower",
      "significantly fewer",     "significantly greater",  "significantly better",    "significantly worse",
      "significantly different", "differed significantly", "significant difference*", "significantly larger",
      "significantly smaller"};
  static constexpr std::string_view kNoDifference[] = {"not significantly different",
                                                       "no significant difference*",
                                                       "not differ significantly",
                                                       "no statistically significant difference*",
                                                       "not statistically different",
                                                       "did not significantly differ",
                                                       "not statistically significantly different"};
  if (has_any_phrase(clause, kNoDifference)) return Claimed::kNotSignificant;
  if (denies_or_doubts(clause)) return Claimed::kNothing;
  return has_any_phrase(clause, kMore) ? Claimed::kSignificant : Claimed::kNothing;
}

size_t clause_start(const Passage& passage, size_t at) {
  size_t start = 0;
  for (const std::string_view border :
       {"; ", ", but ", ", whereas ", ", while ", "although ", ": ", " and that "}) {
    const size_t found = passage.lower.rfind(border, at);
    if (found != std::string::npos) start = std::max(start, found + border.size());
  }
  return start;
}

void report(const Passage& passage, ByteSpan figure, const Comparison& pair, const Tests& tests,
            bool significant, std::vector<FigureCheck>& checks) {
  FigureCheck check = passage.check(FigureCheckKind::kSignificance, figure);
  check.inputs = inputs_of(pair);
  check.stated = significant ? "significant" : "not significant";
  check.computed = fmt::format("p = {} (Fisher’s exact test) and {} (chi-square)", p_words(tests.fisher),
                               p_words(tests.chi_square));
  check.rule = "Fisher’s exact test and chi-square, two-sided";
  check.tolerance = significant ? "both at least 0.10" : "both below 0.01";
  check.said = fmt::format("calls the difference {}; {} gives {}, computed here.", check.stated, check.inputs,
                           check.computed);
  checks.push_back(std::move(check));
}

void check_claim(const Passage& passage, const Comparison& pair, std::vector<FigureCheck>& checks) {
  const size_t start = clause_start(passage, pair.a.span.start);
  size_t end = passage.lower.find("; ", pair.b.span.end);
  if (end == std::string::npos) end = passage.lower.size();
  // Another figure or p-value of the clause may be what is meant.
  for (size_t i = 0; i < passage.quantities.size(); ++i) {
    const Quantity& other = passage.quantities[i];
    if (other.span.end <= start || other.span.start >= end || i == pair.a.quantity || i == pair.b.quantity)
      continue;
    if (other.kind != QuantityKind::kSampleSize && other.kind != QuantityKind::kDose &&
        other.kind != QuantityKind::kDuration)
      return;
  }
  const Claimed claimed = claim_of(passage.between(start, pair.b.span.start));
  if (claimed == Claimed::kNothing) return;
  const Tests tests = tests_of(pair);
  if (std::isnan(tests.fisher) || std::isnan(tests.chi_square)) return;
  const bool significant = claimed == Claimed::kSignificant;
  if (significant ? tests.least < kClearlyNotSignificant : tests.most > kClearlySignificant) return;
  report(passage, {static_cast<uint32_t>(start), pair.b.span.end}, pair, tests, significant, checks);
}

bool early(std::string_view lower) {
  static constexpr std::string_view kWords[] = {"early", "initial*", "at first", "short-term", "immediate*"};
  return has_any_phrase(lower, kWords);
}

bool late(std::string_view lower) {
  static constexpr std::string_view kWords[] = {"long-term", "one year",   "a year", "12 months",
                                                "late",      "at the end", "final"};
  return has_any_phrase(lower, kWords);
}

// "describe the early advantage of the toxin as significant": the difference itself is called so.
bool calls_difference_significant(std::string_view clause) {
  static constexpr std::string_view kSays[] = {
      "difference was significant",  "difference was statistically significant",
      "difference as significant",   "difference is significant",
      "superiority was significant", "advantage was significant",
      "significant difference",      "significant advantage"};
  static constexpr std::string_view kNouns[] = {"advantage", "superiority", "difference"};
  const bool called = has_any_phrase(clause, kNouns) && (has_phrase(clause, "as significant") ||
                                                         has_phrase(clause, "as statistically significant"));
  return (called || has_any_phrase(clause, kSays)) && claim_of(clause) != Claimed::kNotSignificant &&
         !denies_or_doubts(clause);
}

// A long word that both have: the name of one of the groups, or of the outcome.
bool shares_name(std::string_view clause, std::string_view sentence) {
  constexpr size_t kNameMin = 7;
  static constexpr std::string_view kCommon[] = {
      "advantage", "superiority", "difference",    "significant", "patients", "authors", "describe",
      "between",   "initial",     "statistically", "treatment",   "whereas",  "however", "reported"};
  for (size_t at = 0; at < clause.size();) {
    size_t end = at;
    while (end < clause.size() && is_letter_byte(clause[end])) ++end;
    const std::string_view word = clause.substr(at, end - at);
    if (word.size() >= kNameMin &&
        std::find(std::begin(kCommon), std::end(kCommon), word) == std::end(kCommon) &&
        has_phrase(sentence, word))
      return true;
    at = end + 1;
  }
  return false;
}

}  // namespace

void check_significance(const Passage& passage, std::vector<FigureCheck>& checks) {
  if (passage.design.pooled || passage.design.dependent || passage.design.one_sided ||
      is_modelled(passage.lower))
    return;
  for (const Comparison& pair : compared_shares(passage)) {
    if (can_be_tested(passage, pair)) check_claim(passage, pair, checks);
  }
}

void check_later_claim(const Passage& passage, std::span<const Passage> before,
                       std::vector<FigureCheck>& checks) {
  if (passage.design.pooled || passage.design.dependent || passage.design.one_sided ||
      is_modelled(passage.lower) || !has_phrase(passage.lower, "significant"))
    return;
  size_t end = passage.lower.size();
  for (const std::string_view border : {", whereas", "; ", ", but", ", while", " and "})
    end = std::min(end, passage.lower.find(border));
  // A figure of its own is what the claim is about.
  const bool figures =
      std::any_of(passage.quantities.begin(), passage.quantities.end(), [&](const Quantity& one) {
        return one.span.start < end && one.kind != QuantityKind::kDuration &&
               one.kind != QuantityKind::kNumber;
      });
  if (figures) return;
  const std::string_view clause = passage.between(0, end);
  if (!calls_difference_significant(clause) || early(clause) == late(clause)) return;
  for (const Passage& told : before) {
    if (early(told.lower) != early(clause) || late(told.lower) != late(clause)) continue;
    const std::vector<Comparison> pairs = compared_shares(told);
    if (pairs.size() != 1 || !can_be_tested(told, pairs.front()) || is_modelled(told.lower) ||
        !shares_name(clause, told.lower))
      continue;
    const Tests tests = tests_of(pairs.front());
    if (std::isnan(tests.fisher) || tests.least < kClearlyNotSignificant) continue;
    report(passage, {0, static_cast<uint32_t>(end)}, pairs.front(), tests, true, checks);
    checks.back().sentences.push_back(told.span());
    return;
  }
}

}  // namespace attest::figures
