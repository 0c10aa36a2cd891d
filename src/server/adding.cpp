#include "server/adding.h"

#include <chrono>

namespace attest {
namespace {

constexpr size_t kProblemsKept = 50;

}  // namespace

Adding::~Adding() {
  stop_ = true;
  if (thread_.joinable()) thread_.join();
}

void Adding::change(const std::function<void(State&)>& edit) {
  const std::lock_guard lock(mutex_);
  edit(state_);
  ++state_.change;
  changed_.notify_all();
}

Status Adding::start(const std::filesystem::path& collection, const std::filesystem::path& folder,
                     std::function<void()> ended) {
  const std::lock_guard lock(mutex_);
  if (state_.running)
    return fail(ErrorCode::kUsage, "other files are being added", "", "wait until they are in");
  if (thread_.joinable()) thread_.join();  // it has said that it is done
  const uint64_t next_change = state_.change + 1;
  state_ = State();
  state_.change = next_change;
  state_.running = true;
  changed_.notify_all();
  thread_ = std::thread([this, collection, folder, ended = std::move(ended)] {
    run(collection, folder);
    std::error_code ignored;
    std::filesystem::remove_all(folder, ignored);
    ended();
    change([](State& ended_state) { ended_state.running = false; });
  });
  return {};
}

void Adding::run(const std::filesystem::path& collection, const std::filesystem::path& folder) {
  AddRequest request;
  request.collection = collection;
  request.paths = {folder};
  AddObserver observer;
  observer.progress = [&](const AddProgress& progress) {
    change([&](State& state) { state.progress = progress; });
  };
  observer.problem = [&](const Error& error) {
    // Named by the file alone: the folder is a passing one.
    std::string line = error.to_line();
    const std::string prefix = folder.string() + "/";
    for (size_t at = line.find(prefix); at != std::string::npos; at = line.find(prefix, at))
      line.erase(at, prefix.size());
    change([&](State& state) {
      if (state.problems.size() < kProblemsKept) state.problems.push_back(std::move(line));
    });
  };
  observer.stop = [&] { return stop_.load(); };
  auto report = add_documents(request, observer);
  change([&](State& state) {
    if (report)
      state.report = *report;
    else
      state.failure = report.error().message;
  });
}

Adding::State Adding::state() const {
  const std::lock_guard lock(mutex_);
  return state_;
}

Adding::State Adding::wait(uint64_t seen, unsigned seconds_max) const {
  std::unique_lock lock(mutex_);
  changed_.wait_for(lock, std::chrono::seconds(seconds_max), [&] { return state_.change != seen; });
  return state_;
}

}  // namespace attest
