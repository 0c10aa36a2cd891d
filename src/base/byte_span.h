#pragma once

#include <compare>
#include <cstdint>
#include <string_view>

namespace attest {

// A half-open range of bytes [start, end) in a document's text. Every sentence, finding and citation is one.
struct ByteSpan {
  uint32_t start = 0;
  uint32_t end = 0;

  uint32_t size() const { return end > start ? end - start : 0; }
  bool empty() const { return end <= start; }
  bool contains(ByteSpan other) const { return start <= other.start && other.end <= end; }
  bool overlaps(ByteSpan other) const { return start < other.end && other.start < end; }
  // The bytes themselves; empty when the span does not lie inside `text`.
  std::string_view of(std::string_view text) const {
    if (empty() || end > text.size()) return {};
    return text.substr(start, end - start);
  }
  auto operator<=>(const ByteSpan&) const = default;
};

}  // namespace attest
