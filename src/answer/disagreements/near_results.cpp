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
#include "base/one_of.h"
#include "reconcile/outcomes/arm_comparisons.h"
#include "reconcile/outcomes/outcome_names.h"
#include "reconcile/outcomes/own_results.h"
#include "reconcile/outcomes/stated_benefit.h"
#include "text/phrases.h"

namespace attest {

namespace {

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

struct NearResult {
  const StudyResult* result = nullptr;
  bool of_part = false;  // of a part of the people
};

// The study says the same as the other of the other's outcome.
bool agrees(const StudyResult& one, const StudyResult& other, const std::vector<NearResult>& all) {
  return std::any_of(all.begin(), all.end(), [&](const NearResult& known) {
    const StudyResult& result = *known.result;
    return result.study == one.study && result.comparison.outcome == other.comparison.outcome &&
           good_of(result) == good_of(other);
  });
}

// "Pain" and "knee pain".
bool is_of_one_place(std::string_view a, std::string_view b) {
  static constexpr std::string_view kPlaces[] = {
      "knee pain",  "hip pain", "back pain",      "low back pain", "neck pain",   "shoulder pain",
      "joint pain", "leg pain", "abdominal pain", "pelvic pain",   "breast pain", "foot pain"};
  return (a == "pain" && is_one_of(b, kPlaces)) || (b == "pain" && is_one_of(a, kPlaces));
}

// The same outcome against another control or in a part of the people, or two outcomes of which one is of the
// other.
bool are_near(const Evidence& evidence, const NearResult& x, const NearResult& y) {
  const ArmComparison& a = x.result->comparison;
  const ArmComparison& b = y.result->comparison;
  if (x.of_part && y.of_part) return false;
  if (a.outcome == b.outcome) return (a.comparator != b.comparator) != (x.of_part != y.of_part);
  if (a.comparator != b.comparator || x.of_part || y.of_part) return false;
  const std::string kind = near_kind(evidence, a);
  return is_of_one_place(a.outcome, b.outcome) || (!kind.empty() && kind == near_kind(evidence, b));
}

std::string people_of(const NearResult& one) {
  return one.of_part ? one.result->comparison.finding->stated_population : "all who were studied";
}

// What is near and not the same.
std::string near_subject(const ArmComparison& a, const ArmComparison& b, const std::string& name) {
  if (a.outcome != b.outcome)
    return fmt::format("Near outcomes, not the same ({} and {}): {}", a.outcome, b.outcome, name);
  if (a.comparator == b.comparator)
    return fmt::format("{} in different people: {}", capitalised(a.outcome), name);
  const auto control = [](const ArmComparison& one) {
    return one.comparator_name.empty() ? std::string("no treatment") : one.comparator_name;
  };
  return fmt::format("{} against different controls ({} and {}): {}", capitalised(a.outcome), control(a),
                     control(b), name);
}

}  // namespace

std::optional<Disagreement> opposed_near_results(const Evidence& evidence, const std::string& id,
                                                 const std::string& name, const ResultsByOutcome& results) {
  std::vector<NearResult> near;
  for (const auto& [key, of_outcome] : results) {
    const auto& [outcome, comparator, part] = key;
    if (comparator != kNothing && comparator != kUsualCare) continue;
    for (const StudyResult& one : of_outcome) {
      const Finding& finding = *one.comparison.finding;
      // Of a part of the people only where it can be said who they were.
      const bool said = part.empty() || (!finding.stated_population.empty() &&
                                         !tells_of_subgroup(evidence.sentence_of(finding)));
      const bool counts = one.replaced_by == nullptr && one.comparison.wanted != 0;
      if (counts && said) near.push_back({&one, !part.empty()});
    }
  }
  std::stable_sort(near.begin(), near.end(), [&](const NearResult& a, const NearResult& b) {
    return better_finding(evidence, *a.result->comparison.finding, *b.result->comparison.finding);
  });
  for (const NearResult& better : near) {
    const StudyResult* good = better.result;
    if (good_of(*good) <= 0) continue;
    for (const NearResult& other : near) {
      const StudyResult* none = other.result;
      const ArmComparison& a = good->comparison;
      const ArmComparison& b = none->comparison;
      if (good_of(*none) > 0 || good->study == none->study || (a.loose && b.loose) ||
          (a.outcome != b.outcome && b.change != 0 && near_kind(evidence, a) == "asked") ||
          counts_deaths(a) != counts_deaths(b) || !are_near(evidence, better, other) ||
          agrees(*good, *none, near) || agrees(*none, *good, near))
        continue;
      Disagreement disagreement;
      disagreement.about = near_subject(a, b, name_for(evidence, id, name));
      for (const StudyResult* one : {good, none})
        disagreement.sides.push_back(
            result_side(evidence, {one}, id, result_heading(evidence, one->comparison)));
      const std::string outcomes = fmt::format("{} v {}", a.outcome, b.outcome);
      if (a.outcome != b.outcome) {
        disagreement.likely_reasons.push_back(evidence.audience == Audience::kClinician
                                                  ? "outcome (" + outcomes + ")"
                                                  : "they did not count the same thing");
      }
      if (better.of_part != other.of_part) {
        disagreement.likely_reasons.push_back(
            evidence.audience == Audience::kClinician
                ? fmt::format("people ({} v {})", people_of(better), people_of(other))
                : "different people took part");
      }
      for (std::string& reason :
           study_differences(evidence, compared_result(evidence, a), compared_result(evidence, b)))
        disagreement.likely_reasons.push_back(std::move(reason));
      return disagreement;
    }
  }
  return std::nullopt;
}

}  // namespace attest
