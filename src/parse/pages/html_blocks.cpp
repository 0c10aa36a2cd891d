// The main text of a page.
//
// Landmarks first (https://www.w3.org/TR/wai-aria-1.2/#landmark_roles): <main>, role=main, a single
// <article>. Pages without them are judged block by block with the shallow text features of Kohlschütter,
// Fankhauser and Nejdl, "Boilerplate detection using shallow text features" (WSDM 2010): the share of a
// block's words that are links, and the words of the block and its neighbours. Navigation, forms and hidden
// parts are left out in either case.
#include <algorithm>
#include <initializer_list>

#include "base/ascii.h"
#include "base/white_space.h"
#include "parse/pages/html_tree.h"
#include "parse/stream/markup_tree.h"

namespace attest::html {

namespace {

bool one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

struct Candidate {
  TextBlock block;
  size_t words = 0;
  size_t link_words = 0;
  double link_density() const {
    return words == 0 ? 0.0 : static_cast<double>(link_words) / static_cast<double>(words);
  }
};

size_t count_words(std::string_view text) {
  size_t words = 0;
  bool inside = false;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\t';
    if (!space && !inside) ++words;
    inside = !space;
  }
  return words;
}

// Words of class and id that name what is not the page's text. Whole words only: "navy" is not "nav".
bool has_boilerplate_name(const GumboNode* node) {
  for (const char* name : {"class", "id"}) {
    const std::string value = lower_ascii(attribute(node, name));
    size_t at = 0;
    while (at < value.size()) {
      size_t end = value.find_first_of(" -_", at);
      if (end == std::string::npos) end = value.size();
      const std::string_view word = std::string_view(value).substr(at, end - at);
      if (one_of(word, {"nav",     "navbar", "navigation", "menu",   "breadcrumb", "breadcrumbs",
                        "sidebar", "cookie", "cookies",    "banner", "advert",     "advertisement",
                        "ad",      "ads",    "share",      "social", "newsletter", "subscribe",
                        "promo",   "popup",  "modal",      "skip",   "pagination", "pager",
                        "toolbar", "footer", "comments",   "disqus"})) {
        return true;
      }
      at = end + 1;
    }
  }
  return false;
}

}  // namespace

bool is_script(std::string_view name) {
  return one_of(name, {"script", "style", "noscript", "template", "head", "iframe", "object", "embed", "svg",
                       "math", "canvas", "audio", "video", "map"});
}

bool is_hidden(const GumboNode* node) {
  if (gumbo_get_attribute(&node->v.element.attributes, "hidden") != nullptr) return true;
  if (attribute(node, "aria-hidden") == "true") return true;
  std::string style = lower_ascii(attribute(node, "style"));
  std::erase(style, ' ');
  return style.find("display:none") != std::string::npos ||
         style.find("visibility:hidden") != std::string::npos;
}

bool is_boilerplate(const GumboNode* node) {
  const std::string_view name = element_name(node);
  if (one_of(name,
             {"nav", "aside", "footer", "form", "button", "select", "input", "textarea", "dialog", "menu"})) {
    return true;
  }
  const std::string role = lower_ascii(attribute(node, "role"));
  if (one_of(role, {"navigation", "banner", "contentinfo", "search", "complementary", "menu", "menubar",
                    "dialog", "alert", "form", "toolbar"})) {
    return true;
  }
  return !one_of(name, {"html", "body", "main", "article"}) && has_boilerplate_name(node);
}

uint8_t heading_level(std::string_view name) {
  if (name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6')
    return static_cast<uint8_t>(name[1] - '0');
  return 0;
}

namespace {

bool is_block_element(std::string_view name) {
  return one_of(
      name, {"p",     "div",   "section",  "article",    "main",    "header", "ul",         "ol",      "dl",
             "dt",    "dd",    "li",       "blockquote", "pre",     "figure", "figcaption", "address", "hr",
             "body",  "html",  "fieldset", "details",    "summary", "center", "tr",         "td",      "th",
             "tbody", "table", "caption",  "nav",        "aside",   "footer", "form"});
}

class BlockCollector {
 public:
  explicit BlockCollector(bool keep_everything) : keep_everything_(keep_everything) {}

  std::vector<Candidate> collect(const GumboNode* root) {
    visit(root);
    flush();
    return std::move(found_);
  }

 private:
  void visit(const GumboNode* node) {
    if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE ||
        node->type == GUMBO_NODE_CDATA) {
      const size_t before = text_.size();
      append_collapsed(node->v.text.text, text_);
      if (link_depth_ > 0) link_words_ += count_words(std::string_view(text_).substr(before));
      return;
    }
    if (node->type == GUMBO_NODE_DOCUMENT) return visit_children(node);
    if (node->type != GUMBO_NODE_ELEMENT) return;
    const std::string_view name = element_name(node);
    if (is_script(name)) return;
    if (!keep_everything_ && (is_hidden(node) || is_boilerplate(node))) return;
    if (const uint8_t level = heading_level(name); level > 0) return heading(node, level);
    if (name == "table" && is_data_table(node)) return table(node);
    if (name == "br") {
      // Two in a row end a paragraph; one is a space.
      if (after_break_) flush();
      append_collapsed(" ", text_);
      after_break_ = true;
      return;
    }
    const bool block = is_block_element(name);
    if (block) flush();
    if (name == "a") ++link_depth_;
    if (name == "sup")
      superscript(node);
    else
      visit_children(node);
    if (name == "a") --link_depth_;
    if (block) flush();
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

  // 10<sup>5</sup> must not become 105.
  void superscript(const GumboNode* node) {
    const std::string text = text_of(node);
    const bool after_digit = !text_.empty() && is_digit(text_.back());
    if (after_digit && !text.empty() && !one_of(text, {"st", "nd", "rd", "th"})) text_.push_back('^');
    visit_children(node);
  }

  void heading(const GumboNode* node, uint8_t level) {
    flush();
    const std::string text = text_of(node);
    if (!text.empty()) found_.push_back({{TextBlock::Kind::kHeading, level, text, {}}, count_words(text), 0});
  }

  void flush() {
    const std::string text(trimmed(text_));
    if (!text.empty()) {
      found_.push_back({{TextBlock::Kind::kParagraph, 1, text, {}}, count_words(text), link_words_});
    }
    text_.clear();
    link_words_ = 0;
    after_break_ = false;
  }

  static void find_all(const GumboNode* node, std::string_view name, std::vector<const GumboNode*>& found) {
    const GumboVector* children = children_of(node);
    if (children == nullptr) return;
    for (unsigned i = 0; i < children->length; ++i) {
      const auto* one = static_cast<const GumboNode*>(children->data[i]);
      if (element_name(one) == name) {
        found.push_back(one);
      } else {
        find_all(one, name, found);
      }
    }
  }

  // Old pages lay out with tables: such a table holds another one, or a single column, or whole passages.
  static bool is_data_table(const GumboNode* node) {
    if (attribute(node, "role") == "presentation") return false;
    std::vector<const GumboNode*> inner;
    find_all(node, "table", inner);
    if (!inner.empty()) return false;
    std::vector<const GumboNode*> headers;
    find_all(node, "th", headers);
    std::vector<const GumboNode*> rows;
    find_all(node, "tr", rows);
    size_t widest = 0;
    size_t longest = 0;
    for (const GumboNode* row : rows) {
      std::vector<const GumboNode*> cells;
      find_all(row, "td", cells);
      widest = std::max(widest, cells.size());
      for (const GumboNode* cell : cells) longest = std::max(longest, text_of(cell).size());
    }
    return !headers.empty() || (rows.size() >= 2 && widest >= 2 && longest < 600);
  }

  void table(const GumboNode* node) {
    flush();
    std::vector<const GumboNode*> rows;
    find_all(node, "tr", rows);
    TextBlock block{TextBlock::Kind::kTable, 1, {}, {}};
    std::vector<const GumboNode*> captions;
    find_all(node, "caption", captions);
    if (!captions.empty()) block.caption = text_of(captions.front());
    for (const GumboNode* row : rows) {
      std::string line;
      const GumboVector* cells = children_of(row);
      for (unsigned i = 0; i < cells->length; ++i) {
        const auto* cell = static_cast<const GumboNode*>(cells->data[i]);
        const std::string_view name = element_name(cell);
        if (name != "td" && name != "th") continue;
        if (!line.empty()) line += " | ";
        line += text_of(cell);
      }
      if (trimmed(line).empty()) continue;
      if (!block.text.empty()) block.text += '\n';
      block.text += line;
    }
    if (!block.text.empty()) found_.push_back({std::move(block), 20, 0});
  }

  std::vector<Candidate> found_;
  std::string text_;
  size_t link_words_ = 0;
  int link_depth_ = 0;
  bool after_break_ = false;
  bool keep_everything_;
};

void find_landmarks(const GumboNode* node, std::vector<const GumboNode*>& mains,
                    std::vector<const GumboNode*>& articles) {
  const GumboVector* children = children_of(node);
  if (children == nullptr) return;
  for (unsigned i = 0; i < children->length; ++i) {
    const auto* one = static_cast<const GumboNode*>(children->data[i]);
    if (one->type != GUMBO_NODE_ELEMENT) continue;
    const std::string_view name = element_name(one);
    if (name == "main" || lower_ascii(attribute(one, "role")) == "main") {
      mains.push_back(one);
    } else if (name == "article") {
      articles.push_back(one);
    }
    find_landmarks(one, mains, articles);
  }
}

size_t text_words(const std::vector<Candidate>& blocks) {
  size_t words = 0;
  for (const Candidate& one : blocks) words += one.words - std::min(one.words, one.link_words);
  return words;
}

// The decision tree of the paper (figure 3, "NumWords/LinkDensity classifier").
bool looks_like_text(const Candidate& before, const Candidate& block, const Candidate& after) {
  if (block.link_density() > 0.333333) return false;
  if (before.link_density() <= 0.555556) {
    if (block.words > 16) return true;
    if (after.words > 15) return true;
    return before.words > 4;
  }
  return block.words > 40 || after.words > 17;
}

std::vector<TextBlock> by_density(const std::vector<Candidate>& found) {
  // Headings are no neighbours: a block is compared with the text around it.
  std::vector<size_t> texts;
  for (size_t i = 0; i < found.size(); ++i) {
    if (found[i].block.kind != TextBlock::Kind::kHeading) texts.push_back(i);
  }
  std::vector<char> keep(found.size(), 0);
  const Candidate nothing;
  for (size_t k = 0; k < texts.size(); ++k) {
    const Candidate& before = k == 0 ? nothing : found[texts[k - 1]];
    const Candidate& after = k + 1 == texts.size() ? nothing : found[texts[k + 1]];
    keep[texts[k]] = looks_like_text(before, found[texts[k]], after);
  }
  std::vector<TextBlock> kept;
  for (size_t i = 0; i < found.size(); ++i) {
    if (keep[i] || found[i].block.kind == TextBlock::Kind::kHeading) kept.push_back(found[i].block);
  }
  return kept;
}

std::vector<TextBlock> without_link_lists(const std::vector<Candidate>& found) {
  std::vector<TextBlock> kept;
  for (const Candidate& one : found) {
    const bool links_only = one.link_density() > 0.8 && one.words < 25;
    if (!links_only) kept.push_back(one.block);
  }
  return kept;
}

}  // namespace

std::vector<TextBlock> main_blocks(const GumboNode* root) {
  constexpr size_t kLandmarkWordsMin = 25;
  std::vector<const GumboNode*> mains;
  std::vector<const GumboNode*> articles;
  find_landmarks(root, mains, articles);
  if (mains.size() != 1 && articles.size() == 1) mains = articles;
  if (!mains.empty()) {
    const std::vector<Candidate> found = BlockCollector(false).collect(mains.front());
    if (text_words(found) >= kLandmarkWordsMin) return without_link_lists(found);
  }
  const std::vector<Candidate> found = BlockCollector(false).collect(root);
  std::vector<TextBlock> kept = by_density(found);
  const bool any_text = std::any_of(
      kept.begin(), kept.end(), [](const TextBlock& one) { return one.kind != TextBlock::Kind::kHeading; });
  // A short page has no long blocks to be judged by.
  return any_text ? kept : without_link_lists(found);
}

std::vector<TextBlock> all_blocks(const GumboNode* root) {
  std::vector<TextBlock> blocks;
  for (Candidate& one : BlockCollector(true).collect(root)) blocks.push_back(std::move(one.block));
  return blocks;
}

}  // namespace attest::html
