// Lines out of a ByteSource, for the line-oriented formats.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "parse/stream/byte_source.h"

namespace attest {

// Gives one line at a time without its end ("\n", "\r\n"); a byte order mark at the start is dropped. Memory
// is bounded by `line_bytes_max`.
class LineReader {
 public:
  // `padding`: bytes that may be read (not interpreted) after the end of a line, as simdjson wants.
  LineReader(ByteSource& source, std::string_view place, size_t line_bytes_max, size_t padding = 0);

  // The next line, valid until the next call; nothing at the end. An error of the source comes after the last
  // whole line before it. A line over the limit is an Error.
  Result<std::optional<std::string_view>> next();
  // 1-based number of the line given last.
  uint64_t line_number() const { return line_number_; }
  // "file, line 12".
  std::string here() const;

 private:
  ByteSource& source_;
  std::string place_;
  size_t line_bytes_max_;
  size_t padding_;
  std::string buffer_;
  size_t begin_ = 0;
  size_t end_ = 0;
  bool ended_ = false;
  uint64_t line_number_ = 0;
};

}  // namespace attest
