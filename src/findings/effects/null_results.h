// What a sentence says made no difference, and of which of its statements it says so. "Pain was lower with X
// than with placebo and similar to that with Y" says two things, and only the second is of no difference.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "findings/advice/stance.h"
#include "findings/finding.h"

namespace attest {

// Words that say so: "did not differ", "similar", "not statistically significant". Bytes of the text.
struct NullCue {
  size_t start = 0;
  size_t end = 0;
  bool found() const { return end > start; }
};
NullCue find_null(std::string_view lower);
// A difference was seen, and chance may have made it: "not statistically significant".
bool is_left_to_chance(std::string_view lower);
// A clause that says so of what was told before: "but this was not statistically significant".
bool takes_back(std::string_view clause);

enum class NullSaid : uint8_t {
  kUnsaid,
  kAlike,
  kTakenBack,  // "but this was not statistically significant": of what was said before
  kAside,      // "were similar at baseline": of no result
};

// One statement: what "and", "with" or a comma parts from the rest of its clause.
struct ResultStatement {
  Clause place;
  NullSaid null = NullSaid::kUnsaid;
  bool told = false;  // something was more, less, better or worse, and that is not denied
};
std::vector<ResultStatement> statements_of(std::string_view lower, Clause clause,
                                           std::span<const Mention> named);

}  // namespace attest
