// Line breaking follows UAX #14 (https://www.unicode.org/reports/tr14/) and widths follow UAX #11
// (https://www.unicode.org/reports/tr11/), both as ICU implements them.
#include "render/terminal_page.h"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>

namespace attest {
namespace {

constexpr unsigned kNarrowest = 40;
constexpr unsigned kWidest = 120;
constexpr const char* kBold = "\x1b[1m";
constexpr const char* kDim = "\x1b[2m";
constexpr const char* kReset = "\x1b[0m";
constexpr char16_t kNoBreakSpace = 0x00A0;

size_t width_of(UChar32 c) {
  switch (u_charType(c)) {
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_FORMAT_CHAR:
    case U_CONTROL_CHAR: return 0;
    default: break;
  }
  const int32_t east_asian = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return east_asian == U_EA_WIDE || east_asian == U_EA_FULLWIDTH ? 2 : 1;
}

size_t width_of(const icu::UnicodeString& text) {
  size_t width = 0;
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) width += width_of(text.char32At(i));
  return width;
}

bool is_comparison(char16_t c) { return c == u'=' || c == u'<' || c == u'>' || c == u'≤' || c == u'≥'; }

// Spaces that must not become line ends turn into no-break spaces: before "%" and "·", and on both sides of
// "=" or "<" when it stands alone.
icu::UnicodeString glued(std::string_view utf8) {
  icu::UnicodeString text =
      icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<int32_t>(utf8.size())));
  for (int32_t i = 1; i + 1 < text.length(); ++i) {
    if (text[i] != u' ') continue;
    const bool before_percent = text[i + 1] == u'%';
    const bool before_sign = is_comparison(text[i + 1]) && (i + 2 >= text.length() || text[i + 2] == u' ');
    const bool after_sign =
        is_comparison(text[i - 1]) && i >= 2 && (text[i - 2] == u' ' || text[i - 2] == kNoBreakSpace);
    const bool before_dot = text[i + 1] == u'·';
    if (before_percent || before_sign || after_sign || before_dot) text.setCharAt(i, kNoBreakSpace);
  }
  return text;
}

std::string to_utf8(icu::UnicodeString text) {
  text.findAndReplace(icu::UnicodeString(kNoBreakSpace), icu::UnicodeString(u' '));
  std::string out;
  text.toUTF8String(out);
  return out;
}

std::unique_ptr<icu::BreakIterator> make_breaks(bool lines) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::BreakIterator> breaks(
      lines ? icu::BreakIterator::createLineInstance(icu::Locale::getEnglish(), status)
            : icu::BreakIterator::createCharacterInstance(icu::Locale::getEnglish(), status));
  return U_SUCCESS(status) ? std::move(breaks) : nullptr;
}

// Ids, spans and ranges ("doi:10.1/x", "6-15", "1.10-11.93") are to be copied or read whole: no line ends
// inside what is written in ASCII without a space.
bool breaks_a_word(const icu::UnicodeString& text, int32_t at) {
  constexpr char16_t kAsciiEnd = 0x80;
  const char16_t before = text[at - 1];
  return before != u' ' && before < kAsciiEnd && at < text.length() && text[at] < kAsciiEnd;
}

std::vector<icu::UnicodeString> pieces(const icu::UnicodeString& text, bool lines) {
  std::vector<icu::UnicodeString> list;
  const std::unique_ptr<icu::BreakIterator> breaks = make_breaks(lines);
  if (!breaks) return {text};
  breaks->setText(text);
  int32_t start = breaks->first();
  for (int32_t end = breaks->next(); end != icu::BreakIterator::DONE; end = breaks->next()) {
    if (lines && breaks_a_word(text, end)) continue;
    list.emplace_back(text, start, end - start);
    start = end;
  }
  return list;
}

icu::UnicodeString without_trailing_spaces(icu::UnicodeString text) {
  int32_t end = text.length();
  while (end > 0 && text[end - 1] == u' ') --end;
  text.truncate(end);
  return text;
}

// Fills lines greedily.
class Filler {
 public:
  Filler(size_t first, size_t rest) : room_(first), rest_(rest) {}

  void add(const icu::UnicodeString& piece) {
    const size_t bare = width_of(without_trailing_spaces(piece));
    if (used_ + bare > room_ && used_ > 0) end_line();
    if (bare > room_) {
      for (const icu::UnicodeString& character : pieces(piece, false)) {
        if (used_ + width_of(character) > room_ && used_ > 0) end_line();
        append(character);
      }
      return;
    }
    append(piece);
  }

  std::vector<std::string> finish() {
    if (used_ > 0 || lines_.empty()) end_line();
    return std::move(lines_);
  }

 private:
  void append(const icu::UnicodeString& piece) {
    line_ += piece;
    used_ += width_of(piece);
  }
  void end_line() {
    lines_.push_back(to_utf8(without_trailing_spaces(line_)));
    line_.remove();
    used_ = 0;
    room_ = rest_;
  }

  size_t room_;
  size_t rest_;
  size_t used_ = 0;
  icu::UnicodeString line_;
  std::vector<std::string> lines_;
};

std::string upper_case(std::string_view text) {
  icu::UnicodeString upper =
      icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
  return to_utf8(upper.toUpper(icu::Locale::getEnglish()));
}

// Marks are one word to the line breaker.
std::string unbroken(std::string_view text) {
  std::string out;
  for (const char c : text) out += c == ' ' ? std::string("\u00A0") : std::string(1, c);
  return out;
}

}  // namespace

size_t display_width(std::string_view text) {
  return width_of(
      icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size()))));
}

std::vector<std::string> wrap(std::string_view text, size_t first, size_t rest) {
  Filler filler(std::max<size_t>(first, 1), std::max<size_t>(rest, 1));
  for (const icu::UnicodeString& piece : pieces(glued(text), true)) filler.add(piece);
  return filler.finish();
}

TerminalPage::TerminalPage(const TerminalStyle& style)
    : width_(std::clamp(style.width, kNarrowest, kWidest)), colour_(style.colour) {}

std::string TerminalPage::styled(std::string_view text, const char* code) const {
  if (!colour_ || text.empty()) return std::string(text);
  return code + std::string(text) + kReset;
}

void TerminalPage::blank() {
  if (!out_.empty() && !out_.ends_with("\n\n")) out_ += "\n";
}

void TerminalPage::heading(std::string_view text) {
  blank();
  paragraph({.bold = true}, upper_case(text));
}

void TerminalPage::paragraph(ParagraphStyle style, std::string_view text, std::string_view marks,
                             std::string_view lead) {
  const std::string lead_text(lead);
  const std::string whole = lead_text + std::string(text);
  std::vector<std::string> lines = wrap(whole, width_ - style.indent, width_ - style.hanging);
  for (size_t i = 0; i < lines.size(); ++i) {
    const size_t indent = i == 0 ? style.indent : style.hanging;
    const bool last = i + 1 == lines.size();
    const size_t used = indent + display_width(lines[i]);
    out_.append(indent, ' ');
    if (i == 0 && !lead_text.empty() && lines[i].starts_with(lead_text)) {
      out_ += styled(lead_text, kBold) + lines[i].substr(lead_text.size());
    } else {
      out_ += style.bold ? styled(lines[i], kBold) : style.dim ? styled(lines[i], kDim) : lines[i];
    }
    if (last && !marks.empty()) {
      const size_t marks_width = display_width(marks);
      if (used + 2 + marks_width <= width_) {
        out_.append(width_ - used - marks_width, ' ');
      } else {
        out_ += "\n";
        // A mark wider than the page wraps like text; otherwise it stands alone at the right edge.
        if (marks_width + style.hanging > width_) {
          paragraph({.indent = style.hanging, .hanging = style.hanging, .dim = true}, marks);
          return;
        }
        out_.append(width_ - marks_width, ' ');
      }
      out_ += styled(marks, kDim);
    }
    out_ += "\n";
  }
}

void TerminalPage::running(ParagraphStyle style, std::string_view text, std::string_view marks) {
  std::string whole(text);
  if (!marks.empty()) whole += " " + unbroken(marks);
  paragraph(style, whole);
}

}  // namespace attest
