// Claims against the collection over HTTP: one as JSON, or many as JSON Lines.
#include <algorithm>

#include <fmt/format.h>

#include "base/limits.h"
#include "base/white_space.h"
#include "server/claim_check.h"
#include "server/problems.h"
#include "server/routes.h"

namespace attest {
namespace {

Response verify(Site& site, const Request& request) {
  const auto snapshot = site.snapshot();
  const bool many = request.header("content-type").starts_with("application/x-ndjson");
  if (!many && !request.header("content-type").starts_with("application/json"))
    return problem(request, 415,
                   "the body must be application/json, or application/x-ndjson for many claims");
  std::string_view rest = request.body;
  // JSON may be laid out over several lines; JSON Lines may not.
  std::string one;
  if (!many) {
    one = request.body;
    std::replace_if(
        one.begin(), one.end(), [](char byte) { return byte == '\n' || byte == '\r'; }, ' ');
    rest = one;
  }
  std::string lines;
  size_t number = 0;
  while (!rest.empty()) {
    const size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = trimmed(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (line.empty()) continue;
    if (++number > limits::kApiClaimsMax)
      return problem(request, 400,
                     fmt::format("at most {} claims at a time (kApiClaimsMax)", limits::kApiClaimsMax));
    const auto verdict = check_claim_line(*snapshot, line, number);
    if (!verdict) return problem(request, verdict.error());
    lines += *verdict + "\n";
  }
  if (number == 0) return problem(request, 400, "there is no claim");
  return respond(many ? "application/x-ndjson" : "application/json", std::move(lines));
}

constexpr Route kVerifyRoutes[] = {
    {"POST", "/api/v1/verify", "api verify", Freshness::kNever, verify, limits::kHttpBodyBytesMax},
};

}  // namespace

std::span<const Route> verify_routes() { return kVerifyRoutes; }

}  // namespace attest
