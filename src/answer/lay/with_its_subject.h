// "Statins are safe for most people. They can also cause muscle problems.": a sentence that begins with a
// pronoun is quoted together with the one or two before it that say of what it speaks.
#pragma once

#include <optional>
#include <string_view>

#include "answer/answer.h"
#include "evidence/sources.h"

namespace attest {

// "They can also cause…", in small letters.
bool begins_with_pronoun(std::string_view lower);

// From the sentence that names the subject to the end of this one; none where it does not begin with a
// pronoun, or where what stands before it is too long, too far or names no subject either.
std::optional<ByteSpan> with_its_subject(const Document& document, ByteSpan sentence);

// The quote of the finding, lengthened so where it must be.
Statement quote_with_subject(const Evidence& evidence, const Finding& finding);

}  // namespace attest
