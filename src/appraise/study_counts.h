// Private to appraise: how many studies a systematic review put together.
#pragma once

#include <cstdint>
#include <string_view>

namespace attest {

struct StudyNumber {
  uint32_t value = 0;
  int trust = 0;  // 0: none; higher where the sentence says that the studies were included
};

// The number of studies that a sentence (in lower case) of a systematic review says were put together. Never
// one, and never studies only retrieved, screened or left out.
StudyNumber studies_reviewed(std::string_view lower_sentence);

}  // namespace attest
