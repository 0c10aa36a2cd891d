// Advice that gives a treatment beside another one, or instead of what is first.
#pragma once

#include <string>

#include "evidence/sources.h"

namespace attest {

// "X is recommended as add-on therapy", "rescue therapy with X", "recommended as alternative treatments": the
// finding's advice on the intervention puts it in no line.
bool is_added_to_another(const Evidence& evidence, const Finding& finding, const std::string& intervention);

}  // namespace attest
