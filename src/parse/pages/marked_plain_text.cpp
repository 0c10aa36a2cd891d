// Plain text as blocks. Each line is a block of its own unless the text is wrapped by hand: then the lines of
// a paragraph are nearly equally long, and one that does not end a sentence goes on in the next. Bullets and
// numbers make list items, whose depth is their indent. A short line between blank ones that does not end
// like a sentence is a heading.
#include <algorithm>
#include <charconv>

#include "base/ascii.h"
#include "base/white_space.h"
#include "parse/pages/marked_page_writer.h"
#include "parse/stream/charset.h"

namespace attest {

namespace {

struct Line {
  std::string_view text;  // without white space at both ends
  size_t indent = 0;
};

constexpr size_t kWrapBytesMin = 55;  // a shorter line was not wrapped by hand
constexpr size_t kWrapBytesMax = 120;
constexpr size_t kRaggedBytes = 24;  // how much shorter than the longest a wrapped line may be
constexpr size_t kHeadingBytesMax = 120;

std::vector<Line> marked_lines(std::string_view text) {
  std::vector<Line> lines;
  while (!text.empty()) {
    const size_t end = std::min(text.find_first_of("\n\f\r"), text.size());
    const std::string_view line = text.substr(0, end);
    size_t indent = 0;
    for (const char c : line) {
      if (c == '\t')
        indent += 4;
      else if (c == ' ')
        ++indent;
      else
        break;
    }
    lines.push_back({trimmed(line), indent});
    const bool pair = text.substr(end).starts_with("\r\n");
    text.remove_prefix(std::min(end + (pair ? 2 : 1), text.size()));
  }
  return lines;
}

bool is_drawn_line(std::string_view line) {
  return line.size() >= 3 && std::string_view("=-~_*").find(line.front()) != std::string_view::npos &&
         line.find_first_not_of(line.front()) == std::string_view::npos;
}

struct Item {
  bool bullet = false;
  uint32_t number = 0;
  std::string_view rest;
  explicit operator bool() const { return bullet || number > 0; }
};

Item item_of(std::string_view line) {
  for (const std::string_view bullet : {"- ", "* ", "•", "– ", "◦", "▪", "·", "‣", "○", "●"}) {
    if (line.starts_with(bullet) && line.size() > bullet.size())
      return {true, 0, trimmed(line.substr(bullet.size()))};
  }
  uint32_t number = 0;
  const auto read = std::from_chars(line.data(), line.data() + line.size(), number);
  const auto digits = static_cast<size_t>(read.ptr - line.data());
  if (read.ec != std::errc() || digits == 0 || digits > 3 || digits + 2 > line.size()) return {};
  const char after = line[digits];
  if ((after == '.' || after == ')') && (line[digits + 1] == ' ' || line[digits + 1] == '\t'))
    return {false, number, trimmed(line.substr(digits + 1))};
  return {};
}

bool ends_sentence(std::string_view line) {
  constexpr std::string_view kEnds = ".!?:;";
  // A citation may stand behind the full stop: "helps.[3]", "helps.¹".
  while (!line.empty()) {
    const char last = line.back();
    const bool mark = is_digit(last) || last == ',' || last == ' ' || last == ']' || last == '[' ||
                      last == '-' || !is_ascii(last);
    if (!mark) break;
    line.remove_suffix(1);
  }
  return !line.empty() && kEnds.find(line.back()) != std::string_view::npos;
}

class TextMarker {
 public:
  explicit TextMarker(std::string_view text) : lines_(marked_lines(text)) {
    // A text with overlong lines was not wrapped at all.
    size_t overlong = 0;
    for (const Line& line : lines_) {
      if (line.text.size() > kWrapBytesMax)
        ++overlong;
      else
        width_ = std::max(width_, line.text.size());
    }
    constexpr size_t kOneInLines = 60;
    wrapped_ = overlong <= lines_.size() / kOneInLines && width_ >= kWrapBytesMin;
  }

  std::vector<PageBlock> take() {
    for (at_ = 0; at_ < lines_.size(); ++at_) {
      const Line& line = lines_[at_];
      if (line.text.empty() || is_drawn_line(line.text)) {
        writer_.end();
        gap_ = true;
        continue;
      }
      if (const Item item = item_of(line.text)) {
        list_item(line, item);
      } else if (is_heading()) {
        start(PageBlock::Kind::kHeading, 2);
        writer_.add(line.text);
        writer_.end();
      } else if (goes_on()) {
        writer_.space();
        writer_.add(line.text);
      } else {
        start(PageBlock::Kind::kParagraph, 1);
        writer_.add(line.text);
      }
    }
    return writer_.take();
  }

 private:
  std::string_view line(size_t i) const { return i < lines_.size() ? lines_[i].text : std::string_view(); }

  void start(PageBlock::Kind kind, uint8_t level, uint32_t number = 0) {
    writer_.begin(kind, level, number);
    writer_.set_after_gap(gap_);
    gap_ = false;
  }

  void list_item(const Line& line, const Item& item) {
    while (!indents_.empty() && indents_.back() > line.indent) indents_.pop_back();
    if (indents_.empty() || indents_.back() < line.indent) indents_.push_back(line.indent);
    start(PageBlock::Kind::kListItem, static_cast<uint8_t>(std::min<size_t>(indents_.size(), 20)),
          item.number);
    writer_.add(item.rest);
  }

  bool is_heading() const {
    const std::string_view text = line(at_);
    if (text.size() > kHeadingBytesMax) return false;
    const bool before = at_ == 0 || line(at_ - 1).empty();
    const std::string_view after = line(at_ + 1);
    if (!after.empty() && is_drawn_line(after) && after.size() + 3 >= text.size()) return true;
    if (!before || text.ends_with(',')) return false;
    // A page may open with a question as its title.
    if (ends_sentence(text) && !(at_ == 0 && text.ends_with('?'))) return false;
    const bool capital = is_upper(text.front()) || !is_ascii(text.front());
    if (!capital && !is_digit(text.front())) return false;
    if (!after.empty()) return false;
    constexpr size_t kHeadingWordsMax = 14;
    return static_cast<size_t>(std::count(text.begin(), text.end(), ' ')) < kHeadingWordsMax;
  }

  // The line belongs to the paragraph or item of the line before.
  bool goes_on() const {
    if (at_ == 0 || writer_.block_is_empty()) return false;
    const std::string_view before = line(at_ - 1);
    if (before.empty()) return false;
    if (item_of(before) && lines_[at_].indent > lines_[at_ - 1].indent) return true;
    return wrapped_ && before.size() + kRaggedBytes >= width_;
  }

  std::vector<Line> lines_;
  std::vector<size_t> indents_;
  MarkedPageWriter writer_;
  size_t at_ = 0;
  size_t width_ = 0;
  bool wrapped_ = false;
  bool gap_ = true;
};

}  // namespace

Result<MarkedPage> marked_plain_text(std::string_view bytes, std::string_view) {
  ATTEST_ASSIGN(const std::string decoded, decode_text(bytes, {}));
  MarkedPage page;
  page.format = Format::kPlainText;
  page.blocks = TextMarker(decoded).take();
  const auto heading = std::find_if(page.blocks.begin(), page.blocks.end(), [](const PageBlock& block) {
    return block.kind == PageBlock::Kind::kHeading;
  });
  if (heading != page.blocks.end()) page.record.title = heading->text;
  return page;
}

}  // namespace attest
