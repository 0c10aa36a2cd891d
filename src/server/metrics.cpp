#include "server/metrics.h"

#include <algorithm>

#include <fmt/format.h>

namespace attest {

void Metrics::note(std::string_view route, unsigned status, double seconds, bool ready_made) {
  if (ready_made) ++ready_made_;
  const std::lock_guard lock(mutex_);
  auto found = routes_.find(route);
  if (found == routes_.end()) found = routes_.emplace(std::string(route), Route()).first;
  Route& counted = found->second;
  ++counted.by_status[status];
  ++counted.count;
  counted.seconds += seconds;
  const auto bound = std::lower_bound(kBounds.begin(), kBounds.end(), seconds);
  if (bound != kBounds.end()) ++counted.within[static_cast<size_t>(bound - kBounds.begin())];
}

std::string Metrics::text(const TransportCounts& transport, const Collection& collection) const {
  std::string out;
  const auto add = [&](const char* name, const char* type, const char* help, uint64_t value) {
    out += fmt::format("# HELP {} {}\n# TYPE {} {}\n{} {}\n", name, help, name, type, name, value);
  };
  add("attest_connections", "gauge", "Connections that are open.", transport.connections);
  add("attest_connections_accepted_total", "counter", "Connections since the start.", transport.accepted);
  add("attest_connections_evicted_total", "counter", "Idle connections closed for want of room.",
      transport.evicted);
  add("attest_requests_malformed_total", "counter", "Requests that could not be read.", transport.malformed);
  add("attest_requests_turned_away_total", "counter", "Requests refused because too many were waiting.",
      transport.waiting_refused);
  add("attest_requests_waiting", "gauge", "Requests with a worker, or waiting for one.", transport.waiting);
  add("attest_ready_made_total", "counter", "Requests answered from what had been computed before.",
      ready_made_);
  add("attest_collection_documents", "gauge", "Documents of the open snapshot.", collection.documents);
  add("attest_cached_bytes", "gauge", "Bytes of ready-made responses.", collection.cached_bytes);
  out += fmt::format(
      "# HELP attest_snapshot_info The open snapshot and the program's version.\n# TYPE attest_snapshot_info "
      "gauge\nattest_snapshot_info{{snapshot=\"{}\",version=\"{}\"}} 1\n",
      collection.snapshot, ATTEST_VERSION);

  const std::lock_guard lock(mutex_);
  out += "# HELP attest_requests_total Requests answered.\n# TYPE attest_requests_total counter\n";
  for (const auto& [name, route] : routes_) {
    for (const auto& [status, count] : route.by_status)
      out += fmt::format("attest_requests_total{{route=\"{}\",status=\"{}\"}} {}\n", name, status, count);
  }
  out +=
      "# HELP attest_request_seconds Time from a whole request to its response.\n"
      "# TYPE attest_request_seconds histogram\n";
  for (const auto& [name, route] : routes_) {
    uint64_t cumulated = 0;
    for (size_t i = 0; i < kBounds.size(); ++i) {
      cumulated += route.within[i];
      out += fmt::format("attest_request_seconds_bucket{{route=\"{}\",le=\"{}\"}} {}\n", name, kBounds[i],
                         cumulated);
    }
    out += fmt::format("attest_request_seconds_bucket{{route=\"{}\",le=\"+Inf\"}} {}\n", name, route.count);
    out += fmt::format("attest_request_seconds_sum{{route=\"{}\"}} {:.6f}\n", name, route.seconds);
    out += fmt::format("attest_request_seconds_count{{route=\"{}\"}} {}\n", name, route.count);
  }
  return out;
}

}  // namespace attest
