// Progress on standard error: one line that renews itself on a terminal; elsewhere (a log) a plain line about
// every ten seconds.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace attest {

class ProgressLine {
 public:
  // `counted`: what `count` of update() is, e.g. "documents"; empty where only the share matters.
  ProgressLine(std::string doing, std::string counted);
  ~ProgressLine();
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  // `done` of `total` in any unit gives the share and the time left; `label` says at what.
  void update(uint64_t done, uint64_t total, uint64_t count, const std::string& label);
  // Makes room for another message.
  void clear();
  double seconds() const;

 private:
  using Clock = std::chrono::steady_clock;
  std::string doing_;
  std::string counted_;
  bool terminal_;
  bool shown_ = false;
  Clock::time_point start_ = Clock::now();
  Clock::time_point last_ = start_;
};

}  // namespace attest
