#include "answer/section_headings.h"

#include <array>
#include <span>
#include <string>

#include "base/ascii.h"
#include "text/phrases.h"

namespace attest {
namespace {

using Phrases = std::span<const std::string_view>;

constexpr auto kOther = std::to_array<std::string_view>({"goals", "objectives", "differential"});
constexpr auto kTreatments =
    std::to_array<std::string_view>({"treatment*", "management", "therap*", "supportive measures"});
constexpr auto kSymptoms = std::to_array<std::string_view>(
    {"clinical features", "clinical presentation", "clinical manifestations", "symptoms", "signs"});
constexpr auto kCauses = std::to_array<std::string_view>(
    {"causes", "aetiology", "etiology", "risk factors", "predisposing factors", "pathogenesis"});
constexpr auto kPredictors =
    std::to_array<std::string_view>({"risk factors", "predisposing factors", "prognos*"});
constexpr auto kDiagnoses =
    std::to_array<std::string_view>({"diagnosis", "diagnostic criteria", "investigation*", "laboratory tests",
                                     "work-up", "clinical features"});
constexpr auto kPrognoses = std::to_array<std::string_view>({"prognosis", "outlook", "complications"});
constexpr auto kHarms = std::to_array<std::string_view>(
    {"adverse drug reactions", "adverse effects", "adverse events", "side effects", "complications"});
constexpr auto kContraindications = std::to_array<std::string_view>(
    {"contraindications", "contraindications and caution", "caution", "cautions", "precautions"});
constexpr auto kPreventions = std::to_array<std::string_view>({"prevention", "preventive measures"});
constexpr auto kMonitorings = std::to_array<std::string_view>({"monitoring", "follow-up"});
constexpr auto kPrevalences = std::to_array<std::string_view>({"epidemiology", "prevalence", "incidence"});
constexpr auto kDefinitions = std::to_array<std::string_view>({"definition"});
constexpr auto kMechanisms = std::to_array<std::string_view>({"pathogenesis", "pathophysiology"});
constexpr auto kDoses = std::to_array<std::string_view>({"dosage", "dose", "doses"});

Phrases names_of(Intent intent) {
  switch (intent) {
    case Intent::kTreatment:
    case Intent::kLineOfTherapy: return kTreatments;
    case Intent::kSymptoms: return kSymptoms;
    case Intent::kCause: return kCauses;
    case Intent::kPredictor: return kPredictors;
    case Intent::kDiagnosis: return kDiagnoses;
    case Intent::kPrognosis: return kPrognoses;
    case Intent::kHarm: return kHarms;
    case Intent::kContraindication: return kContraindications;
    case Intent::kPrevention: return kPreventions;
    case Intent::kMonitoring: return kMonitorings;
    case Intent::kPrevalence: return kPrevalences;
    case Intent::kDefinition: return kDefinitions;
    case Intent::kMechanism: return kMechanisms;
    case Intent::kDose: return kDoses;
    default: return {};
  }
}

}  // namespace

bool heading_answers(std::string_view heading, Intent intent) {
  const Phrases names = names_of(intent);
  if (heading.empty() || names.empty()) return false;
  const std::string lower = lower_ascii(heading);
  return !has_any_phrase(lower, kOther) && has_any_phrase(lower, names);
}

}  // namespace attest
