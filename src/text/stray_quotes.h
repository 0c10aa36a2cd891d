// Quotation marks around or beside a whole sentence, which are no part of it.
#pragma once

#include <string_view>

#include "base/byte_span.h"

namespace attest {

// `sentence` of `text` without the pair of marks that encloses all of it ("'The drug helped.'", as lists of
// sentences are stored), without the bracket of such a list, and without one mark at its start or end that
// has no other. A word or a phrase in quotation marks keeps them.
ByteSpan without_stray_quotes(std::string_view text, ByteSpan sentence);

}  // namespace attest
