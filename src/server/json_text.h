// JSON as the API and MCP read and write it. Includes nlohmann/json: only from .cpp files and json_parts.h.
#pragma once

#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "base/result.h"
#include "server/http_message.h"

namespace attest {

using Json = nlohmann::ordered_json;

// Held to limits::kMarkupDepthMax; an Error says where the text ends to be JSON.
Result<Json> parse_json(std::string_view text);
// Indented, with a newline at the end; invalid UTF-8 becomes U+FFFD.
std::string json_text(const Json& json);
// On one line, without a newline.
std::string json_line(const Json& json);
Response json_response(const Json& json, unsigned status = 200);

// A member that must be text when it is there; "" when it is not.
Result<std::string> text_member(const Json& object, const char* name);

}  // namespace attest
