// Lay phrases in what was said: their words in order, with few others between them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/byte_span.h"
#include "question/words.h"

namespace attest {

// Where the phrase stands that begins at word `start`: "my muscles always tighten" is "muscles tighten".
std::optional<ByteSpan> match_lay(const std::vector<LayWord>& said, size_t start,
                                  const std::vector<std::string>& phrase);

}  // namespace attest
