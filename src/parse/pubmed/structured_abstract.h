// Labels inside the running text of an abstract.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace attest {

struct AbstractPart {
  std::string_view label;  // "METHODS", empty when there is none
  std::string_view body;
  std::string_view
      category;  // NlmCategory in lower case: "background", "objective", "methods", "results", "conclusions"
};

// Splits "BACKGROUND: … METHODS: …" at its labels (capital letters before a colon, at the start or after the
// end of a sentence, and known as a label of structured abstracts). Text without labels is one part.
std::vector<AbstractPart> split_structured_abstract(std::string_view abstract);

}  // namespace attest
