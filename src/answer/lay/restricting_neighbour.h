// "Aspirin every day can lower the risk of a heart attack. However, it is not safe for everyone.": a sentence
// whose neighbour takes part of it back is quoted together with it, or not at all.
#pragma once

#include <optional>
#include <string_view>

#include "answer/answer.h"
#include "evidence/sources.h"

namespace attest {

// Whether the sentence, in small letters, restricts what stands before it.
bool restricts(std::string_view lower);

// The sentence and the one behind it, where that one restricts it; none where it does not, or where the text
// ends. `sentence`: a span of the document's text.
std::optional<ByteSpan> with_what_restricts(const Document& document, ByteSpan sentence);

// For lay readers: quotes are lengthened by what restricts them; those that would be too long, or hold what
// is not for lay readers, go. The references must then be numbered again. True where something changed.
bool quote_with_restrictions(const Evidence& evidence, Answer& answer);

}  // namespace attest
