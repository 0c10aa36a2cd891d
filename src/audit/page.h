// The page that is audited, as one text with spans.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/byte_span.h"
#include "parse/pages/marked_page.h"

namespace attest::audit {

struct Block {
  PageBlock::Kind kind = PageBlock::Kind::kParagraph;
  uint8_t level = 1;
  uint32_t number = 0;
  bool aside = false;
  bool after_gap = true;
  ByteSpan span;                // in Page::text
  std::vector<PageMark> marks;  // spans in Page::text
  std::vector<std::string> anchors;
};

// Blocks in order, separated by a newline in `text`.
struct Page {
  std::string file;
  std::string title;
  BibliographicRecord record;
  std::string text;
  std::vector<Block> blocks;

  std::string_view of(const Block& block) const { return block.span.of(text); }
};

Page lay_out(const MarkedPage& marked, std::string file);

}  // namespace attest::audit
