#include <cstddef>
#include <cstdint>

#include "parse/format_parsers.h"
#include "parse/fulltext_test_support.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  attest::test::BytesSource source(std::string_view(reinterpret_cast<const char*>(data), size));
  attest::test::Collected collected;
  (void)attest::parse_medquad(source, "fuzz", collected.sink());
  for (const attest::Document& document : collected.documents) {
    if (!attest::test::sections_are_sound(document)) __builtin_trap();
  }
  return 0;
}
