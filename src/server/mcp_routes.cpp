// MCP over streamable HTTP (https://modelcontextprotocol.io/specification/2025-06-18/basic/transports): each
// POST carries one message and is answered with JSON. There are no sessions and the server starts nothing, so
// GET, which would open a stream for that, is answered with 405 by the router.
#include "server/mcp.h"
#include "server/problems.h"
#include "server/routes.h"

namespace attest {
namespace {

Response mcp(Site& site, const Request& request) {
  if (!request.header("content-type").starts_with("application/json"))
    return problem(request, 415, "a message is application/json");
  const auto answer = answer_mcp(request.body, *site.snapshot());
  if (!answer) {
    Response accepted;
    accepted.status = 202;
    return accepted;
  }
  return respond("application/json", *answer);
}

constexpr Route kMcpRoutes[] = {
    {"POST", "/mcp", "mcp", Freshness::kNever, mcp, limits::kHttpBodyBytesMax},
};

}  // namespace

std::span<const Route> mcp_routes() { return kMcpRoutes; }

}  // namespace attest
