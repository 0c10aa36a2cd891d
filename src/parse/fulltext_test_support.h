// For the tests and fuzz targets of the full-text formats: a stream over bytes in memory, and a sink that
// keeps what it is given.
#pragma once

#include <algorithm>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "parse/parser.h"
#include "parse/stream/byte_source.h"

namespace attest::test {

class BytesSource final : public ByteSource {
 public:
  explicit BytesSource(std::string_view bytes, size_t chunk = SIZE_MAX) : bytes_(bytes), chunk_(chunk) {}
  Result<size_t> read(std::span<char> buffer) override {
    const size_t count = std::min({buffer.size(), bytes_.size() - at_, chunk_});
    if (count > 0) std::memcpy(buffer.data(), bytes_.data() + at_, count);
    at_ += count;
    return count;
  }
  uint64_t position() const override { return at_; }
  uint64_t size() const override { return bytes_.size(); }

 private:
  std::string_view bytes_;
  size_t chunk_;
  size_t at_ = 0;
};

struct Collected {
  std::vector<Document> documents;
  std::vector<Error> problems;

  DocumentSink sink() {
    DocumentSink sink;
    sink.document = [this](Document&& document) {
      documents.push_back(std::move(document));
      return true;
    };
    sink.problem = [this](Error&& error) {
      problems.push_back(std::move(error));
      return true;
    };
    return sink;
  }
};

inline std::string heading_text(const Document& document, const Section& section) {
  return std::string(section.heading.of(document.text));
}
inline std::string body_text(const Document& document, const Section& section) {
  return std::string(section.body.of(document.text));
}

// The first section with this heading, or an empty section.
inline Section section_named(const Document& document, std::string_view heading) {
  for (const Section& section : document.sections) {
    if (section.heading.of(document.text) == heading) return section;
  }
  return {};
}

// True when every section lies inside the text, in order, heading before body.
inline bool sections_are_sound(const Document& document) {
  uint32_t last = 0;
  for (const Section& section : document.sections) {
    if (section.body.empty() || section.body.end > document.text.size() || section.body.start < last)
      return false;
    if (!section.heading.empty() &&
        (section.heading.start < last || section.heading.end > section.body.start)) {
      return false;
    }
    last = section.body.end;
  }
  return true;
}

}  // namespace attest::test
