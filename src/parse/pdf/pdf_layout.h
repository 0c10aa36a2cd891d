// From the words of a page and where they stand to paragraphs in reading order.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/byte_span.h"
#include "parse/pdf/pdf_protocol.h"

namespace attest::pdf {

// One printed line of one column.
struct Line {
  std::string text;
  std::vector<ByteSpan> raised;  // in `text`: smaller type that stands higher, as numbers of citations do
  float x0 = 0, x1 = 0, y0 = 0, y1 = 0;
  float left = 0;  // where the lines of its column begin
  float font_size = 0;
  bool starts_paragraph = false;
  bool set_apart = false;        // by white space or by its type, and not by an indent alone
  bool in_margin = false;        // near the page's top or bottom edge, where running heads stand
  bool is_head_or_foot = false;  // there, and with white space between it and the text
};

struct PageLines {
  uint32_t number = 0;
  std::vector<Line> lines;  // in reading order
};

// Columns are found by recursive cuts through white space (Nagy and Seth, "Hierarchical representation of
// optically scanned documents", ICPR 1984).
PageLines lines_of_page(const Page& page);

struct Paragraph {
  std::string text;
  std::vector<ByteSpan> raised;  // in `text`
  float font_size = 0;           // of its largest line
  bool is_head_or_foot = false;  // all of it
};

struct PageText {
  uint32_t number = 0;
  std::vector<Paragraph> paragraphs;
};

// Sets `starts_paragraph` of the lines where an entry of a numbered list, of a list with bullets or of a list
// of references begins, and clears it inside such an entry.
void mark_list_entries(std::vector<PageLines>& pages);

// Paragraphs of every page: running heads and page numbers that repeat on many pages dropped, words divided
// at line ends joined (a hyphen stays when the hyphenated form occurs elsewhere in the file), ligatures
// spelled out.
std::vector<PageText> paragraphs_of_pages(std::vector<PageLines> pages);

// The text in the largest type of a first page, or "".
std::string largest_text(const PageLines& page);

// False for what programs write into the title field by themselves: "Microsoft Word - x.doc", "untitled".
bool is_plausible_title(std::string_view title);

}  // namespace attest::pdf
