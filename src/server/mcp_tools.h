// The tools that MCP offers. A new one (verify, audit) is a line in mcp_tools().
#pragma once

#include <span>
#include <string>

#include "base/result.h"
#include "server/json_text.h"
#include "server/open_snapshot.h"

namespace attest {

struct McpTool {
  const char* name;
  const char* title;
  const char* description;
  const char* input_schema;  // JSON Schema
  // Markdown for the assistant to read. An error is told to it as such.
  Result<std::string> (*call)(const OpenSnapshot& snapshot, const Json& arguments);
};

std::span<const McpTool> mcp_tools();

}  // namespace attest
