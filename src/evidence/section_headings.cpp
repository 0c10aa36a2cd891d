#include "evidence/section_headings.h"

#include <array>
#include <span>
#include <string>

#include "base/ascii.h"
#include "text/phrases.h"

namespace attest {
namespace {

using Phrases = std::span<const std::string_view>;

constexpr auto kOtherHeadings = std::to_array<std::string_view>({"goals", "objectives", "differential"});
constexpr auto kTreatmentsHeadings =
    std::to_array<std::string_view>({"treatment*", "management", "therap*", "supportive measures"});
constexpr auto kSymptomsHeadings = std::to_array<std::string_view>(
    {"clinical features", "clinical presentation", "clinical manifestations", "symptoms", "signs"});
constexpr auto kCausesHeadings = std::to_array<std::string_view>(
    {"causes", "aetiology", "etiology", "risk factors", "predisposing factors", "pathogenesis"});
constexpr auto kPredictorsHeadings =
    std::to_array<std::string_view>({"risk factors", "predisposing factors", "prognos*"});
constexpr auto kDiagnosesHeadings =
    std::to_array<std::string_view>({"diagnosis", "diagnostic criteria", "investigation*", "laboratory tests",
                                     "work-up", "clinical features"});
constexpr auto kPrognosesHeadings =
    std::to_array<std::string_view>({"prognosis", "outlook", "complications"});
constexpr auto kHarmsHeadings = std::to_array<std::string_view>(
    {"adverse drug reactions", "adverse effects", "adverse events", "side effects", "complications"});
constexpr auto kContraindicationsHeadings = std::to_array<std::string_view>(
    {"contraindications", "contraindications and caution", "caution", "cautions", "precautions"});
constexpr auto kPreventionsHeadings = std::to_array<std::string_view>({"prevention", "preventive measures"});
constexpr auto kMonitoringsHeadings = std::to_array<std::string_view>({"monitoring", "follow-up"});
constexpr auto kPrevalencesHeadings =
    std::to_array<std::string_view>({"epidemiology", "prevalence", "incidence"});
constexpr auto kDefinitionsHeadings = std::to_array<std::string_view>({"definition"});
constexpr auto kMechanismsHeadings = std::to_array<std::string_view>({"pathogenesis", "pathophysiology"});
constexpr auto kDosesHeadings = std::to_array<std::string_view>({"dosage", "dose", "doses"});

Phrases names_of(Intent intent) {
  switch (intent) {
    case Intent::kTreatment:
    case Intent::kLineOfTherapy: return kTreatmentsHeadings;
    case Intent::kSymptoms: return kSymptomsHeadings;
    case Intent::kCause: return kCausesHeadings;
    case Intent::kPredictor: return kPredictorsHeadings;
    case Intent::kDiagnosis: return kDiagnosesHeadings;
    case Intent::kPrognosis: return kPrognosesHeadings;
    case Intent::kHarm: return kHarmsHeadings;
    case Intent::kContraindication: return kContraindicationsHeadings;
    case Intent::kPrevention: return kPreventionsHeadings;
    case Intent::kMonitoring: return kMonitoringsHeadings;
    case Intent::kPrevalence: return kPrevalencesHeadings;
    case Intent::kDefinition: return kDefinitionsHeadings;
    case Intent::kMechanism: return kMechanismsHeadings;
    case Intent::kDose: return kDosesHeadings;
    default: return {};
  }
}

}  // namespace

bool heading_answers(std::string_view heading, Intent intent) {
  const Phrases names = names_of(intent);
  if (heading.empty() || names.empty()) return false;
  const std::string lower = lower_ascii(heading);
  return !has_any_phrase(lower, kOtherHeadings) && has_any_phrase(lower, names);
}

}  // namespace attest
