// A file written from front to back under a temporary name, checksummed as it goes.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.h"

namespace attest::index {

// Move-free and single-use: create(), append()…, checksums(), commit(). Without commit() nothing stays
// behind. The first failure sticks; later calls do nothing and commit() reports it.
class OutputFile {
 public:
  explicit OutputFile(std::filesystem::path path);
  ~OutputFile();
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  void append(std::string_view bytes);
  uint64_t position() const { return position_; }
  // The XXH3 of each chunk of kChecksumChunkBytes written so far, the last one perhaps shorter, eight bytes
  // each. Call once: what is appended afterwards is in no chunk.
  std::string take_checksums();
  // Syncs, renames into place, syncs the folder.
  Status commit();

 private:
  void flush();
  void note_failure(std::string_view what);

  std::filesystem::path path_;
  std::filesystem::path temporary_;
  int descriptor_ = -1;
  uint64_t position_ = 0;
  std::string buffer_;  // starts at a chunk border
  std::string checksums_;
  bool checksumming_ = true;
  Status status_;
};

}  // namespace attest::index
