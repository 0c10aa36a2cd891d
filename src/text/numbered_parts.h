// Statements that one sentence numbers: "We conclude that: (1) it is unlikely that …; (2) it is …".
#pragma once

#include <string_view>
#include <vector>

#include "base/byte_span.h"

namespace attest {

// `sentence` of `text` in its numbered statements, the words before the first number with it; as it is where
// it numbers names or figures and no statements. Linear in the sentence.
std::vector<ByteSpan> split_numbered_parts(std::string_view text, ByteSpan sentence);

}  // namespace attest
