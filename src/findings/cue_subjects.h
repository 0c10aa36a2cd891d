// Of which of the named things a cue speaks: of the subject or the object of its clause, not of what the
// clause sets aside or gives as a circumstance.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "findings/advice/stance.h"
#include "findings/finding.h"

namespace attest {

enum class CueForm : uint8_t {
  kLine,     // "first-line": before it with a verb or "as" between, or behind it with a verb, "with" or ":"
  kActive,   // "recommends", "should receive": behind it
  kPassive,  // "is recommended", "should be used": before it
};

// The name at `start` stands where a thing is set aside: "after withdrawal of X", "unless X", "allergic to
// X". What stands before `from` counts for nothing.
bool is_set_aside(std::string_view lower, size_t start, size_t from);

// Indices into `named`, in its order. `named` in the order of the sentence, spans local to it. `against`: of
// advice against, which holds for the nearest only and for what is listed with it.
std::vector<size_t> subjects_of_cue(std::string_view lower, Clause clause, size_t start, size_t end,
                                    const std::vector<Mention>& named, CueForm form, bool against = false);

}  // namespace attest
