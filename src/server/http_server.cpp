#include "server/http_server.h"

#include <algorithm>
#include <thread>
#include <vector>

#include <fmt/format.h>
#include <sys/resource.h>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>

#include "server/http_connection.h"

namespace attest {

namespace asio = boost::asio;
using asio::ip::tcp;

namespace {

constexpr int kBacklog = 4096;
constexpr rlim_t kOtherFiles = 256;  // descriptors beside those of connections
constexpr auto kAcceptAgain = std::chrono::milliseconds(50);

// As many connections as there may be open files; the limit is raised as far as we may.
size_t connections_allowed(size_t wanted) {
  rlimit files{};
  if (::getrlimit(RLIMIT_NOFILE, &files) != 0) return wanted;
  const rlim_t needed = wanted + kOtherFiles;
  if (files.rlim_cur < needed && files.rlim_cur < files.rlim_max) {
    files.rlim_cur = std::min(needed, files.rlim_max);
    ::setrlimit(RLIMIT_NOFILE, &files);
    ::getrlimit(RLIMIT_NOFILE, &files);
  }
  if (files.rlim_cur >= needed) return wanted;
  return std::max<size_t>(
      files.rlim_cur > 2 * kOtherFiles ? files.rlim_cur - kOtherFiles : files.rlim_cur / 2, 1);
}

class BeastServer final : public HttpServer {
 public:
  BeastServer(const TransportSettings& settings, HttpHandler& handler)
      : host_(settings, handler,
              settings.workers > 0 ? settings.workers : std::max(1u, std::thread::hardware_concurrency())),
        acceptor_(host_.network),
        again_(host_.network),
        grace_(host_.network) {
    host_.settings.connections_max = connections_allowed(settings.connections_max);
  }
  ~BeastServer() override { stop(); }

  Status listen() {
    boost::system::error_code error;
    const auto address = asio::ip::make_address(host_.settings.address, error);
    if (error) {
      return fail(ErrorCode::kUsage, "this is no numeric address", host_.settings.address,
                  "listen on 127.0.0.1, ::1 or an address of this machine");
    }
    const tcp::endpoint endpoint(address, host_.settings.port);
    acceptor_.open(endpoint.protocol(), error);
    if (!error) acceptor_.set_option(tcp::acceptor::reuse_address(true), error);
    if (!error) acceptor_.bind(endpoint, error);
    if (!error) acceptor_.listen(kBacklog, error);
    if (!error) port_ = acceptor_.local_endpoint(error).port();
    if (error) {
      return fail(ErrorCode::kEnvironment, fmt::format("cannot listen: {}", error.message()),
                  fmt::format("{} port {}", host_.settings.address, host_.settings.port),
                  "is another program using the port? Name another with --port");
    }
    accept();
    thread_ = std::thread([this] { host_.network.run(); });
    return {};
  }

  uint16_t port() const override { return port_; }

  TransportCounts counts() const override {
    return {host_.connections, host_.accepted,        host_.evicted,
            host_.malformed,   host_.waiting_refused, host_.waiting};
  }

  void stop() override {
    if (!thread_.joinable()) return;
    asio::post(host_.network, [this] { begin_stop(); });
    thread_.join();
    host_.pool.stop();
    host_.pool.join();
    host_.on_close = nullptr;
  }

 private:
  void accept() {
    acceptor_.async_accept([this](boost::system::error_code error, tcp::socket socket) {
      if (host_.stopping) return;
      if (error) {
        // Out of descriptors, or the other side has gone already.
        again_.expires_after(kAcceptAgain);
        again_.async_wait([this](boost::system::error_code cancelled) {
          if (!cancelled && !host_.stopping) accept();
        });
        return;
      }
      welcome(std::move(socket));
      accept();
    });
  }

  void welcome(tcp::socket&& socket) {
    ++host_.accepted;
    boost::system::error_code ignored;
    socket.set_option(tcp::no_delay(true), ignored);
    const bool full = host_.connections >= host_.settings.connections_max;
    const bool room = !full || !host_.idle.empty();
    if (full && !host_.idle.empty()) {
      ++host_.evicted;
      host_.idle.front()->close();
    }
    const auto connection = std::make_shared<HttpConnection>(std::move(socket), host_);
    if (room)
      connection->read_request();
    else
      connection->refuse(503, "too many connections");
  }

  void begin_stop() {
    host_.stopping = true;
    boost::system::error_code ignored;
    acceptor_.close(ignored);
    again_.cancel();
    while (!host_.idle.empty()) host_.idle.front()->close();
    grace_.expires_after(std::chrono::seconds(host_.settings.stop_seconds));
    grace_.async_wait([this](boost::system::error_code cancelled) {
      if (cancelled) return;
      const std::vector<HttpConnection*> open(host_.open.begin(), host_.open.end());
      for (HttpConnection* connection : open) connection->close();
    });
    host_.on_close = [this] {
      if (host_.connections == 0) grace_.cancel();
    };
    if (host_.connections == 0) grace_.cancel();
  }

  ConnectionHost host_;
  tcp::acceptor acceptor_;
  asio::steady_timer again_, grace_;
  std::thread thread_;
  uint16_t port_ = 0;
};

}  // namespace

Result<std::unique_ptr<HttpServer>> HttpServer::start(const TransportSettings& settings,
                                                      HttpHandler& handler) {
  auto server = std::make_unique<BeastServer>(settings, handler);
  ATTEST_TRY(server->listen());
  return std::unique_ptr<HttpServer>(std::move(server));
}

}  // namespace attest
