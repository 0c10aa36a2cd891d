#include "fetch/http_client.h"

#include <charconv>
#include <ctime>
#include <mutex>

#include <curl/curl.h>

#include "base/ascii.h"

namespace attest {

namespace {

struct Receiving {
  HttpAnswer answer;
  uint64_t bytes_max = 0;
};

size_t on_body(char* data, size_t size, size_t count, void* user) {
  auto& receiving = *static_cast<Receiving*>(user);
  const size_t bytes = size * count;
  if (receiving.answer.body.size() + bytes > receiving.bytes_max) {
    receiving.answer.too_large = true;
    return 0;
  }
  receiving.answer.body.append(data, bytes);
  return bytes;
}

size_t on_header(char* data, size_t size, size_t count, void* user) {
  auto& receiving = *static_cast<Receiving*>(user);
  const std::string_view line(data, size * count);
  constexpr std::string_view kName = "retry-after:";
  if (line.size() <= kName.size()) return line.size();
  for (size_t i = 0; i < kName.size(); ++i) {
    const char c = to_lower(line[i]);
    if (c != kName[i]) return line.size();
  }
  std::string value(line.substr(kName.size()));
  value.erase(0, value.find_first_not_of(' '));
  while (!value.empty() && (value.back() == '\r' || value.back() == '\n' || value.back() == ' '))
    value.pop_back();
  // Seconds, or a date (https://www.rfc-editor.org/rfc/rfc9110#field.retry-after).
  unsigned seconds = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), seconds);
  if (error == std::errc() && end == value.data() + value.size()) {
    receiving.answer.retry_after_seconds = seconds;
  } else if (const time_t when = curl_getdate(value.c_str(), nullptr); when >= 0) {
    receiving.answer.retry_after_seconds = std::max(0.0, std::difftime(when, std::time(nullptr)));
  }
  return line.size();
}

}  // namespace

class HttpClient::State {
 public:
  struct EasyCloser {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
  };
  using Easy = std::unique_ptr<CURL, EasyCloser>;

  Easy easy;
  HttpLimits limits;
};

HttpClient::HttpClient(std::unique_ptr<State> state) : state_(std::move(state)) {}
HttpClient::~HttpClient() = default;

Result<std::unique_ptr<HttpClient>> HttpClient::create(HttpLimits limits) {
  static std::once_flag once;
  static CURLcode ready = CURLE_OK;
  std::call_once(once, [] { ready = curl_global_init(CURL_GLOBAL_DEFAULT); });
  auto state = std::make_unique<State>();
  if (ready == CURLE_OK) state->easy.reset(curl_easy_init());
  if (!state->easy) return fail(ErrorCode::kEnvironment, "the network library cannot be started");
  state->limits = limits;
  return std::unique_ptr<HttpClient>(new HttpClient(std::move(state)));
}

HttpAnswer HttpClient::post(const std::string& url,
                            const std::vector<std::pair<std::string, std::string>>& fields) {
  CURL* easy = state_->easy.get();
  curl_easy_reset(easy);
  std::string form;
  for (const auto& [name, value] : fields) {
    char* escaped = curl_easy_escape(easy, value.data(), static_cast<int>(value.size()));
    if (escaped == nullptr) continue;
    if (!form.empty()) form += '&';
    form += name + "=" + escaped;
    curl_free(escaped);
  }
  Receiving receiving;
  receiving.bytes_max = state_->limits.body_bytes_max;
  char error[CURL_ERROR_SIZE] = {0};
  curl_easy_setopt(easy, CURLOPT_URL, url.c_str());
  curl_easy_setopt(easy, CURLOPT_POSTFIELDS, form.c_str());
  curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE, static_cast<long>(form.size()));
  curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, on_body);
  curl_easy_setopt(easy, CURLOPT_WRITEDATA, &receiving);
  curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, on_header);
  curl_easy_setopt(easy, CURLOPT_HEADERDATA, &receiving);
  curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, error);
  curl_easy_setopt(easy, CURLOPT_USERAGENT, "attest/" ATTEST_VERSION);
  curl_easy_setopt(easy, CURLOPT_ACCEPT_ENCODING, "");
  curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT, static_cast<long>(state_->limits.connect_seconds));
  curl_easy_setopt(easy, CURLOPT_TIMEOUT, static_cast<long>(state_->limits.request_seconds));
  // A line that has gone silent is given up before the whole time is over.
  curl_easy_setopt(easy, CURLOPT_LOW_SPEED_LIMIT, 10L);
  curl_easy_setopt(easy, CURLOPT_LOW_SPEED_TIME, 60L);
  curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
  // Nothing but HTTP, wherever a mirror may redirect to; the key must not follow to another protocol.
  curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(easy, CURLOPT_REDIR_PROTOCOLS_STR, "https");
  curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 1L);
  curl_easy_setopt(easy, CURLOPT_MAXREDIRS, 3L);
  curl_easy_setopt(easy, CURLOPT_POSTREDIR, static_cast<long>(CURL_REDIR_POST_ALL));
  const CURLcode result = curl_easy_perform(easy);
  curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &receiving.answer.status);
  if (result != CURLE_OK) receiving.answer.failure = error[0] != '\0' ? error : curl_easy_strerror(result);
  return std::move(receiving.answer);
}

}  // namespace attest
