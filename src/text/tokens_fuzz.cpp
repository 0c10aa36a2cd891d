// Tokens lie inside the text, in order; none is empty; every one can be stemmed.
#include "text/tokens.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static attest::Stemmer stemmer;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  uint32_t last = 0;
  for (const attest::Token& token : attest::tokenize(text)) {
    if (token.folded.empty() || token.span.start < last || token.span.end <= token.span.start) std::abort();
    if (token.span.end > size) std::abort();
    if (stemmer.stem(token.folded).empty()) std::abort();
    last = token.span.end;
  }
  return 0;
}
