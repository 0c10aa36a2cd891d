#include "parse/pdf/pdf_process.h"

#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/limits.h"
#include "parse/pdf/pdf_protocol.h"

namespace attest::pdf {

namespace {

constexpr const char* kWorkerName = "attest-pdf-worker";
constexpr size_t kFrameHeadBytes = 5;

bool is_program(const std::filesystem::path& path) { return ::access(path.c_str(), X_OK) == 0; }

}  // namespace

Result<std::filesystem::path> find_worker() {
  if (const char* named = std::getenv("ATTEST_PDF_WORKER"); named != nullptr && *named != '\0') {
    if (is_program(named)) return std::filesystem::path(named);
    return fail(ErrorCode::kEnvironment, "the PDF worker named by ATTEST_PDF_WORKER cannot be started", named,
                "correct the variable or remove it");
  }
  std::error_code error;
  const std::filesystem::path self = std::filesystem::read_symlink("/proc/self/exe", error);
  if (!error) {
    const std::filesystem::path folder = self.parent_path();
    for (const std::filesystem::path& place :
         {folder / kWorkerName, folder.parent_path() / "libexec" / "attest" / kWorkerName,
          folder.parent_path() / kWorkerName, folder.parent_path().parent_path() / kWorkerName}) {
      if (is_program(place)) return place;
    }
  }
  return fail(ErrorCode::kEnvironment, "PDF files cannot be read: the program attest-pdf-worker is missing",
              {}, "install libpoppler-cpp-dev and build again, or set ATTEST_PDF_WORKER to its path");
}

Result<Worker> Worker::start(const std::filesystem::path& program, const std::filesystem::path& file,
                             uint32_t first_page) {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) {
    return fail(ErrorCode::kEnvironment, fmt::format("cannot make a pipe: {}", std::strerror(errno)));
  }
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  // A group of its own: Ctrl-C at the terminal is handled by us, who then end the worker.
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  posix_spawnattr_setflags(&attributes,
                           POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  sigset_t none;
  sigset_t pipe_signal;
  sigemptyset(&none);
  sigemptyset(&pipe_signal);
  sigaddset(&pipe_signal, SIGPIPE);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setsigdefault(&attributes, &pipe_signal);

  // A relative name must not look like an option of anything.
  std::error_code ignored;
  const std::filesystem::path whole = std::filesystem::absolute(file, ignored);
  std::array<std::string, 5> arguments = {
      program.string(), whole.empty() ? file.string() : whole.string(), std::to_string(first_page),
      std::to_string(limits::kPdfWorkerMemoryBytes), std::to_string(limits::kPdfWorkerSeconds)};
  std::array<char*, 6> argument_list{};
  for (size_t i = 0; i < arguments.size(); ++i) argument_list[i] = arguments[i].data();
  // Locale and library paths of the person are of no use to it.
  std::string path_variable = "PATH=/usr/bin:/bin";
  std::array<char*, 2> environment = {path_variable.data(), nullptr};
  pid_t process = -1;
  const int error = ::posix_spawn(&process, program.c_str(), &actions, &attributes, argument_list.data(),
                                  environment.data());
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  ::close(ends[1]);
  if (error != 0) {
    ::close(ends[0]);
    return fail(ErrorCode::kEnvironment, fmt::format("cannot start the PDF worker: {}", std::strerror(error)),
                program.string(), "check that the program is installed and may be run");
  }
  return Worker(process, ends[0]);
}

Worker::Worker(Worker&& other) noexcept
    : process_(std::exchange(other.process_, -1)),
      output_(std::exchange(other.output_, -1)),
      buffer_(std::move(other.buffer_)) {}

Worker::~Worker() {
  if (process_ > 0) {
    ::kill(process_, SIGKILL);
    while (::waitpid(process_, nullptr, 0) < 0 && errno == EINTR) {
    }
  }
  if (output_ >= 0) ::close(output_);
}

bool Worker::fill(std::chrono::steady_clock::time_point deadline, Ending& ending) {
  for (;;) {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
    if (left.count() <= 0) {
      ending = Ending::kTimedOut;
      return false;
    }
    pollfd wait{output_, POLLIN, 0};
    const int ready = ::poll(&wait, 1, static_cast<int>(std::min<int64_t>(left.count(), 60'000)));
    if (ready == 0 || (ready < 0 && errno == EINTR)) continue;
    std::array<char, 65536> chunk;
    const ssize_t count = ::read(output_, chunk.data(), chunk.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) {
      ending = Ending::kEnded;
      return false;
    }
    buffer_.append(chunk.data(), static_cast<size_t>(count));
    return true;
  }
}

Ending Worker::next(std::chrono::steady_clock::time_point deadline, Frame& frame) {
  Ending ending = Ending::kFrame;
  while (buffer_.size() < kFrameHeadBytes) {
    if (!fill(deadline, ending)) return ending;
  }
  uint32_t length = 0;
  std::memcpy(&length, buffer_.data() + 1, sizeof length);
  if (length > kFrameBytesMax) return Ending::kGarbled;
  while (buffer_.size() < kFrameHeadBytes + length) {
    if (!fill(deadline, ending)) return ending;
  }
  frame.kind = buffer_[0];
  frame.payload.assign(buffer_, kFrameHeadBytes, length);
  buffer_.erase(0, kFrameHeadBytes + length);
  return Ending::kFrame;
}

std::string Worker::how_it_ended() {
  if (process_ <= 0) return "has ended";
  int status = 0;
  // Its output is closed, so that it is ending by itself; a worker that only pretends is killed.
  for (int tries = 0; tries < 50; ++tries) {
    const pid_t done = ::waitpid(process_, &status, WNOHANG);
    if (done == process_ || (done < 0 && errno != EINTR)) {
      process_ = -1;
      break;
    }
    ::usleep(2000);
  }
  if (process_ > 0) {
    ::kill(process_, SIGKILL);
    while (::waitpid(process_, &status, 0) < 0 && errno == EINTR) {
    }
    process_ = -1;
  }
  if (WIFSIGNALED(status)) {
    if (WTERMSIG(status) == SIGXCPU) return "used up its processor time";
    return fmt::format("was stopped by signal {}", WTERMSIG(status));
  }
  if (WIFEXITED(status) && WEXITSTATUS(status) == 3) return "ran out of memory";
  return fmt::format("ended with status {}", WIFEXITED(status) ? WEXITSTATUS(status) : -1);
}

}  // namespace attest::pdf
