// The sentences of a page for patients. Its lists have lost their lines: "- Avoid the sun Treatments for acne
// include creams." is the last point of a list and a sentence after it.
#pragma once

#include <string_view>
#include <vector>

#include "base/byte_span.h"

namespace attest {

std::vector<ByteSpan> page_sentences(std::string_view text);

}  // namespace attest
