// Records whose design an indexer named: by MEDLINE's publication types, or by the headings for study designs
// among the subject headings.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "appraise/appraisal.h"
#include "base/result.h"
#include "document/document.h"

namespace attest {

struct DesignedRecord {
  std::string source;  // "pubmed_xml", "screening/TOPIC", "pubmedqa", "cystic_fibrosis"
  StudyDesign design = StudyDesign::kUnclear;
  Document document;  // with everything that the indexer added
};

// The document as its authors wrote it: title and text.
Document without_indexing(Document document);

// All records of `data` that name exactly one design:
//   pubmed_xml        publication types; where these say nothing, headings
//   screening         headings (column "keywords"), reviews that have them
//   pubmedqa          headings; the title is the question
//   cystic_fibrosis   the check tags of the 1970s: CASE-REPORT, REVIEW, ANIMAL without HUMAN
// A record that several sources have is taken once. Ordered by id.
Result<std::vector<DesignedRecord>> read_designed_records(const std::filesystem::path& data);

}  // namespace attest
