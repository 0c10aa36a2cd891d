// Whether the condition was got is no result of treating it.
#pragma once

#include <string>
#include <vector>

#include "answer/sources.h"

namespace attest {

// "Statin users had lower odds of myeloma", "calcium for preventing pre-eclampsia": asked for the treatment
// of a condition, one finds what keeps people from getting it.
class ConditionGot {
 public:
  explicit ConditionGot(const Evidence& evidence);

  // The finding's sentence counts, or its document is of, people who got the condition or did not.
  bool is_outcome_of(const Finding& finding) const;

 private:
  const Evidence& evidence_;
  std::vector<std::string> names_;  // of the condition, in small letters; empty where nothing is told
};

}  // namespace attest
