// Which line of therapy a sentence gives to what: "First line: diuretics; second line: beta-blockers".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "findings/finding.h"

namespace attest {

// One for each part of the sentence that gives a line. A part ends where a semicolon does. `lower`: the
// sentence in small letters; `named`: what it names, in its order, spans local to it.
std::vector<LineStatement> read_lines(std::string_view lower, const std::vector<Mention>& named);

}  // namespace attest
