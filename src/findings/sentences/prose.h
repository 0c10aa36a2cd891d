// Whether a stretch of text reads as a sentence. Tables, legends and headings that lost their layout come out
// of files as one long line ("Table1Demographic Data … Age,mean ±SD"); quoting one helps nobody.
#pragma once

#include <string_view>

namespace attest {

// By shares of lower-case letters, digits and separators, by length, and by how it starts.
bool is_prose(std::string_view sentence);

}  // namespace attest
