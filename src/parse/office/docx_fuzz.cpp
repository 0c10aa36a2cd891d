#include "parse/office/docx_test_support.h"
#include "parse/pages/marked_page.h"
#include "parse/parser_fuzz.h"

// Bytes that are no archive become the main part of one, so that the reader behind the archive is reached
// too.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const std::string archive = bytes.starts_with("PK")
                                  ? std::string(bytes)
                                  : attest::test::make_archive({{"word/document.xml", std::string(bytes)},
                                                                {"word/footnotes.xml", std::string(bytes)}});
  (void)attest::parse_docx(archive, "fuzz", attest::test::checking_sink());
  if (const auto page = attest::marked_docx(archive, "fuzz")) {
    for (const attest::PageBlock& block : page->blocks) {
      for (const attest::PageMark& mark : block.marks) {
        if (mark.span.empty() || mark.span.end > block.text.size()) __builtin_trap();
      }
    }
  }
  return 0;
}
