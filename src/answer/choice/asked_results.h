// What the sources found of the outcome that a question about an effect asks after.
#pragma once

#include <optional>
#include <vector>

#include "evidence/sources.h"
#include "reconcile/outcomes/study_verdicts.h"
#include "reconcile/outcomes/told_effect.h"

namespace attest {

class AskedResults {
 public:
  // Keeps a reference to the evidence.
  explicit AskedResults(const Evidence& evidence);

  const StudyVerdicts& verdicts() const { return verdicts_; }
  // The sentences of the verdicts, the best source first; one of each study.
  std::vector<const Finding*> best() const;
  bool is_verdict(const Finding& finding) const;
  // It tells of other outcomes than the one asked after.
  bool is_beside(const Finding& finding);
  // Where an outcome is asked after: it is a verdict, or says what the treatment did to that outcome.
  bool may_lead(const Finding& finding);

 private:
  bool is_of_special_people(const StudyVerdict& one) const;

  const Evidence& evidence_;
  StudyVerdicts verdicts_;
  std::optional<ToldEffect> told_;
};

}  // namespace attest
