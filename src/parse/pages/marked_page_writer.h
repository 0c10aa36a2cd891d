#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "parse/pages/marked_page.h"

namespace attest {

// Puts the blocks of a MarkedPage together from pieces of text, cleaning them on the way.
class MarkedPageWriter {
 public:
  // What the next block will be; ends the one before.
  void begin(PageBlock::Kind kind, uint8_t level, uint32_t number = 0);
  void set_aside(bool aside) { aside_ = aside; }
  bool aside() const { return aside_; }
  // Runs of white space become one space, across pieces too.
  void add(std::string_view piece);
  void space() { space_ = true; }
  // Whether a blank line or its like stands before the current block.
  void set_after_gap(bool gap) { block_.after_gap = gap; }
  // Marks what is added between the two calls. Marks may nest.
  void open_mark(PageMark::Kind kind, std::string_view target);
  void close_mark();
  void add_anchor(std::string_view name);
  // Ends the current block; an empty one leaves nothing behind. The kind falls back to a paragraph.
  void end();
  bool block_is_empty() const { return block_.text.empty(); }
  std::vector<PageBlock> take();

 private:
  struct OpenMark {
    PageMark::Kind kind;
    std::string target;
    size_t start;
  };

  std::vector<PageBlock> blocks_;
  PageBlock block_;
  std::vector<OpenMark> open_;
  std::vector<std::string> anchors_;
  bool aside_ = false;
  bool space_ = false;
};

}  // namespace attest
