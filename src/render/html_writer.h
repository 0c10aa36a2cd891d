// Writes HTML that is safe by construction: tags, attribute names and fixed values can only be literals of
// this program; everything else goes through text() or an attribute's value and is escaped there.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace attest {

// A text that is known when the program is compiled; nothing else converts to it.
class Literal {
 public:
  consteval Literal(const char* text) : text_(text) {}  // NOLINT(google-explicit-constructor)
  constexpr std::string_view view() const { return text_; }

 private:
  std::string_view text_;
};

struct Attribute {
  Literal name;
  std::string value;  // escaped when it is written
};

class HtmlWriter {
 public:
  // <tag attributes>; close() ends the innermost open one.
  HtmlWriter& open(Literal tag, const std::vector<Attribute>& attributes = {});
  HtmlWriter& close();
  // Elements without content: <meta>, <br>, and SVG's <circle/>.
  HtmlWriter& empty(Literal tag, const std::vector<Attribute>& attributes = {});
  HtmlWriter& text(std::string_view text);
  // <tag attributes>text</tag>
  HtmlWriter& element(Literal tag, std::string_view text, const std::vector<Attribute>& attributes = {});
  // Markup of this program, unescaped: the document type and the style sheet.
  HtmlWriter& literal(Literal markup);
  HtmlWriter& line_end();
  // Closes what is still open.
  std::string finish() &&;

 private:
  void start(Literal tag, const std::vector<Attribute>& attributes);

  std::string out_;
  std::vector<std::string_view> open_;
};

// The digest by which a content security policy allows one style sheet
// (https://www.w3.org/TR/CSP3/#grammardef-hash-source).
std::string style_digest(std::string_view bytes);

// The head of a page that stands alone in one file: no script, no request to anywhere, and a content security
// policy that allows these style sheets by their digests and nothing else. Leaves <html> open and <head>
// closed.
void write_file_head(HtmlWriter& html, std::string_view title, std::initializer_list<Literal> styles);

}  // namespace attest
