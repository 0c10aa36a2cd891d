// HTML pages: one document each (https://html.spec.whatwg.org).
#include <nlohmann/json.hpp>

#include "base/ascii.h"
#include "base/limits.h"
#include "parse/format_parsers.h"
#include "parse/pages/html_tree.h"
#include "parse/pages/page_metadata.h"
#include "parse/stream/charset.h"
#include "parse/stream/markup_tree.h"

namespace attest {

namespace html {

namespace {

using Json = nlohmann::json;
constexpr size_t kLinkedDataBytesMax = 1u << 20;

std::string text_or_name(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_object()) {
    const auto name = value.find("name");
    if (name != value.end() && name->is_string()) return name->get<std::string>();
  }
  return {};
}

// schema.org types whose dates and authors are those of the page (https://schema.org/MedicalWebPage).
bool describes_page(const Json& item) {
  const auto type = item.find("@type");
  if (type == item.end()) return false;
  const auto is_page = [](const Json& value) {
    if (!value.is_string()) return false;
    const auto& name = value.get_ref<const std::string&>();
    return name.ends_with("WebPage") || name.ends_with("Article") || name.ends_with("BlogPosting") ||
           name == "FAQPage" || name == "MedicalGuideline" || name == "Report";
  };
  if (type->is_array()) return std::any_of(type->begin(), type->end(), is_page);
  return is_page(*type);
}

void read_linked_item(const Json& item, BibliographicRecord& record) {
  if (item.is_array()) {
    for (const Json& one : item) read_linked_item(one, record);
    return;
  }
  if (!item.is_object()) return;
  if (const auto graph = item.find("@graph"); graph != item.end() && graph->is_array()) {
    for (const Json& one : *graph) {
      if (one.is_object()) read_linked_item(one, record);
    }
  }
  if (!describes_page(item)) return;
  for (const char* name : {"datePublished", "lastReviewed", "dateModified", "license", "inLanguage"}) {
    const auto value = item.find(name);
    if (value == item.end() || !value->is_string()) continue;
    const std::string known = std::string(name) == "inLanguage" ? "language" : name;
    take_statement(known, value->get<std::string>(), record);
  }
  if (const auto author = item.find("author"); author != item.end()) {
    const Json list = author->is_array() ? *author : Json::array({*author});
    for (const Json& one : list) {
      const std::string name = text_or_name(one);
      if (name.empty()) continue;
      if (one.is_object() && one.value("@type", Json()) == "Organization") {
        record.authors.push_back(
            {.family = {}, .given = {}, .collective = name, .orcid = {}, .affiliations = {}});
      } else {
        take_statement("author", name, record);
      }
    }
  }
  if (const auto publisher = item.find("publisher"); publisher != item.end()) {
    take_statement("publisher", text_or_name(*publisher), record);
  }
  if (const auto headline = item.find("headline"); headline != item.end() && headline->is_string()) {
    take_statement("title", headline->get<std::string>(), record);
  }
}

void read_linked_data(std::string_view text, BibliographicRecord& record) {
  if (text.size() > kLinkedDataBytesMax) return;
  // The depth of the JSON is bounded before it becomes a tree.
  size_t depth = 0;
  size_t deepest = 0;
  for (const char c : text) {
    if (c == '{' || c == '[') deepest = std::max(deepest, ++depth);
    if ((c == '}' || c == ']') && depth > 0) --depth;
  }
  if (deepest > limits::kMarkupDepthMax) return;
  const Json item = Json::parse(text, nullptr, false);
  if (item.is_discarded()) return;
  try {
    read_linked_item(item, record);
  } catch (const Json::exception&) {
    // Linked data of an unexpected shape says nothing; the page itself is still read.
  }
}

struct Head {
  std::string title;     // <title>
  std::string language;  // <html lang>
  std::string canonical;
  std::string heading;  // first <h1>
};

void visit_head(const GumboNode* node, Head& head, BibliographicRecord& record,
                std::vector<std::string>& linked_data) {
  const std::string_view name = element_name(node);
  if (name == "svg") return;
  if (name == "html") head.language = attribute(node, "lang");
  if (name == "title" && head.title.empty()) head.title = text_of(node);
  if (name == "h1" && head.heading.empty()) head.heading = text_of(node);
  if (name == "link" && lower_ascii(attribute(node, "rel")) == "canonical")
    head.canonical = attribute(node, "href");
  if (name == "meta") {
    std::string_view key = attribute(node, "name");
    if (key.empty()) key = attribute(node, "property");
    take_statement(key, attribute(node, "content"), record);
  }
  if (name == "script" && lower_ascii(attribute(node, "type")) == "application/ld+json") {
    linked_data.push_back(text_of(node));
  }
  const GumboVector* children = children_of(node);
  if (children == nullptr) return;
  for (unsigned i = 0; i < children->length; ++i) {
    visit_head(static_cast<const GumboNode*>(children->data[i]), head, record, linked_data);
  }
}

// "Anismus | Some Hospital": the part before the site's name, when the page's own heading confirms it.
std::string page_title(const Head& head) {
  if (head.title.empty()) return head.heading;
  if (!head.heading.empty() && head.title.find(head.heading) != std::string::npos) return head.heading;
  return head.title;
}

}  // namespace

void read_metadata(const GumboNode* root, BibliographicRecord& record) {
  Head head;
  std::vector<std::string> linked_data;
  // Open Graph titles often carry the site's name, so that they come after citation_title and <title>.
  visit_head(root, head, record, linked_data);
  for (const std::string& text : linked_data) read_linked_data(text, record);
  if (head.canonical.starts_with("http")) record.url = head.canonical;
  if (record.languages.empty()) record.languages = medline_language(head.language);
  const std::string title = page_title(head);
  if (record.title.empty() ||
      (!head.heading.empty() && record.title.find(head.heading) != std::string::npos)) {
    record.title = title;
  }
  record.type = record.journal.title.empty() ? "webpage" : "article-journal";
}

}  // namespace html

Status parse_html(std::string_view bytes, std::string_view place, const DocumentSink& sink) {
  ATTEST_ASSIGN(const std::string page, decode_text(bytes, declared_html_charset(bytes)));
  ATTEST_ASSIGN(const html::Tree tree, html::parse_tree(page, place));
  Document document;
  html::read_metadata(tree->root, document.record);
  TextBuilder text;
  text.set_title(document.record.title);
  add_blocks(html::main_blocks(tree->root), SectionKind::kBody, document.record.title, text);
  document.id = page_identity(document.record, bytes);
  document.depth = Depth::kPatientPage;
  deliver_page(std::move(document), std::move(text), place, sink);
  return {};
}

}  // namespace attest
