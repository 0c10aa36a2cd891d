// Which findings may stand as what harm a treatment did.
#pragma once

#include <string_view>

#include "findings/finding.h"

namespace attest {

// The sentence tells of harms only that little is known of them, how they were recorded or who responded:
// "limited data on adverse events were reported". Where it names or counts one it tells of it.
bool tells_nothing_of_harm(const Finding& finding, std::string_view sentence);

}  // namespace attest
