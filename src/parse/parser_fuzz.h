// What a fuzz target asks of every reader of documents: it must return, and every section must lie inside its
// text.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <string>

#include "parse/format_parsers.h"
#include "parse/fulltext_test_support.h"

namespace attest::test {

inline DocumentSink checking_sink() {
  DocumentSink sink;
  sink.document = [](Document&& document) {
    if (document.id.empty() || !sections_are_sound(document)) std::abort();
    return true;
  };
  return sink;
}

inline int fuzz_parser(Status (*parse)(ByteSource&, std::string_view, const DocumentSink&),
                       const uint8_t* data, size_t size) {
  const auto source = ByteSource::from_bytes(std::string(reinterpret_cast<const char*>(data), size), "fuzz");
  if (source) static_cast<void>(parse(**source, "fuzz", checking_sink()));
  return 0;
}

inline int fuzz_parser(Status (*parse)(std::string_view, std::string_view, const DocumentSink&),
                       const uint8_t* data, size_t size) {
  static_cast<void>(
      parse(std::string_view(reinterpret_cast<const char*>(data), size), "fuzz", checking_sink()));
  return 0;
}

}  // namespace attest::test
