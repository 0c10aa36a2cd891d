// Plain text. The layout is all there is to go by: blank lines separate paragraphs; a short line that stands
// alone and does not end like a sentence, a line in capitals, and an underlined line are headings.
#include <algorithm>
#include <vector>

#include "base/ascii.h"
#include "base/white_space.h"
#include "parse/format_parsers.h"
#include "parse/pages/text_blocks.h"
#include "parse/stream/charset.h"
#include "parse/stream/markup_tree.h"

namespace attest {

namespace {

constexpr size_t kHeadingLineBytesMax = 80;
constexpr size_t kTitleLineBytesMax = 250;

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const size_t end = std::min(text.find_first_of("\n\f\r"), text.size());
    lines.push_back(text.substr(0, end));
    const bool pair = text.substr(end).starts_with("\r\n");
    text.remove_prefix(std::min(end + (pair ? 2 : 1), text.size()));
  }
  return lines;
}

bool is_capitals(std::string_view line) {
  size_t letters = 0;
  for (const char c : line) {
    if (is_lower(c)) return false;
    if (is_upper(c)) ++letters;
  }
  return letters >= 3 && letters * 2 >= line.size();
}

bool is_rule(std::string_view line) {
  return line.size() >= 3 && (line.front() == '=' || line.front() == '-' || line.front() == '~') &&
         line.find_first_not_of(line.front()) == std::string_view::npos;
}

bool ends_like_a_sentence(std::string_view line) {
  return line.ends_with('.') || line.ends_with(',') || line.ends_with(';') || line.ends_with('!');
}

bool starts_item(std::string_view line) {
  if (line.starts_with("- ") || line.starts_with("* ") || line.starts_with("• ") || line.starts_with("– "))
    return true;
  const size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
  return digits > 0 && digits <= 3 && digits + 1 < line.size() &&
         (line[digits] == '.' || line[digits] == ')') && line[digits + 1] == ' ';
}

std::string_view without_bullet(std::string_view line) {
  for (const std::string_view bullet : {"- ", "* ", "• ", "– "}) {
    if (line.starts_with(bullet)) return trimmed(line.substr(bullet.size()));
  }
  return line;
}

class PlainReader {
 public:
  explicit PlainReader(std::string_view text) : lines_(lines_of(text)) {
    for (std::string_view& line : lines_) line = trimmed(line);
  }

  // The first line, when it is short enough to be a title.
  std::string take_title() {
    while (at_ < lines_.size() && (lines_[at_].empty() || is_rule(lines_[at_]))) ++at_;
    if (at_ >= lines_.size()) return {};
    const std::string_view first = lines_[at_];
    const bool alone = blank(at_ + 1) || is_rule(line(at_ + 1));
    const bool only_line = at_ + 1 >= lines_.size();
    if (first.size() > kTitleLineBytesMax || starts_item(first) || only_line) return {};
    if (!alone && (first.size() > kHeadingLineBytesMax * 2 || ends_like_a_sentence(first))) return {};
    if (first.ends_with('.') && first.find(". ") != std::string_view::npos) return {};
    ++at_;
    return std::string(first);
  }

  std::vector<TextBlock> blocks() {
    for (; at_ < lines_.size(); ++at_) {
      const std::string_view current = lines_[at_];
      if (current.empty() || is_rule(current)) {
        flush();
      } else if (is_heading(at_)) {
        flush();
        std::string_view name = current;
        if (name.ends_with(':')) name.remove_suffix(1);
        blocks_.push_back({TextBlock::Kind::kHeading, 2, std::string(trimmed(name)), {}});
      } else {
        if (starts_item(current)) flush();
        if (!paragraph_.empty()) paragraph_ += ' ';
        append_collapsed(without_bullet(current), paragraph_);
      }
    }
    flush();
    return std::move(blocks_);
  }

 private:
  std::string_view line(size_t i) const { return i < lines_.size() ? lines_[i] : std::string_view(); }
  bool blank(size_t i) const { return line(i).empty(); }

  bool is_heading(size_t i) const {
    const std::string_view current = lines_[i];
    if (current.size() > kHeadingLineBytesMax || starts_item(current)) return false;
    if (is_rule(line(i + 1)) && line(i + 1).size() + 3 >= current.size() && !blank(i + 1)) return true;
    const bool stands_apart = i == 0 || blank(i - 1);
    if (is_capitals(current) && (stands_apart || !is_capitals(line(i - 1)))) return true;
    if (!stands_apart || !blank(i + 1) || ends_like_a_sentence(current)) return false;
    // Something must follow that is more than another short line.
    size_t next = i + 1;
    while (next < lines_.size() && lines_[next].empty()) ++next;
    return next < lines_.size() && (starts_item(lines_[next]) || lines_[next].size() > current.size());
  }

  void flush() {
    if (!paragraph_.empty()) blocks_.push_back({TextBlock::Kind::kParagraph, 1, paragraph_, {}});
    paragraph_.clear();
  }

  std::vector<std::string_view> lines_;
  std::vector<TextBlock> blocks_;
  std::string paragraph_;
  size_t at_ = 0;
};

}  // namespace

Status parse_plain_text(std::string_view bytes, std::string_view place, const DocumentSink& sink) {
  ATTEST_ASSIGN(const std::string decoded, decode_text(bytes, {}));
  PlainReader reader(decoded);
  Document document;
  document.record.type = "document";
  document.record.title = reader.take_title();
  TextBuilder text;
  text.set_title(document.record.title);
  add_blocks(reader.blocks(), SectionKind::kBody, document.record.title, text);
  document.id = page_identity(document.record, bytes);
  document.depth = Depth::kPatientPage;
  deliver_page(std::move(document), std::move(text), place, sink);
  return {};
}

}  // namespace attest
