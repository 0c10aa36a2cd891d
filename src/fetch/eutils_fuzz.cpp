#include <cstddef>
#include <cstdint>
#include <string_view>

#include "fetch/eutils.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  (void)attest::read_search_answer(bytes, "query");
  (void)attest::judge_batch(bytes);
  (void)attest::resume_from_json(bytes);
  return 0;
}
