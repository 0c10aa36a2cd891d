#pragma once

#include <string>

#include "appraise/appraisal.h"

namespace attest {

// What a document's study design is judged to be, and by which sign.
struct DesignJudgement {
  StudyDesign design = StudyDesign::kUnclear;
  std::string basis;  // "record", "publication type", "title", "text", "wording", … "" when unclear
  bool meta_analysis = false;
};

DesignJudgement judge_design(const Document& document);

}  // namespace attest
