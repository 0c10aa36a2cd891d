// Files that are being added to the collection through the site: one run at a time, in a thread of its own,
// watched by any number of readers.
#pragma once

#include <atomic>
#include <condition_variable>
#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "base/result.h"
#include "pipeline/add_documents.h"

namespace attest {

class Adding {
 public:
  struct State {
    uint64_t change = 0;  // grows with every change
    bool running = false;
    AddProgress progress;
    std::optional<AddReport> report;    // of the run that ended last
    std::vector<std::string> problems;  // its files and records that could not be used, the first of them
    std::string failure;                // why it could not go on, ""
  };

  Adding() = default;
  // Stops a run: what was read is committed.
  ~Adding();
  Adding(const Adding&) = delete;
  Adding& operator=(const Adding&) = delete;

  // Adds all files under `folder`, which is removed afterwards; then calls `ended` on the run's thread. Fails
  // while another run goes on; then the folder stays.
  Status start(const std::filesystem::path& collection, const std::filesystem::path& folder,
               std::function<void()> ended);
  State state() const;
  // Waits until something has changed since `seen`, at most some seconds, and gives the state.
  State wait(uint64_t seen, unsigned seconds_max) const;

 private:
  void run(const std::filesystem::path& collection, const std::filesystem::path& folder);
  void change(const std::function<void(State&)>& edit);

  mutable std::mutex mutex_;
  mutable std::condition_variable changed_;
  State state_;
  std::atomic<bool> stop_ = false;
  std::thread thread_;
};

}  // namespace attest
