// The list of references of an answer, from the citations of its statements.
#pragma once

#include <cstdint>
#include <set>

#include "answer/answer.h"
#include "evidence/sources.h"

namespace attest {

// Numbers the cited documents in reading order, from 1: fills Answer::references anew, and
// Citation::reference.
void number_references(const Evidence& evidence, Answer& answer);

// Indexes into Evidence::sources.
std::set<uint32_t> cited_sources(const Evidence& evidence, Answer& answer);

}  // namespace attest
