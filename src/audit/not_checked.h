// The end of a report: what was not checked, and why. An empty list of remarks means no more than this list
// leaves.
#pragma once

#include <vector>

#include "audit/work.h"

namespace attest::audit {

// Statements that nothing decided about.
struct UndecidedStatements {
  std::vector<PagePlace> not_open;       // what they cite is not in the collection
  std::vector<PagePlace> undecided;      // what they cite is, and does not decide
  std::vector<PagePlace> nothing_cited;  // they cite nothing
};

void report_unchecked(Work& work, UndecidedStatements statements);

}  // namespace attest::audit
