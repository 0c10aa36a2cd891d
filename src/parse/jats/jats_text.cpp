#include "parse/jats/jats_text.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/white_space.h"
#include "parse/stream/markup_tree.h"

namespace attest::jats {

namespace {

bool one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

void append_inline(pugi::xml_node node, std::string& out);

void append_inline_children(pugi::xml_node node, std::string& out) {
  for (const pugi::xml_node& one : node.children()) append_inline(one, out);
}

// True when the text so far has an opening bracket that is still open nearby: the author brackets the
// citation.
bool inside_bracket(std::string_view text) {
  constexpr size_t kLookBack = 200;
  const std::string_view tail = text.substr(text.size() - std::min(text.size(), kLookBack));
  int closed = 0;
  for (size_t i = tail.size(); i-- > 0;) {
    if (tail[i] == ')' || tail[i] == ']') ++closed;
    if ((tail[i] == '(' || tail[i] == '[') && --closed < 0) return true;
  }
  return false;
}

bool is_citation(pugi::xml_node node) {
  return local_name(node) == "xref" && attribute(node, "ref-type") == "bibr";
}

// "12", "3–5", "4,7": what a numbered citation looks like.
bool is_citation_number(std::string_view text) {
  bool digit = false;
  for (const char c : text) {
    if (is_digit(c)) digit = true;
    if (is_letter(c) || c == '(' || c == '[') return false;
  }
  return digit;
}

void append_bracketed(std::string_view text, std::string& out) {
  if (inside_bracket(out) || !is_citation_number(text)) {
    out.append(text);
    return;
  }
  // "[1][2]" of neighbours reads as one bracket: "[1,2]".
  if (out.ends_with(']') && !out.ends_with(" ]")) {
    out.back() = ',';
  } else {
    if (!out.empty() && (is_letter(out.back()) || is_digit(out.back()))) out.push_back(' ');
    out.push_back('[');
  }
  out.append(text);
  out.push_back(']');
}

void append_superscript(pugi::xml_node node, std::string& out) {
  std::string text = inline_text(node);
  if (text.empty()) return;
  const bool cites =
      std::any_of(node.begin(), node.end(), [](pugi::xml_node one) { return is_citation(one); });
  if (cites) {
    // The references inside have been bracketed one by one; bracket them together instead.
    std::string flat;
    for (const char c : text) {
      if (c != '[' && c != ']' && c != ' ') flat.push_back(c);
    }
    append_bracketed(flat, out);
    return;
  }
  const bool after_digit = !out.empty() && is_digit(out.back());
  const bool ordinal = one_of(text, {"st", "nd", "rd", "th"});
  if (after_digit && !ordinal) out.push_back('^');
  out.append(text);
}

// MathML says more to a reader than the TeX of a whole little document around a formula.
void append_formula(pugi::xml_node node, std::string& out) {
  if (const auto math = descendants(node, "math"); !math.empty()) {
    for (const pugi::xml_node& one : math) append_inline(one, out);
    return;
  }
  const auto tex = descendants(node, "tex-math");
  if (tex.empty()) {
    append_inline_children(node, out);
    return;
  }
  std::string text = plain_text_of(tex.front());
  constexpr std::string_view kBegin = "\\begin{document}";
  if (const size_t begin = text.find(kBegin); begin != std::string::npos) {
    const size_t end = std::min(text.find("\\end{document}", begin), text.size());
    text = text.substr(begin + kBegin.size(), end - begin - kBegin.size());
  }
  text.erase(std::remove(text.begin(), text.end(), '$'), text.end());
  append_collapsed(text, out);
}

void append_fraction(pugi::xml_node node, std::string& out) {
  bool first = true;
  for (const pugi::xml_node& part : node.children()) {
    if (!first) out.push_back('/');
    first = false;
    append_inline(part, out);
  }
}

void ensure_space(std::string& out) {
  if (!out.empty() && out.back() != ' ') out.push_back(' ');
}

void append_inline(pugi::xml_node node, std::string& out) {
  if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) {
    append_collapsed(node.value(), out);
    return;
  }
  if (node.type() != pugi::node_element) return;
  const std::string_view name = local_name(node);
  if (one_of(name, {"graphic", "inline-graphic", "media", "object-id", "alt-text", "long-desc", "annotation",
                    "annotation-xml", "institution-id", "private-char", "processing-meta"})) {
    return;
  }
  if (name == "xref" && is_citation(node)) {
    std::string text;
    append_inline_children(node, text);
    // <xref>[12]</xref> and <xref><sup>12</sup></xref> are both "[12]".
    append_bracketed(trimmed(text), out);
  } else if (name == "sup") {
    append_superscript(node, out);
  } else if (one_of(name, {"inline-formula", "disp-formula", "alternatives"})) {
    append_formula(node, out);
  } else if (name == "tex-math") {
    append_formula(node.parent(), out);
  } else if (name == "mfrac") {
    append_fraction(node, out);
  } else if (name == "msup") {
    const pugi::xml_node base = node.first_child();
    append_inline(base, out);
    out.push_back('^');
    append_inline(base.next_sibling(), out);
  } else if (one_of(name, {"break",      "p",     "title",       "list",    "list-item", "td",  "th",
                           "tr",         "fn",    "def",         "term",    "def-item",  "sec", "addr-line",
                           "disp-quote", "label", "institution", "country", "mspace",    "kwd"})) {
    ensure_space(out);
    append_inline_children(node, out);
    ensure_space(out);
  } else {
    append_inline_children(node, out);
  }
}

bool is_block(std::string_view name) {
  return one_of(name, {"p",
                       "list",
                       "def-list",
                       "table-wrap",
                       "table-wrap-group",
                       "fig",
                       "fig-group",
                       "disp-quote",
                       "boxed-text",
                       "preformat",
                       "verse-group",
                       "speech",
                       "statement",
                       "supplementary-material",
                       "fn-group",
                       "fn",
                       "media",
                       "graphic",
                       "caption",
                       "attrib",
                       "array",
                       "disp-formula-group",
                       "title",
                       "label",
                       "sec",
                       "sec-meta",
                       "object-id",
                       "def-item",
                       "list-item",
                       "ref-list",
                       "floats-group",
                       "floats-wrap",
                       "glossary",
                       "alternatives"});
}

// A bullet says nothing; "(a)" and "2." do.
bool is_bullet(std::string_view label) {
  return std::none_of(label.begin(), label.end(), [](char c) { return is_letter(c) || is_digit(c); });
}

class FlowCollector {
 public:
  explicit FlowCollector(Flow& flow) : flow_(flow) {}

  void children_of(pugi::xml_node container) {
    for (const pugi::xml_node& one : container.children()) {
      const std::string_view name = one.type() == pugi::node_element ? local_name(one) : std::string_view();
      if (!is_block(name)) {
        append_inline(one, text_);
      } else {
        flush();
        block(one, name);
      }
    }
    flush();
  }

 private:
  void flush() {
    if (const std::string_view text = trimmed(text_); !text.empty()) {
      flow_.paragraphs.push_back(prefix_ + std::string(text));
      prefix_.clear();
    }
    text_.clear();
  }

  void block(pugi::xml_node node, std::string_view name) {
    if (name == "table-wrap") {
      flow_.tables.push_back(node);
    } else if (name == "fig") {
      flow_.figures.push_back(node);
    } else if (name == "boxed-text") {
      flow_.boxes.push_back(node);
    } else if (name == "def-item") {
      const std::string term = inline_text(child(node, "term"));
      std::string meaning;
      for (const pugi::xml_node& one : children(node, "def")) meaning += inline_text(one);
      flow_.paragraphs.push_back(meaning.empty() ? term : term + ": " + meaning);
    } else if (name == "list-item") {
      list_item(node);
    } else if (one_of(name, {"list", "def-list", "fn-group", "table-wrap-group", "fig-group"})) {
      if (const pugi::xml_node title = child(node, "title")) add(inline_text(title));
      children_of(node);
    } else if (name == "supplementary-material") {
      add(caption_of(node));
      for (const pugi::xml_node& one : children(node, "p")) add(inline_text(one));
    } else if (name == "fn") {
      const std::string label = inline_text(child(node, "label"));
      if (!is_bullet(label)) prefix_ = label + " ";
      children_of(node);
      prefix_.clear();
    } else if (!one_of(name, {"title", "label", "sec", "sec-meta", "object-id", "media", "graphic", "caption",
                              "ref-list", "floats-group", "floats-wrap", "glossary"})) {
      children_of(node);
    }
  }

  void list_item(pugi::xml_node node) {
    const std::string label = inline_text(child(node, "label"));
    if (!is_bullet(label)) prefix_ = label + " ";
    children_of(node);
    prefix_.clear();
  }

  void add(std::string text) {
    if (!text.empty()) flow_.paragraphs.push_back(std::move(text));
  }

  Flow& flow_;
  std::string text_;
  std::string prefix_;
};

}  // namespace

std::string inline_text(pugi::xml_node node) {
  std::string out;
  append_inline_children(node, out);
  return std::string(trimmed(out));
}

std::string child_text(pugi::xml_node parent, std::string_view name) {
  return inline_text(child(parent, name));
}

void collect_flow(pugi::xml_node container, Flow& flow) { FlowCollector(flow).children_of(container); }

std::string joined(const std::vector<std::string>& paragraphs) {
  std::string out;
  for (const std::string& paragraph : paragraphs) {
    if (!out.empty()) out.push_back('\n');
    out.append(paragraph);
  }
  return out;
}

std::string heading_of(pugi::xml_node section) {
  const std::string label = inline_text(child(section, "label"));
  std::string title = inline_text(child(section, "title"));
  if (label.empty()) return title;
  return title.empty() ? label : label + " " + title;
}

std::string caption_of(pugi::xml_node object) {
  std::vector<std::string> parts;
  const pugi::xml_node caption = child(object, "caption");
  for (const pugi::xml_node& part : {child(object, "label"), child(caption, "title")}) {
    if (std::string text = inline_text(part); !text.empty()) parts.push_back(std::move(text));
  }
  for (const pugi::xml_node& one : caption.children()) {
    if (one.type() != pugi::node_element || local_name(one) == "title") continue;
    if (std::string text = inline_text(one); !text.empty()) parts.push_back(std::move(text));
  }
  // A caption without any paragraph element is text itself.
  if (parts.size() <= 1 && !caption.first_child().empty() && child(caption, "p").empty() &&
      child(caption, "title").empty()) {
    if (std::string text = inline_text(caption); !text.empty()) parts.push_back(std::move(text));
  }
  std::string out;
  for (const std::string& part : parts) {
    if (!out.empty()) out += out.ends_with('.') || out.ends_with(':') ? " " : ". ";
    out += part;
  }
  return out;
}

std::string part_of_heading(std::string_view heading) {
  std::string text = lower_ascii(trimmed(heading));
  const size_t first_letter = text.find_first_of("abcdefghijklmnopqrstuvwxyz");
  text.erase(0, std::min(first_letter, text.size()));  // "2. Methods"
  struct Name {
    std::string_view start;
    std::string_view part;
  };
  static constexpr std::array<Name, 25> kNames = {{
      {"background", "background"},
      {"intro", "background"},
      {"context", "background"},
      {"rationale", "background"},
      {"objective", "objective"},
      {"aim", "objective"},
      {"purpose", "objective"},
      {"goal", "objective"},
      {"material", "methods"},
      {"method", "methods"},
      {"patients and m", "methods"},
      {"subjects and m", "methods"},
      {"participants and m", "methods"},
      {"design", "methods"},
      {"study design", "methods"},
      {"experimental", "methods"},
      {"statistical", "methods"},
      {"setting", "methods"},
      {"result", "results"},
      {"finding", "results"},
      {"outcome", "results"},
      {"discussion", "discussion"},
      {"comment", "discussion"},
      {"conclusion", "conclusions"},
      {"interpretation", "conclusions"},
  }};
  for (const Name& name : kNames) {
    if (text.starts_with(name.start)) return std::string(name.part);
  }
  return {};
}

}  // namespace attest::jats
