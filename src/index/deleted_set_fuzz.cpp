// Any bytes: an error, or a set that writes the same bytes again.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "index/segment.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto set = attest::index::DeletedSet::deserialize(bytes);
  if (set && set->serialize() != bytes) std::abort();
  return 0;
}
