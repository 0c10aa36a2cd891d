// Any bytes as a compressed stream: reading ends, and the head is told apart without a crash.
#include <cstdint>
#include <string>

#include "parse/detect.h"
#include "parse/parser.h"
#include "parse/stream/byte_source.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  std::string bytes(reinterpret_cast<const char*>(data), size);
  static_cast<void>(attest::detect_format(bytes, "name"));
  static_cast<void>(attest::describe_content(bytes));
  auto source = attest::ByteSource::from_bytes(std::move(bytes), "fuzz");
  if (!source) return 0;
  std::string buffer(4096, '\0');
  for (auto count = (*source)->read(buffer); count && *count > 0; count = (*source)->read(buffer)) {
    if (*count > buffer.size()) __builtin_trap();
  }
  return 0;
}
