// From the tagged fields of one MEDLINE citation to a Document.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "parse/parser.h"

namespace attest {

// One field: a tag of two to four characters and its value with continuation lines joined.
struct MedlineField {
  std::string tag;
  std::string value;
};

// Delivers the citation, or reports why it cannot be used; false means stop. `place` names file and line.
bool deliver_medline(const std::vector<MedlineField>& fields, const std::string& place,
                     const DocumentSink& sink);

}  // namespace attest
