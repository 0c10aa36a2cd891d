#include "parse/parser_fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  return attest::test::fuzz_parser(attest::parse_html, data, size);
}
