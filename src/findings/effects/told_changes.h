// Which outcomes a sentence tells of, and what became of each: more, less, better, worse, no difference.
// Beside the direction, which says whether a result is wanted, this says what was found where nobody knows
// that ("renin was lower"), and keeps several outcomes apart ("reduced pain, stiffness and use of
// analgesics").
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "findings/finding.h"

namespace attest {

// `lower`: the sentence in small letters; `named`: what it names, groups of a trial among it, spans in it.
std::vector<ToldChange> told_changes(std::string_view lower, std::span<const Mention> named);

// Of a sentence that as a whole tells no difference ("consumption was lower, p = 0.07"): what is told made
// none, unless the sentence itself sets apart what did.
void leave_to_chance(std::vector<ToldChange>& changes);

}  // namespace attest
