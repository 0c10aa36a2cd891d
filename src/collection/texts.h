// texts/NNNNNN.texts: where the documents' texts are kept, compressed, one after the other.
//
//   file   = magic record*
//   magic  = "attest texts 1\n\n"                     16 bytes
//   record = frame_length:u32 text_length:u32 checksum:u64 frame
//
// Integers are little-endian; `checksum` is XXH3 over frame_length, text_length and frame. Files only grow,
// and the catalog says how far they are part of the collection: what stands beyond is the rest of a crash,
// which the next writer cuts off. Reads go through pread, not a memory map, so that a file cut short or a
// failing disk is an error and not a signal. docs/format/texts.md has a worked example.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>

#include "base/result.h"

namespace attest {

inline constexpr uint64_t kTextsFileBytesMax = 1ull << 30;  // a new file starts beyond this
inline constexpr size_t kTextsHeaderBytes = 16;
inline constexpr size_t kTextRecordHeaderBytes = 16;

// Where one record stands: `length` counts its header too.
struct TextLocation {
  uint32_t file = 0;
  uint64_t offset = 0;
  uint32_t length = 0;
};

// Owns a file descriptor.
class OpenFile {
 public:
  OpenFile() = default;
  explicit OpenFile(int descriptor) : descriptor_(descriptor) {}
  OpenFile(OpenFile&& other) noexcept;
  OpenFile& operator=(OpenFile&& other) noexcept;
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;
  ~OpenFile();
  int get() const { return descriptor_; }

 private:
  int descriptor_ = -1;
};

// Reads records of a fixed set of files. Safe for concurrent use.
class TextsReader {
 public:
  // Opens one file, of which `bytes` are part of the collection. A shorter file is kCorrupt.
  Status open(const std::filesystem::path& path, uint32_t number, uint64_t bytes);
  // The compressed frame, its checksum verified.
  Result<std::string> frame(TextLocation location) const;
  // The path of a file, for messages.
  std::string place(TextLocation location) const;

 private:
  struct File {
    OpenFile file;
    uint64_t bytes = 0;
    std::string path;
  };
  std::map<uint32_t, File> files_;
};

// Appends records to one file. Nothing is durable before sync().
class TextsWriter {
 public:
  // Goes on behind `bytes` of an existing file, cutting off what follows; 0 starts a new file.
  static Result<TextsWriter> open(const std::filesystem::path& path, uint32_t number, uint64_t bytes);
  Result<TextLocation> append(std::string_view frame, size_t text_length);
  // Hands everything to the kernel, so that a reader of the same file sees it.
  Status flush();
  Status sync();
  uint64_t bytes() const { return bytes_; }
  uint32_t number() const { return number_; }

 private:
  OpenFile file_;
  std::string path_;
  std::string buffer_;
  uint64_t bytes_ = 0;  // with the buffer
  uint32_t number_ = 0;
};

}  // namespace attest
