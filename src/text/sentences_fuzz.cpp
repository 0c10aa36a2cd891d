// Sentences lie inside the text, in order, without white space around them.
#include "text/sentences.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  uint32_t last = 0;
  for (const attest::ByteSpan span : attest::split_sentences(text)) {
    if (span.start < last || span.end <= span.start || span.end > size) std::abort();
    if (text[span.start] == ' ' || text[span.end - 1] == ' ') std::abort();
    if (span.of(text).find('\n') != std::string_view::npos) std::abort();
    last = span.end;
  }
  return 0;
}
