// A bibliographic record as a CSL-JSON value, for those who build larger JSON. Text form: answer_json.h.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "document/document.h"

namespace attest {

nlohmann::ordered_json csl_json_of(const std::string& id, const BibliographicRecord& record);

}  // namespace attest
