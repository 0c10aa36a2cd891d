// Both forms lie inside the text and do not overlap.
#include "text/abbreviations.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  for (const attest::Abbreviation& found : attest::find_abbreviations(text)) {
    if (found.short_form.empty() || found.short_form.end > size) std::abort();
    if (found.long_form.empty() || found.long_form.end > size) std::abort();
    if (found.short_form.overlaps(found.long_form)) std::abort();
  }
  return 0;
}
