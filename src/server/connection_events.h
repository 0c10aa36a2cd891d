// The sink that a worker writes events to, while the connection may end at any time on the network's thread.
#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

#include "server/http_message.h"

namespace attest {

class HttpConnection;

class ConnectionEvents final : public EventSink {
 public:
  ConnectionEvents(const std::shared_ptr<HttpConnection>& connection, unsigned write_seconds)
      : connection_(connection), write_seconds_(write_seconds) {}

  bool send(std::string_view event, std::string_view data) override;
  void end() { pass_on({}, true); }

  // Called on the network's thread.
  void on_written(size_t bytes);
  void on_closed();

 private:
  // A reader that falls behind holds the worker up, for as long as a response may take to be written.
  bool pass_on(std::string&& bytes, bool last);

  std::weak_ptr<HttpConnection> connection_;  // held by its own operations
  const unsigned write_seconds_;
  std::mutex mutex_;
  std::condition_variable written_;
  size_t waiting_ = 0;
  bool closed_ = false;
};

}  // namespace attest
