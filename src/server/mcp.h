// The Model Context Protocol (https://modelcontextprotocol.io/specification/2025-06-18): an assistant that
// somebody already uses asks, searches and shows here, and gets text with citations that can be opened.
// Messages are JSON-RPC 2.0; this part knows no transport. src/cli/mcp_command.cpp carries them over standard
// input and output, mcp_routes.cpp over HTTP.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "server/open_snapshot.h"

namespace attest {

// One message in, at most one out: nothing for notifications and responses. `snapshot` is the newest one.
// Never fails: what is wrong becomes a JSON-RPC error.
std::optional<std::string> answer_mcp(std::string_view message, const OpenSnapshot& snapshot);

}  // namespace attest
