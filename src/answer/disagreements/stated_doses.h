// Which doses of a treatment a text states.
#pragma once

#include <string>
#include <string_view>
#include <utility>

namespace attest {

struct DosedText {
  std::string_view text;
  std::string given;  // whose doses
  std::string other;  // what it was compared with, which has doses of its own
};

// Both sides' doses ("50 and 100 mg"), where both texts state some, have none in common and name every dose's
// treatment; else two "".
std::pair<std::string, std::string> differing_doses(const DosedText& x, const DosedText& y);

}  // namespace attest
