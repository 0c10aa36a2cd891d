// The collection's own stored bytes, as damage or a forger might leave them: runs of numbers, compressed
// frames, records. Nothing may crash, hang or take memory beyond its limits.
#include <cstdint>
#include <string_view>

#include "collection/compression.h"
#include "collection/manifest.h"
#include "collection/stored_document.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (bytes.empty()) return 0;
  const std::string_view rest = bytes.substr(1);
  switch (bytes[0] % 3) {
    case 0: {
      const auto runs = attest::NumberRuns::deserialize(rest, static_cast<uint32_t>(rest.size()));
      if (!runs || runs->count() == 0) break;
      for (uint32_t document = 0; document < runs->count(); document += 7) {
        if (runs->document(runs->number(document)) != document) __builtin_trap();
      }
      break;
    }
    case 1: {
      const auto expanded = attest::decompress(rest, {}, 1u << 20);
      if (expanded && expanded->size() > (1u << 20)) __builtin_trap();
      break;
    }
    default: (void)attest::assemble_document("id", attest::Depth::kAbstract, rest, "some text");
  }
  return 0;
}
