// Results are held against each other only where intervention, comparator and outcome are the same. Studies
// that say the same stand on one side; a side is headed by what it says ("less bleeding"), not by praise.
#include <algorithm>
#include <cmath>
#include <utility>

#include <fmt/format.h>

#include "answer/disagreements/disagreement_kinds.h"
#include "answer/disagreements/near_results.h"
#include "answer/disagreements/result_sides.h"
#include "answer/disagreements/study_results.h"
#include "answer/wording.h"

namespace attest {

namespace {

std::string print_interval(const Quantity& estimate) {
  return fmt::format("{}–{}", print_number(estimate.low), print_number(estimate.high));
}

// A ratio whose kind is not named may be any.
bool same_measure(const ArmComparison& a, const ArmComparison& b) {
  return a.estimate != nullptr && b.estimate != nullptr && a.estimate->measure == b.estimate->measure &&
         a.estimate->measure != "ratio" && !a.estimate->measure.empty();
}

bool overlap(const Quantity& a, const Quantity& b) { return a.low <= b.high && b.low <= a.high; }

// Chance alone may explain what is within both intervals.
void add_overlap(const Evidence& evidence, const ArmComparison& a, const ArmComparison& b,
                 std::vector<std::string>& reasons) {
  if (!same_measure(a, b) || !overlap(*a.estimate, *b.estimate)) return;
  if (evidence.audience != Audience::kClinician) {
    reasons.emplace_back("chance: both results may be the same");
    return;
  }
  reasons.push_back(fmt::format("chance (intervals overlap: {} v {})", print_interval(*a.estimate),
                                print_interval(*b.estimate)));
}

std::optional<Disagreement> by_direction(const Evidence& evidence, const std::string& id,
                                         const std::string& name, const std::vector<StudyResult>& results) {
  Disagreement disagreement;
  std::vector<const StudyResult*> first;
  for (const int change : {-1, 1, 0}) {
    const std::vector<const StudyResult*> side = best_of(evidence, results, change);
    if (side.empty()) continue;
    first.push_back(side.front());
    disagreement.sides.push_back(
        result_side(evidence, side, id, result_heading(evidence, side.front()->comparison)));
  }
  if (first.size() < 2 || (first[0]->comparison.loose && first[1]->comparison.loose)) return std::nullopt;
  const ArmComparison& a = first[0]->comparison;
  const ArmComparison& b = first[1]->comparison;
  disagreement.about = result_subject(evidence, id, name, a);
  disagreement.likely_reasons =
      study_differences(evidence, compared_result(evidence, a), compared_result(evidence, b));
  add_overlap(evidence, a, b, disagreement.likely_reasons);
  return disagreement;
}

std::optional<Disagreement> by_size(const Evidence& evidence, const std::string& id, const std::string& name,
                                    const std::vector<StudyResult>& results) {
  const StudyResult* low = nullptr;
  const StudyResult* high = nullptr;
  for (const StudyResult& a : results) {
    for (const StudyResult& b : results) {
      const ArmComparison& x = a.comparison;
      const ArmComparison& y = b.comparison;
      if (a.replaced_by != nullptr || b.replaced_by != nullptr || !same_measure(x, y) ||
          x.change != y.change || x.change == 0 || overlap(*x.estimate, *y.estimate) ||
          x.estimate->value >= y.estimate->value)
        continue;
      if (low == nullptr || y.estimate->value / x.estimate->value >
                                high->comparison.estimate->value / low->comparison.estimate->value) {
        low = &a;
        high = &b;
      }
    }
  }
  if (low == nullptr) return std::nullopt;
  const ArmComparison& x = low->comparison;
  const ArmComparison& y = high->comparison;
  const bool low_is_larger = x.change < 0;
  Disagreement disagreement;
  disagreement.about = "Size of the effect. " + result_subject(evidence, id, name, x);
  disagreement.sides.push_back(
      result_side(evidence, {low}, id, fmt::format("{} effect", low_is_larger ? "larger" : "smaller")));
  disagreement.sides.push_back(
      result_side(evidence, {high}, id, fmt::format("{} effect", low_is_larger ? "smaller" : "larger")));
  disagreement.likely_reasons =
      study_differences(evidence, compared_result(evidence, x), compared_result(evidence, y));
  return disagreement;
}

// An older version of a review that says otherwise than the newer, which stands.
std::optional<Disagreement> by_version(const Evidence& evidence, const std::string& id,
                                       const std::string& name, const std::vector<StudyResult>& results) {
  for (const StudyResult& old : results) {
    for (const StudyResult& recent : results) {
      const AnswerSource& newer = evidence.source_of(*recent.comparison.finding);
      if (old.replaced_by != &newer || old.comparison.change == recent.comparison.change) continue;
      const uint16_t old_year = evidence.source_of(*old.comparison.finding).appraisal.year;
      Disagreement disagreement;
      disagreement.about =
          "Two versions of a review. " + result_subject(evidence, id, name, recent.comparison);
      disagreement.sides.push_back(
          result_side(evidence, {&recent}, id,
                      fmt::format("{}, the newer, which stands: {}", newer.appraisal.year,
                                  result_heading(evidence, recent.comparison))));
      disagreement.sides.push_back(result_side(
          evidence, {&old}, id,
          fmt::format("{}, {}: {}", old_year, kReplacedSide, result_heading(evidence, old.comparison))));
      disagreement.likely_reasons.push_back(
          fmt::format("newer version of the same review ({} v {})", newer.appraisal.year, old_year));
      return disagreement;
    }
  }
  return std::nullopt;
}

void mark_as_asked(Disagreement& disagreement) {
  for (DisagreementSide& side : disagreement.sides) {
    for (Statement& statement : side.statements) statement.of_asked = true;
  }
}

// To a question about one outcome only what sources found of it, and whether people died.
bool is_to_the_point(const Evidence& evidence, const StudyVerdicts& verdicts, const std::string& outcome) {
  return evidence.question.intent != Intent::kEffect || outcome == "death" || verdicts.is_near(outcome);
}

// One source that says two things, which a reader would else find side by side without a remark.
std::optional<Disagreement> by_form(const Evidence& evidence, const AnswerSource& source,
                                    const std::string& id, const std::string& name,
                                    const StudyVerdicts& verdicts) {
  if (source.status.status == PublicationStatus::kSuperseded) return std::nullopt;
  const std::vector<SplitResult> split = read_split_results(evidence, source, id);
  if (split.empty()) return std::nullopt;
  const SplitResult& result = split.front();
  if (!is_to_the_point(evidence, verdicts, result.overall.outcome)) return std::nullopt;
  Disagreement disagreement;
  disagreement.about = "Within one source. " + result_subject(evidence, id, name, result.overall);
  disagreement.sides.push_back({result_heading(evidence, result.overall) + ", overall",
                                {side_statement(evidence, *result.overall.finding, id)}});
  disagreement.sides.push_back({result_heading(evidence, result.part) + ", " + result.form,
                                {side_statement(evidence, *result.part.finding, id)}});
  disagreement.likely_reasons.push_back(fmt::format("what was given (all v {})", result.form));
  return disagreement;
}

}  // namespace

std::vector<Disagreement> opposed_results(const Evidence& evidence, const std::string& id,
                                          const std::string& name, const StudyVerdicts& verdicts) {
  std::vector<Disagreement> found;
  for (const AnswerSource& source : evidence.sources) {
    if (auto form = by_form(evidence, source, id, name, verdicts)) found.push_back(std::move(*form));
  }
  ResultsByOutcome by_outcome = results_by_outcome(evidence, id);
  add_verdicts(evidence, id, verdicts, by_outcome);
  std::erase_if(by_outcome, [&](const auto& one) {
    return !is_to_the_point(evidence, verdicts, std::get<0>(one.first));
  });
  const size_t within_sources = found.size();
  for (const auto& [key, all] : by_outcome) {
    if (auto version = by_version(evidence, id, name, all)) found.push_back(std::move(*version));
    for (const std::vector<StudyResult>& results : by_condition(evidence, all)) {
      auto one = by_direction(evidence, id, name, results);
      if (!one) one = by_size(evidence, id, name, results);
      if (!one) continue;
      // What was asked after is to the point, however few words its sentences have.
      if (verdicts.is_about(id, results.front().comparison.outcome)) mark_as_asked(*one);
      found.push_back(std::move(*one));
      break;
    }
  }
  if (found.size() == within_sources) {
    if (auto near = opposed_near_results(evidence, id, name, by_outcome)) found.push_back(std::move(*near));
  }
  return found;
}

}  // namespace attest
