// A page as a list of blocks, between its markup (HTML, Markdown, plain text) and a Document's sections.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "document/document.h"
#include "parse/parser.h"

namespace attest {

struct TextBlock {
  enum class Kind : uint8_t { kHeading, kParagraph, kTable };
  Kind kind = Kind::kParagraph;
  uint8_t level = 1;    // of a heading
  std::string text;     // one paragraph, or the rows of a table ("\n" between rows, " | " between cells)
  std::string caption;  // of a table
};

// Adds the blocks as sections of `kind`. A heading without text of its own is put before the first deeper
// heading that has some ("Treatment: Exercises"); one that repeats `title` is left out.
void add_blocks(const std::vector<TextBlock>& blocks, SectionKind kind, std::string_view title,
                TextBuilder& text);

// "pmid:", "pmcid:", "doi:", "url:" of the record, else "file:" and the hash of `bytes`.
std::string page_identity(const BibliographicRecord& record, std::string_view bytes);

// Moves the text into the document and delivers it; reports an empty or a cut one to sink.problem.
void deliver_page(Document&& document, TextBuilder&& text, std::string_view place, const DocumentSink& sink);

}  // namespace attest
