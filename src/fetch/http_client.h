// HTTP requests with limits, through libcurl.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace attest {

struct HttpAnswer {
  long status = 0;  // 0: there was no answer
  std::string body;
  double retry_after_seconds = -1;  // what the server asked for, or -1
  std::string failure;              // when there was no whole answer: what libcurl says
  bool too_large = false;
};

struct HttpLimits {
  uint32_t connect_seconds = 30;
  uint32_t request_seconds = 300;
  uint64_t body_bytes_max = 256ull << 20;
};

// One connection, kept open between requests. Not safe for concurrent use.
class HttpClient {
 public:
  static Result<std::unique_ptr<HttpClient>> create(HttpLimits limits);
  ~HttpClient();
  HttpClient(const HttpClient&) = delete;
  HttpClient& operator=(const HttpClient&) = delete;

  // POST with form fields: queries can be longer than an address may be.
  HttpAnswer post(const std::string& url, const std::vector<std::pair<std::string, std::string>>& fields);

 private:
  class State;
  explicit HttpClient(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace attest
