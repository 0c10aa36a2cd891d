// Headings that were left standing in the running text of a clinical chapter when its lines were joined:
// "… of the testis CLINICAL FEATURES OF TORSION Clinical Features • Sudden pain • Nausea TREATMENT OF …".
#pragma once

#include <string_view>
#include <vector>

#include "base/byte_span.h"

namespace attest {

// The headings of `body` in their order, neighbours in one; none where the text is not laid out like that.
// A heading is words in capitals before the title of the chapter, or one of the usual names of a chapter's
// parts with a capital where a list or a sentence starts behind it. Linear in the body.
std::vector<ByteSpan> inline_headings(std::string_view body, std::string_view title);

}  // namespace attest
