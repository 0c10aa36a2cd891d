#include <cstddef>
#include <cstdint>

#include "audit/citations.h"
#include "audit/claims.h"
#include "audit/page.h"
#include "parse/pages/marked_page.h"

// The reader of reference lists and citations, over a page of plain text.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  namespace audit = attest::audit;
  constexpr size_t kBytesMax = 64u << 10;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size < kBytesMax ? size : kBytesMax);
  const auto marked = attest::marked_plain_text(bytes, "fuzz");
  if (!marked) return 0;
  const audit::Page page = audit::lay_out(*marked, "fuzz");
  const audit::ReferenceList list = audit::read_reference_list(page);
  for (const audit::ListedWork& work : list.works) {
    if (work.span.empty() || work.span.end > page.text.size() || work.text.empty()) __builtin_trap();
  }
  const auto citations = audit::find_citations(page, list);
  uint32_t last = 0;
  for (const audit::InTextCitation& citation : citations) {
    if (citation.span.empty() || citation.span.end > page.text.size() || citation.span.start < last)
      __builtin_trap();
    last = citation.span.end;
  }
  for (const audit::PageSentence& sentence : audit::page_sentences(page, list, citations)) {
    if (sentence.span.empty() || sentence.span.end > page.text.size()) __builtin_trap();
  }
  return 0;
}
