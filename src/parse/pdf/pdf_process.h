// One run of the PDF worker process, and what it says.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>

#include <sys/types.h>

#include "base/result.h"

namespace attest::pdf {

// The worker program: $ATTEST_PDF_WORKER, else attest-pdf-worker beside the running program, one or two
// folders above it (a build tree), or in ../libexec/attest.
Result<std::filesystem::path> find_worker();

struct Frame {
  char kind = 0;
  std::string payload;
};

// Why reading a frame gave none.
enum class Ending { kFrame, kEnded, kTimedOut, kGarbled };

// A running worker. Killed and reaped on destruction.
class Worker {
 public:
  static Result<Worker> start(const std::filesystem::path& program, const std::filesystem::path& file,
                              uint32_t first_page);
  Worker(Worker&& other) noexcept;
  Worker& operator=(Worker&&) = delete;
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;
  ~Worker();

  // Waits for the next frame until `deadline`.
  Ending next(std::chrono::steady_clock::time_point deadline, Frame& frame);

  // Waits for the end (killing what does not end) and says how it came: "was stopped by signal 11".
  std::string how_it_ended();

 private:
  Worker(pid_t process, int output) : process_(process), output_(output) {}
  bool fill(std::chrono::steady_clock::time_point deadline, Ending& ending);

  pid_t process_ = -1;
  int output_ = -1;
  std::string buffer_;
};

}  // namespace attest::pdf
