#include "index/output_file.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include "base/checksum.h"
#include "base/file.h"
#include "base/stored_bytes.h"
#include "index/segment_format.h"

namespace attest::index {

namespace {
constexpr size_t kBufferBytes = 32 * kChecksumChunkBytes;
}

OutputFile::OutputFile(std::filesystem::path path) : path_(std::move(path)), temporary_(path_) {
  temporary_ += ".tmp";
  descriptor_ = ::open(temporary_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  if (descriptor_ < 0) note_failure("cannot create the file");
  buffer_.reserve(kBufferBytes);
}

OutputFile::~OutputFile() {
  if (descriptor_ < 0) return;
  ::close(descriptor_);
  ::unlink(temporary_.c_str());
}

void OutputFile::note_failure(std::string_view what) {
  const int code = errno;
  if (!status_) return;
  std::string remedy;
  if (code == EACCES || code == EPERM) remedy = "check the permissions of the folder";
  if (code == ENOSPC || code == EDQUOT) remedy = "free disk space and run the command again";
  status_ = fail(ErrorCode::kEnvironment, fmt::format("{}: {}", what, std::strerror(code)),
                 temporary_.string(), remedy);
}

void OutputFile::append(std::string_view bytes) {
  position_ += bytes.size();
  while (!bytes.empty()) {
    const size_t part = std::min(bytes.size(), kBufferBytes - buffer_.size());
    buffer_.append(bytes.substr(0, part));
    bytes.remove_prefix(part);
    if (buffer_.size() == kBufferBytes) flush();
  }
}

void OutputFile::flush() {
  std::string_view left = buffer_;
  for (size_t at = 0; checksumming_ && at < left.size(); at += kChecksumChunkBytes) {
    put_u64(checksums_, checksum64(left.substr(at, kChecksumChunkBytes)));
  }
  while (status_ && !left.empty()) {
    const ssize_t put = ::write(descriptor_, left.data(), left.size());
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) note_failure("cannot write the file");
    if (put > 0) left.remove_prefix(static_cast<size_t>(put));
  }
  buffer_.clear();
}

std::string OutputFile::take_checksums() {
  flush();
  checksumming_ = false;
  return std::exchange(checksums_, {});
}

Status OutputFile::commit() {
  flush();
  if (status_ && ::fsync(descriptor_) != 0) note_failure("cannot sync the file to disk");
  if (descriptor_ >= 0 && ::close(std::exchange(descriptor_, -1)) != 0) note_failure("cannot close the file");
  if (status_ && ::rename(temporary_.c_str(), path_.c_str()) != 0) {
    note_failure("cannot rename the file into place");
  }
  if (!status_) {
    ::unlink(temporary_.c_str());
    return status_;
  }
  const std::filesystem::path parent = path_.parent_path();
  return sync_path(parent.empty() ? std::filesystem::path(".") : parent);
}

}  // namespace attest::index
