// Which doses of a treatment a text states.
#pragma once

#include <string>
#include <string_view>
#include <utility>

namespace attest {

// Both sides' doses ("50 and 100 mg"), where both texts state some and have none in common; else two "".
std::pair<std::string, std::string> differing_doses(std::string_view x, const std::string& given_x,
                                                    std::string_view y, const std::string& given_y);

}  // namespace attest
