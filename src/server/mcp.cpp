#include "server/mcp.h"

#include <algorithm>
#include <array>

#include "server/json_text.h"
#include "server/mcp_tools.h"

namespace attest {
namespace {

// Newest first: what is offered to a client that asks for one that is not known here.
constexpr std::array<std::string_view, 3> kVersions = {"2025-06-18", "2025-03-26", "2024-11-05"};

// JSON-RPC 2.0, 5.1.
constexpr int kParseError = -32700;
constexpr int kInvalidRequest = -32600;
constexpr int kMethodNotFound = -32601;
constexpr int kInvalidParams = -32602;

std::string error(const Json& id, int code, const std::string& message) {
  return json_line({{"jsonrpc", "2.0"}, {"id", id}, {"error", {{"code", code}, {"message", message}}}});
}

std::string result(const Json& id, Json value) {
  return json_line({{"jsonrpc", "2.0"}, {"id", id}, {"result", std::move(value)}});
}

Json initialized(const Json& parameters) {
  const auto wanted = parameters.find("protocolVersion");
  std::string_view version = kVersions.front();
  for (const std::string_view known : kVersions) {
    if (wanted != parameters.end() && wanted->is_string() && wanted->get_ref<const std::string&>() == known)
      version = known;
  }
  return {
      {"protocolVersion", version},
      {"capabilities", {{"tools", {{"listChanged", false}}}}},
      {"serverInfo", {{"name", "attest"}, {"title", "Attest"}, {"version", ATTEST_VERSION}}},
      {"instructions",
       "Clinical answers from a collection of literature, each statement with its source sentence. Use ask "
       "for questions, search to look around, show to open a source or check a quote. Keep the citations in "
       "what you tell the user."}};
}

Json listed() {
  Json tools = Json::array();
  for (const McpTool& tool : mcp_tools()) {
    tools.push_back({{"name", tool.name},
                     {"title", tool.title},
                     {"description", tool.description},
                     {"inputSchema", Json::parse(tool.input_schema)},
                     {"annotations", {{"readOnlyHint", true}, {"openWorldHint", false}}}});
  }
  return {{"tools", std::move(tools)}};
}

std::string called(const Json& id, const Json& parameters, const OpenSnapshot& snapshot) {
  const auto name = parameters.find("name");
  if (name == parameters.end() || !name->is_string()) return error(id, kInvalidParams, "name is missing");
  const auto tools = mcp_tools();
  const auto tool = std::find_if(tools.begin(), tools.end(), [&](const McpTool& known) {
    return name->get_ref<const std::string&>() == known.name;
  });
  if (tool == tools.end()) return error(id, kInvalidParams, "there is no tool of this name");
  const auto given = parameters.find("arguments");
  const Json arguments = given == parameters.end() ? Json::object() : *given;
  if (!arguments.is_object()) return error(id, kInvalidParams, "arguments must be an object");
  const auto text = tool->call(snapshot, arguments);
  const bool failed = !text.has_value();
  return result(id, {{"content", {{{"type", "text"}, {"text", failed ? text.error().message : *text}}}},
                     {"isError", failed}});
}

}  // namespace

std::optional<std::string> answer_mcp(std::string_view message, const OpenSnapshot& snapshot) {
  const auto json = parse_json(message);
  if (!json) return error(nullptr, kParseError, json.error().message);
  if (!json->is_object()) return error(nullptr, kInvalidRequest, "a message is one JSON object");
  const auto id = json->find("id");
  const auto method = json->find("method");
  if (method == json->end()) {
    const bool response = json->contains("result") || json->contains("error");
    if (response) return std::nullopt;
    return error(nullptr, kInvalidRequest, "method is missing");
  }
  if (id == json->end()) return std::nullopt;  // a notification
  if (!id->is_string() && !id->is_number())
    return error(nullptr, kInvalidRequest, "id must be text or a number");
  if (!method->is_string()) return error(*id, kInvalidRequest, "method must be text");
  const auto stated = json->find("params");
  const Json parameters = stated == json->end() ? Json::object() : *stated;
  if (!parameters.is_object()) return error(*id, kInvalidParams, "params must be an object");
  const std::string& name = method->get_ref<const std::string&>();
  if (name == "initialize") return result(*id, initialized(parameters));
  if (name == "ping") return result(*id, Json::object());
  if (name == "tools/list") return result(*id, listed());
  if (name == "tools/call") return called(*id, parameters, snapshot);
  return error(*id, kMethodNotFound, "this server has no such method");
}

}  // namespace attest
