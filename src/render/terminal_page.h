// Lays paragraphs out for a terminal: wraps by display width (wide and combining characters counted as a
// terminal shows them), with hanging indents, citation marks at the right edge, and colour only as an extra.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "render/render.h"

namespace attest {

// Columns that `text` takes: 0 for combining and format characters, 2 for East Asian wide ones, else 1.
size_t display_width(std::string_view text);

// Lines of at most `first` columns, then at most `rest`. Breaks where UAX #14 allows it, but never inside
// "80 %" or "n = 84"; a word that is wider than a line is broken between characters.
std::vector<std::string> wrap(std::string_view text, size_t first, size_t rest);

struct ParagraphStyle {
  size_t indent = 0;   // columns before the first line
  size_t hanging = 0;  // columns before the others
  bool bold = false;   // the whole paragraph
  bool dim = false;
};

class TerminalPage {
 public:
  explicit TerminalPage(const TerminalStyle& style);

  size_t width() const { return width_; }
  void blank();
  void heading(std::string_view text);  // after a blank line, upper case
  // `lead` is printed bold before the text; `marks` stand at the right edge of the last line, or on a line of
  // their own when there is no room.
  void paragraph(ParagraphStyle style, std::string_view text, std::string_view marks = {},
                 std::string_view lead = {});
  // As paragraph, but the marks follow the text like words.
  void running(ParagraphStyle style, std::string_view text, std::string_view marks);
  std::string take() && { return std::move(out_); }

 private:
  std::string styled(std::string_view text, const char* code) const;

  size_t width_;
  bool colour_;
  std::string out_;
};

}  // namespace attest
