// Whatever is read can be written, and what was written reads back as the same bytes.
#include "document/record_json.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view json(reinterpret_cast<const char*>(data), size);
  if (const auto record = attest::record_from_json(json)) {
    const std::string written = attest::record_to_json(*record);
    const auto again = attest::record_from_json(written);
    if (!again || attest::record_to_json(*again) != written) std::abort();
  }
  if (const auto sections = attest::sections_from_json(json)) {
    const std::string written = attest::sections_to_json(*sections);
    const auto again = attest::sections_from_json(written);
    if (!again || attest::sections_to_json(*again) != written) std::abort();
  }
  return 0;
}
