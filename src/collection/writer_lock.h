// One writer at a time: an flock on writer.lock, which the kernel drops when its process ends, however it
// ends. The file holds the writer's process id so that a second writer can name it.
#pragma once

#include <filesystem>

#include "base/result.h"

namespace attest {

class WriterLock {
 public:
  // Fails with kEnvironment when another process has it, and says which.
  static Result<WriterLock> acquire(const std::filesystem::path& path);
  // A reader that cannot take part in SQLite's locking (it may not write the folder) holds the lock shared,
  // so that no writer changes the catalog beneath it. Absent lock file or a running writer: no hold, no
  // error; `held()` says.
  static WriterLock share(const std::filesystem::path& path);
  WriterLock() = default;
  WriterLock(WriterLock&& other) noexcept;
  WriterLock& operator=(WriterLock&& other) noexcept;
  WriterLock(const WriterLock&) = delete;
  WriterLock& operator=(const WriterLock&) = delete;
  ~WriterLock();
  bool held() const { return descriptor_ >= 0; }

 private:
  int descriptor_ = -1;
};

}  // namespace attest
