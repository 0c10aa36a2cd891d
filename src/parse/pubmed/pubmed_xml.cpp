// PubMed's XML as baseline, update file or efetch result. Each citation becomes a small tree that is mapped
// and thrown away: memory does not grow with the file.
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "parse/citations/citation_fields.h"
#include "parse/format_parsers.h"
#include "parse/pubmed/pubmed_record.h"
#include "parse/stream/xml_stream.h"

namespace attest {

namespace {

constexpr std::array<std::string_view, 6> kRecordElements = {"PubmedArticle",     "MedlineCitation",
                                                             "PubmedBookArticle", "BookDocument",
                                                             "DeleteCitation",    "DeleteDocument"};
// Where white space between inline elements is text.
constexpr std::array<std::string_view, 14> kMixedElements = {
    "ArticleTitle",   "AbstractText", "VernacularTitle", "BookTitle",           "CollectionTitle",
    "CollectiveName", "Affiliation",  "Keyword",         "CoiStatement",        "Citation",
    "LastName",       "Title",        "GeneralNote",     "CopyrightInformation"};

// <DeleteCitation> lists articles withdrawn, <DeleteDocument> books.
bool deliver_deletions(pugi::xml_node list, std::string_view place, const DocumentSink& sink) {
  for (const pugi::xml_node node : list.children("PMID")) {
    const std::string pmid = normal_pmid(deep_text(node));
    const bool go_on =
        pmid.empty() ? report(sink, ErrorCode::kInput, "a deletion names no PubMed id", std::string(place))
                     : !sink.deletion || sink.deletion("pmid:" + pmid);
    if (!go_on) return false;
  }
  return true;
}

}  // namespace

Status parse_pubmed_xml(ByteSource& source, std::string_view place, const DocumentSink& sink) {
  const auto holds = [](const auto& names) {
    return [&names](std::string_view name) {
      return std::find(names.begin(), names.end(), name) != names.end();
    };
  };
  XmlRecordReader reader;
  reader.is_record = holds(kRecordElements);
  reader.is_mixed = holds(kMixedElements);
  reader.problem = sink.problem;
  reader.record = [&](pugi::xml_node record, uint64_t line) {
    const std::string here = fmt::format("{}, line {}", place, line);
    const std::string_view name = record.name();
    if (name.starts_with("Delete")) return deliver_deletions(record, here, sink);
    const bool book = name == "PubmedBookArticle" || name == "BookDocument";
    auto result = book ? pubmed_book(record) : pubmed_article(record);
    if (!result)
      return report(sink, result.error().code, result.error().message, here,
                    "compare the file with its source");
    return deliver(std::move(result->document), std::move(result->text), here, sink);
  };
  return read_xml_records(source, place, reader);
}

}  // namespace attest
