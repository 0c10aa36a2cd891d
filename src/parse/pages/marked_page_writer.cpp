#include "parse/pages/marked_page_writer.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/limits.h"
#include "base/white_space.h"

namespace attest {

namespace {

constexpr size_t kMarksMax = 20'000;  // of one block; more is no text for people

}  // namespace

void MarkedPageWriter::begin(PageBlock::Kind kind, uint8_t level, uint32_t number) {
  end();
  block_.kind = kind;
  block_.level = level;
  block_.number = number;
}

void MarkedPageWriter::add(std::string_view piece) {
  if (piece.empty()) return;
  // A no-break space at an edge is a space too: clean_text would drop it.
  const bool no_break_before = piece.starts_with("\xC2\xA0");
  const bool no_break_after = piece.ends_with("\xC2\xA0");
  if (is_space(piece.front()) || no_break_before) space_ = true;
  const std::string clean = clean_text(piece, false);
  if (clean.empty()) return;
  if (block_.text.size() + clean.size() > limits::kTextBytesMax) return;
  if (space_ && !block_.text.empty()) block_.text += ' ';
  block_.text += clean;
  space_ = is_space(piece.back()) || no_break_after;
}

void MarkedPageWriter::open_mark(PageMark::Kind kind, std::string_view target) {
  open_.push_back(
      {kind, clean_text(target.substr(0, limits::kIdentifierBytesMax), false), block_.text.size()});
}

void MarkedPageWriter::close_mark() {
  if (open_.empty()) return;
  OpenMark mark = std::move(open_.back());
  open_.pop_back();
  size_t start = std::min(mark.start, block_.text.size());
  while (start < block_.text.size() && block_.text[start] == ' ') ++start;
  if (start >= block_.text.size() || block_.marks.size() >= kMarksMax) return;
  block_.marks.push_back({mark.kind,
                          {static_cast<uint32_t>(start), static_cast<uint32_t>(block_.text.size())},
                          std::move(mark.target)});
}

void MarkedPageWriter::add_anchor(std::string_view name) {
  if (!name.empty() && name.size() <= limits::kIdentifierBytesMax && anchors_.size() < kMarksMax) {
    anchors_.push_back(std::string(name));
  }
}

void MarkedPageWriter::end() {
  // A mark that reaches over the end of a block goes on in the next.
  std::vector<OpenMark> open = open_;
  while (!open_.empty()) close_mark();
  for (OpenMark& mark : open) mark.start = 0;
  if (!block_.text.empty() && blocks_.size() < limits::kSectionsMax) {
    block_.aside = aside_;
    block_.anchors = std::move(anchors_);
    anchors_.clear();
    std::sort(block_.marks.begin(), block_.marks.end(),
              [](const PageMark& a, const PageMark& b) { return a.span < b.span; });
    blocks_.push_back(std::move(block_));
  }
  block_ = PageBlock();
  open_ = std::move(open);
  space_ = false;
}

std::vector<PageBlock> MarkedPageWriter::take() {
  end();
  return std::move(blocks_);
}

}  // namespace attest
