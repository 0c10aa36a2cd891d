#include "base/file.h"

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace attest {

namespace {

// Owns a file descriptor.
class Descriptor {
 public:
  explicit Descriptor(int value) : value_(value) {}
  ~Descriptor() {
    if (value_ >= 0) ::close(value_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return value_; }
  bool valid() const { return value_ >= 0; }
  // Closes now and says whether the kernel accepted every byte.
  bool close() {
    const int value = value_;
    value_ = -1;
    return ::close(value) == 0;
  }

 private:
  int value_;
};

tl::unexpected<Error> system_failure(std::string_view what, const std::filesystem::path& path) {
  const int code = errno;
  std::string remedy;
  if (code == EACCES || code == EPERM) remedy = "check the permissions of the file and its folder";
  if (code == ENOSPC || code == EDQUOT) remedy = "free disk space and run the command again";
  return fail(code == ENOENT ? ErrorCode::kNotFound : ErrorCode::kEnvironment,
              fmt::format("{}: {}", what, std::strerror(code)), path.string(), remedy);
}

}  // namespace

Result<std::string> read_file(const std::filesystem::path& path, uint64_t bytes_max) {
  Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file.valid()) return system_failure("cannot open the file", path);
  struct stat info {};
  if (::fstat(file.get(), &info) != 0) return system_failure("cannot examine the file", path);
  if (!S_ISREG(info.st_mode)) return fail(ErrorCode::kInput, "not a regular file", path.string());
  const auto size = static_cast<uint64_t>(info.st_size);
  if (size > bytes_max) {
    return fail(ErrorCode::kLimit, fmt::format("the file has {} bytes, the limit is {}", size, bytes_max),
                path.string(), "split the file or leave it out");
  }
  std::string bytes(size, '\0');
  size_t done = 0;
  while (done < bytes.size()) {
    const ssize_t got = ::read(file.get(), bytes.data() + done, bytes.size() - done);
    if (got < 0) {
      if (errno == EINTR) continue;
      return system_failure("cannot read the file", path);
    }
    if (got == 0) break;
    done += static_cast<size_t>(got);
  }
  bytes.resize(done);
  return bytes;
}

Status sync_path(const std::filesystem::path& path) {
  Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file.valid()) return system_failure("cannot open for syncing", path);
  if (::fsync(file.get()) != 0) return system_failure("cannot sync to disk", path);
  return {};
}

Status write_file_atomically(const std::filesystem::path& path, std::string_view bytes) {
  std::filesystem::path temporary = path;
  temporary += ".tmp";
  Descriptor file(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644));
  if (!file.valid()) return system_failure("cannot create the file", temporary);
  while (!bytes.empty()) {
    const ssize_t put = ::write(file.get(), bytes.data(), bytes.size());
    if (put < 0) {
      if (errno == EINTR) continue;
      auto failure = system_failure("cannot write the file", temporary);
      ::unlink(temporary.c_str());
      return failure;
    }
    bytes.remove_prefix(static_cast<size_t>(put));
  }
  if (::fsync(file.get()) != 0 || !file.close()) {
    auto failure = system_failure("cannot sync the file to disk", temporary);
    ::unlink(temporary.c_str());
    return failure;
  }
  if (::rename(temporary.c_str(), path.c_str()) != 0) {
    auto failure = system_failure("cannot rename the file into place", path);
    ::unlink(temporary.c_str());
    return failure;
  }
  const std::filesystem::path parent = path.parent_path();
  return sync_path(parent.empty() ? std::filesystem::path(".") : parent);
}

Result<MappedFile> MappedFile::open(const std::filesystem::path& path) {
  Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file.valid()) return system_failure("cannot open the file", path);
  struct stat info {};
  if (::fstat(file.get(), &info) != 0) return system_failure("cannot examine the file", path);
  if (!S_ISREG(info.st_mode)) return fail(ErrorCode::kInput, "not a regular file", path.string());
  MappedFile mapped;
  mapped.size_ = static_cast<size_t>(info.st_size);
  if (mapped.size_ == 0) return mapped;
  void* data = ::mmap(nullptr, mapped.size_, PROT_READ, MAP_SHARED, file.get(), 0);
  if (data == MAP_FAILED) {
    mapped.size_ = 0;
    return system_failure("cannot map the file into memory", path);
  }
  mapped.data_ = static_cast<const char*>(data);
  return mapped;
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
  std::swap(data_, other.data_);
  std::swap(size_, other.size_);
  return *this;
}

MappedFile::~MappedFile() {
  if (data_ != nullptr) ::munmap(const_cast<char*>(data_), size_);
}

}  // namespace attest
