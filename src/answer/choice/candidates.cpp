#include "answer/choice/candidates.h"

#include <algorithm>

#include "answer/choice/finding_order.h"
#include "answer/choice/pertinence.h"
#include "answer/lines/lines.h"
#include "answer/sections.h"

namespace attest {
namespace {

// Half by relevance, half as the model would choose: it must also be taught where it is wrong.
std::vector<const Finding*> chosen_both_ways(const Evidence& evidence, const PertinenceReader& reader,
                                             const std::vector<const Finding*>& from, std::string_view place,
                                             std::string_view intervention, size_t count) {
  std::vector<const Finding*> chosen = pick_findings(evidence, from, count);
  for (const Finding* finding : pick_findings(evidence, weigh(reader, from, place, intervention), 0, count)) {
    if (std::find(chosen.begin(), chosen.end(), finding) == chosen.end()) chosen.push_back(finding);
  }
  return chosen;
}

}  // namespace

std::vector<PlacedFinding> placed_findings(const Evidence& evidence, const PertinenceReader& reader) {
  constexpr size_t kInFirstSection = 10;
  constexpr size_t kInSection = 5;
  constexpr size_t kOptions = 6;
  std::vector<PlacedFinding> placed;
  const bool treatment = is_treatment_question(evidence.question);
  if (treatment) {
    size_t options = 0;
    for (const InterventionEvidence& option : gather_interventions(evidence)) {
      if (options++ == kOptions) break;
      const auto add = [&](std::string_view place, const std::vector<const Finding*>& from, size_t count) {
        for (const Finding* finding : chosen_both_ways(evidence, reader, from, place, option.id, count))
          placed.push_back({finding, std::string(place), option.id, option.name});
      };
      add(kOptionResult, option.results, 3);
      add(kOptionAdvice, option.recommended, 1);
      add(kOptionHarm, option.harms, 1);
      add(kOptionDose, option.doses, 1);
    }
  }
  const std::vector<std::string> focus =
      treatment ? std::vector<std::string>() : asked_interventions(evidence);
  bool first = !treatment;
  for (const SectionPlan& plan : section_plans(evidence.question)) {
    for (const Finding* finding :
         chosen_both_ways(evidence, reader, section_candidates(evidence, plan, focus), plan.kind, "",
                          first ? kInFirstSection : kInSection))
      placed.push_back({finding, plan.kind, "", ""});
    first = false;
  }
  return placed;
}

}  // namespace attest
