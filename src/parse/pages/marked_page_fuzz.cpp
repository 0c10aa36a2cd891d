#include <cstddef>
#include <cstdint>

#include "parse/pages/marked_page.h"

// The first byte chooses the format.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  const auto page = data[0] % 3 == 0   ? attest::marked_html(bytes, "fuzz")
                    : data[0] % 3 == 1 ? attest::marked_markdown(bytes, "fuzz")
                                       : attest::marked_plain_text(bytes, "fuzz");
  if (!page) return 0;
  for (const attest::PageBlock& block : page->blocks) {
    if (block.text.empty() || block.text.find('\n') != std::string::npos) __builtin_trap();
    for (const attest::PageMark& mark : block.marks) {
      if (mark.span.empty() || mark.span.end > block.text.size()) __builtin_trap();
    }
  }
  return 0;
}
