// The route table: which function answers which address. Each group of routes stands in a file of its own and
// gives its part of the table; a new page or call is a new file, a declaration here, and a line in
// all_route_groups().
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "server/http_message.h"
#include "server/site.h"

namespace attest {

// How long a response may be given again.
enum class Freshness : uint8_t {
  kSnapshot,  // a function of address, snapshot and build: kept ready-made, with an ETag
  kNever,     // changes from moment to moment
  kForever,   // the address changes with the content
};

// In place of a number of bytes: what the host allows for files.
inline constexpr size_t kUpload = SIZE_MAX;

struct Route {
  std::string_view method;  // "GET" answers HEAD as well
  std::string_view path;    // ends with "*": every path that starts so
  std::string_view name;    // in metrics and logs
  Freshness freshness = Freshness::kNever;
  Response (*answer)(Site& site, const Request& request) = nullptr;
  size_t body_bytes_max = 0;
};

std::span<const Route> ask_routes();
std::span<const Route> answer_routes();
std::span<const Route> answer_file_routes();
std::span<const Route> source_routes();
std::span<const Route> search_routes();
std::span<const Route> compare_routes();
std::span<const Route> audit_routes();
std::span<const Route> collection_routes();
std::span<const Route> add_routes();
std::span<const Route> about_routes();
std::span<const Route> api_routes();
std::span<const Route> verify_routes();
std::span<const Route> mcp_routes();
std::span<const Route> asset_routes();
std::span<const Route> status_routes();

std::vector<std::span<const Route>> all_route_groups();

}  // namespace attest
