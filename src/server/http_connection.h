// One connection: reads a request, has it answered, writes the response, and waits for the next. Lives on the
// network's thread; only http_server.cpp and http_connection.cpp include this.
#pragma once

#include <atomic>
#include <chrono>
#include <ctime>
#include <deque>
#include <functional>
#include <list>
#include <memory>
#include <optional>
#include <string>
#include <unordered_set>

#include <boost/asio/io_context.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include "server/http_server.h"

namespace attest {

class HttpConnection;

// What the connections of one server share. Plain members belong to the network's thread.
struct ConnectionHost {
  ConnectionHost(const TransportSettings& with, HttpHandler& by, unsigned workers)
      : settings(with), handler(by), pool(workers) {}

  TransportSettings settings;
  HttpHandler& handler;
  bool stopping = false;
  size_t body_bytes_held = 0;  // promised to large bodies, of settings.bodies_bytes_max
  std::unordered_set<HttpConnection*> open;
  std::list<HttpConnection*> idle;  // longest idle first
  std::time_t date_second = 0;
  std::string date;  // of that second, as a header has it
  std::function<void()> on_close;
  std::atomic<uint64_t> connections = 0, accepted = 0, evicted = 0, malformed = 0, waiting_refused = 0,
                        waiting = 0;
  // Last: what still waits in them holds connections, which look at the members above when they end.
  boost::asio::io_context network{1};
  boost::asio::thread_pool pool;
};

class HttpConnection : public std::enable_shared_from_this<HttpConnection> {
 public:
  HttpConnection(boost::asio::ip::tcp::socket&& socket, ConnectionHost& host);
  ~HttpConnection();
  HttpConnection(const HttpConnection&) = delete;
  HttpConnection& operator=(const HttpConnection&) = delete;

  void read_request();
  // Closes at once: for idle connections, and at the end of a stop.
  void close();
  // Answers with a refusal and closes.
  void refuse(unsigned status, std::string_view reason);

 private:
  friend class ConnectionEvents;
  using Parser = boost::beast::http::request_parser<boost::beast::http::string_body>;

  void become_idle();
  void become_busy();
  void on_first_bytes(boost::beast::error_code error, size_t bytes);
  void on_header(boost::beast::error_code error);
  void read_body();
  void on_request();
  bool is_refused(boost::beast::error_code error);
  void hold_body_bytes(size_t bytes);
  void send(Response&& response);
  std::string head_of(const Response& response, size_t length, bool compressed);
  void on_sent(boost::beast::error_code error);
  void start_events(Response&& response);
  void send_events(std::string&& bytes, bool last);
  void write_next_events();
  void linger();
  void drain();

  ConnectionHost& host_;
  boost::beast::tcp_stream stream_;
  boost::beast::flat_buffer buffer_;
  std::optional<Parser> parser_;
  Request request_;
  std::optional<std::list<HttpConnection*>::iterator> idle_place_;
  size_t body_bytes_held_ = 0;
  bool head_only_ = false;
  bool keep_alive_ = false;
  bool http_1_0_ = false;
  // The response being written.
  std::string head_;
  std::shared_ptr<const Body> body_;
  // Event streams.
  std::shared_ptr<class ConnectionEvents> events_;
  std::deque<std::string> event_bytes_;
  bool writing_events_ = false;
  bool events_ended_ = false;
  size_t drained_ = 0;
};

}  // namespace attest
