// fetch_pubmed(): search, then batch after batch; each batch is stored as a file, read by parse_file(), and
// noted in the resume file once it has been delivered whole.
#include "fetch/fetch.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <optional>
#include <thread>

#include <fmt/format.h>
#include <unistd.h>

#include "base/file.h"
#include "base/limits.h"
#include "fetch/eutils.h"
#include "fetch/http_client.h"

namespace attest {

namespace {

using Clock = std::chrono::steady_clock;
using Fields = std::vector<std::pair<std::string, std::string>>;
constexpr uint32_t kBatchSizeMax = 10'000;  // of efetch
constexpr uint32_t kSearchAgainMax = 2;     // when NCBI has dropped the history
constexpr uint64_t kRequestsASecond = 3;
constexpr uint64_t kRequestsASecondWithKey = 10;
constexpr uint64_t kPubmedRecordsMax = 9'999;  // what efetch gives of one PubMed search

// A folder of our own for one batch at a time, removed at the end.
class BatchFolder {
 public:
  static Result<BatchFolder> create(const std::filesystem::path& parent) {
    std::error_code error;
    std::filesystem::path base = parent.empty() ? std::filesystem::temp_directory_path(error) : parent;
    std::string name = (base / "attest-fetch-XXXXXX").string();
    if (error || ::mkdtemp(name.data()) == nullptr) {
      return fail(ErrorCode::kEnvironment, "cannot make a temporary folder", base.string(),
                  "check its permissions and free space");
    }
    return BatchFolder(std::filesystem::path(name));
  }
  BatchFolder(BatchFolder&& other) noexcept : path_(std::exchange(other.path_, {})) {}
  BatchFolder& operator=(BatchFolder&&) = delete;
  BatchFolder(const BatchFolder&) = delete;
  BatchFolder& operator=(const BatchFolder&) = delete;
  ~BatchFolder() {
    std::error_code ignored;
    if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
  }
  std::filesystem::path batch_file() const { return path_ / "batch.xml"; }

 private:
  explicit BatchFolder(std::filesystem::path path) : path_(std::move(path)) {}
  std::filesystem::path path_;
};

class PubmedFetch {
 public:
  PubmedFetch(const FetchOptions& options, const FetchSink& sink, HttpClient& client)
      : options_(options), sink_(sink), client_(client) {
    const uint64_t rate = options.api_key.empty() ? kRequestsASecond : kRequestsASecondWithKey;
    // A little under the allowed rate: clocks differ.
    between_requests_ = std::chrono::milliseconds(1000 / rate + 20);
  }

  Status run() {
    ATTEST_TRY(load_state());
    if (state_.web_env.empty()) ATTEST_TRY(search());
    progress_.found = state_.count;
    progress_.wanted = options_.records_max > 0 ? std::min(options_.records_max, state_.count) : state_.count;
    if (progress_.wanted > kPubmedRecordsMax) {
      note(fmt::format(
          "PubMed gives only the first {} records of a search; divide the query by years to get all {}",
          kPubmedRecordsMax, state_.count));
      progress_.wanted = kPubmedRecordsMax;
    }
    progress_.delivered = std::min(state_.next_offset, progress_.wanted);
    if (!tell_progress()) return {};
    ATTEST_ASSIGN(const BatchFolder folder, BatchFolder::create(options_.temporary_folder));
    while (state_.next_offset < progress_.wanted) {
      ATTEST_ASSIGN(const bool go_on, take_batch(folder));
      if (!go_on) return {};
    }
    std::error_code ignored;
    if (!options_.resume_file.empty()) std::filesystem::remove(options_.resume_file, ignored);
    return {};
  }

 private:
  Status load_state() {
    state_.query = options_.query;
    state_.base_url = options_.base_url;
    std::error_code error;
    if (options_.resume_file.empty() || !std::filesystem::exists(options_.resume_file, error)) return {};
    ATTEST_ASSIGN(const std::string text, read_file(options_.resume_file, 1u << 20));
    auto stored = resume_from_json(text);
    if (!stored) {
      stored.error().place = options_.resume_file.string();
      return tl::unexpected(stored.error());
    }
    // Another query: its state is of no use to this one.
    if (stored->query != options_.query || stored->base_url != options_.base_url) return {};
    state_ = *stored;
    note(fmt::format("going on after {} of {} records", state_.next_offset, state_.count));
    return {};
  }

  Status save_state() {
    if (options_.resume_file.empty()) return {};
    return write_file_atomically(options_.resume_file, resume_to_json(state_));
  }

  Fields with_identity(Fields fields) const {
    fields.emplace_back("tool", options_.tool);
    if (!options_.email.empty()) fields.emplace_back("email", options_.email);
    if (!options_.api_key.empty()) fields.emplace_back("api_key", options_.api_key);
    return fields;
  }

  Status search() {
    const Fields fields = with_identity({{"db", "pubmed"},
                                         {"term", options_.query},
                                         {"usehistory", "y"},
                                         {"retmax", "0"},
                                         {"retmode", "xml"}});
    ATTEST_ASSIGN(const std::string body, request("esearch.fcgi", fields, nullptr));
    ATTEST_ASSIGN(const SearchAnswer answer, read_search_answer(body, options_.query));
    for (const std::string& phrase : answer.phrases_not_found)
      note(fmt::format("PubMed does not know \"{}\"", phrase));
    for (const std::string& one : answer.notes) note(one);
    state_.web_env = answer.web_env;
    state_.query_key = answer.query_key;
    state_.count = answer.count;
    return save_state();
  }

  // False: the person or the sink said stop.
  Result<bool> take_batch(const BatchFolder& folder) {
    const uint64_t size = std::min<uint64_t>(std::clamp<uint32_t>(options_.batch_size, 1, kBatchSizeMax),
                                             progress_.wanted - state_.next_offset);
    const Fields fields = with_identity({{"db", "pubmed"},
                                         {"WebEnv", state_.web_env},
                                         {"query_key", state_.query_key},
                                         {"retstart", std::to_string(state_.next_offset)},
                                         {"retmax", std::to_string(size)},
                                         {"retmode", "xml"}});
    bool expired = false;
    auto body = request("efetch.fcgi", fields, &expired);
    if (!body && expired && searched_again_ < kSearchAgainMax) {
      ++searched_again_;
      note("PubMed has dropped the stored search; searching again");
      const uint64_t count = state_.count;
      ATTEST_TRY(search());
      if (state_.count != count)
        note(fmt::format("the search now finds {} records (before: {})", state_.count, count));
      return true;
    }
    if (!body) return tl::unexpected(std::move(body.error()));
    ATTEST_TRY(write_file_atomically(folder.batch_file(), *body));

    bool stopped = false;
    uint64_t documents = 0;
    DocumentSink watched = sink_.documents;
    watched.progress = nullptr;
    watched.document = [&](Document&& document) {
      ++documents;
      stopped = sink_.documents.document && !sink_.documents.document(std::move(document));
      return !stopped;
    };
    watched.problem = [&](Error&& error) {
      error.place =
          fmt::format("PubMed, records {} to {}", state_.next_offset + 1, state_.next_offset + size);
      stopped = sink_.documents.problem && !sink_.documents.problem(std::move(error));
      return !stopped;
    };
    if (auto parsed = parse_file(folder.batch_file(), watched); !parsed) {
      parsed.error().place =
          fmt::format("PubMed, records {} to {}", state_.next_offset + 1, state_.next_offset + size);
      return tl::unexpected(std::move(parsed.error()));
    }
    if (stopped) return false;
    if (documents < size) {
      note(fmt::format("{} of {} records came in this batch; PubMed leaves out what it has withdrawn",
                       documents, size));
    }
    if (sink_.batch_done) ATTEST_TRY(sink_.batch_done());
    state_.next_offset += size;
    ATTEST_TRY(save_state());
    progress_.delivered = state_.next_offset;
    return tell_progress();
  }

  // One request with as many attempts as are allowed. `expired`: set for efetch when the history is gone.
  Result<std::string> request(const std::string& program, const Fields& fields, bool* expired) {
    std::string last_problem;
    auto wait = std::chrono::milliseconds(options_.retry_milliseconds);
    for (uint32_t attempt = 1; attempt <= std::max(1U, options_.attempts_max); ++attempt) {
      keep_rate();
      HttpAnswer answer = client_.post(options_.base_url + "/" + program, fields);
      progress_.bytes += answer.body.size();
      if (answer.too_large) {
        return fail(ErrorCode::kLimit, "the server's answer is larger than the limit", options_.base_url,
                    "use smaller batches");
      }
      bool retry = true;
      if (!answer.failure.empty()) {
        last_problem = answer.failure;
      } else if (answer.status == 200) {
        if (expired == nullptr) return std::move(answer.body);
        const BatchVerdict verdict = judge_batch(answer.body);
        if (verdict.problem.empty()) return std::move(answer.body);
        last_problem = verdict.problem;
        *expired = verdict.expired;
        retry = verdict.retry && !verdict.expired;
      } else {
        last_problem = fmt::format("the server answers with HTTP status {}", answer.status);
        // 400 with "API key invalid" and other refusals do not get better by asking again.
        retry = answer.status == 429 || answer.status >= 500 || answer.status == 408;
        if (answer.status == 400 && answer.body.find("API key") != std::string::npos)
          last_problem = "the server does not accept the API key";
      }
      if (!retry) break;
      if (attempt == options_.attempts_max) {
        last_problem += fmt::format(" ({} attempts)", attempt);
        break;
      }
      auto pause = wait;
      if (answer.retry_after_seconds >= 0)
        pause = std::chrono::milliseconds(static_cast<int64_t>(answer.retry_after_seconds * 1000));
      pause = std::min<std::chrono::milliseconds>(pause, std::chrono::seconds(options_.wait_seconds_max));
      note(fmt::format("{}; waiting {:.1f} s", last_problem, static_cast<double>(pause.count()) / 1000.0));
      std::this_thread::sleep_for(pause);
      wait *= 2;
    }
    return fail(ErrorCode::kEnvironment, last_problem, options_.base_url + "/" + program,
                "check the connection; run the same command again to go on where it stopped");
  }

  void keep_rate() {
    const auto now = Clock::now();
    if (last_request_ && now < *last_request_ + between_requests_) {
      std::this_thread::sleep_until(*last_request_ + between_requests_);
    }
    last_request_ = Clock::now();
  }

  void note(const std::string& text) const {
    if (sink_.note) sink_.note(text);
  }
  bool tell_progress() const { return !sink_.progress || sink_.progress(progress_); }

  const FetchOptions& options_;
  const FetchSink& sink_;
  HttpClient& client_;
  ResumeState state_;
  FetchProgress progress_;
  std::chrono::milliseconds between_requests_{};
  std::optional<Clock::time_point> last_request_;
  uint32_t searched_again_ = 0;
};

}  // namespace

Status fetch_pubmed(const FetchOptions& options, const FetchSink& sink) {
  FetchOptions checked = options;
  if (checked.query.find_first_not_of(" \t\n") == std::string::npos) {
    return fail(ErrorCode::kUsage, "the query is empty", {}, "say what to look for, for example \"anismus\"");
  }
  if (checked.query.size() > limits::kQuestionBytesMax) {
    return fail(ErrorCode::kLimit, fmt::format("the query has {} bytes, the limit is {}",
                                               checked.query.size(), limits::kQuestionBytesMax));
  }
  if (!checked.base_url.starts_with("http://") && !checked.base_url.starts_with("https://")) {
    return fail(ErrorCode::kUsage, "the address of the server must start with https:// or http://",
                checked.base_url);
  }
  while (checked.base_url.ends_with('/')) checked.base_url.pop_back();
  HttpLimits http;
  http.connect_seconds = checked.connect_seconds_max;
  http.request_seconds = checked.request_seconds_max;
  http.body_bytes_max = limits::kWholeFileBytesMax;
  ATTEST_ASSIGN(const std::unique_ptr<HttpClient> client, HttpClient::create(http));
  return PubmedFetch(checked, sink, *client).run();
}

}  // namespace attest
