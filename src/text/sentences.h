// text: from UTF-8 to sentences, tokens, stems, abbreviations. Takes text, gives spans into it and small
// values. May include base only.
#pragma once

#include <string_view>
#include <vector>

#include "base/byte_span.h"

namespace attest {

// Sentence spans of `text`, in order, without surrounding white space. A newline always ends a sentence.
// Knows clinical prose: "vs.", "et al.", "Fig. 2", "e.g.", "p < 0. 05", "5.3 mg", "E. coli", "Dr.",
// initials, decimal points, "(P=.02)." Also splits where a sentence starts without a space after a full stop
// or a label ("…in vivo.Methods", "RESULTS:We") as damaged abstracts have it.
std::vector<ByteSpan> split_sentences(std::string_view text);

}  // namespace attest
