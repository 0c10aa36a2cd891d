#include "collection/writer_lock.h"

#include <cerrno>
#include <cstring>
#include <string>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include "base/ascii.h"

namespace attest {

Result<WriterLock> WriterLock::acquire(const std::filesystem::path& path) {
  WriterLock lock;
  lock.descriptor_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  if (lock.descriptor_ < 0) {
    return fail(ErrorCode::kEnvironment, fmt::format("cannot open the lock file: {}", std::strerror(errno)),
                path.string(), "check the permissions and the free space of the collection's folder");
  }
  if (::flock(lock.descriptor_, LOCK_EX | LOCK_NB) != 0) {
    if (errno != EWOULDBLOCK) {
      return fail(ErrorCode::kEnvironment,
                  fmt::format("cannot lock the collection: {}", std::strerror(errno)), path.string(),
                  "keep the collection on a file system that supports flock");
    }
    char holder[32] = {};
    const ssize_t got = ::pread(lock.descriptor_, holder, sizeof(holder) - 1, 0);
    std::string pid;
    for (ssize_t i = 0; i < got && is_digit(holder[i]); ++i) pid += holder[i];
    const std::string who = pid.empty() ? "another process" : fmt::format("process {}", pid);
    return fail(ErrorCode::kEnvironment, fmt::format("{} is writing to this collection", who), path.string(),
                "wait until it ends, or stop it; what it has committed stays");
  }
  const std::string pid = fmt::format("{}\n", ::getpid());
  // The process id is only a courtesy: on a full disk the lock still holds without it.
  if (::ftruncate(lock.descriptor_, 0) == 0) {
    [[maybe_unused]] const ssize_t put = ::pwrite(lock.descriptor_, pid.data(), pid.size(), 0);
  }
  return lock;
}

WriterLock WriterLock::share(const std::filesystem::path& path) {
  WriterLock lock;
  lock.descriptor_ = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (lock.descriptor_ >= 0 && ::flock(lock.descriptor_, LOCK_SH | LOCK_NB) != 0) {
    ::close(lock.descriptor_);
    lock.descriptor_ = -1;
  }
  return lock;
}

WriterLock::WriterLock(WriterLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

WriterLock& WriterLock::operator=(WriterLock&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  return *this;
}

WriterLock::~WriterLock() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

}  // namespace attest
