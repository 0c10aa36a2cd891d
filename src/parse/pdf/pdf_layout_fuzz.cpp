// The worker's answers are untrusted: any bytes as the payload of a page, through layout to paragraphs.
#include <cstddef>
#include <cstdint>
#include <vector>

#include "parse/pdf/pdf_layout.h"
#include "parse/pdf/pdf_protocol.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  attest::pdf::Page page;
  if (!attest::pdf::read_page({reinterpret_cast<const char*>(data), size}, page)) return 0;
  const std::vector<attest::pdf::PageLines> pages(4, attest::pdf::lines_of_page(page));
  (void)attest::pdf::largest_text(pages.front());
  (void)attest::pdf::paragraphs_of_pages(pages);
  return 0;
}
