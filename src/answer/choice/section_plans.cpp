#include "answer/choice/section_plans.h"

namespace attest {

std::vector<SectionPlan> section_plans(const UnderstoodQuestion& question) {
  using K = FindingKind;
  const SectionPlan results{"results", "What studies found", {K::kRate, K::kEffect}, 6};
  const SectionPlan effects{"results", "What studies found", {K::kRate, K::kEffect, K::kDuration}, 8};
  const SectionPlan harms{"harms", "Harms", {K::kHarm}, 6};
  const SectionPlan doses{"doses", "Doses reported", {K::kDose}, 6};
  const SectionPlan diagnosis{"diagnosis", "Before treating: diagnosis", {K::kAccuracy, K::kDiagnosis}, 4};
  const SectionPlan accuracy{"diagnosis", "Diagnosis", {K::kAccuracy, K::kDiagnosis, K::kRecommendation}, 8};
  const SectionPlan predictors{"predictors", "Who responds", {K::kPredictor}, 4};
  const SectionPlan definition{"definition", "What it is", {K::kDefinition}, 3};
  const SectionPlan prevalence{"prevalence", "How common it is", {K::kPrevalence}, 5};
  const SectionPlan duration{"duration", "How long it lasts", {K::kDuration, K::kRate}, 6};
  const SectionPlan doubts{"uncertainty", "How sure this is", {K::kUncertainty}, 4};
  const SectionPlan mechanism{"mechanism", "How it works", {K::kMechanism}, 4};
  const SectionPlan advice{"recommendations", "Recommendations", {K::kRecommendation}, 5};
  const SectionPlan symptoms{
      "symptoms",
      "Symptoms and signs",
      {K::kDefinition, K::kDiagnosis, K::kWarning, K::kPredictor, K::kRate, K::kHarm, K::kOther},
      7};
  const SectionPlan general{"evidence",
                            "What sources say",
                            {K::kRecommendation, K::kEffect, K::kRate, K::kDefinition, K::kPredictor,
                             K::kPrevalence, K::kDiagnosis, K::kOther},
                            8};
  const auto told_by_words = [](const char* kind, const char* title) {
    return SectionPlan{
        kind,
        title,
        {K::kRecommendation, K::kEffect, K::kRate, K::kDose, K::kDuration, K::kPredictor, K::kHarm,
         K::kUncertainty, K::kDiagnosis, K::kDefinition, K::kMechanism, K::kWarning, K::kOther},
        6};
  };
  switch (question.intent) {
    case Intent::kTreatment: return {diagnosis, predictors};
    case Intent::kLineOfTherapy:
      if (question.line_of_therapy >= 2) return {};
      return {diagnosis, predictors};
    case Intent::kDose: return {doses, harms, doubts};
    case Intent::kComparison: return {results, harms, advice, doubts};
    case Intent::kEffect: return {effects, harms, advice, doubts};
    case Intent::kDiagnosis: return {accuracy, doubts};
    case Intent::kPrognosis: return {duration, predictors, results, doubts};
    case Intent::kDuration: return {duration, doubts};
    case Intent::kTimeToEffect:
      return {told_by_words("time-to-effect", "How soon it works"), results, doubts};
    case Intent::kTreatmentLength:
      return {told_by_words("treatment-length", "How long it is given"), results, doubts};
    case Intent::kContraindication:
      return {told_by_words("contraindications", "Who should not have it"), harms, doubts};
    case Intent::kIndication: return {told_by_words("indications", "When and for whom"), doubts};
    case Intent::kTarget: return {told_by_words("targets", "Values to aim at"), advice, doubts};
    case Intent::kHarm: return {harms, doubts};
    case Intent::kDefinition: return {definition, prevalence, diagnosis};
    case Intent::kPrevalence: return {prevalence, definition, doubts};
    case Intent::kPredictor: return {predictors, doubts};
    case Intent::kMechanism: return {mechanism, definition};
    case Intent::kPrevention:
      return {{"prevention",
               "Prevention",
               {K::kRecommendation, K::kEffect, K::kRate, K::kPredictor, K::kOther},
               7},
              doubts};
    case Intent::kMonitoring:
      return {{"monitoring", "Monitoring", {K::kRecommendation, K::kDiagnosis, K::kOther}, 6}};
    case Intent::kCause:
      return {{"causes",
               "Causes",
               {K::kMechanism, K::kPredictor, K::kDefinition, K::kPrevalence, K::kHarm, K::kEffect, K::kRate,
                K::kUncertainty, K::kOther},
               7},
              doubts};
    case Intent::kSymptoms: return {symptoms, diagnosis};
    case Intent::kGeneral: break;
  }
  return {general, harms, doubts};
}

}  // namespace attest
