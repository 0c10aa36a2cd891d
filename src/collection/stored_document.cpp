#include "collection/stored_document.h"

#include <algorithm>
#include <set>

#include "base/ascii.h"
#include "base/checksum.h"
#include "collection/collection.h"
#include "document/record_json.h"
#include "text/abbreviations.h"
#include "text/phrases.h"
#include "text/tokens.h"

namespace attest {

namespace {

constexpr size_t kAbbreviationsPerDocumentMax = 500;
constexpr size_t kAbbreviationBytesMax = 256;

std::vector<std::pair<std::string, std::string>> abbreviations_of(std::string_view text) {
  std::set<std::pair<std::string, std::string>> unique;
  for (const Abbreviation& abbreviation : find_abbreviations(text)) {
    std::string short_form(abbreviation.short_form.of(text));
    std::string long_form = normalise_term(abbreviation.long_form.of(text));
    if (short_form.empty() || long_form.empty() || short_form.size() > kAbbreviationBytesMax ||
        long_form.size() > kAbbreviationBytesMax) {
      continue;
    }
    unique.emplace(std::move(short_form), std::move(long_form));
    if (unique.size() >= kAbbreviationsPerDocumentMax) break;
  }
  return {unique.begin(), unique.end()};
}

}  // namespace

uint32_t date_number(const PartialDate& date) { return date.year * 10000u + date.month * 100u + date.day; }

std::string document_content_hash(std::string_view id, Depth depth, std::string_view details,
                                  std::string_view text) {
  std::string canonical = "attest document 1\n";
  canonical.reserve(canonical.size() + id.size() + details.size() + text.size() + 64);
  canonical += id;
  canonical += '\0';
  canonical += depth_name(depth);
  canonical += '\0';
  canonical += details;
  canonical += '\0';
  canonical += text;
  return content_hash(canonical);
}

PreparedDocument prepare_document(Document&& document, Stemmer& stemmer) {
  PreparedDocument prepared;
  const BibliographicRecord& record = document.record;
  prepared.details = record_to_json(record) + "\n" + sections_to_json(document.sections);
  prepared.content_hash = document_content_hash(document.id, document.depth, prepared.details, document.text);
  prepared.doi = lower_ascii(record.doi);
  prepared.pmcid = upper_ascii(record.pmcid);
  prepared.evidence_id = record.statement("evidence_id");
  prepared.revised = date_number(record.revised);
  prepared.flags = publication_flags(record);
  prepared.year = record.published.year != 0 ? record.published.year : record.electronic.year;
  prepared.source = record.source.empty() ? depth_name(document.depth) : record.source;
  prepared.links = stated_links(record);
  prepared.abbreviations = abbreviations_of(document.text);
  prepared.index = analyse_document(document, stemmer);
  prepared.document = std::move(document);
  return prepared;
}

Result<Document> assemble_document(std::string_view id, Depth depth, std::string_view details,
                                   std::string text) {
  const size_t border = details.find('\n');
  if (border == std::string_view::npos) return fail(ErrorCode::kCorrupt, "a stored record is incomplete");
  Document document;
  document.id = id;
  document.depth = depth;
  ATTEST_ASSIGN(document.record, record_from_json(details.substr(0, border)));
  ATTEST_ASSIGN(document.sections, sections_from_json(details.substr(border + 1)));
  document.text = std::move(text);
  return document;
}

}  // namespace attest
