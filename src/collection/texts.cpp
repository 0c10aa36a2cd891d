#include "collection/texts.h"

#include <cerrno>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/checksum.h"
#include "collection/bytes.h"

namespace attest {

namespace {

constexpr std::string_view kMagic = "attest texts 1\n\n";
constexpr size_t kBufferBytes = 1u << 20;
constexpr const char* kDamageRemedy =
    "run attest check to see what is affected, then attest add --repair with the source files";

tl::unexpected<Error> system_failure(std::string_view what, const std::string& path) {
  const int code = errno;
  const bool full = code == ENOSPC || code == EDQUOT || code == EFBIG;
  return fail(ErrorCode::kEnvironment, fmt::format("{}: {}", what, std::strerror(code)), path,
              full ? "free disk space and run the command again; nothing committed before is lost"
                   : "check the disk and the permissions of the collection's folder");
}

Status write_all(int descriptor, std::string_view bytes, uint64_t offset, const std::string& path) {
  while (!bytes.empty()) {
    const ssize_t put = ::pwrite(descriptor, bytes.data(), bytes.size(), static_cast<off_t>(offset));
    if (put < 0) {
      if (errno == EINTR) continue;
      return system_failure("cannot write texts", path);
    }
    bytes.remove_prefix(static_cast<size_t>(put));
    offset += static_cast<uint64_t>(put);
  }
  return {};
}

// Reads exactly `size` bytes; false at the end of the file.
Result<bool> read_all(int descriptor, char* bytes, size_t size, uint64_t offset, const std::string& path) {
  while (size > 0) {
    const ssize_t got = ::pread(descriptor, bytes, size, static_cast<off_t>(offset));
    if (got < 0) {
      if (errno == EINTR) continue;
      return system_failure("cannot read texts", path);
    }
    if (got == 0) return false;
    bytes += got;
    size -= static_cast<size_t>(got);
    offset += static_cast<uint64_t>(got);
  }
  return true;
}

// Over the two lengths and the frame, which stand apart around the checksum itself.
uint64_t record_checksum(std::string_view lengths, std::string_view frame) {
  std::string joined;
  joined.reserve(lengths.size() + frame.size());
  joined += lengths;
  joined += frame;
  return checksum64(joined);
}

}  // namespace

OpenFile::OpenFile(OpenFile&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
OpenFile& OpenFile::operator=(OpenFile&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  return *this;
}
OpenFile::~OpenFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

Status TextsReader::open(const std::filesystem::path& path, uint32_t number, uint64_t bytes) {
  File entry;
  entry.path = path.string();
  entry.bytes = bytes;
  entry.file = OpenFile(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (entry.file.get() < 0) {
    if (errno == ENOENT)
      return fail(ErrorCode::kNotFound, "a file of texts is missing", entry.path, kDamageRemedy);
    return system_failure("cannot open texts", entry.path);
  }
  struct stat info {};
  if (::fstat(entry.file.get(), &info) != 0) return system_failure("cannot examine texts", entry.path);
  if (static_cast<uint64_t>(info.st_size) < bytes) {
    return fail(ErrorCode::kCorrupt,
                fmt::format("the file has {} bytes, the catalog counts {}", info.st_size, bytes), entry.path,
                "restore the file from a copy, or build the collection again with attest add");
  }
  char magic[kTextsHeaderBytes] = {};
  ATTEST_ASSIGN(const bool complete, read_all(entry.file.get(), magic, sizeof(magic), 0, entry.path));
  const std::string_view found(magic, sizeof(magic));
  if (complete && found != kMagic && found.starts_with(kMagic.substr(0, kMagic.find_last_of(' ') + 1))) {
    return fail(ErrorCode::kInput, "a file of texts of another format than 1, which this program reads",
                entry.path, "use the Attest that wrote it");
  }
  if (!complete || found != kMagic) {
    return fail(ErrorCode::kCorrupt, "not a file of texts of format 1", entry.path,
                "restore the file from a copy, or build the collection again with attest add");
  }
  files_.insert_or_assign(number, std::move(entry));
  return {};
}

std::string TextsReader::place(TextLocation location) const {
  const auto found = files_.find(location.file);
  const std::string path =
      found == files_.end() ? fmt::format("texts/{:06}.texts", location.file) : found->second.path;
  return fmt::format("{}, byte {}", path, location.offset);
}

Result<std::string> TextsReader::frame(TextLocation location) const {
  const auto found = files_.find(location.file);
  if (found == files_.end() || location.length <= kTextRecordHeaderBytes ||
      location.offset > found->second.bytes || location.length > found->second.bytes - location.offset) {
    return fail(ErrorCode::kCorrupt, "the catalog points outside the stored texts", place(location),
                kDamageRemedy);
  }
  std::string record(location.length, '\0');
  ATTEST_ASSIGN(const bool complete, read_all(found->second.file.get(), record.data(), record.size(),
                                              location.offset, found->second.path));
  if (!complete) return fail(ErrorCode::kCorrupt, "a stored text ends early", place(location), kDamageRemedy);
  const std::string_view bytes = record;
  const auto frame_length = load_integer<uint32_t>(bytes, 0);
  const auto checksum = load_integer<uint64_t>(bytes, 8);
  const std::string_view frame = bytes.substr(kTextRecordHeaderBytes);
  if (frame_length != frame.size() || record_checksum(bytes.substr(0, 8), frame) != checksum) {
    return fail(ErrorCode::kCorrupt, "a stored text does not match its checksum", place(location),
                kDamageRemedy);
  }
  return std::string(frame);
}

Result<TextsWriter> TextsWriter::open(const std::filesystem::path& path, uint32_t number, uint64_t bytes) {
  TextsWriter writer;
  writer.path_ = path.string();
  writer.number_ = number;
  writer.bytes_ = bytes;
  writer.file_ = OpenFile(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644));
  if (writer.file_.get() < 0) return system_failure("cannot open texts for writing", writer.path_);
  if (::ftruncate(writer.file_.get(), static_cast<off_t>(bytes)) != 0) {
    return system_failure("cannot cut off uncommitted texts", writer.path_);
  }
  if (bytes == 0) {
    writer.buffer_ = kMagic;
    writer.bytes_ = kMagic.size();
  }
  return writer;
}

Result<TextLocation> TextsWriter::append(std::string_view frame, size_t text_length) {
  std::string lengths;
  append_integer(lengths, static_cast<uint32_t>(frame.size()));
  append_integer(lengths, static_cast<uint32_t>(text_length));
  const uint64_t checksum = record_checksum(lengths, frame);
  TextLocation location;
  location.file = number_;
  location.offset = bytes_;
  location.length = static_cast<uint32_t>(kTextRecordHeaderBytes + frame.size());
  buffer_ += lengths;
  append_integer(buffer_, checksum);
  buffer_ += frame;
  bytes_ += location.length;
  if (buffer_.size() >= kBufferBytes) ATTEST_TRY(flush());
  return location;
}

Status TextsWriter::flush() {
  ATTEST_TRY(write_all(file_.get(), buffer_, bytes_ - buffer_.size(), path_));
  buffer_.clear();
  return {};
}

Status TextsWriter::sync() {
  ATTEST_TRY(flush());
  if (::fsync(file_.get()) != 0) return system_failure("cannot sync texts to disk", path_);
  return {};
}

}  // namespace attest
