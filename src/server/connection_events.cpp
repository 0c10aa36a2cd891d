#include "server/connection_events.h"

#include <algorithm>
#include <chrono>

#include <boost/asio/post.hpp>

#include "base/limits.h"
#include "server/http_connection.h"

namespace attest {

bool ConnectionEvents::send(std::string_view event, std::string_view data) {
  std::string bytes = "event: " + std::string(event) + "\n";
  for (size_t at = 0; at <= data.size();) {
    const size_t end = std::min(data.find_first_of("\r\n", at), data.size());
    bytes += "data: " + std::string(data.substr(at, end - at)) + "\n";
    at = end + (data.substr(end).starts_with("\r\n") ? 2 : 1);
  }
  bytes += "\n";
  return pass_on(std::move(bytes), false);
}

void ConnectionEvents::on_written(size_t bytes) {
  const std::lock_guard lock(mutex_);
  waiting_ -= std::min(waiting_, bytes);
  written_.notify_all();
}

void ConnectionEvents::on_closed() {
  const std::lock_guard lock(mutex_);
  closed_ = true;
  written_.notify_all();
}

bool ConnectionEvents::pass_on(std::string&& bytes, bool last) {
  std::shared_ptr<HttpConnection> connection = connection_.lock();
  if (connection == nullptr) return false;
  {
    std::unique_lock lock(mutex_);
    const bool room = written_.wait_for(lock, std::chrono::seconds(write_seconds_), [&] {
      return closed_ || last || waiting_ < limits::kHttpEventsBytesMax;
    });
    if (closed_ || !room) return false;
    waiting_ += bytes.size();
  }
  boost::asio::io_context& network = connection->host_.network;
  boost::asio::post(network, [connection = std::move(connection), bytes = std::move(bytes), last]() mutable {
    connection->send_events(std::move(bytes), last);
  });
  return true;
}

}  // namespace attest
