// The list of references of an answer, from the citations of its statements.
#pragma once

#include <cstdint>
#include <set>
#include <string>

#include "answer/answer.h"
#include "evidence/sources.h"

namespace attest {

// Numbers the cited documents in reading order, from 1: fills Answer::references anew, and
// Citation::reference.
void number_references(const Evidence& evidence, Answer& answer);

// The source that a citation names by its document; null where it is none of these.
const AnswerSource* source_with(const Evidence& evidence, const std::string& document);

// Indexes into Evidence::sources.
std::set<uint32_t> cited_sources(const Evidence& evidence, Answer& answer);

}  // namespace attest
