// Large counts as they are printed: 113,880.
#pragma once

#include <cstdint>
#include <string>

namespace attest {

inline std::string grouped(uint64_t number) {
  std::string digits = std::to_string(number);
  for (size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
  return digits;
}

}  // namespace attest
