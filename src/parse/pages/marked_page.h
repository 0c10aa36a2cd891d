// A page as its author laid it out: blocks in order, with what a Document leaves out because it is no text to
// be searched. An audit needs it: which characters are raised, where a link leads, the numbers of a list, and
// what stands around the main text (banners, footers).
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/byte_span.h"
#include "base/result.h"
#include "document/document.h"
#include "parse/parser.h"

namespace attest {

// Something about a run of characters of one block.
struct PageMark {
  enum class Kind : uint8_t { kRaised, kLink };
  Kind kind = Kind::kLink;
  ByteSpan span;       // in PageBlock::text
  std::string target;  // of a link, as written: "#ref-3", "https://doi.org/10.1/x"
};

// One heading, paragraph, list item or table row. `text` is clean (document.h, clean_text) and has no
// newline.
struct PageBlock {
  enum class Kind : uint8_t { kHeading, kParagraph, kListItem, kTableRow };
  Kind kind = Kind::kParagraph;
  uint8_t level = 1;      // of a heading; depth of a list item, 1 = outermost
  uint32_t number = 0;    // of an item of a numbered list, 0 when it has none
  bool aside = false;     // navigation, banner, footer, form: not the page's main text
  bool after_gap = true;  // a blank line or its like stands before it
  std::string text;
  std::vector<PageMark> marks;
  std::vector<std::string> anchors;  // names that a link inside the page can lead to: "ref-3"
};

struct MarkedPage {
  Format format = Format::kUnknown;
  BibliographicRecord record;  // what the page says about itself
  std::vector<PageBlock> blocks;
};

// Reads any format that holds one page or paper: HTML, Markdown, plain text, PDF, DOCX, JATS. A file of
// records (PubMed XML, RIS…) is refused.
Result<MarkedPage> read_marked_page(const std::filesystem::path& path);

// The same over bytes, for one format each.
Result<MarkedPage> marked_html(std::string_view bytes, std::string_view place);
Result<MarkedPage> marked_markdown(std::string_view bytes, std::string_view place);
Result<MarkedPage> marked_plain_text(std::string_view bytes, std::string_view place);
// Office Open XML (ECMA-376, part 1). Text, lists, links, raised runs, footnotes and endnotes; changes that
// are marked as deleted are left out.
Result<MarkedPage> marked_docx(std::string_view bytes, std::string_view place);
// Paragraphs, headings by their larger type, raised runs; what stands at the edge of one sheet is aside.
Result<MarkedPage> marked_pdf(const std::filesystem::path& path);

}  // namespace attest
