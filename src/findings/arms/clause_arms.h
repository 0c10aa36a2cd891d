// Whom a clause speaks of: the treatments and controls that it names or means, where they stand.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "findings/advice/stance.h"
#include "findings/finding.h"

namespace attest {

struct ClauseArm {
  size_t start = 0;  // bytes of the clause
  size_t end = 0;
  bool control = false;
};

// In the order of the clause; `plain` is the clause in small letters without brackets. What is only adjusted
// for, and a control that a treatment is added to, is no arm.
std::vector<ClauseArm> arms_of_clause(std::string_view plain, Clause clause, std::span<const Mention> named);

// A treatment that is no control is named in the text, or meant ("the treated patients").
bool speaks_of_treatment(std::string_view lower, std::span<const Mention> named);
// A treatment is meant, as those who had it or as the time after it.
bool means_treatment(std::string_view lower);

}  // namespace attest
