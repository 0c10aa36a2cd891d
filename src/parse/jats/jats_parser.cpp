// JATS, the Journal Article Tag Suite (ANSI/NISO Z39.96, https://jats.nlm.nih.gov), and the NLM DTDs it grew
// from: one <article>, or many inside any wrapper (<pmc-articleset>, an OAI-PMH answer). Peer-review reports
// and replies printed with an article (<sub-article>, <response>) are not part of its evidence and are left
// out.
#include "base/checksum.h"
#include "base/limits.h"
#include "parse/format_parsers.h"
#include "parse/jats/jats_parts.h"
#include "parse/stream/markup_tree.h"

namespace attest {

namespace {

std::string identity(const Document& document) {
  const BibliographicRecord& record = document.record;
  if (!record.pmid.empty()) return "pmid:" + record.pmid;
  if (!record.pmcid.empty()) return "pmcid:" + record.pmcid;
  if (!record.doi.empty()) return "doi:" + record.doi;
  return "file:" + content_hash(document.text);
}

}  // namespace

Status parse_jats(ByteSource& source, std::string_view place, const DocumentSink& sink) {
  const auto read_article = [&](const MarkupRecord& record) {
    Document document;
    TextBuilder text;
    jats::read_front(record.node, document.record);
    text.set_title(document.record.title);
    jats::read_abstracts(record.node, text);
    const bool full_text = jats::read_body(record.node, document.record, text);
    jats::read_references(record.node, document, text);
    jats::read_registrations(record.node, document.record);
    const bool cut = text.truncated();
    std::move(text).finish(document);
    if (document.text.find_first_not_of("\n ") == std::string::npos) {
      return !sink.problem || sink.problem(Error{ErrorCode::kInput, "the article has neither title nor text",
                                                 record.place, "this article was left out"});
    }
    document.id = identity(document);
    document.depth = Depth::kTitle;
    for (const Section& section : document.sections) {
      if (section.kind == SectionKind::kAbstract) document.depth = Depth::kAbstract;
    }
    if (full_text) document.depth = Depth::kFullText;
    if (cut && sink.problem &&
        !sink.problem(
            Error{ErrorCode::kLimit, "the article is longer than the limit and was cut", record.place, {}})) {
      return false;
    }
    return !sink.document || sink.document(std::move(document));
  };
  return read_markup_records(source, place, {"article"}, read_article, sink);
}

}  // namespace attest
