// Markdown with its marks, from md4c's events. Footnotes, which md4c leaves as text, are raised numbers and a
// numbered list at the end, as those of other formats are.
#include <md4c.h>

#include "base/ascii.h"
#include "parse/pages/html_tree.h"
#include "parse/pages/markdown_footnotes.h"
#include "parse/pages/marked_page_writer.h"
#include "parse/pages/page_metadata.h"
#include "parse/stream/charset.h"
#include "parse/stream/markup_tree.h"

namespace attest {

namespace {

class MarkdownMarker {
 public:
  void enter_block(MD_BLOCKTYPE type, void* detail) {
    switch (type) {
      case MD_BLOCK_H:
        writer_.begin(PageBlock::Kind::kHeading,
                      static_cast<uint8_t>(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level));
        break;
      case MD_BLOCK_UL:
        writer_.end();
        lists_.push_back(0);
        break;
      case MD_BLOCK_OL:
        writer_.end();
        lists_.push_back(static_cast<MD_BLOCK_OL_DETAIL*>(detail)->start);
        break;
      case MD_BLOCK_LI: {
        const uint32_t number = lists_.empty() ? 0 : lists_.back();
        if (number > 0) lists_.back() = number + 1;
        const size_t depth = lists_.empty() ? 1 : lists_.size();
        writer_.begin(PageBlock::Kind::kListItem, static_cast<uint8_t>(depth > 20 ? 20 : depth), number);
        fresh_item_ = true;
        return;
      }
      case MD_BLOCK_P:
        if (!fresh_item_ || !writer_.block_is_empty()) writer_.end();
        break;
      case MD_BLOCK_TR: writer_.begin(PageBlock::Kind::kTableRow, 1); break;
      case MD_BLOCK_TD:
      case MD_BLOCK_TH:
        if (!writer_.block_is_empty()) writer_.add(" | ");
        break;
      case MD_BLOCK_HTML: in_html_ = true; break;
      default: writer_.end(); break;
    }
    fresh_item_ = false;
  }

  void leave_block(MD_BLOCKTYPE type) {
    switch (type) {
      case MD_BLOCK_UL:
      case MD_BLOCK_OL:
        writer_.end();
        if (!lists_.empty()) lists_.pop_back();
        break;
      case MD_BLOCK_TD:
      case MD_BLOCK_TH: break;
      case MD_BLOCK_HTML:
        writer_.end();
        in_html_ = false;
        if (auto inner = html::fragment_blocks(html_, "HTML in Markdown")) {
          for (const TextBlock& block : *inner) {
            writer_.begin(block.kind == TextBlock::Kind::kHeading ? PageBlock::Kind::kHeading
                                                                  : PageBlock::Kind::kParagraph,
                          block.level);
            writer_.add(block.text);
          }
          writer_.end();
        }
        html_.clear();
        break;
      default: writer_.end(); break;
    }
    fresh_item_ = false;
  }

  void enter_span(MD_SPANTYPE type, void* detail) {
    if (type != MD_SPAN_A) return;
    const MD_ATTRIBUTE& href = static_cast<MD_SPAN_A_DETAIL*>(detail)->href;
    writer_.open_mark(PageMark::Kind::kLink,
                      href.text == nullptr ? std::string_view() : std::string_view(href.text, href.size));
  }
  void leave_span(MD_SPANTYPE type) {
    if (type == MD_SPAN_A) writer_.close_mark();
  }

  void text(MD_TEXTTYPE type, std::string_view value) {
    switch (type) {
      case MD_TEXT_BR:
      case MD_TEXT_SOFTBR: writer_.space(); break;
      case MD_TEXT_ENTITY: writer_.add(character_reference(value)); break;
      case MD_TEXT_HTML: markup(value); break;
      case MD_TEXT_NULLCHAR: break;
      default: writer_.add(value); break;
    }
  }

  std::vector<PageBlock> take() { return writer_.take(); }

 private:
  void markup(std::string_view tag) {
    if (in_html_) {
      html_ += tag;
    } else if (const std::string lower = lower_ascii(tag); lower.starts_with("<sup")) {
      writer_.open_mark(PageMark::Kind::kRaised, {});
      ++raised_;
    } else if (lower.starts_with("</sup") && raised_ > 0) {
      writer_.close_mark();
      --raised_;
    } else if (lower.starts_with("<br")) {
      writer_.space();
    }
  }

  MarkedPageWriter writer_;
  std::vector<uint32_t> lists_;
  std::string html_;
  int raised_ = 0;
  bool fresh_item_ = false;
  bool in_html_ = false;
};

// The notes under a heading of their own, each to be found by its number.
void add_notes(const std::vector<std::string>& notes, std::vector<PageBlock>& blocks) {
  if (notes.empty()) return;
  PageBlock heading;
  heading.kind = PageBlock::Kind::kHeading;
  heading.level = 2;
  heading.text = "Footnotes";
  blocks.push_back(std::move(heading));
  for (size_t i = 0; i < notes.size(); ++i) {
    PageBlock note;
    note.kind = PageBlock::Kind::kListItem;
    note.number = static_cast<uint32_t>(i + 1);
    note.text = clean_text(notes[i], false);
    note.anchors.push_back("note-" + std::to_string(i + 1));
    if (!note.text.empty()) blocks.push_back(std::move(note));
  }
}

MarkdownMarker& marker_of(void* data) { return *static_cast<MarkdownMarker*>(data); }

}  // namespace

Result<MarkedPage> marked_markdown(std::string_view bytes, std::string_view place) {
  ATTEST_ASSIGN(const std::string decoded, decode_text(bytes, {}));
  std::string_view text = decoded;
  MarkedPage page;
  page.format = Format::kMarkdown;
  take_front_matter(text, page.record);
  const MarkdownFootnotes footnotes = take_footnotes(text);
  text = footnotes.text;
  MarkdownMarker marker;
  MD_PARSER parser{};
  parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_PERMISSIVEURLAUTOLINKS;
  parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* data) {
    marker_of(data).enter_block(type, detail);
    return 0;
  };
  parser.leave_block = [](MD_BLOCKTYPE type, void*, void* data) {
    marker_of(data).leave_block(type);
    return 0;
  };
  parser.enter_span = [](MD_SPANTYPE type, void* detail, void* data) {
    marker_of(data).enter_span(type, detail);
    return 0;
  };
  parser.leave_span = [](MD_SPANTYPE type, void*, void* data) {
    marker_of(data).leave_span(type);
    return 0;
  };
  parser.text = [](MD_TEXTTYPE type, const MD_CHAR* words, MD_SIZE size, void* data) {
    marker_of(data).text(type, {words, size});
    return 0;
  };
  if (md_parse(text.data(), static_cast<MD_SIZE>(text.size()), &parser, &marker) != 0) {
    return fail(ErrorCode::kInput, "the Markdown cannot be read", std::string(place));
  }
  page.blocks = marker.take();
  add_notes(footnotes.notes, page.blocks);
  if (page.record.title.empty()) {
    for (const PageBlock& block : page.blocks) {
      if (block.kind != PageBlock::Kind::kHeading) continue;
      page.record.title = block.text;
      break;
    }
  }
  return page;
}

}  // namespace attest
