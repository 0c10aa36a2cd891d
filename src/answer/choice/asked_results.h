// What the sources found of the outcome that a question about an effect asks after.
#pragma once

#include <optional>
#include <vector>

#include "evidence/sources.h"
#include "reconcile/outcomes/sought_outcome.h"
#include "reconcile/outcomes/study_verdicts.h"

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

 private:
  bool is_of_special_people(const StudyVerdict& one) const;

  const Evidence& evidence_;
  StudyVerdicts verdicts_;
  std::optional<SoughtOutcome> sought_;
  const AnswerSource* begun_ = nullptr;  // the source that the outcome was last looked for in
};

}  // namespace attest
