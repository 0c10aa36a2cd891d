#include "answer/disagreements/near_results.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "answer/choice/finding_order.h"
#include "answer/disagreements/disagreement_kinds.h"
#include "answer/disagreements/result_sides.h"
#include "answer/wording.h"
#include "base/ascii.h"
#include "reconcile/outcomes/stated_benefit.h"
#include "text/phrases.h"

namespace attest {

namespace {

bool is_of_heart(std::string_view words) {
  static constexpr std::string_view kHeart[] = {
      "cardiovascular*",   "coronary",          "cardiac death",         "cardiac event*",
      "cardiac mortality", "heart disease",     "myocardial infarction", "reinfarction",
      "vascular event*",   "vascular disease*", "heart attack*",         "vascular death",
      "ischaemic heart*",  "ischemic heart*",   "sudden death"};
  return has_any_phrase(words, kHeart);
}

// "Fractures" and "hip fractures": the one is of the other.
std::string near_kind(const Evidence& evidence, const ArmComparison& result) {
  const std::string& outcome = result.outcome;
  if (is_of_heart(outcome)) return "heart";
  // A verdict is of what its sentence names.
  if (outcome == kBenefit && is_of_heart(lower_ascii(evidence.sentence_of(*result.finding)))) return "heart";
  if (outcome.ends_with("fracture")) return "fracture";
  for (const Concept& one : evidence.question.concepts) {
    if (one.role != ConceptRole::kCondition) continue;
    for (const ConceptVariant& variant : one.variants) {
      const std::string words = lower_ascii(variant.words);
      if (outcome == kBenefit) return is_of_heart(words) ? "heart" : "asked";
      if (outcome == words) return "asked";
    }
  }
  return {};
}

// Deaths are fewer than events: that one differs and the other does not is no disagreement.
bool counts_deaths(const ArmComparison& one) { return one.outcome.find("death") != std::string::npos; }

int good_of(const StudyResult& one) { return one.comparison.change * one.comparison.wanted; }

// The study says the same as the other of the other's outcome.
bool agrees(const StudyResult& one, const StudyResult& other, const std::vector<const StudyResult*>& all) {
  return std::any_of(all.begin(), all.end(), [&](const StudyResult* known) {
    return known->study == one.study && known->comparison.outcome == other.comparison.outcome &&
           good_of(*known) == good_of(other);
  });
}

}  // namespace

std::optional<Disagreement> opposed_near_results(const Evidence& evidence, const std::string& id,
                                                 const std::string& name, const ResultsByOutcome& results) {
  std::vector<const StudyResult*> near;
  for (const auto& [key, of_outcome] : results) {
    const auto& [outcome, comparator, part] = key;
    if (comparator != kNothing || !part.empty()) continue;
    for (const StudyResult& one : of_outcome) {
      const bool counts = one.replaced_by == nullptr && one.comparison.wanted != 0;
      if (counts && !near_kind(evidence, one.comparison).empty()) near.push_back(&one);
    }
  }
  std::stable_sort(near.begin(), near.end(), [&](const StudyResult* a, const StudyResult* b) {
    return better_finding(evidence, *a->comparison.finding, *b->comparison.finding);
  });
  for (const StudyResult* good : near) {
    if (good_of(*good) <= 0) continue;
    for (const StudyResult* none : near) {
      const ArmComparison& a = good->comparison;
      const ArmComparison& b = none->comparison;
      if (good_of(*none) > 0 || good->study == none->study || (a.loose && b.loose) ||
          a.outcome == b.outcome || counts_deaths(a) != counts_deaths(b) ||
          near_kind(evidence, a) != near_kind(evidence, b) || agrees(*good, *none, near) ||
          agrees(*none, *good, near))
        continue;
      Disagreement disagreement;
      disagreement.about = fmt::format("Near outcomes, not the same ({} and {}): {}", a.outcome, b.outcome,
                                       name_for(evidence, id, name));
      for (const StudyResult* one : {good, none})
        disagreement.sides.push_back(
            result_side(evidence, {one}, id, result_heading(evidence, one->comparison)));
      const std::string outcomes = fmt::format("{} v {}", a.outcome, b.outcome);
      disagreement.likely_reasons.push_back(evidence.audience == Audience::kClinician
                                                ? "outcome (" + outcomes + ")"
                                                : "they did not count the same thing");
      for (std::string& reason :
           study_differences(evidence, compared_result(evidence, a), compared_result(evidence, b)))
        disagreement.likely_reasons.push_back(std::move(reason));
      return disagreement;
    }
  }
  return std::nullopt;
}

}  // namespace attest
