// What every page and API call may use: the collection, the settings of the host, the counters.
#pragma once

#include <atomic>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/limits.h"
#include "base/result.h"
#include "server/adding.h"
#include "server/http_server.h"
#include "server/metrics.h"
#include "server/open_snapshot.h"

namespace attest {

// What a host may set. docs/server.md explains each.
struct SiteSettings {
  std::filesystem::path collection;
  unsigned look_every_seconds = 2;                               // for a new snapshot
  size_t upload_bytes_max = limits::kHttpUploadBytesMax;         // files in one request
  size_t pages_cached_bytes_max = limits::kPagesCachedBytesMax;  // ready-made responses of one snapshot
  // Names under which the site may be asked for, beside the address it listens on: the defence against DNS
  // rebinding. "*" allows every name.
  std::vector<std::string> host_names;
  std::string support_text;     // shown to patients and partners: whom to turn to
  std::string support_address;  // a link below it
  std::string quick_exit_address = "https://www.bbc.com/weather";
  bool adding_allowed = false;    // anybody who can reach the site may add files
  bool requests_logged = false;   // route, status, time; never what was asked
  bool questions_logged = false;  // the address as well, with the question in it
  std::function<void(std::string_view line)> log;
};

class Site {
 public:
  static Result<std::unique_ptr<Site>> open(SiteSettings settings,
                                            std::shared_ptr<const Thesaurus> thesaurus);

  const SiteSettings& settings() const { return settings_; }
  std::shared_ptr<const OpenSnapshot> snapshot() const { return watch_->current(); }
  const CollectionWatch& watch() const { return *watch_; }
  Status look() { return watch_->look(); }  // for a newer snapshot, at once
  Adding& adding() { return adding_; }
  Metrics& metrics() { return metrics_; }
  // Tells builds apart that state the same version; part of every ETag.
  const std::string& build() const { return build_; }
  // True while somebody has the collection checked: one at a time.
  std::atomic<bool> checking = false;
  // Set once the transport runs; until then there is nothing to count.
  std::function<TransportCounts()> transport_counts;

 private:
  explicit Site(SiteSettings settings);

  SiteSettings settings_;
  std::string build_;
  std::unique_ptr<CollectionWatch> watch_;
  Metrics metrics_;
  Adding adding_;  // last: it ends first, and looks for the new snapshot when it does
};

}  // namespace attest
