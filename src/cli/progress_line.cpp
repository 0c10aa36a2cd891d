#include "cli/progress_line.h"

#include <algorithm>
#include <cstdio>

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "cli/terminal.h"
#include "render/grouped_number.h"

namespace attest {

namespace {

constexpr auto kTerminalInterval = std::chrono::milliseconds(100);
constexpr auto kPlainInterval = std::chrono::seconds(10);
constexpr size_t kBarColumns = 20;

size_t error_width() {
  winsize size{};
  if (::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return 80;
  return std::max<size_t>(size.ws_col, 20);
}

// The end of a long path says more than its start. Cut at a character's first byte.
std::string shortened(const std::string& text, size_t columns) {
  if (text.size() <= columns) return text;
  if (columns < 8) return {};
  size_t start = text.size() - columns + 3;
  while (start < text.size() && (static_cast<unsigned char>(text[start]) & 0xc0) == 0x80) ++start;
  return "…" + text.substr(start);
}

}  // namespace

ProgressLine::ProgressLine(std::string doing, std::string counted)
    : doing_(std::move(doing)), counted_(std::move(counted)), terminal_(errors_are_terminal()) {}

ProgressLine::~ProgressLine() { clear(); }

double ProgressLine::seconds() const { return std::chrono::duration<double>(Clock::now() - start_).count(); }

void ProgressLine::clear() {
  if (shown_ && terminal_) fmt::print(stderr, "\r\x1b[K");
  shown_ = false;
}

void ProgressLine::update(uint64_t done, uint64_t total, uint64_t count, const std::string& label) {
  const auto now = Clock::now();
  if (terminal_ ? now - last_ < kTerminalInterval : now - last_ < kPlainInterval) return;
  last_ = now;
  const double elapsed = seconds();
  const double share = total == 0 ? 0 : std::min(1.0, static_cast<double>(done) / static_cast<double>(total));
  std::string line;
  if (terminal_) {
    const auto filled = static_cast<size_t>(share * kBarColumns);
    line = fmt::format("{} [", doing_);
    for (size_t i = 0; i < kBarColumns; ++i) line += i < filled ? '#' : '.';
    line += fmt::format("] {:.0f} %", share * 100);
  } else {
    line = fmt::format("{} {:.0f} %", doing_, share * 100);
  }
  if (!counted_.empty()) {
    line +=
        fmt::format(", {} {}, {}/s", grouped(count), counted_,
                    grouped(static_cast<uint64_t>(static_cast<double>(count) / std::max(elapsed, 0.001))));
  }
  // The first moments say little about the rest.
  if (share > 0.01 && elapsed > 1) line += fmt::format(", {} left", human_seconds(elapsed / share - elapsed));
  if (!terminal_) {
    fmt::print(stderr, "{}{}\n", line, label.empty() ? "" : ": " + printable(label));
    return;
  }
  const size_t width = error_width() - 1;
  if (line.size() + 4 < width && !label.empty())
    line += "  " + shortened(printable(label), width - line.size() - 2);
  if (line.size() > width) line.resize(width);
  fmt::print(stderr, "\r{}\x1b[K", line);
  std::fflush(stderr);
  shown_ = true;
}

}  // namespace attest
