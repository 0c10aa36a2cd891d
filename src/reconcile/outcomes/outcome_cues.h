// Words that say which way a result went: "reduced", "higher", "no difference".
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace attest {

// kBetter and kWorse are more or less by what is wanted of the outcome.
enum class CueKind : uint8_t { kMore, kLess, kBetter, kWorse, kNone };

// Denied cues are kNone.
struct Cue {
  CueKind kind = CueKind::kNone;
  bool aim = false;
  size_t start = 0;
  size_t end = 0;
  bool denied_only = false;  // counts only where it is denied: "no evidence of an effect on pain"
};

// A stretch of a sentence.
struct ClausePart {
  size_t start = 0;
  size_t end = 0;
};

// The cues of a part, in their order, one at each place. "A lower dose" and "higher-risk patients" are none.
std::vector<Cue> find_cues(std::string_view lower, ClausePart part);

}  // namespace attest
