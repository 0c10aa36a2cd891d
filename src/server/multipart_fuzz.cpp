// Reads arbitrary bytes as an uploaded form; the first line is its content type. Never a crash; what is
// accepted lies inside the body and is bounded.
#include <algorithm>
#include <cstdint>
#include <cstdlib>

#include "base/limits.h"
#include "server/multipart.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const size_t line = std::min(bytes.find('\n'), bytes.size());
  const std::string_view body = bytes.substr(std::min(line + 1, bytes.size()));
  const auto parts = attest::parse_multipart(bytes.substr(0, line), body);
  if (!parts) return 0;
  if (parts->size() > attest::limits::kMultipartPartsMax) std::abort();
  for (const attest::FormPart& part : *parts) {
    if (part.name.empty() || part.file_name.find('/') != std::string::npos) std::abort();
    if (!part.bytes.empty() && (part.bytes.data() < body.data() ||
                                part.bytes.data() + part.bytes.size() > body.data() + body.size()))
      std::abort();
  }
  return 0;
}
