// Careful file access: whole reads with a limit, memory maps, and writes that survive a power cut.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.h"

namespace attest {

// Reads a whole regular file. Fails with kLimit when it is larger than `bytes_max`.
Result<std::string> read_file(const std::filesystem::path& path, uint64_t bytes_max);

// Writes `bytes` to a temporary file beside `path`, syncs it, renames it over `path`, syncs the folder:
// after a crash either the old or the new content is there, whole.
Status write_file_atomically(const std::filesystem::path& path, std::string_view bytes);

// fsync of a file or folder by path.
Status sync_path(const std::filesystem::path& path);

// A read-only memory map of a whole file. Move-only; unmapped on destruction. An empty file maps to an
// empty view.
class MappedFile {
 public:
  static Result<MappedFile> open(const std::filesystem::path& path);
  MappedFile() = default;
  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;
  ~MappedFile();

  std::string_view bytes() const { return {data_, size_}; }

 private:
  const char* data_ = nullptr;
  size_t size_ = 0;
};

}  // namespace attest
