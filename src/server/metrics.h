// Counters of the running server, and their text for Prometheus
// (https://prometheus.io/docs/instrumenting/exposition_formats/). Nothing of what was asked is counted.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

#include "server/http_server.h"

namespace attest {

class Metrics {
 public:
  // One answered request. `route` is a name of the route table, never an address.
  void note(std::string_view route, unsigned status, double seconds, bool ready_made);

  struct Collection {
    std::string snapshot;
    uint64_t documents = 0;
    size_t cached_bytes = 0;
  };
  std::string text(const TransportCounts& transport, const Collection& collection) const;

 private:
  static constexpr std::array<double, 10> kBounds = {0.001, 0.0025, 0.005, 0.01, 0.025,
                                                     0.05,  0.1,    0.25,  1,    5};
  struct Route {
    std::map<unsigned, uint64_t> by_status;
    std::array<uint64_t, kBounds.size()> within{};  // not cumulated
    uint64_t count = 0;
    double seconds = 0;
  };

  mutable std::mutex mutex_;
  std::map<std::string, Route, std::less<>> routes_;
  std::atomic<uint64_t> ready_made_ = 0;
};

}  // namespace attest
