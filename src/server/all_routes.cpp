#include "server/routes.h"

namespace attest {

std::vector<std::span<const Route>> all_route_groups() {
  return {ask_routes(),     answer_routes(), answer_file_routes(), source_routes(),     search_routes(),
          compare_routes(), audit_routes(),  add_routes(),         collection_routes(), about_routes(),
          api_routes(),     mcp_routes(),    verify_routes(),      asset_routes(),      status_routes()};
}

}  // namespace attest
