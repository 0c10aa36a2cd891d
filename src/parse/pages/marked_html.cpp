// HTML with its marks: every visible block in order. What html_blocks.cpp leaves out as boilerplate is kept
// here and flagged, for a review banner or a publisher's line is part of what an audit reads.
#include <algorithm>
#include <charconv>
#include <initializer_list>

#include "parse/pages/html_tree.h"
#include "parse/pages/marked_page_writer.h"
#include "parse/stream/charset.h"
#include "parse/stream/markup_tree.h"

namespace attest {

namespace {

using html::children_of;
using html::element_name;

bool one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_block(std::string_view name) {
  return one_of(name, {"p",          "div",     "section", "article", "main",       "header",   "ul",
                       "ol",         "dl",      "dt",      "dd",      "blockquote", "pre",      "figure",
                       "figcaption", "address", "hr",      "body",    "html",       "fieldset", "details",
                       "summary",    "center",  "tbody",   "table",   "caption",    "nav",      "aside",
                       "footer",     "form",    "button",  "option",  "legend",     "label"});
}

const GumboNode* only_landmark(const GumboNode* node, std::string_view landmark, size_t& count) {
  const GumboNode* found = nullptr;
  const GumboVector* children = children_of(node);
  if (children == nullptr) return nullptr;
  for (unsigned i = 0; i < children->length; ++i) {
    const auto* one = static_cast<const GumboNode*>(children->data[i]);
    if (one->type != GUMBO_NODE_ELEMENT) continue;
    if (element_name(one) == landmark || (landmark == "main" && html::attribute(one, "role") == "main")) {
      ++count;
      found = one;
    } else if (const GumboNode* inside = only_landmark(one, landmark, count)) {
      found = inside;
    }
  }
  return found;
}

class HtmlMarker {
 public:
  explicit HtmlMarker(const GumboNode* root) {
    for (const std::string_view landmark : {"main", "article"}) {
      size_t count = 0;
      const GumboNode* found = only_landmark(root, landmark, count);
      constexpr size_t kMainTextBytes = 200;  // an empty landmark marks nothing
      if (count == 1 && html::text_of(found).size() >= kMainTextBytes) {
        main_ = found;
        break;
      }
    }
    writer_.set_aside(main_ != nullptr);
    visit(root);
  }

  std::vector<PageBlock> take() { return writer_.take(); }

 private:
  void visit(const GumboNode* node) {
    if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE ||
        node->type == GUMBO_NODE_CDATA) {
      writer_.add(node->v.text.text);
      return;
    }
    if (node->type == GUMBO_NODE_DOCUMENT) return visit_children(node);
    if (node->type != GUMBO_NODE_ELEMENT) return;
    const std::string_view name = element_name(node);
    if (html::is_script(name) || html::is_hidden(node)) return;

    const bool outside = writer_.aside();
    if (node == main_) {
      writer_.end();
      writer_.set_aside(false);
    } else if (!outside && html::is_boilerplate(node)) {
      writer_.end();
      writer_.set_aside(true);
    }
    element(node, name);
    if (writer_.aside() != outside) {
      writer_.end();
      writer_.set_aside(outside);
    }
  }

  void element(const GumboNode* node, std::string_view name) {
    if (const uint8_t level = html::heading_level(name); level > 0) {
      writer_.begin(PageBlock::Kind::kHeading, level);
      anchors_of(node);
      visit_children(node);
      writer_.end();
    } else if (name == "li") {
      list_item(node);
    } else if (name == "tr") {
      table_row(node);
    } else if (name == "br") {
      // Two in a row end a paragraph.
      if (after_break_) writer_.end();
      writer_.space();
      after_break_ = true;
      return;
    } else if (name == "a") {
      anchors_of(node);
      const std::string_view href = html::attribute(node, "href");
      if (!href.empty()) writer_.open_mark(PageMark::Kind::kLink, href);
      visit_children(node);
      if (!href.empty()) writer_.close_mark();
    } else if (name == "sup") {
      anchors_of(node);
      writer_.open_mark(PageMark::Kind::kRaised, {});
      visit_children(node);
      writer_.close_mark();
    } else if (one_of(name, {"ul", "ol"})) {
      list(node, name == "ol");
    } else if (is_block(name)) {
      if (!writer_.block_is_empty() || !in_item_) writer_.end();
      anchors_of(node);
      visit_children(node);
      writer_.end();
    } else {
      anchors_of(node);
      visit_children(node);
    }
    after_break_ = false;
  }

  void visit_children(const GumboNode* node) {
    const GumboVector* children = children_of(node);
    if (children == nullptr) return;
    for (unsigned i = 0; i < children->length; ++i) {
      const auto* one = static_cast<const GumboNode*>(children->data[i]);
      if (one->type == GUMBO_NODE_TEXT) after_break_ = false;
      visit(one);
    }
  }

  void anchors_of(const GumboNode* node) {
    writer_.add_anchor(html::attribute(node, "id"));
    if (element_name(node) == "a") writer_.add_anchor(html::attribute(node, "name"));
  }

  static uint32_t number_of(std::string_view text, uint32_t otherwise) {
    uint32_t value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    return read.ec == std::errc() && value < 100'000 ? value : otherwise;
  }

  void list(const GumboNode* node, bool numbered) {
    writer_.end();
    anchors_of(node);
    lists_.push_back(numbered ? number_of(html::attribute(node, "start"), 1) : 0);
    visit_children(node);
    lists_.pop_back();
    writer_.end();
  }

  void list_item(const GumboNode* node) {
    uint32_t number = 0;
    if (!lists_.empty() && lists_.back() > 0) {
      number = number_of(html::attribute(node, "value"), lists_.back());
      lists_.back() = number + 1;
    }
    const auto level = static_cast<uint8_t>(std::clamp<size_t>(lists_.size(), 1, 20));
    writer_.begin(PageBlock::Kind::kListItem, level, number);
    anchors_of(node);
    const bool outer = in_item_;
    in_item_ = true;
    visit_children(node);
    in_item_ = outer;
    writer_.end();
  }

  void table_row(const GumboNode* node) {
    writer_.begin(PageBlock::Kind::kTableRow, 1);
    const GumboVector* cells = children_of(node);
    bool first = true;
    for (unsigned i = 0; cells != nullptr && i < cells->length; ++i) {
      const auto* cell = static_cast<const GumboNode*>(cells->data[i]);
      if (!one_of(element_name(cell), {"td", "th"})) continue;
      if (!first) writer_.add(" | ");
      first = false;
      // A cell that is a column of a layout holds blocks of its own, which end the row.
      visit_children(cell);
    }
    writer_.end();
  }

  MarkedPageWriter writer_;
  const GumboNode* main_ = nullptr;
  std::vector<uint32_t> lists_;  // next number of each open list, 0 for bullets
  bool in_item_ = false;
  bool after_break_ = false;
};

}  // namespace

Result<MarkedPage> marked_html(std::string_view bytes, std::string_view place) {
  ATTEST_ASSIGN(const std::string text, decode_text(bytes, declared_html_charset(bytes)));
  ATTEST_ASSIGN(const html::Tree tree, html::parse_tree(text, place));
  MarkedPage page;
  page.format = Format::kHtml;
  html::read_metadata(tree->root, page.record);
  page.blocks = HtmlMarker(tree->root).take();
  return page;
}

}  // namespace attest
