// For those who run the server: is it alive, can it answer, what has it done.
#include <nlohmann/json.hpp>

#include "server/routes.h"

namespace attest {
namespace {

Response json_response(const nlohmann::ordered_json& json, unsigned status = 200) {
  return respond("application/json",
                 json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n", status);
}

// The process runs and its threads answer.
Response health(Site&, const Request&) { return json_response({{"status", "alive"}}); }

// The collection is open and its folder can be read.
Response ready(Site& site, const Request&) {
  const auto snapshot = site.snapshot();
  const std::string trouble = site.watch().trouble();
  nlohmann::ordered_json json = {{"status", trouble.empty() ? "ready" : "stale"},
                                 {"snapshot", snapshot->name()},
                                 {"documents", snapshot->collection().document_count()},
                                 {"version", ATTEST_VERSION}};
  if (!trouble.empty()) json["trouble"] = "a newer state of the collection cannot be opened";
  return json_response(json);
}

Response metrics(Site& site, const Request&) {
  const auto snapshot = site.snapshot();
  const TransportCounts transport = site.transport_counts ? site.transport_counts() : TransportCounts();
  return respond("text/plain; version=0.0.4; charset=utf-8",
                 site.metrics().text(transport, {snapshot->name(), snapshot->collection().document_count(),
                                                 snapshot->pages().cost()}));
}

constexpr Route kStatusRoutes[] = {
    {"GET", "/health", "health", Freshness::kNever, health, 0},
    {"GET", "/ready", "ready", Freshness::kNever, ready, 0},
    {"GET", "/metrics", "metrics", Freshness::kNever, metrics, 0},
    {"GET", "/api/v1/health", "health", Freshness::kNever, health, 0},
    {"GET", "/api/v1/ready", "ready", Freshness::kNever, ready, 0},
    {"GET", "/api/v1/metrics", "metrics", Freshness::kNever, metrics, 0},
};

}  // namespace

std::span<const Route> status_routes() { return kStatusRoutes; }

}  // namespace attest
