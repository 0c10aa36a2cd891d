// A file as a stream of decompressed bytes.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "base/result.h"

namespace attest {

// Reads a plain, gzip (also several members) or zstd file forwards. Enforces the expansion limits of
// base/limits.h (bombs), reports truncation and trailing damage as errors with the compressed offset.
class ByteSource {
 public:
  // Opens a regular file (a pipe, a socket or a folder is an error) and tells the compression by its first
  // bytes.
  static Result<std::unique_ptr<ByteSource>> open(const std::filesystem::path& path);
  // The same over bytes in memory; `place` stands in errors.
  static Result<std::unique_ptr<ByteSource>> from_bytes(std::string bytes, std::string place);

  ByteSource() = default;
  ByteSource(const ByteSource&) = delete;
  ByteSource& operator=(const ByteSource&) = delete;
  virtual ~ByteSource() = default;
  // Fills `buffer` (not empty), perhaps in part; 0 means the end. Bytes read before an error have been
  // delivered by earlier calls; after an error every further call gives the same error.
  virtual Result<size_t> read(std::span<char> buffer) = 0;
  // Input bytes consumed, for progress.
  virtual uint64_t position() const = 0;
  virtual uint64_t size() const = 0;
};

// Everything that is left of `source`, at most limits::kWholeFileBytesMax.
Result<std::string> read_whole(ByteSource& source, std::string_view place);

}  // namespace attest
