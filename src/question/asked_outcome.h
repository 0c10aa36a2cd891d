// What a question about an effect asks after: "mortality" in "do steroids reduce mortality in septic shock?".
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace attest {

struct AskedOutcome {
  std::string words;  // in small letters, without what only counts them ("risk of"); "" where none is named
  size_t behind = 0;  // offset behind the verb: what is said to do it stands before, of whom behind
};
AskedOutcome asked_outcome(std::string_view question);

}  // namespace attest
