// Titles of documents on a kind of the condition, or on another occasion than was asked about.
#pragma once

#include <string>

#include "evidence/sources.h"

namespace attest {

// "In uveal melanoma" of a document on it where melanoma was asked about; empty where the title names the
// condition itself, several kinds of it, or none.
std::string narrower_title(const Evidence& evidence, const AnswerSource& source);

// A treatment was asked for and the title is of prevention, or the question is of a relapse and the title of
// people who were never treated.
bool is_of_other_occasion(const Evidence& evidence, const AnswerSource& source);

}  // namespace attest
