// gumbo follows the HTML standard, and the standard lets a small page become a deep or a huge tree: elements
// that are never closed nest without bound (gumbo's destructor recurses), and formatting elements left open
// are cloned into every following block. check_shape() plays the stack of open elements through beforehand,
// always erring towards deeper, and refuses a page that could pass the limits.
#include "parse/pages/html_tree.h"

#include <algorithm>
#include <array>
#include <vector>

#include <fmt/format.h>

#include "base/ascii.h"
#include "base/limits.h"
#include "base/white_space.h"
#include "parse/stream/markup_tree.h"

namespace attest::html {

namespace {

constexpr size_t kNestingMax = 4 * limits::kMarkupDepthMax;
constexpr size_t kFormattingMax = limits::kMarkupDepthMax;

template <size_t count>
bool one_of(std::string_view name, const std::array<std::string_view, count>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// https://html.spec.whatwg.org/multipage/parsing.html#the-stack-of-open-elements
constexpr std::array<std::string_view, 14> kFormatting = {
    "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"};
constexpr std::array<std::string_view, 19> kVoid = {
    "area",  "base",   "br",    "col", "embed", "hr",     "img",   "input",    "link",   "meta",
    "param", "source", "track", "wbr", "frame", "keygen", "image", "basefont", "bgsound"};
// Closed by the next of their kind, or present once.
constexpr std::array<std::string_view, 17> kSelfEnding = {
    "p",     "li",     "dd",       "dt", "td", "th",   "tr",   "tbody", "thead",
    "tfoot", "option", "optgroup", "rp", "rt", "html", "head", "body"};
// An end tag does not reach past these.
constexpr std::array<std::string_view, 16> kBarriers = {
    "table", "caption",       "button", "applet", "marquee", "object", "template", "svg",
    "math",  "foreignobject", "desc",   "title",  "mi",      "mo",     "mtext",    "annotation-xml"};

class Shape {
 public:
  bool open(std::string_view name, bool self_closing) {
    if (++elements_ > limits::kElementsPerRecordMax) return false;
    if (one_of(name, kVoid)) return true;
    // What is open as formatting may be cloned into this element.
    clones_ += formatting_;
    if (clones_ > limits::kElementsPerRecordMax * 4) return false;
    if (self_closing && in_foreign()) return true;
    if (one_of(name, kSelfEnding)) return true;
    if (one_of(name, kFormatting) && ++formatting_ > kFormattingMax) return false;
    open_.emplace_back(name);
    return open_.size() + formatting_ <= kNestingMax;
  }

  void close(std::string_view name) {
    const bool formatting = one_of(name, kFormatting);
    for (size_t i = open_.size(); i-- > 0;) {
      if (open_[i] == name) {
        if (formatting) {
          --formatting_;
          open_.erase(open_.begin() + static_cast<ptrdiff_t>(i));
        } else {
          // Formatting elements above stay on the list of those to be opened again.
          open_.resize(i);
        }
        return;
      }
      if (one_of(std::string_view(open_[i]), kBarriers)) return;
    }
    // Its start was swept away by an outer end tag; this one takes it off the list.
    if (formatting && formatting_ > 0 && open_.empty()) --formatting_;
  }

  bool in_foreign() const {
    return std::any_of(open_.begin(), open_.end(),
                       [](const std::string& name) { return name == "svg" || name == "math"; });
  }

 private:
  std::vector<std::string> open_;
  size_t formatting_ = 0;
  size_t elements_ = 0;
  size_t clones_ = 0;
};

size_t end_of_comment(std::string_view page, size_t at) {
  at += 4;
  if (page.substr(at).starts_with(">")) return at + 1;
  if (page.substr(at).starts_with("->")) return at + 2;
  const size_t plain = page.find("-->", at);
  const size_t bang = page.find("--!>", at);
  if (plain == std::string_view::npos && bang == std::string_view::npos) return page.size();
  return plain < bang ? plain + 3 : bang + 4;
}

// Behind the ">" of a tag whose name ends at `at`.
size_t end_of_tag(std::string_view page, size_t at) {
  char quote = 0;
  char before = 0;
  for (; at < page.size(); ++at) {
    const char c = page[at];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '>') {
      return at + 1;
    } else if ((c == '"' || c == '\'') && before == '=') {
      quote = c;
    }
    if (c != ' ' && c != '\n' && c != '\t' && c != '\r') before = c;
  }
  return page.size();
}

size_t end_of_raw_text(std::string_view page, size_t at, std::string_view name) {
  for (at = page.find("</", at); at != std::string_view::npos; at = page.find("</", at + 2)) {
    if (lower_ascii(page.substr(at + 2, name.size())) == name) return at;
  }
  return page.size();
}

}  // namespace

Status check_shape(std::string_view page, std::string_view place) {
  Shape shape;
  size_t at = page.find('<');
  while (at < page.size()) {
    if (page.substr(at).starts_with("<!--")) {
      at = end_of_comment(page, at);
    } else if (at + 1 < page.size() &&
               (is_letter(page[at + 1]) ||
                (page[at + 1] == '/' && at + 2 < page.size() && is_letter(page[at + 2])))) {
      const bool end_tag = page[at + 1] == '/';
      const size_t name_at = at + (end_tag ? 2 : 1);
      const size_t name_end = std::min(page.find_first_of(" \t\n\r\f/>", name_at), page.size());
      const std::string name = lower_ascii(page.substr(name_at, std::min<size_t>(name_end - name_at, 64)));
      at = end_of_tag(page, name_end);
      if (end_tag) {
        shape.close(name);
      } else if (!shape.open(name, at >= 2 && page[at - 2] == '/')) {
        return fail(ErrorCode::kLimit,
                    fmt::format("the page nests elements more than {} deep or has more than {} of them",
                                kNestingMax, limits::kElementsPerRecordMax),
                    std::string(place), "the page is damaged or hostile; leave it out");
      } else if ((name == "script" || name == "style") && !shape.in_foreign()) {
        at = end_of_raw_text(page, at, name);
      }
    } else {
      ++at;
    }
    at = page.find('<', at);
  }
  return {};
}

Result<Tree> parse_tree(std::string_view page, std::string_view place) {
  if (page.size() > limits::kRecordBytesMax) {
    return fail(ErrorCode::kLimit,
                fmt::format("the page has {} bytes, the limit is {}", page.size(), limits::kRecordBytesMax),
                std::string(place), "split the page or leave it out");
  }
  ATTEST_TRY(check_shape(page, place));
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  Tree tree(gumbo_parse_with_options(&options, page.data(), page.size()));
  if (!tree) return fail(ErrorCode::kInput, "the page cannot be read as HTML", std::string(place));
  return tree;
}

std::string_view attribute(const GumboNode* node, const char* name) {
  if (node->type != GUMBO_NODE_ELEMENT && node->type != GUMBO_NODE_TEMPLATE) return {};
  const GumboAttribute* found = gumbo_get_attribute(&node->v.element.attributes, name);
  return found == nullptr ? std::string_view() : std::string_view(found->value);
}

std::string_view element_name(const GumboNode* node) {
  if (node->type != GUMBO_NODE_ELEMENT) return {};
  const std::string_view name = gumbo_normalized_tagname(node->v.element.tag);
  return name.empty() ? std::string_view("unknown") : name;
}

const GumboVector* children_of(const GumboNode* node) {
  if (node->type == GUMBO_NODE_ELEMENT) return &node->v.element.children;
  if (node->type == GUMBO_NODE_DOCUMENT) return &node->v.document.children;
  return nullptr;
}

namespace {
void append_text(const GumboNode* node, std::string& out) {
  if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE ||
      node->type == GUMBO_NODE_CDATA) {
    append_collapsed(node->v.text.text, out);
    return;
  }
  const GumboVector* children = children_of(node);
  if (children == nullptr) return;
  for (unsigned i = 0; i < children->length; ++i)
    append_text(static_cast<const GumboNode*>(children->data[i]), out);
}
}  // namespace

std::string text_of(const GumboNode* node) {
  std::string out;
  append_text(node, out);
  return std::string(trimmed(out));
}

Result<std::vector<TextBlock>> fragment_blocks(std::string_view fragment, std::string_view place) {
  ATTEST_ASSIGN(const Tree tree, parse_tree(fragment, place));
  return all_blocks(tree->root);
}

}  // namespace attest::html
