// The embedded script and icon.
#include <attest_assets.h>

#include "server/page.h"
#include "server/problems.h"
#include "server/routes.h"

namespace attest {
namespace {

Response script(Site&, const Request& request) {
  if (request.path != script_address())
    return problem(request, 404, "this is the script of another version of the program");
  return respond("text/javascript; charset=utf-8", kSiteScript);
}

Response icon(Site&, const Request&) {
  Response response = respond("image/svg+xml", kSiteIcon);
  response.with("Cache-Control", "public, max-age=86400");
  return response;
}

Response robots(Site&, const Request&) {
  return respond("text/plain; charset=utf-8",
                 "User-agent: *\nDisallow: /answer\nDisallow: /search\nDisallow: /api/\n");
}

constexpr Route kAssetRoutes[] = {
    {"GET", "/assets/*", "script", Freshness::kForever, script, 0},
    {"GET", "/favicon.svg", "icon", Freshness::kForever, icon, 0},
    {"GET", "/robots.txt", "robots", Freshness::kForever, robots, 0},
};

}  // namespace

std::span<const Route> asset_routes() { return kAssetRoutes; }

}  // namespace attest
