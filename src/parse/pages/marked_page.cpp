#include "parse/pages/marked_page.h"

#include <algorithm>
#include <optional>
#include <span>

#include "base/ascii.h"
#include "base/limits.h"
#include "parse/pages/marked_page_writer.h"
#include "parse/stream/byte_source.h"

namespace attest {

namespace {

PageBlock::Kind block_kind(SectionKind kind) {
  return kind == SectionKind::kTable ? PageBlock::Kind::kTableRow : PageBlock::Kind::kParagraph;
}

bool is_called_abstract(std::string_view heading) {
  const std::string lower = lower_ascii(heading);
  return lower.starts_with("abstract") || lower.starts_with("summary");
}

// The blocks of a document that a format's own parser has laid out: one for each line of a section.
// A PubMed id that the format keeps in a field of its own stands in no line of the list.
void add_pubmed_id(std::string_view line, const std::vector<ListedReference>& references, size_t& next,
                   MarkedPageWriter& writer) {
  if (next >= references.size() || !line.ends_with(references[next].citation)) return;
  const ListedReference& reference = references[next++];
  if (!reference.pmid.empty() && line.find(reference.pmid) == std::string_view::npos)
    writer.add(" PMID: " + reference.pmid);
}

MarkedPage from_document(Document&& document, Format format) {
  MarkedPage page;
  page.format = format;
  MarkedPageWriter writer;
  const std::string_view text = document.text;
  constexpr uint8_t kPartLevel = 2;  // of the parts right under the title
  bool in_abstract = false;
  for (const Section& section : document.sections) {
    if (section.kind == SectionKind::kTitle) {
      writer.begin(PageBlock::Kind::kHeading, 1);
      writer.add(section.body.of(text));
      continue;
    }
    const bool abstract = section.kind == SectionKind::kAbstract;
    if (abstract && !in_abstract && !is_called_abstract(section.heading.of(text))) {
      writer.begin(PageBlock::Kind::kHeading, kPartLevel);
      writer.add("Abstract");
    }
    in_abstract = abstract;
    if (!section.heading.empty()) {
      const uint8_t below = abstract && !is_called_abstract(section.heading.of(text)) ? 1 : 0;
      writer.begin(PageBlock::Kind::kHeading, static_cast<uint8_t>(section.level + 1 + below));
      writer.add(section.heading.of(text));
    } else if (section.kind == SectionKind::kReferences) {
      writer.begin(PageBlock::Kind::kHeading, 2);
      writer.add("References");
    }
    std::string_view body = section.body.of(text);
    size_t reference = 0;
    while (!body.empty()) {
      const size_t end = std::min(body.find('\n'), body.size());
      writer.begin(block_kind(section.kind), 1);
      writer.add(body.substr(0, end));
      if (section.kind == SectionKind::kReferences)
        add_pubmed_id(body.substr(0, end), document.record.references, reference, writer);
      body.remove_prefix(std::min(end + 1, body.size()));
    }
  }
  writer.end();
  const bool listed = std::any_of(document.sections.begin(), document.sections.end(),
                                  [](const Section& one) { return one.kind == SectionKind::kReferences; });
  if (!listed && !document.record.references.empty()) {
    writer.begin(PageBlock::Kind::kHeading, 2);
    writer.add("References");
    uint32_t number = 0;
    for (const ListedReference& reference : document.record.references) {
      writer.begin(PageBlock::Kind::kListItem, 1, ++number);
      writer.add(reference.citation);
      if (!reference.doi.empty()) writer.add(" doi:" + reference.doi);
      if (!reference.pmid.empty()) writer.add(" PMID: " + reference.pmid);
    }
  }
  page.blocks = writer.take();
  page.record = std::move(document.record);
  return page;
}

Result<MarkedPage> through_parser(const std::filesystem::path& path, Format format) {
  std::optional<Document> only;
  bool several = false;
  DocumentSink sink;
  sink.document = [&](Document&& document) {
    several = only.has_value();
    if (!several) only = std::move(document);
    return !several;
  };
  ATTEST_TRY(parse_file(path, sink));
  if (several || !only) {
    return fail(ErrorCode::kInput, several ? "the file holds many records" : "no readable text was found",
                path.string(), "give one page or manuscript: HTML, Markdown, text, PDF, DOCX or JATS");
  }
  return from_document(std::move(*only), format);
}

}  // namespace

Result<MarkedPage> read_marked_page(const std::filesystem::path& path) {
  ATTEST_ASSIGN(const auto file, ByteSource::open(path));
  const std::string place = path.string();
  std::string head(limits::kDetectBytes, '\0');
  size_t filled = 0;
  while (filled < head.size()) {
    ATTEST_ASSIGN(const size_t count, file->read(std::span<char>(head).subspan(filled)));
    if (count == 0) break;
    filled += count;
  }
  head.resize(filled);
  const Format format = detect_format(head, path.filename().string());
  switch (format) {
    case Format::kHtml:
    case Format::kMarkdown:
    case Format::kPlainText:
    case Format::kDocx:
    case Format::kPdf: break;
    case Format::kJats:
    case Format::kUnknown: return through_parser(path, format);  // the parser says what an unknown file is
    default:
      return fail(ErrorCode::kInput,
                  std::string("this is ") + format_name(format) + ", which holds records and no page", place,
                  "give one page or manuscript: HTML, Markdown, text, PDF, DOCX or JATS");
  }
  if (format != Format::kPdf) {
    ATTEST_ASSIGN(const std::string rest, read_whole(*file, place));
    head += rest;
  }
  Result<MarkedPage> page = format == Format::kPdf        ? marked_pdf(path)
                            : format == Format::kHtml     ? marked_html(head, place)
                            : format == Format::kMarkdown ? marked_markdown(head, place)
                            : format == Format::kDocx     ? marked_docx(head, place)
                                                          : marked_plain_text(head, place);
  if (page && page->blocks.empty()) {
    return fail(ErrorCode::kInput, "no readable text was found", place,
                "check that the file holds text and not only pictures or scripts");
  }
  return page;
}

}  // namespace attest
