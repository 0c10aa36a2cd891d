// Which results are quoted to lay readers, who do not see the rest of the abstract.
#pragma once

#include <string_view>

#include "evidence/sources.h"

namespace attest {

// "Pain-free intercourse was reported by 29 of 30 women" does not say after what, nor "the proportion was 21%
// after group therapy" of what: a share is quoted only where its sentence names the outcome and, in answers
// on treatments, the treatment, and not "group 1". Other findings always stand by themselves.
bool names_its_subject(const Evidence& evidence, const Finding& finding);

// Something wanted was reached: not "aggravated by physical activity in 88%", nor "none responded".
bool tells_benefit(std::string_view lower);

}  // namespace attest
