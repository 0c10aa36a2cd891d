// Which sections an answer to each kind of question has, and what each collects.
#pragma once

#include <vector>

#include "findings/finding.h"
#include "question/question.h"

namespace attest {

// What a section of one kind of question collects.
struct SectionPlan {
  const char* kind;
  const char* title;
  std::vector<FindingKind> kinds;
  size_t count;
};

// Plan for the question's main intent; the first entry feeds the bottom line of non-treatment questions.
std::vector<SectionPlan> section_plans(const UnderstoodQuestion& question);

}  // namespace attest
