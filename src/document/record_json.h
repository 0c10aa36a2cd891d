// The bibliographic record and the section table as JSON: how the catalog stores them
// (docs/format/record.md).
#pragma once

#include <string>

#include "base/result.h"
#include "document/document.h"

namespace attest {

// Deterministic: keys in a fixed order, empty members left out.
std::string record_to_json(const BibliographicRecord& record);
Result<BibliographicRecord> record_from_json(std::string_view json);

std::string sections_to_json(const std::vector<Section>& sections);
Result<std::vector<Section>> sections_from_json(std::string_view json);

}  // namespace attest
