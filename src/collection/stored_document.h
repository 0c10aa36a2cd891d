// Between a Document and what is stored of it: the record and sections as JSON in the catalog, the text in
// the texts, and the values that the catalog finds documents by.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "base/limits.h"
#include "base/result.h"
#include "collection/compression.h"
#include "collection/links.h"
#include "document/document.h"
#include "index/index_document.h"

namespace attest {

// Of a record's details, unpacked.
inline constexpr size_t kDetailsBytesMax = 2 * limits::kRecordBytesMax;

// Everything the appending thread needs, computed by an analysis thread.
struct PreparedDocument {
  Document document;
  std::string details;  // record JSON "\n" sections JSON
  std::string content_hash;
  std::string doi;    // lower case
  std::string pmcid;  // upper case, with its prefix
  std::string evidence_id;
  uint32_t revised = 0;  // yyyymmdd as far as stated
  uint32_t flags = 0;    // publication_flags
  uint16_t year = 0;
  std::string source;
  std::vector<StatedLink> links;
  std::vector<std::pair<std::string, std::string>>
      abbreviations;  // short form, normalised long form; each once
  index::IndexDocument index;
  std::string text_frame;  // empty while no dictionary has been decided on
  std::string details_frame;
};

// All of it but the frames.
PreparedDocument prepare_document(Document&& document, class Stemmer& stemmer);

// The name of a document's content: id, depth, record, sections and text, nothing else.
std::string document_content_hash(std::string_view id, Depth depth, std::string_view details,
                                  std::string_view text);

// The document out of its stored parts.
Result<Document> assemble_document(std::string_view id, Depth depth, std::string_view details,
                                   std::string text);

// 20240131 from a date as far as it is stated.
uint32_t date_number(const PartialDate& date);

}  // namespace attest
