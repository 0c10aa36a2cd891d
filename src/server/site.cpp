#include "server/site.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include "base/checksum.h"

namespace attest {
namespace {

std::string build_stamp() {
  struct stat info {};
  if (::stat("/proc/self/exe", &info) != 0) return ATTEST_VERSION;
  return content_hash(
      fmt::format("{} {} {}.{}", ATTEST_VERSION, info.st_size, info.st_mtim.tv_sec, info.st_mtim.tv_nsec));
}

}  // namespace

Site::Site(SiteSettings settings) : settings_(std::move(settings)), build_(build_stamp()) {}

Result<std::unique_ptr<Site>> Site::open(SiteSettings settings, std::shared_ptr<const Thesaurus> thesaurus) {
  std::unique_ptr<Site> site(new Site(std::move(settings)));
  ATTEST_ASSIGN(site->watch_, CollectionWatch::open(site->settings_.collection, std::move(thesaurus),
                                                    site->settings_.look_every_seconds,
                                                    site->settings_.pages_cached_bytes_max));
  return site;
}

}  // namespace attest
