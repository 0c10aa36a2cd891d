#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/byte_span.h"

namespace attest {

// "dyssynergic defecation (DD)" → {DD, dyssynergic defecation}; also "DD (dyssynergic defecation)".
struct Abbreviation {
  ByteSpan short_form;
  ByteSpan long_form;
};

// Schwartz & Hearst, "A simple algorithm for identifying abbreviation definitions in biomedical text",
// PSB 2003, with the refinements that abbreviations_test.cpp names.
std::vector<Abbreviation> find_abbreviations(std::string_view text);

}  // namespace attest
