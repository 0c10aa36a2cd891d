// A sentence that names a class and, of it, the members that it speaks of: "the first-line antibiotic is
// amoxicillin", "antibiotics such as amoxicillin", "an antibiotic (amoxicillin)".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "findings/finding.h"
#include "findings/names/mentions.h"

namespace attest {

// Puts into `of`, the ids of what something is said of, the members that stand behind a class in the place of
// the class. `named`: what the sentence names, in its order, spans local to it.
void prefer_members(std::string_view lower, const std::vector<Mention>& named, const Vocabulary& vocabulary,
                    std::vector<std::string>& of);

}  // namespace attest
