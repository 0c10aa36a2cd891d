// A file as a stream of decompressed bytes.
#pragma once

#include <filesystem>
#include <memory>
#include <span>
#include <string>

#include "base/result.h"

namespace attest {

// Reads a plain, gzip (also several members) or zstd file forwards. Enforces the expansion limits of
// base/limits.h (bombs), reports truncation and trailing damage as errors with the compressed offset.
class ByteSource {
 public:
  static Result<std::unique_ptr<ByteSource>> open(const std::filesystem::path& path);
  virtual ~ByteSource() = default;
  // Fills `buffer`; 0 means the end. Bytes read before an error have been delivered by earlier calls.
  virtual Result<size_t> read(std::span<char> buffer) = 0;
  // Input bytes consumed, for progress.
  virtual uint64_t position() const = 0;
  virtual uint64_t size() const = 0;
};

}  // namespace attest
