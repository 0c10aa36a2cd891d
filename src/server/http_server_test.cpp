// Over real sockets: what arrives in pieces, too late, too large or broken, and that the others are served.
#include "server/http_server.h"

#include <condition_variable>
#include <mutex>
#include <thread>

#include <arpa/inet.h>
#include <gmock/gmock.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/limits.h"

namespace attest {
namespace {

using testing::AllOf;
using testing::EndsWith;
using testing::HasSubstr;
using testing::StartsWith;

// Answers with what it was asked; "/slow" waits until it is let go.
class Echo final : public HttpHandler {
 public:
  std::optional<Response> ready(const Request& request) override {
    if (request.path != "/ready") return std::nullopt;
    return respond("text/plain", "ready-made");
  }
  Response answer(const Request& request) override {
    if (request.path == "/slow") {
      std::unique_lock lock(mutex_);
      ++waiting_;
      changed_.notify_all();
      changed_.wait(lock, [&] { return let_go_; });
    }
    if (request.path == "/throws") throw std::runtime_error("inside");
    if (request.path == "/events") {
      Response response;
      response.content_type = "text/event-stream";
      response.events = [](EventSink& sink) {
        sink.send("one", "line 1\nline 2");
        sink.send("two", "");
      };
      return response;
    }
    if (request.path == "/large") return respond("text/plain", std::string(3'000'000, 'x'));
    std::string said = request.method + " " + request.path + " " + request.body;
    Response response = respond("text/plain", said);
    response.with("X-Odd", "a\r\nInjected: yes");
    return response;
  }
  size_t body_bytes_max(std::string_view, std::string_view target) const override {
    return target.starts_with("/small") ? 10 : 1u << 20;
  }
  Response refuse(unsigned status, std::string_view reason) override {
    return respond("text/plain", std::string(reason), status);
  }

  void wait_for(int requests) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return waiting_ >= requests; });
  }
  void let_go() {
    const std::lock_guard lock(mutex_);
    let_go_ = true;
    changed_.notify_all();
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  int waiting_ = 0;
  bool let_go_ = false;
};

class Client {
 public:
  explicit Client(uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    connected_ = ::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
  }
  ~Client() { ::close(socket_); }
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;

  bool connected() const { return connected_; }
  void send(std::string_view bytes) { (void)::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL); }
  void finish() { ::shutdown(socket_, SHUT_WR); }
  // Until the text has come, or the other side has closed.
  std::string read_until(std::string_view text) {
    while (got_.find(text) == std::string::npos && read_some()) {
    }
    return got_;
  }
  std::string read_all() {
    while (read_some()) {
    }
    return got_;
  }
  void forget() { got_.clear(); }

 private:
  bool read_some() {
    char buffer[65536];
    const ssize_t count = ::recv(socket_, buffer, sizeof buffer, 0);
    if (count <= 0) return false;
    got_.append(buffer, static_cast<size_t>(count));
    return true;
  }

  int socket_;
  bool connected_ = false;
  std::string got_;
};

class Server : public testing::Test {
 protected:
  void start(TransportSettings settings = {}) {
    settings.port = 0;
    settings.workers = 2;
    auto started = HttpServer::start(settings, echo_);
    ASSERT_TRUE(started) << started.error().to_line();
    server_ = std::move(*started);
  }
  std::string exchange(std::string_view request) {
    Client client(server_->port());
    client.send(request);
    return client.read_all();
  }

  Echo echo_;
  std::unique_ptr<HttpServer> server_;
};

TEST_F(Server, AnswersSeveralRequestsOnOneConnection) {
  start();
  Client client(server_->port());
  client.send("GET /a?b HTTP/1.1\r\nHost: x\r\n\r\n");
  EXPECT_THAT(client.read_until("GET /a "), AllOf(StartsWith("HTTP/1.1 200 OK\r\n"), HasSubstr("Date: ")));
  client.forget();
  client.send(
      "GET /ready HTTP/1.1\r\nHost: x\r\n\r\nPOST /c HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc");
  EXPECT_THAT(client.read_until("POST /c abc"), HasSubstr("ready-made"));
  client.forget();
  client.send("HEAD /ready HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  EXPECT_THAT(client.read_all(), AllOf(HasSubstr("Content-Length: 10\r\n"), EndsWith("\r\n\r\n")));
}

TEST_F(Server, AFieldOfAResponseCannotBecomeTwo) {
  start();
  EXPECT_THAT(exchange("GET /a HTTP/1.0\r\n\r\n"), HasSubstr("X-Odd: aInjected: yes\r\n"));
}

TEST_F(Server, BodiesInChunksAndWithExpectation) {
  start();
  EXPECT_THAT(
      exchange("POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
               "3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n"),
      HasSubstr("POST /a abcde"));
  Client client(server_->port());
  client.send(
      "POST /a HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 2\r\nConnection: "
      "close\r\n\r\n");
  EXPECT_THAT(client.read_until("100 Continue\r\n\r\n"), StartsWith("HTTP/1.1 100 Continue"));
  client.send("ok");
  EXPECT_THAT(client.read_all(), HasSubstr("POST /a ok"));
}

TEST_F(Server, WhatIsBrokenOrTooLargeIsRefused) {
  start();
  EXPECT_THAT(exchange("nonsense\r\n\r\n"), StartsWith("HTTP/1.1 400"));
  EXPECT_THAT(exchange("GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n"), StartsWith("HTTP/1.1 400"));
  EXPECT_THAT(exchange("GET / HTTP/3.1\r\nHost: x\r\n\r\n"), StartsWith("HTTP/1.1 505"));
  EXPECT_THAT(
      exchange("GET /" + std::string(limits::kHttpTargetBytesMax, 'a') + " HTTP/1.1\r\nHost: x\r\n\r\n"),
      StartsWith("HTTP/1.1 414"));
  EXPECT_THAT(exchange("GET / HTTP/1.1\r\nA: " + std::string(limits::kHttpHeaderBytesMax, 'a') + "\r\n\r\n"),
              StartsWith("HTTP/1.1 431"));
  EXPECT_THAT(exchange("POST /small HTTP/1.1\r\nHost: x\r\nContent-Length: 11\r\n\r\nabcdefghijk"),
              StartsWith("HTTP/1.1 413"));
  EXPECT_THAT(exchange("POST /small HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
                       "b\r\nabcdefghijk\r\n0\r\n\r\n"),
              StartsWith("HTTP/1.1 413"));
  EXPECT_THAT(exchange("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999999999\r\n\r\n"),
              StartsWith("HTTP/1.1 4"));
  EXPECT_THAT(
      exchange("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\nabc"),
      StartsWith("HTTP/1.1 4"));
  EXPECT_THAT(exchange("GET /throws HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"),
              StartsWith("HTTP/1.1 500"));
  EXPECT_GE(server_->counts().malformed, 6u);
}

TEST_F(Server, EventsComeInChunks) {
  start();
  EXPECT_THAT(
      exchange("GET /events HTTP/1.1\r\nHost: x\r\n\r\n"),
      AllOf(HasSubstr("Transfer-Encoding: chunked"), HasSubstr("event: one\ndata: line 1\ndata: line 2\n\n"),
            HasSubstr("event: two\ndata: \n\n"), EndsWith("0\r\n\r\n")));
  EXPECT_THAT(exchange("GET /events HTTP/1.0\r\n\r\n"), EndsWith("event: two\ndata: \n\n"));
}

TEST_F(Server, ALargeResponseArrivesWhole) {
  start();
  const std::string got = exchange("GET /large HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  EXPECT_EQ(got.size() - got.find("\r\n\r\n") - 4, 3'000'000u);
}

TEST_F(Server, HalfOpenAndHalfSentRequestsHoldNobodyUp) {
  start();
  std::vector<std::unique_ptr<Client>> slow;
  for (int i = 0; i < 100; ++i) {
    slow.push_back(std::make_unique<Client>(server_->port()));
    if (i % 3 == 1) slow.back()->send("GET / HTTP/1.1\r\nHo");
    if (i % 3 == 2) slow.back()->send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nabc");
  }
  EXPECT_THAT(exchange("GET /b HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"), HasSubstr("GET /b"));
  Client half(server_->port());
  half.send("GET /c HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  half.finish();
  EXPECT_THAT(half.read_all(), HasSubstr("GET /c"));
}

TEST_F(Server, SlowHeadersEndByThemselves) {
  TransportSettings settings;
  settings.header_seconds = 1;
  start(settings);
  Client client(server_->port());
  client.send("GET / HTTP/1.1\r\nHo");
  EXPECT_EQ(client.read_all(), "") << "closed without a response";
}

TEST_F(Server, IdleConnectionsGiveWayToNewOnes) {
  TransportSettings settings;
  settings.connections_max = 3;
  start(settings);
  Client first(server_->port());
  first.send("GET /a HTTP/1.1\r\nHost: x\r\n\r\n");
  first.read_until("GET /a ");
  std::vector<std::unique_ptr<Client>> more;
  for (int i = 0; i < 5; ++i) {
    more.push_back(std::make_unique<Client>(server_->port()));
    more.back()->send("GET /b HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_THAT(more.back()->read_until("GET /b "), HasSubstr("200 OK"));
  }
  EXPECT_GE(server_->counts().evicted, 2u);
  first.forget();
  EXPECT_EQ(first.read_all(), "");
}

TEST_F(Server, TooManyWaitingRequestsAreToldToComeBack) {
  TransportSettings settings;
  settings.waiting_max = 2;
  start(settings);
  Client one(server_->port()), two(server_->port());
  for (Client* client : {&one, &two})
    client->send("GET /slow HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  echo_.wait_for(2);
  EXPECT_THAT(exchange("GET /c HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"),
              StartsWith("HTTP/1.1 503"));
  EXPECT_THAT(exchange("GET /ready HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"),
              HasSubstr("ready-made"));
  echo_.let_go();
  EXPECT_THAT(one.read_all(), HasSubstr("GET /slow"));
  EXPECT_THAT(two.read_all(), HasSubstr("GET /slow"));
}

TEST_F(Server, AStopLetsRequestsBeAnswered) {
  start();
  Client busy(server_->port()), idle(server_->port());
  idle.send("GET /a HTTP/1.1\r\nHost: x\r\n\r\n");
  idle.read_until("GET /a ");
  idle.forget();
  busy.send("GET /slow HTTP/1.1\r\nHost: x\r\n\r\n");
  echo_.wait_for(1);
  const uint16_t port = server_->port();
  std::thread stopping([&] { server_->stop(); });
  EXPECT_EQ(idle.read_all(), "") << "closed at once";
  EXPECT_FALSE(Client(port).connected());
  echo_.let_go();
  EXPECT_THAT(busy.read_all(), AllOf(HasSubstr("GET /slow"), HasSubstr("Connection: close")));
  stopping.join();
  EXPECT_EQ(server_->counts().connections, 0u);
}

TEST_F(Server, AStopDoesNotWaitForever) {
  TransportSettings settings;
  settings.stop_seconds = 1;
  start(settings);
  Client client(server_->port());
  client.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nabc");
  server_->stop();
  EXPECT_EQ(client.read_all(), "");
}

TEST(ServerStart, AnAddressThatIsNone) {
  Echo echo;
  TransportSettings settings;
  settings.address = "localhost";
  const auto started = HttpServer::start(settings, echo);
  ASSERT_FALSE(started);
  EXPECT_EQ(started.error().code, ErrorCode::kUsage);
}

}  // namespace
}  // namespace attest
