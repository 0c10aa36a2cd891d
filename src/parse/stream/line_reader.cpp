#include "parse/stream/line_reader.h"

#include <cstring>

#include <fmt/format.h>

#include "base/limits.h"

namespace attest {

LineReader::LineReader(ByteSource& source, std::string_view place, size_t line_bytes_max, size_t padding)
    : source_(source),
      place_(place),
      line_bytes_max_(line_bytes_max),
      padding_(padding),
      buffer_(limits::kStreamBufferBytes * 2 + padding, '\0') {}

std::string LineReader::here() const { return fmt::format("{}, line {}", place_, line_number_); }

Result<std::optional<std::string_view>> LineReader::next() {
  size_t searched = begin_;
  while (true) {
    const void* found =
        searched < end_ ? std::memchr(buffer_.data() + searched, '\n', end_ - searched) : nullptr;
    if (found != nullptr || (ended_ && begin_ < end_)) {
      const size_t stop =
          found != nullptr ? static_cast<size_t>(static_cast<const char*>(found) - buffer_.data()) : end_;
      std::string_view line(buffer_.data() + begin_, stop - begin_);
      begin_ = found != nullptr ? stop + 1 : stop;
      if (line_number_++ == 0 && line.starts_with("\xEF\xBB\xBF")) line.remove_prefix(3);
      if (line.ends_with('\r')) line.remove_suffix(1);
      return line;
    }
    if (ended_) return std::nullopt;
    searched = end_;
    if (begin_ > 0) {
      std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
      searched -= begin_;
      end_ -= begin_;
      begin_ = 0;
    }
    if (end_ > line_bytes_max_) {
      ++line_number_;
      return fail(ErrorCode::kLimit, fmt::format("a line is longer than {} MiB", line_bytes_max_ >> 20),
                  here(), "split the line or leave the file out");
    }
    if (buffer_.size() - padding_ - end_ < limits::kStreamBufferBytes)
      buffer_.resize(buffer_.size() * 2 + padding_);
    ATTEST_ASSIGN(const size_t count,
                  source_.read({buffer_.data() + end_, buffer_.size() - padding_ - end_}));
    if (count == 0) ended_ = true;
    end_ += count;
  }
}

}  // namespace attest
