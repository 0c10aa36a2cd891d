// A damaged or forged segment gives errors, never a crash, a hang or memory without bound. The input is a
// segment file; it is tried as it is and once more with its checksums put right, so that mutations reach what
// lies behind them.
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "index/segment_file.h"
#include "index/segment_seal.h"

namespace {

using namespace attest;
using namespace attest::index;

void use(const std::string& bytes) {
  const auto opened = SegmentFile::open_bytes(bytes, "fuzz");
  if (!opened) return;
  const std::shared_ptr<const SegmentFile>& segment = *opened;
  std::vector<WeightedTerm> query = {{"pelvic", 1.0f}, {"bowel", 2.0f}};
  (void)segment->for_each_term("", [&](std::string_view term, uint32_t ordinal) {
    if (query.size() < 12) query.push_back({std::string(term), 1.0f});
    (void)segment->term_ordinal(term);
    (void)segment->statistics(ordinal);
    (void)segment->for_each_posting(ordinal, [](uint32_t, uint8_t) { return true; });
    return ordinal < 200;
  });
  for (uint32_t document = 0; document < segment->document_count() && document < 200; ++document) {
    (void)segment->sentences(document);
  }
  // The oracle takes memory for every document that the footer claims: only for believable claims.
  const std::vector<SegmentView> views = {{segment, nullptr}};
  if (segment->document_count() < 1'000'000) {
    (void)search(views, query, 10);
    (void)search_exhaustively(views, query, 10);
  }
  (void)segment->verify();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size > (1u << 20)) return 0;
  std::string bytes(reinterpret_cast<const char*>(data), size);
  use(bytes);
  if (seal_segment(bytes)) use(bytes);
  return 0;
}
