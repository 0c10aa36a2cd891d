// server: the web app and the HTTP API on a collection. Takes requests, gives pages, files and JSON; thin: it
// asks the pipeline and shows what it says. May include every folder but cli.
//
// A request and its response as the pages see them, without sockets: http_server.h moves them over the wire,
// router.h finds who answers. Tests call the router with Requests of their own.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "server/address.h"

namespace attest {

struct Request {
  std::string method = "GET";
  std::string target;  // as sent, in origin form
  std::string path;    // decoded
  AddressQuery query;
  std::vector<std::pair<std::string, std::string>> headers;  // names in lower case
  std::string body;

  // The first field of this name (lower case), "" when there is none.
  std::string_view header(std::string_view name) const {
    for (const auto& [known, value] : headers) {
      if (known == name) return value;
    }
    return {};
  }
};

// Bytes that several responses may share, with their compressed form where that is worth it.
struct Body {
  std::string bytes;
  std::string gzip;  // empty: not compressed
};

// Where a stream of server-sent events goes (https://html.spec.whatwg.org/multipage/server-sent-events.html).
class EventSink {
 public:
  virtual ~EventSink() = default;
  // One event; line breaks in `data` are laid out as the format asks. False when the reader has gone: stop.
  virtual bool send(std::string_view event, std::string_view data) = 0;
};

struct Response {
  unsigned status = 200;
  std::string content_type = "text/html; charset=utf-8";
  std::vector<std::pair<std::string, std::string>> headers;
  std::shared_ptr<const Body> body;
  // When set, the response is an event stream: called on a worker's thread, returns when all is said.
  std::function<void(EventSink&)> events;

  Response& with(std::string name, std::string value) {
    headers.emplace_back(std::move(name), std::move(value));
    return *this;
  }
};

// A response whose body is `bytes`; compressed when it is a text of some length.
Response respond(std::string content_type, std::string bytes, unsigned status = 200);
// 303: the page to look at instead.
Response redirect_to(std::string address);

}  // namespace attest
