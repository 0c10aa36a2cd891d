// ZIP archives of unknown origin, read through libzip within named limits: what an archive says about its own
// sizes is not believed, only what comes out is counted.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

struct zip;

namespace attest {

class ZipArchive {
 public:
  // `bytes` must outlive the archive. Fails when it is no ZIP archive or has too many entries.
  static Result<ZipArchive> open(std::string_view bytes, std::string_view place);

  bool has(const std::string& name) const;
  // One entry, decompressed. kNotFound when there is none; kLimit beyond `bytes_max` bytes; kInput when it is
  // encrypted, damaged or its checksum does not fit.
  Result<std::string> read(const std::string& name, size_t bytes_max) const;

 private:
  struct Discard {
    void operator()(zip* archive) const;
  };
  ZipArchive(std::unique_ptr<zip, Discard> archive, std::string place)
      : archive_(std::move(archive)), place_(std::move(place)) {}

  std::unique_ptr<zip, Discard> archive_;
  std::string place_;
};

}  // namespace attest
