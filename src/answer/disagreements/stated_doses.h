// Which doses of a treatment a text states.
#pragma once

#include <string>
#include <utility>

#include "document/document.h"

namespace attest {

// Both sides' doses ("50 and 100 mg"), where both texts state some and have none in common; else two "".
std::pair<std::string, std::string> differing_doses(const Document& x, const std::string& given_x,
                                                    const Document& y, const std::string& given_y);

}  // namespace attest
