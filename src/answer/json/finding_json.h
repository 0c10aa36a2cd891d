// A finding as JSON, for those who want to see what was read of a document.
#pragma once

#include <string_view>

#include <nlohmann/json.hpp>

#include "findings/finding.h"

namespace attest {

// What one sentence says, with its bytes; `text` is the document's.
nlohmann::ordered_json finding_json(const Finding& finding, std::string_view text);

}  // namespace attest
