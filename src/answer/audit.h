// Recomputing what sources state: a mismatch is reported with both numbers, never repaired.
#pragma once

#include <set>
#include <vector>

#include "answer/answer.h"
#include "evidence/sources.h"

namespace attest {

// Checks on the sources whose indices are in `cited`: figures that do not follow from each other, sources
// counted once, superseded and retracted sources.
std::vector<Check> audit_sources(const Evidence& evidence, const std::set<uint32_t>& cited);

}  // namespace attest
