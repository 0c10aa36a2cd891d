// Everything that is known about one document: its text and record, status, our description of it, what its
// sentences say, questions it speaks to, and documents like it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "appraise/appraisal.h"
#include "base/result.h"
#include "collection/collection.h"
#include "document/document.h"
#include "findings/finding.h"
#include "server/open_snapshot.h"

namespace attest {

struct SimilarSource {
  std::string id;
  std::string title;
  uint16_t year = 0;
};

struct SourceReading {
  Document document;
  DocumentStatus status;
  Appraisal appraisal;
  std::vector<Finding> findings;  // those that say something, in the order of the text
  std::vector<std::string> questions;
  std::vector<SimilarSource> similar;
};

// `id` is any name of the document. kNotFound when the collection has none of that name.
Result<SourceReading> read_source(const OpenSnapshot& snapshot, std::string_view id);

}  // namespace attest
