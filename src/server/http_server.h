// Moves requests and responses over TCP (HTTP/1.1, RFC 9112), with Boost.Beast reading what comes in.
//
// One thread moves bytes for all connections and never computes; a pool of workers answers. A connection that
// waits, reads slowly or writes slowly costs some memory and no thread, and each phase of it has a time
// limit, so that it ends. When there are too many connections, the one that has been idle longest goes.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/limits.h"
#include "base/result.h"
#include "server/http_message.h"

namespace attest {

// What a host may set of the transport; limits without a member here are constants of base/limits.h.
struct TransportSettings {
  std::string address = "127.0.0.1";  // numeric, IPv4 or IPv6
  uint16_t port = 8080;               // 0: any free one
  unsigned workers = 0;               // threads that answer; 0: one for each core
  size_t connections_max = limits::kHttpConnectionsMax;
  size_t waiting_max = limits::kHttpWaitingMax;  // requests waiting for a worker; more come back (503)
  size_t bodies_bytes_max = limits::kHttpBodiesBytesMax;  // all large bodies that are held at one time
  unsigned idle_seconds = 75;                             // between requests
  unsigned header_seconds = 15;  // from the first byte of a request to the end of its header
  unsigned body_seconds = 20;    // to the end of the body, and a second more for each 16 KiB of it
  unsigned write_seconds = 20;   // to take a response, and a second more for each 16 KiB of it
  unsigned stop_seconds = 10;    // what a stop waits for requests that are being answered
};

// Who answers. All members may be called from several threads at a time.
class HttpHandler {
 public:
  virtual ~HttpHandler() = default;
  // On the network's thread: a response that is ready-made, or nothing. Must not compute or wait.
  virtual std::optional<Response> ready(const Request& request) = 0;
  // On a worker's thread.
  virtual Response answer(const Request& request) = 0;
  // Bytes that the body of such a request may have.
  virtual size_t body_bytes_max(std::string_view method, std::string_view target) const = 0;
  // The response to something that never became a request, or that cannot be answered now.
  virtual Response refuse(unsigned status, std::string_view reason) = 0;
};

struct TransportCounts {
  uint64_t connections = 0;      // open now
  uint64_t accepted = 0;         // since the start
  uint64_t evicted = 0;          // idle ones closed for want of room
  uint64_t malformed = 0;        // requests that could not be read
  uint64_t waiting_refused = 0;  // turned away because too many were waiting
  uint64_t waiting = 0;          // with a worker, or waiting for one
};

class HttpServer {
 public:
  // Listens when it returns. `handler` must outlive the server.
  static Result<std::unique_ptr<HttpServer>> start(const TransportSettings& settings, HttpHandler& handler);
  virtual ~HttpServer() = default;

  virtual uint16_t port() const = 0;
  virtual TransportCounts counts() const = 0;
  // Takes no new connection, closes idle ones, lets requests be answered for stop_seconds, then closes all.
  // Returns when every thread has ended. The destructor does the same.
  virtual void stop() = 0;
};

}  // namespace attest
