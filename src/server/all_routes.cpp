#include "server/routes.h"

namespace attest {

std::vector<std::span<const Route>> all_route_groups() {
  return {ask_routes(), answer_routes(), source_routes(), asset_routes(), status_routes()};
}

}  // namespace attest
