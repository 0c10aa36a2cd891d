#include "server/json_text.h"

#include <fmt/format.h>

#include "base/limits.h"

namespace attest {

Result<Json> parse_json(std::string_view text) {
  bool too_deep = false;
  const auto watch_depth = [&](int depth, Json::parse_event_t, Json&) {
    too_deep = too_deep || depth > static_cast<int>(limits::kMarkupDepthMax);
    return !too_deep;
  };
  try {
    Json json = Json::parse(text.begin(), text.end(), watch_depth);
    if (too_deep) return fail(ErrorCode::kLimit, "the JSON is nested too deeply (kMarkupDepthMax)");
    return json;
  } catch (const nlohmann::json::exception& exception) {
    std::string message = exception.what();
    // "[json.exception.parse_error.101] parse error at line 1, column 2: …"
    if (const size_t end = message.find("] "); end != std::string::npos) message.erase(0, end + 2);
    return fail(ErrorCode::kInput, "this is not JSON: " + message);
  }
}

std::string json_text(const Json& json) {
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string json_line(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

Response json_response(const Json& json, unsigned status) {
  return respond("application/json", json_text(json), status);
}

Result<std::string> text_member(const Json& object, const char* name) {
  const auto member = object.find(name);
  if (member == object.end() || member->is_null()) return std::string();
  if (!member->is_string()) return fail(ErrorCode::kUsage, fmt::format("{} must be text", name), name);
  return member->get<std::string>();
}

}  // namespace attest
