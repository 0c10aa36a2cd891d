#include "server/json_parts.h"

#include <charconv>

#include <fmt/format.h>

#include "answer/json/finding_json.h"
#include "answer/json/study_json.h"
#include "document/record_json.h"
#include "render/presentation.h"
#include "server/page.h"

namespace attest {
namespace {

Json grades_json(const Appraisal& appraisal) {
  Json grades = Json::array();
  for (const StatedGrade& grade : appraisal.grades) grades.push_back(grade.text);
  return grades;
}

Json counted_json(const Counted& counted) {
  Json object = Json::object();
  for (const auto& [name, count] : counted) object[name.empty() ? "not stated" : name] = count;
  return object;
}

Json counts_json(const std::map<std::string, size_t>& counts) {
  Json object = Json::object();
  for (const auto& [name, count] : counts) object[name.empty() ? "not stated" : name] = count;
  return object;
}

Json sentence_json(ByteSpan span, std::string_view text) {
  return {{"start", span.start}, {"end", span.end}, {"quote", text}};
}

}  // namespace

Json found_source_json(const FoundSource& source) {
  const Reference& reference = source.reference;
  Json object = Json::object();
  object["rank"] = reference.number;
  object["document"] = reference.document;
  object["title"] = title_of(reference);
  object["authors"] = authors_of(reference, false);
  object["published"] = journal_and_year(reference);
  if (year_of(source) != 0) object["year"] = year_of(source);
  object["design"] = study_design_name(reference.appraisal.design);
  if (reference.appraisal.sample_size > 0) object["n"] = reference.appraisal.sample_size;
  object["depth"] = depth_name(reference.appraisal.depth);
  object["status"] = reference.status;
  object["grades"] = grades_json(reference.appraisal);
  object["score"] = source.score;
  object["sentences"] = Json::array();
  for (const FoundSentence& sentence : source.sentences)
    object["sentences"].push_back(sentence_json(sentence.span, sentence.text));
  object["page"] = source_address(reference.document, {}, Audience::kClinician);
  return object;
}

Json search_json(const std::string& words, const SearchedSources& searched, const SearchFilter& filter,
                 size_t count) {
  const std::vector<const FoundSource*> list = filtered(searched, filter);
  const FilterCounts counts = count_values(searched, filter);
  Json json = Json::object();
  json["query"] = words;
  json["understood"] = searched.understood;
  json["total"] = list.size();
  json["more_in_collection"] = searched.more;
  json["counts"] = {{"design", counts_json(counts.designs)},
                    {"depth", counts_json(counts.depths)},
                    {"status", counts_json(counts.statuses)},
                    {"part", counts_json(counts.parts)}};
  json["sources"] = Json::array();
  for (const FoundSource* source : list) {
    if (json["sources"].size() >= count) break;
    json["sources"].push_back(found_source_json(*source));
  }
  return json;
}

Json document_json(const SourceReading& reading, const std::optional<ByteSpan>& span) {
  const Document& document = reading.document;
  Json json = Json::object();
  json["document"] = document.id;
  json["depth"] = depth_name(document.depth);
  json["status"] = publication_status_name(reading.status.status);
  json["links"] = Json::array();
  for (const PublicationLink& link : reading.status.links) {
    json["links"].push_back({{"kind", link.kind},
                             {"other", link.other_id},
                             {"citation", link.citation},
                             {"present", link.other_present}});
  }
  json["design"] = study_design_name(reading.appraisal.design);
  if (reading.appraisal.sample_size > 0) json["n"] = reading.appraisal.sample_size;
  json["grades"] = grades_json(reading.appraisal);
  json["study"] = study_json(reading.appraisal, document.text);
  // Our own writer wrote these: they parse.
  json["record"] = Json::parse(record_to_json(document.record), nullptr, false);
  json["sections"] = Json::parse(sections_to_json(document.sections), nullptr, false);
  json["text"] = document.text;
  if (span) json["span"] = sentence_json(*span, span->of(document.text));
  json["findings"] = Json::array();
  for (const Finding& finding : reading.findings)
    json["findings"].push_back(finding_json(finding, document.text));
  json["questions"] = reading.questions;
  json["similar"] = Json::array();
  for (const SimilarSource& other : reading.similar)
    json["similar"].push_back({{"document", other.id}, {"title", other.title}});
  return json;
}

Json overview_json(const CollectionOverview& overview) {
  const CollectionSummary& summary = overview.summary;
  Json json = Json::object();
  json["snapshot"] = summary.snapshot;
  json["documents"] = summary.documents;
  json["segments"] = summary.segments;
  json["bytes"] = {
      {"texts", summary.text_bytes}, {"index", summary.index_bytes}, {"catalog", summary.catalog_bytes}};
  json["thesaurus_concepts"] = summary.thesaurus_concepts;
  json["by_year"] = counted_json(overview.by_year);
  json["by_design"] = counted_json(overview.by_design);
  json["by_depth"] = counted_json(summary.by_depth);
  json["by_source"] = counted_json(summary.by_source);
  json["failures"] = summary.failures.size();
  json["version"] = ATTEST_VERSION;
  return json;
}

Result<ByteSpan> read_span(std::string_view text, size_t text_bytes) {
  ByteSpan span;
  const char* end = text.data() + text.size();
  const auto start = std::from_chars(text.data(), end, span.start);
  const bool separated =
      start.ec == std::errc() && start.ptr != end && (*start.ptr == '-' || *start.ptr == ':');
  const auto stop = separated ? std::from_chars(start.ptr + 1, end, span.end)
                              : std::from_chars_result{end, std::errc::invalid_argument};
  if (stop.ec != std::errc() || stop.ptr != end || span.empty())
    return fail(ErrorCode::kUsage, "a span is START-END, in bytes of the text, START before END", "span");
  if (span.end > text_bytes)
    return fail(ErrorCode::kUsage, fmt::format("the text of this source has {} bytes", text_bytes), "span");
  return span;
}

}  // namespace attest
