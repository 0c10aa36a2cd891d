// Any bytes given to the reader of this format: it must return, and every section must lie inside its text.
#include <cstdint>
#include <cstdlib>

#include "parse/format_parsers.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  attest::DocumentSink sink;
  sink.document = [](attest::Document&& document) {
    for (const auto& section : document.sections) {
      if (section.body.end > document.text.size() || section.heading.end > section.body.start) std::abort();
    }
    if (document.id.empty()) std::abort();
    return true;
  };
  const auto source =
      attest::ByteSource::from_bytes(std::string(reinterpret_cast<const char*>(data), size), "fuzz");
  if (source) static_cast<void>(attest::parse_json_lines(**source, "fuzz", sink));
  return 0;
}
