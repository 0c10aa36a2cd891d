#include "answer/choice/answer_type.h"

#include <algorithm>

#include "findings/cues.h"
#include "text/phrases.h"

namespace attest {

bool has_quantity(const Finding& finding, std::initializer_list<QuantityKind> kinds) {
  return std::any_of(finding.quantities.begin(), finding.quantities.end(), [&](const Quantity& quantity) {
    return std::find(kinds.begin(), kinds.end(), quantity.kind) != kinds.end();
  });
}

namespace {

// "It makes the body use insulin better", "reduces the release of acid".
bool tells_how(std::string_view lower) {
  static constexpr std::string_view kHow[] = {
      "inhibit*",      "block*",    "bind*",  "activat*",  "stimulat*",    "suppress*", "by reducing",
      "by increasing", "by making", "makes",  "prevents",  "relaxes",      "slows",     "increases",
      "decreases",     "reduces",   "lowers", "enhances",  "modulat*",     "acts",      "pathway*",
      "receptor*",     "helps the", "works",  "caused by", "results from", "due to"};
  return has_any_phrase(lower, kHow);
}

// "What is known of how it works can help to find new drugs": what it is stands elsewhere.
bool only_promises(std::string_view lower) {
  static constexpr std::string_view kPromises[] = {"can help us",      "novel treatment*", "new treatments",
                                                   "to elucidate",     "to investigate",   "further studies",
                                                   "further research", "will help",        "to understand"};
  return has_any_phrase(lower, kPromises);
}

bool counts_sessions(const Finding& finding) {
  return std::any_of(finding.quantities.begin(), finding.quantities.end(),
                     [](const Quantity& quantity) { return quantity.unit == "session"; });
}

}  // namespace

bool wants_answer_type(Intent intent) {
  switch (intent) {
    case Intent::kDuration:
    case Intent::kTimeToEffect:
    case Intent::kTreatmentLength:
    case Intent::kContraindication:
    case Intent::kIndication:
    case Intent::kMechanism:
    case Intent::kTarget: return true;
    default: return false;
  }
}

bool has_answer_type(Intent intent, const Finding& finding, std::string_view lower) {
  using enum QuantityKind;
  switch (intent) {
    case Intent::kPrevention: return cues::prevention(lower);
    case Intent::kMonitoring: return cues::monitoring(lower);
    case Intent::kCause:
      // "Can X cause Y?": a sentence that names both, or one of them under a title with the other.
      return cues::cause(lower) || finding.kind == FindingKind::kMechanism || finding.asked.size() >= 2;
    case Intent::kMechanism:
      return (finding.kind == FindingKind::kMechanism || cues::mechanism(lower) || tells_how(lower)) &&
             !only_promises(lower);
    case Intent::kDuration: return cues::lasts(lower) && has_quantity(finding, {kDuration, kRange});
    case Intent::kSymptoms: return cues::symptoms(lower);
    case Intent::kPrognosis:
      return cues::prognosis(lower) || cues::effect_duration(lower) ||
             finding.kind == FindingKind::kPredictor;
    case Intent::kTimeToEffect:
      // When something had not worked is no time to an effect.
      return cues::time_to_effect(lower) && !cues::negated(lower) &&
             (has_quantity(finding, {kDuration}) || cues::speed_in_words(lower));
    case Intent::kTreatmentLength:
      return counts_sessions(finding) ||
             (cues::treatment_length(lower) && has_quantity(finding, {kDuration}));
    case Intent::kContraindication: return cues::contraindication(lower);
    case Intent::kIndication: return cues::indication(lower);
    case Intent::kTarget:
      return cues::target(lower) &&
             has_quantity(finding, {kNumber, kRange, kPercentage, kMean, kMedian, kDose, kCount});
    default: return true;
  }
}

}  // namespace attest
