#include "server/http_connection.h"

#include <algorithm>
#include <array>
#include <exception>

#include <fmt/format.h>
#include <boost/asio/buffer.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/status.hpp>

#include "base/ascii.h"
#include "base/limits.h"
#include "server/connection_events.h"

namespace attest {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;

namespace {

constexpr size_t kFirstBytes = 2048;  // room that an idle connection keeps for what comes next
constexpr unsigned kDrainSeconds = 2;
constexpr size_t kReadAgainBytes = 4096;

std::chrono::seconds seconds_for(unsigned base, size_t bytes) {
  return std::chrono::seconds(base + bytes / limits::kHttpBytesPerSecondMin);
}

// A field's value on one line, whatever it came from.
void append_field(std::string& head, std::string_view name, std::string_view value) {
  head += name;
  head += ": ";
  for (const char byte : value) {
    if (static_cast<unsigned char>(byte) >= 0x20 && byte != 0x7F) head += byte;
  }
  head += "\r\n";
}

unsigned status_of(beast::error_code error) {
  if (error == http::error::header_limit) return 431;
  if (error == http::error::body_limit) return 413;
  if (error == http::error::bad_version) return 505;
  return 400;
}

std::string_view reason_of(beast::error_code error) {
  if (error == http::error::header_limit) return "the request's header is too long";
  if (error == http::error::body_limit) return "the request's body is too long";
  if (error == http::error::bad_version) return "this server speaks HTTP/1.1";
  return "this is no HTTP request";
}

}  // namespace

HttpConnection::HttpConnection(asio::ip::tcp::socket&& socket, ConnectionHost& host)
    : host_(host), stream_(std::move(socket)) {
  ++host_.connections;
  host_.open.insert(this);
}

HttpConnection::~HttpConnection() {
  become_busy();
  hold_body_bytes(0);
  --host_.connections;
  host_.open.erase(this);
  if (host_.on_close) host_.on_close();
}

void HttpConnection::become_idle() {
  if (!idle_place_) idle_place_ = host_.idle.insert(host_.idle.end(), this);
}

void HttpConnection::become_busy() {
  if (idle_place_) host_.idle.erase(*idle_place_);
  idle_place_.reset();
}

// Replaces what this connection holds of the budget for bodies.
void HttpConnection::hold_body_bytes(size_t bytes) {
  host_.body_bytes_held = host_.body_bytes_held - body_bytes_held_ + bytes;
  body_bytes_held_ = bytes;
}

void HttpConnection::close() {
  become_busy();
  beast::error_code ignored;
  stream_.socket().close(ignored);
}

void HttpConnection::read_request() {
  if (host_.stopping) return close();
  become_idle();
  hold_body_bytes(0);
  parser_.emplace();
  parser_->header_limit(limits::kHttpHeaderBytesMax);
  parser_->body_limit(host_.settings.bodies_bytes_max);
  stream_.expires_after(std::chrono::seconds(host_.settings.idle_seconds));
  if (buffer_.size() > 0) return on_first_bytes({}, 0);  // sent ahead with the request before
  stream_.async_read_some(buffer_.prepare(kFirstBytes),
                          [self = shared_from_this()](beast::error_code error, size_t bytes) {
                            self->on_first_bytes(error, bytes);
                          });
}

void HttpConnection::on_first_bytes(beast::error_code error, size_t bytes) {
  become_busy();
  if (error) return close();
  buffer_.commit(bytes);
  stream_.expires_after(std::chrono::seconds(host_.settings.header_seconds));
  http::async_read_header(
      stream_, buffer_, *parser_,
      [self = shared_from_this()](beast::error_code failed, size_t) { self->on_header(failed); });
}

// Whether reading has failed: then the other side is told, if there still is one.
bool HttpConnection::is_refused(beast::error_code error) {
  if (!error) return false;
  if (error == http::error::end_of_stream || error == http::error::partial_message ||
      error.category() != http::make_error_code(http::error::bad_method).category()) {
    close();  // gone, or out of time
    return true;
  }
  ++host_.malformed;
  refuse(status_of(error), reason_of(error));
  return true;
}

void HttpConnection::refuse(unsigned status, std::string_view reason) {
  keep_alive_ = false;
  send(host_.handler.refuse(status, reason));
}

void HttpConnection::on_header(beast::error_code error) {
  if (is_refused(error)) return;
  const auto& message = parser_->get();
  keep_alive_ = message.keep_alive();
  http_1_0_ = message.version() < 11;
  head_only_ = message.method() == http::verb::head;
  const std::string_view method(message.method_string().data(), message.method_string().size());
  const std::string_view target(message.target().data(), message.target().size());
  if (parser_->is_done()) return on_request();

  const size_t allowed = host_.handler.body_bytes_max(method, target);
  const auto stated = parser_->content_length();
  if (stated && *stated > allowed)
    return refuse(413, fmt::format("the body may have {} bytes here", allowed));
  parser_->body_limit(allowed);
  const size_t expected = stated ? static_cast<size_t>(*stated) : allowed;
  if (expected > limits::kHttpSmallBodyBytes) {
    if (host_.body_bytes_held + expected > host_.settings.bodies_bytes_max)
      return refuse(503, "too much is being uploaded; try again in a minute");
    hold_body_bytes(expected);
  }
  stream_.expires_after(seconds_for(host_.settings.body_seconds, expected));
  const auto expectation = message.find(http::field::expect);
  if (expectation == message.end()) return read_body();
  if (lower_ascii({expectation->value().data(), expectation->value().size()}) != "100-continue")
    return refuse(417, "the expectation is not known here");
  static constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";
  asio::async_write(stream_, asio::buffer(kContinue),
                    [self = shared_from_this()](beast::error_code failed, size_t) {
                      if (failed) return self->close();
                      self->read_body();
                    });
}

void HttpConnection::read_body() {
  http::async_read(stream_, buffer_, *parser_, [self = shared_from_this()](beast::error_code error, size_t) {
    if (!self->is_refused(error)) self->on_request();
  });
}

void HttpConnection::on_request() {
  stream_.expires_never();
  auto message = parser_->release();
  parser_.reset();
  request_ = Request();
  request_.method.assign(message.method_string().data(), message.method_string().size());
  request_.target.assign(message.target().data(), message.target().size());
  request_.body = std::move(message.body());
  for (const auto& field : message) {
    request_.headers.emplace_back(lower_ascii({field.name_string().data(), field.name_string().size()}),
                                  std::string(field.value().data(), field.value().size()));
  }
  auto address = parse_target(request_.target);
  if (!address) {
    ++host_.malformed;
    return refuse(address.error().code == ErrorCode::kLimit ? 414 : 400, address.error().to_line());
  }
  request_.path = std::move(address->path);
  request_.query = std::move(address->query);
  if (auto response = host_.handler.ready(request_)) return send(std::move(*response));
  if (host_.waiting >= host_.settings.waiting_max) {
    ++host_.waiting_refused;
    return send(host_.handler.refuse(503, "many questions are being answered; try again in a moment"));
  }
  ++host_.waiting;
  // The reference goes back to the network's thread with the response: a connection ends there and nowhere
  // else.
  asio::post(host_.pool, [self = shared_from_this()]() mutable {
    Response response;
    try {
      response = self->host_.handler.answer(self->request_);
    } catch (const std::exception&) {
      response = self->host_.handler.refuse(500, "the program failed to answer");
    }
    --self->host_.waiting;
    asio::io_context& network = self->host_.network;
    asio::post(network, [self = std::move(self), response = std::move(response)]() mutable {
      self->send(std::move(response));
    });
  });
}

std::string HttpConnection::head_of(const Response& response, size_t length, bool compressed) {
  const std::time_t now = std::time(nullptr);
  if (now != host_.date_second) {
    std::tm parts{};
    gmtime_r(&now, &parts);
    std::array<char, 64> text{};
    host_.date.assign(text.data(),
                      std::strftime(text.data(), text.size(), "%a, %d %b %Y %H:%M:%S GMT", &parts));
    host_.date_second = now;
  }
  const auto name = http::obsolete_reason(http::int_to_status(response.status));
  std::string head =
      fmt::format("HTTP/1.1 {} {}\r\n", response.status, std::string_view(name.data(), name.size()));
  append_field(head, "Date", host_.date);
  if (length > 0 || (response.status != 304 && response.status != 204))
    append_field(head, "Content-Type", response.content_type);
  if (response.events) {
    if (!http_1_0_) append_field(head, "Transfer-Encoding", "chunked");
  } else if (response.status != 304 && response.status != 204) {
    append_field(head, "Content-Length", std::to_string(length));
  }
  if (compressed) append_field(head, "Content-Encoding", "gzip");
  if (response.body && !response.body->gzip.empty()) append_field(head, "Vary", "Accept-Encoding");
  for (const auto& [field, value] : response.headers) append_field(head, field, value);
  if (!keep_alive_)
    append_field(head, "Connection", "close");
  else if (http_1_0_)
    append_field(head, "Connection", "keep-alive");
  return head + "\r\n";
}

void HttpConnection::send(Response&& response) {
  if (host_.stopping) keep_alive_ = false;
  if (response.events && !head_only_) return start_events(std::move(response));
  const bool has_body = response.body && response.status != 304 && response.status != 204;
  const bool compressed = has_body && !response.body->gzip.empty() &&
                          request_.header("accept-encoding").find("gzip") != std::string_view::npos;
  const std::string_view bytes = !has_body    ? std::string_view()
                                 : compressed ? std::string_view(response.body->gzip)
                                              : std::string_view(response.body->bytes);
  head_ = head_of(response, bytes.size(), compressed);
  body_ = std::move(response.body);
  stream_.expires_after(seconds_for(host_.settings.write_seconds, bytes.size()));
  const std::array<asio::const_buffer, 2> parts{
      asio::buffer(head_), head_only_ ? asio::const_buffer() : asio::buffer(bytes.data(), bytes.size())};
  asio::async_write(stream_, parts,
                    [self = shared_from_this()](beast::error_code error, size_t) { self->on_sent(error); });
}

void HttpConnection::on_sent(beast::error_code error) {
  head_.clear();
  body_.reset();
  if (error) return close();
  if (!keep_alive_) return linger();
  head_only_ = false;
  read_request();
}

void HttpConnection::start_events(Response&& response) {
  keep_alive_ = false;
  events_ = std::make_shared<ConnectionEvents>(shared_from_this(), host_.settings.write_seconds);
  send_events(head_of(response, 0, false), false);
  ++host_.waiting;
  asio::post(host_.pool,
             [events = events_, produce = std::move(response.events), self = shared_from_this()]() mutable {
               try {
                 produce(*events);
               } catch (const std::exception&) {
                 events->send("error", "the program failed");
               }
               --self->host_.waiting;
               events->end();
               asio::io_context& network = self->host_.network;
               asio::post(network, [self = std::move(self)] {});
             });
}

// The first bytes are the header; each later piece is a chunk (RFC 9112, 7.1), the last one empty.
void HttpConnection::send_events(std::string&& bytes, bool last) {
  if (events_ended_ || !stream_.socket().is_open()) return;
  const bool chunked = !http_1_0_ && !bytes.starts_with("HTTP/1.1 ");
  if (chunked) bytes = last ? "0\r\n\r\n" : fmt::format("{:x}\r\n{}\r\n", bytes.size(), bytes);
  events_ended_ = last;
  event_bytes_.push_back(std::move(bytes));
  if (!writing_events_) write_next_events();
}

void HttpConnection::write_next_events() {
  if (event_bytes_.empty()) {
    writing_events_ = false;
    if (events_ended_) {
      events_->on_closed();
      events_.reset();
      linger();
    }
    return;
  }
  writing_events_ = true;
  stream_.expires_after(seconds_for(host_.settings.write_seconds, event_bytes_.front().size()));
  asio::async_write(stream_, asio::buffer(event_bytes_.front()),
                    [self = shared_from_this()](beast::error_code error, size_t) {
                      const size_t written = self->event_bytes_.front().size();
                      self->event_bytes_.pop_front();
                      if (error) {
                        self->event_bytes_.clear();
                        if (self->events_) self->events_->on_closed();
                        self->events_.reset();
                        return self->close();
                      }
                      self->stream_.expires_never();
                      if (self->events_) self->events_->on_written(written);
                      self->write_next_events();
                    });
}

// Closing with unread bytes in the socket would make the kernel send a reset, and the other side might never
// see the response: say that we are done, and read on for a moment.
void HttpConnection::linger() {
  beast::error_code ignored;
  stream_.socket().shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
  stream_.expires_after(std::chrono::seconds(kDrainSeconds));
  drained_ = 0;
  buffer_.clear();
  drain();
}

void HttpConnection::drain() {
  stream_.async_read_some(
      buffer_.prepare(kReadAgainBytes), [self = shared_from_this()](beast::error_code error, size_t bytes) {
        self->drained_ += bytes;
        if (error || self->drained_ > limits::kHttpRefusedBytesMax || self->host_.stopping)
          return self->close();
        self->drain();
      });
}

}  // namespace attest
