#include "answer/candidates.h"

#include "answer/lines.h"
#include "answer/pertinence.h"
#include "answer/sections.h"

namespace attest {

std::vector<PlacedFinding> placed_findings(const Evidence& evidence) {
  constexpr size_t kInSection = 16;
  constexpr size_t kOptions = 7;
  std::vector<PlacedFinding> placed;
  const bool treatment = is_treatment_question(evidence.question);
  if (treatment) {
    size_t options = 0;
    for (const InterventionEvidence& option : gather_interventions(evidence)) {
      if (options++ == kOptions) break;
      const auto add = [&](std::string_view place, const std::vector<const Finding*>& from, size_t count) {
        for (const Finding* finding : pick_findings(evidence, from, count))
          placed.push_back({finding, std::string(place), option.id, option.name});
      };
      add(kOptionResult, option.results, 4);
      add(kOptionAdvice, option.recommended, 2);
      add(kOptionHarm, option.harms, 2);
      add(kOptionDose, option.doses, 2);
    }
  }
  const std::vector<std::string> focus =
      treatment ? std::vector<std::string>() : asked_interventions(evidence);
  for (const SectionPlan& plan : section_plans(evidence.question)) {
    for (const Finding* finding :
         pick_findings(evidence, section_candidates(evidence, plan, focus), kInSection))
      placed.push_back({finding, plan.kind, "", ""});
  }
  return placed;
}

}  // namespace attest
