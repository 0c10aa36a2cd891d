// <abstract>, <body>, <floats-group> and <back> of JATS, laid out as sections.
#include <algorithm>

#include "base/ascii.h"
#include "base/white_space.h"
#include "parse/jats/jats_parts.h"
#include "parse/jats/jats_text.h"
#include "parse/stream/markup_tree.h"
#include "text/registration_statements.h"

namespace attest::jats {

namespace {

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

// Sections that speak about the paper, not about its subject.
bool is_statement(std::string_view heading, std::string_view type) {
  const std::string text = lower_ascii(heading) + " " + lower_ascii(type);
  for (const char* name : {"competing interest",
                           "conflict",
                           "coi-statement",
                           "disclosure",
                           "funding",
                           "acknowledg",
                           "data availab",
                           "availability of data",
                           "author contribution",
                           "authors' contribution",
                           "authors’ contribution",
                           "contributors",
                           "supplementary",
                           "supporting information",
                           "additional file",
                           "pre-publication history",
                           "abbreviations",
                           "consent for publication",
                           "ethics approval",
                           "authors' information",
                           "authors’ information"}) {
    if (contains(text, name)) return true;
  }
  return false;
}

bool is_conflict(std::string_view heading, std::string_view type) {
  const std::string text = lower_ascii(heading) + " " + lower_ascii(type);
  return contains(text, "competing interest") || contains(text, "conflict") ||
         contains(text, "coi-statement") || contains(text, "declaration of interest") ||
         contains(text, "competing financial interest");
}

class BodyWriter {
 public:
  BodyWriter(BibliographicRecord& record, TextBuilder& text) : record_(record), text_(text) {}

  // A sec, the body itself, an appendix, acknowledgements. `pending` holds the headings of sections above
  // that had no text of their own: the first text below them carries them, so that no heading is lost.
  void section(pugi::xml_node node, int level, std::string_view inherited, SectionKind inherited_kind,
               std::string pending, std::string_view fallback_heading = {}) {
    const std::string own_heading = heading_of(node);
    const std::string_view own = own_heading.empty() ? fallback_heading : std::string_view(own_heading);
    std::string type(attribute(node, "sec-type"));
    if (type.empty()) type = std::string(attribute(node, "fn-type"));
    if (type.empty()) type = std::string(attribute(node, "notes-type"));
    const std::string category = category_of(type, own, inherited);
    const SectionKind kind = inherited_kind == SectionKind::kBody && is_statement(own, type)
                                 ? SectionKind::kSupplement
                                 : inherited_kind;

    Flow flow;
    collect_flow(node, flow);
    std::string heading = std::move(pending);
    if (!own.empty()) heading += (heading.empty() ? "" : ": ") + std::string(own);
    const std::string body = joined(flow.paragraphs);
    if (!body.empty()) {
      text_.add_section(kind, heading, body, category, 0, clamped(level));
      if (kind == SectionKind::kBody) has_text_ = true;
      if (is_conflict(own, type)) note_conflict(body);
      heading.clear();
    }
    objects(flow, category, level);
    for (const pugi::xml_node& one : node.children()) {
      if (local_name(one) != "sec") continue;
      section(one, level + 1, category, kind, heading);
      heading.clear();
    }
  }

  void objects(const Flow& flow, const std::string& category, int level) {
    for (const pugi::xml_node& table : flow.tables) add_table(table, category, level);
    for (const pugi::xml_node& figure : flow.figures) add_figure(figure, category, level);
    for (const pugi::xml_node& box : flow.boxes) {
      section(box, level + 1, "boxed-text", SectionKind::kBody, {}, caption_of(box));
    }
  }

  void add_table(pugi::xml_node table, const std::string& category, int level) {
    const std::string caption = caption_of(table);
    const std::string rows = table_text(table);
    if (descendants(table, "table").empty()) {
      // An image of a table: its caption and its notes are all there is to read.
      const std::string words = rows.empty() ? caption : caption + "\n" + rows;
      text_.add_section(SectionKind::kFigure, inline_text(child(table, "label")), words, category, 0,
                        clamped(level + 1));
      return;
    }
    text_.add_section(SectionKind::kTable, caption, rows, category, 0, clamped(level + 1));
  }

  void add_figure(pugi::xml_node figure, const std::string& category, int level) {
    const std::string label = inline_text(child(figure, "label"));
    Flow flow;
    collect_flow(child(figure, "caption"), flow);
    std::string title = inline_text(child(child(figure, "caption"), "title"));
    if (!title.empty()) flow.paragraphs.insert(flow.paragraphs.begin(), title);
    collect_flow(figure, flow);
    text_.add_section(SectionKind::kFigure, label, joined(flow.paragraphs), category, 0, clamped(level + 1));
    objects({{}, flow.tables, flow.figures, {}}, category, level);
  }

  void note_conflict(const std::string& body) {
    if (!record_.conflict_of_interest.empty()) record_.conflict_of_interest += ' ';
    record_.conflict_of_interest += body;
    std::replace(record_.conflict_of_interest.begin(), record_.conflict_of_interest.end(), '\n', ' ');
  }

  bool has_text() const { return has_text_; }
  TextBuilder& text() { return text_; }

 private:
  static uint8_t clamped(int level) { return static_cast<uint8_t>(std::clamp(level, 1, 255)); }

  static std::string category_of(std::string_view type, std::string_view heading,
                                 std::string_view inherited) {
    if (std::string part = part_of_heading(type); !part.empty()) return part;
    if (type == "subsection" || type == "subsubsection" || type == "headed" || type == "other") type = {};
    if (!trimmed(type).empty()) return lower_ascii(trimmed(type));
    if (!inherited.empty()) return std::string(inherited);
    return part_of_heading(heading);
  }

  BibliographicRecord& record_;
  TextBuilder& text_;
  bool has_text_ = false;
};

// "<p><bold>Background:</bold> …": a labelled paragraph of an abstract that has no sections.
std::string take_run_in_label(pugi::xml_node paragraph, std::string& body) {
  pugi::xml_node first = paragraph.first_child();
  while (first && first.type() == pugi::node_pcdata && trimmed(first.value()).empty())
    first = first.next_sibling();
  const std::string_view name = local_name(first);
  if (name != "bold" && name != "italic" && name != "underline" && name != "sc") return {};
  std::string label = inline_text(first);
  if (!body.starts_with(label)) return {};
  const size_t length = label.size();
  while (!label.empty() && (label.back() == ':' || label.back() == '.' || label.back() == ' '))
    label.pop_back();
  if (label.empty() || label.size() > 60 || part_of_heading(label).empty()) return {};
  body.erase(0, length);
  if (body.starts_with(':') || body.starts_with('.')) body.erase(0, 1);
  body = std::string(trimmed(body));
  return label;
}

void write_abstract(pugi::xml_node node, SectionKind kind, std::string_view category, std::string heading,
                    int depth, TextBuilder& text) {
  Flow flow;
  collect_flow(node, flow);
  const std::vector<pugi::xml_node> paragraphs = children(node, "p");
  // Consecutive paragraphs under one label are one section.
  std::string body;
  std::string label = heading;
  const auto category_for = [&](std::string_view of) {
    const std::string part = part_of_heading(of);
    return part.empty() ? std::string(category) : part;
  };
  const bool plain = paragraphs.size() == flow.paragraphs.size();
  for (size_t i = 0; i < flow.paragraphs.size(); ++i) {
    std::string paragraph = flow.paragraphs[i];
    std::string next = plain ? take_run_in_label(paragraphs[i], paragraph) : std::string();
    if (!next.empty()) {
      text.add_section(kind, label, body, category_for(label));
      body.clear();
      label = std::move(next);
    }
    if (!body.empty()) body += '\n';
    body += paragraph;
  }
  text.add_section(kind, label, body, category_for(label));
  if (!body.empty()) heading.clear();
  for (const pugi::xml_node& section : children(node, "sec")) {
    std::string title = heading_of(section);
    while (title.ends_with(':') || title.ends_with(' ')) title.pop_back();
    const std::string part = part_of_heading(attribute(section, "sec-type"));
    std::string own_category = part.empty() ? category_for(title) : part;
    if (depth > 0 && !heading.empty()) title = heading + ": " + title;
    write_abstract(section, kind, own_category, title, depth + 1, text);
  }
  BibliographicRecord ignored;
  BodyWriter(ignored, text).objects({{}, flow.tables, flow.figures, flow.boxes}, std::string(category), 1);
}

pugi::xml_node article_meta(pugi::xml_node article) {
  pugi::xml_node front = child(article, "front");
  if (!front) return child(article, "front-stub");
  const pugi::xml_node meta = child(front, "article-meta");
  return meta ? meta : front;
}

void write_notes(pugi::xml_node parent, BodyWriter& writer) {
  for (const pugi::xml_node& one : parent.children()) {
    const std::string_view name = local_name(one);
    if (name == "fn") {
      const std::string type = lower_ascii(attribute(one, "fn-type"));
      std::string heading = inline_text(child(one, "title"));
      if (heading.empty() && is_conflict({}, type)) heading = "Competing interests";
      if (heading.empty() && type == "con") heading = "Author contributions";
      if (heading.empty() && (type == "financial-disclosure" || type == "supported-by")) heading = "Funding";
      writer.section(one, 1, {}, SectionKind::kSupplement, {}, heading.empty() ? "Note" : heading);
    } else if (name == "fn-group") {
      write_notes(one, writer);
    } else if (name == "notes") {
      writer.section(one, 1, {}, SectionKind::kSupplement, {}, "Notes");
      write_notes(one, writer);
    } else if (name == "ack") {
      writer.section(one, 1, {}, SectionKind::kSupplement, {}, "Acknowledgements");
    } else if (name == "glossary") {
      writer.section(one, 1, {}, SectionKind::kSupplement, {}, "Abbreviations");
    } else if (name == "app-group") {
      write_notes(one, writer);
    } else if (name == "app" || name == "sec" || name == "bio") {
      writer.section(one, 1, {}, name == "bio" ? SectionKind::kSupplement : SectionKind::kBody, {},
                     name == "app" ? "Appendix" : "");
    }
  }
}

}  // namespace

void read_abstracts(pugi::xml_node article, TextBuilder& text) {
  const pugi::xml_node meta = article_meta(article);
  // The author's abstract first; teasers, plain-language summaries and translations after it.
  for (const bool main : {true, false}) {
    for (const pugi::xml_node& node : meta.children()) {
      const bool translated = local_name(node) == "trans-abstract";
      if (local_name(node) != "abstract" && !translated) continue;
      const std::string type = lower_ascii(attribute(node, "abstract-type"));
      const bool is_main = !translated && (type.empty() || type == "normal" || type == "short");
      if (is_main != main) continue;
      std::string heading = inline_text(child(node, "title"));
      if (lower_ascii(heading) == "abstract" || lower_ascii(heading) == "summary") heading.clear();
      const std::string category = translated ? std::string(attribute(node, "lang")) : type;
      write_abstract(node, main ? SectionKind::kAbstract : SectionKind::kOtherAbstract,
                     type == "normal" ? "" : category, heading, 0, text);
    }
  }
}

bool read_body(pugi::xml_node article, BibliographicRecord& record, TextBuilder& text) {
  BodyWriter writer(record, text);
  writer.section(child(article, "body"), 0, {}, SectionKind::kBody, {});
  for (const char* name : {"floats-group", "floats-wrap"}) {
    Flow flow;
    collect_flow(child(article, name), flow);
    writer.objects(flow, {}, 0);
  }
  const bool has_text = writer.has_text();
  const pugi::xml_node meta = article_meta(article);
  for (const pugi::xml_node& statement : descendants(meta, "funding-statement")) {
    text.add_section(SectionKind::kSupplement, "Funding", inline_text(statement), "funding");
  }
  for (const pugi::xml_node& custom : descendants(meta, "custom-meta")) {
    const std::string name = inline_text(child(custom, "meta-name"));
    if (lower_ascii(name) != "data availability") continue;
    text.add_section(SectionKind::kSupplement, name, inline_text(child(custom, "meta-value")),
                     "data-availability");
  }
  write_notes(child(meta, "author-notes"), writer);
  write_notes(child(article, "front"), writer);
  write_notes(child(article, "back"), writer);
  return has_text;
}

namespace {

void note_registration(const RegistryNumber& registration, BibliographicRecord& record) {
  const std::string& number = registration.number;
  auto known = std::find_if(record.data_banks.begin(), record.data_banks.end(),
                            [&](const DataBank& one) { return one.name == registration.registry; });
  if (known == record.data_banks.end()) {
    record.data_banks.push_back({std::string(registration.registry), {}});
    known = record.data_banks.end() - 1;
  }
  if (std::find(known->accessions.begin(), known->accessions.end(), number) == known->accessions.end()) {
    known->accessions.push_back(number);
  }
}

// Of links and notes on the article.
void note_numbers(std::string_view text, BibliographicRecord& record) {
  for (const RegistryNumber& number : find_registry_numbers(text)) note_registration(number, record);
}

// Of prose, which names other studies too.
void note_registrations(std::string_view text, BibliographicRecord& record) {
  for (const StatedRegistration& stated : read_registration_statements(text)) {
    if (stated.own) note_registration(stated.number, record);
  }
}

void note_registrations_of_sections(pugi::xml_node parent, bool methods, BibliographicRecord& record) {
  for (const pugi::xml_node& section : children(parent, "sec")) {
    const std::string heading =
        lower_ascii(heading_of(section)) + " " + lower_ascii(attribute(section, "sec-type"));
    const bool in_methods = methods || part_of_heading(heading) == "methods" ||
                            part_of_heading(attribute(section, "sec-type")) == "methods";
    if (contains(heading, "regist")) {
      note_registrations("Registration\n" + inline_text(section), record);
      continue;
    }
    if (in_methods) {
      for (const pugi::xml_node& paragraph : children(section, "p")) {
        const std::string text = inline_text(paragraph);
        if (contains(text, "regist") || contains(text, "Regist")) note_registrations(text, record);
      }
    }
    note_registrations_of_sections(section, in_methods, record);
  }
}

}  // namespace

void read_registrations(pugi::xml_node article, BibliographicRecord& record) {
  const pugi::xml_node meta = article_meta(article);
  for (const pugi::xml_node& one : meta.children()) {
    const std::string_view name = local_name(one);
    if (name != "abstract" && name != "ext-link" && name != "custom-meta-group" && name != "author-notes" &&
        name != "custom-meta-wrap") {
      continue;
    }
    if (name == "abstract") {
      note_registrations(inline_text(one), record);
      continue;
    }
    note_numbers(inline_text(one), record);
    note_numbers(attribute(one, "href"), record);
    for (const pugi::xml_node& link : descendants(one, "ext-link"))
      note_numbers(attribute(link, "href"), record);
  }
  note_registrations_of_sections(child(article, "body"), false, record);
  note_registrations_of_sections(child(article, "back"), false, record);
}

}  // namespace attest::jats
