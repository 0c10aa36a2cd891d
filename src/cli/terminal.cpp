#include "cli/terminal.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

namespace attest {

namespace {

size_t columns_of(std::string_view text) {
  return static_cast<size_t>(std::count_if(
      text.begin(), text.end(), [](char byte) { return (static_cast<unsigned char>(byte) & 0xc0) != 0x80; }));
}

}  // namespace

bool output_is_terminal() { return ::isatty(STDOUT_FILENO) == 1; }
bool errors_are_terminal() { return ::isatty(STDERR_FILENO) == 1; }

bool output_has_colour() {
  const char* no_colour = std::getenv("NO_COLOR");
  return output_is_terminal() && (no_colour == nullptr || *no_colour == '\0');
}

unsigned output_width() {
  winsize size{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return 100;
  return std::clamp<unsigned>(size.ws_col, 40, 120);
}

int report_error(const Error& error) {
  fmt::print(stderr, "attest: {}\n", error.to_line());
  return error.code == ErrorCode::kUsage ? 2 : 3;
}

std::string wrap_text(std::string_view text, unsigned width) {
  std::string wrapped;
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    size_t column = 0;
    while (!line.empty()) {
      const size_t word_end = std::min(line.find(' '), line.size());
      const std::string_view word = line.substr(0, word_end);
      line.remove_prefix(std::min(word_end + 1, line.size()));
      const size_t columns = columns_of(word);
      if (column > 0 && column + 1 + columns > width) {
        wrapped += '\n';
        column = 0;
      }
      if (column > 0) {
        wrapped += ' ';
        ++column;
      }
      wrapped += word;
      column += columns;
    }
    wrapped += '\n';
  }
  return wrapped;
}

std::string printable(std::string_view text) {
  std::string clean;
  clean.reserve(text.size());
  for (size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    // C0 and DEL, and C1 in its UTF-8 form (C2 80…9F), which some terminals obey.
    const bool c1 = byte == 0xc2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xa0;
    if (c1) {
      clean += ' ';
      ++i;
    } else if ((byte < 0x20 && byte != '\n') || byte == 0x7f) {
      clean += ' ';
    } else {
      clean += text[i];
    }
  }
  return clean;
}

std::string human_bytes(uint64_t bytes) {
  if (bytes < 1000) return fmt::format("{} B", bytes);
  constexpr const char* kUnits[] = {"kB", "MB", "GB", "TB"};
  double value = static_cast<double>(bytes) / 1000;
  size_t unit = 0;
  while (value >= 1000 && unit + 1 < std::size(kUnits)) {
    value /= 1000;
    ++unit;
  }
  return fmt::format("{:.1f} {}", value, kUnits[unit]);
}

std::string human_seconds(double seconds) {
  const auto whole = static_cast<uint64_t>(std::llround(seconds));
  if (whole < 60) return fmt::format("{} s", whole);
  if (whole < 3600) return fmt::format("{} min {:02} s", whole / 60, whole % 60);
  return fmt::format("{} h {:02} min", whole / 3600, whole % 3600 / 60);
}

}  // namespace attest
