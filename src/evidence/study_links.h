#pragma once

#include <cstdint>
#include <string>

namespace attest {

// What ties one source to another: both report one study, or one is a review that includes the other's.
struct StudyLink {
  std::string document;    // id of the other source
  bool certain = false;    // false: "probably"
  std::string basis;       // "registration number NCT01234567", "authors, people and treatments agree"
  uint32_t reference = 0;  // its number in Answer::references; 0 where the answer does not cite it
};

}  // namespace attest
