// What is known of a study, as JSON: part of a reference (docs/schema/answer-1.schema.json) and of what
// `attest show --json` prints.
#pragma once

#include <string_view>

#include <nlohmann/json.hpp>

#include "appraise/appraisal.h"

namespace attest {

// Arms, blinding, setting… of `facts`; empty when nothing is stated. Spans are in the document's text; a fact
// without one stands in the record only.
nlohmann::ordered_json study_facts_json(const StudyFacts& facts);

// Design, size and the facts together: everything that was read of the study itself. `text` is the
// document's.
nlohmann::ordered_json study_json(const Appraisal& appraisal, std::string_view text);

}  // namespace attest
