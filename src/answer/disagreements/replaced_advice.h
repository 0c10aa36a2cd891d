// Advice that its own body has taken back.
#pragma once

#include "evidence/sources.h"

namespace attest {

// Marks advice that a newer text of the same body took back (Finding::taken_back, Finding::takes_back).
void take_back_replaced_advice(Evidence& evidence);

}  // namespace attest
