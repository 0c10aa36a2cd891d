// MedQuAD (Ben Abacha and Demner-Fushman, "A question-entailment approach to question answering", 2019;
// https://github.com/abachaa/MedQuAD): questions that consumers ask and answers from NIH sites. Each
// <Document> holds several <QAPair>; each pair with an answer becomes a document of its own. Three of the
// twelve folders come without answers, for copyright; their pairs are passed over in silence. A few files
// have an older layout: <doc> with <pair>, or <DiseaseFile>.
#include "base/checksum.h"
#include "base/white_space.h"
#include "parse/citations/citation_fields.h"
#include "parse/format_parsers.h"
#include "parse/pages/text_blocks.h"
#include "parse/stream/markup_tree.h"

namespace attest {

namespace {

// An element under its name of today or of the older layout.
pugi::xml_node either(pugi::xml_node parent, std::string_view name, std::string_view older) {
  const pugi::xml_node found = child(parent, name);
  return found ? found : child(parent, older);
}

// Keywords of the whole file: its focus, synonyms and UMLS annotations.
void read_annotations(pugi::xml_node file, BibliographicRecord& record) {
  const auto keyword = [&](std::string text) {
    if (!text.empty()) record.keywords.push_back(std::move(text));
  };
  keyword(plain_text_of(either(file, "Focus", "doctitle-focus")));
  for (const pugi::xml_node& synonym : descendants(file, "Synonym")) keyword(plain_text_of(synonym));
  for (const pugi::xml_node& category : descendants(file, "Category")) {
    if (std::string text = plain_text_of(category); !text.empty())
      record.statements.push_back({"category", std::move(text)});
  }
  for (const pugi::xml_node& concept_id : descendants(file, "CUI")) {
    if (std::string text = plain_text_of(concept_id); !text.empty()) {
      keyword(text);
      record.identifiers.push_back({"umls", std::move(text)});
    }
  }
  for (const pugi::xml_node& type : descendants(file, "SemanticType")) keyword(plain_text_of(type));
  if (const std::string group = plain_text_of(descendants(file, "SemanticGroup").empty()
                                                  ? pugi::xml_node()
                                                  : descendants(file, "SemanticGroup").front());
      !group.empty()) {
    record.statements.push_back({"semantic group", group});
  }
}

// What the files call themselves. Some files share an id but not a name ("0000013_2_4.xml" has id
// "0000013_2"): then the name, which says more, is taken.
std::string file_identity(pugi::xml_node file, std::string_view place) {
  std::string id(trimmed(attribute(file, "id")));
  if (id.empty()) id = trimmed(attribute(file, "docid"));
  if (id.empty()) id = trimmed(attribute(file, "fid"));
  std::string_view name = place.substr(place.rfind('/') + 1);
  name = name.substr(0, name.find('.'));
  return !id.empty() && name.starts_with(id) ? std::string(name) : id;
}

// Answers were flattened: a run of three or more spaces stands where a line ended.
std::string with_line_ends(std::string_view raw) {
  constexpr size_t kSpacesOfBreak = 3;
  std::string out;
  size_t spaces = 0;
  for (const char c : raw) {
    if (c == ' ' || c == '\t') {
      ++spaces;
      continue;
    }
    if (spaces > 0) out += spaces >= kSpacesOfBreak && c != '\n' ? "\n\n" : " ";
    spaces = 0;
    out += c;
  }
  return out;
}

// Blank lines and list items separate paragraphs.
std::string answer_text(std::string_view stored) {
  const std::string lines = with_line_ends(stored);
  std::string_view raw = lines;
  std::string out;
  std::string paragraph;
  bool blank = false;
  const auto flush = [&] {
    const std::string text(trimmed(paragraph));
    if (!text.empty()) out += (out.empty() ? "" : "\n") + text;
    paragraph.clear();
  };
  while (!raw.empty()) {
    const size_t end = std::min(raw.find('\n'), raw.size());
    std::string_view line = trimmed(raw.substr(0, end));
    raw.remove_prefix(std::min(end + 1, raw.size()));
    if (line.empty()) {
      blank = true;
      continue;
    }
    const bool item = line.starts_with("- ") || line.starts_with("* ");
    if (item) line = trimmed(line.substr(2));
    if (blank || item) flush();
    blank = false;
    append_collapsed(line, paragraph);
    paragraph += ' ';
  }
  flush();
  return out;
}

}  // namespace

Status parse_medquad(ByteSource& source, std::string_view place, const DocumentSink& sink) {
  bool go_on = true;
  const auto read = [&](const MarkupRecord& found) {
    BibliographicRecord shared;
    shared.type = "webpage";
    shared.source = attribute(found.node, "source");
    if (shared.source.empty()) shared.source = attribute(found.node, "corpus");
    shared.url = web_address(attribute(found.node, "url"));
    shared.languages = "eng";
    read_annotations(found.node, shared);
    const std::string file_id = file_identity(found.node, place);
    std::vector<pugi::xml_node> pairs = descendants(found.node, "QAPair");
    if (pairs.empty()) pairs = descendants(found.node, "pair");
    for (const pugi::xml_node& pair : pairs) {
      const pugi::xml_node question_node = either(pair, "Question", "question");
      const std::string question = plain_text_of(question_node);
      const std::string answer = answer_text(either(pair, "Answer", "answer").text().get());
      if (answer.empty() || question.empty()) continue;
      Document document;
      document.record = shared;
      document.record.title = question;
      const std::string type(attribute(question_node, "qtype"));
      if (!type.empty()) document.record.statements.push_back({"question type", type});
      std::string id(trimmed(attribute(question_node, "qid")));
      if (id.empty()) id = attribute(pair, "pid");
      // The numbers of a file are unique within its source only.
      document.id = file_id.empty() && id.empty() ? "file:" + content_hash(question + "\n" + answer)
                                                  : "medquad:" + shared.source + "/" + file_id + "#" + id;
      TextBuilder text;
      text.set_title(question);
      text.add_section(SectionKind::kQuestion, {}, question);
      text.add_section(SectionKind::kBody, {}, answer, type);
      std::move(text).finish(document);
      document.depth = Depth::kPatientPage;
      if (sink.document && !sink.document(std::move(document))) {
        go_on = false;
        break;
      }
    }
    return go_on;
  };
  return read_markup_records(source, place, {"Document", "doc", "DiseaseFile"}, read, sink);
}

}  // namespace attest
