// The HTTP API, version 1. docs/api/openapi.json describes it and is served with it; tests hold the two
// together. A new call (verify, audit) is a function and a line in kApiRoutes here, and a path there.
#include <charconv>

#include <attest_assets.h>

#include "answer/json/answer_json.h"
#include "base/limits.h"
#include "base/white_space.h"
#include "server/asking.h"
#include "server/json_parts.h"
#include "server/problems.h"
#include "server/routes.h"

namespace attest {
namespace {

constexpr std::string_view kDocuments = "/api/v1/documents/";
constexpr size_t kSourcesDefault = 20;

// The answer, or every step of a thread as it comes (server-sent events): one "turn" for each question, with
// its verdict, then "answer" with the last answer, or "error".
Response answer_to(Site& site, const Request& request, const Asking& asking) {
  const auto snapshot = site.snapshot();
  if (request.header("accept").find("text/event-stream") != std::string_view::npos) {
    Response response;
    response.content_type = "text/event-stream";
    response.events = [snapshot, asking](EventSink& sink) {
      for (size_t turn = 1; turn <= asking.thread.size(); ++turn) {
        const auto answer = snapshot->ask({asking.thread.data(), turn}, asking.audience);
        if (!answer) {
          sink.send("error", json_line({{"detail", answer.error().message}}));
          return;
        }
        const Json said = {{"turn", turn},
                           {"of", asking.thread.size()},
                           {"question", asking.thread[turn - 1]},
                           {"understood", (*answer)->understood.summary()},
                           {"verdict", verdict_name((*answer)->verdict)}};
        if (!sink.send("turn", json_line(said))) return;
        if (turn == asking.thread.size()) sink.send("answer", answer_to_json(**answer));
      }
    };
    return response;
  }
  const auto answer = snapshot->ask(asking.thread, asking.audience);
  if (!answer) return problem(request, answer.error());
  return respond("application/json", answer_to_json(**answer));
}

Response ask(Site& site, const Request& request) {
  const auto asking = read_asking(request.query);
  if (!asking) return problem(request, asking.error());
  return answer_to(site, request, *asking);
}

// {"question": "…", "thread": ["…"], "audience": "…"}: what a form would say, for questions that should not
// stand in an address.
Result<AddressQuery> query_of(const Json& json) {
  if (!json.is_object()) return fail(ErrorCode::kUsage, "the body must be a JSON object");
  AddressQuery query;
  if (const auto thread = json.find("thread"); thread != json.end()) {
    if (!thread->is_array()) return fail(ErrorCode::kUsage, "thread must be a list of questions", "thread");
    for (const Json& earlier : *thread) {
      if (!earlier.is_string())
        return fail(ErrorCode::kUsage, "thread must be a list of questions", "thread");
      query.add("q", earlier.get<std::string>());
    }
  }
  ATTEST_ASSIGN(const std::string question, text_member(json, "question"));
  if (trimmed(question).empty()) return fail(ErrorCode::kUsage, "there is no question", "question");
  query.add("q", question);
  ATTEST_ASSIGN(const std::string audience, text_member(json, "audience"));
  query.set("for", audience);
  return query;
}

Response ask_by_body(Site& site, const Request& request) {
  if (!request.header("content-type").starts_with("application/json"))
    return problem(request, 415, "the body must be application/json");
  const auto json = parse_json(request.body);
  if (!json) return problem(request, json.error());
  const auto query = query_of(*json);
  if (!query) return problem(request, query.error());
  const auto asking = read_asking(*query);
  if (!asking) return problem(request, asking.error());
  return answer_to(site, request, *asking);
}

Response search(Site& site, const Request& request) {
  const auto filter = read_filter(request.query);
  if (!filter) return problem(request, filter.error());
  const auto words = clean_question(request.query.first("q"));
  if (!words) return problem(request, words.error());
  if (words->empty()) return problem(request, 400, "there are no words to search for");
  size_t count = kSourcesDefault;
  if (const std::string_view stated = request.query.first("k"); !stated.empty()) {
    const auto [end, error] = std::from_chars(stated.data(), stated.data() + stated.size(), count);
    if (error != std::errc() || end != stated.data() + stated.size() || count == 0 ||
        count > limits::kSearchSourcesMax)
      return problem(request, 400, "k is a number from 1 to 200");
  }
  const auto searched = search_sources(*site.snapshot(), *words);
  if (!searched) return problem(request, searched.error());
  return json_response(search_json(*words, **searched, *filter, count));
}

Response document(Site& site, const Request& request) {
  const std::string_view id = std::string_view(request.path).substr(kDocuments.size());
  if (id.empty() || id.size() > limits::kIdentifierBytesMax)
    return problem(request, 404, "there is no document of this name");
  const auto reading = read_source(*site.snapshot(), id);
  if (!reading) return problem(request, reading.error());
  std::optional<ByteSpan> span;
  if (request.query.has("span")) {
    const auto stated = read_span(request.query.first("span"), reading->document.text.size());
    if (!stated) return problem(request, stated.error());
    span = *stated;
  }
  return json_response(document_json(*reading, span));
}

Response status(Site& site, const Request& request) {
  const auto overview = overview_of(*site.snapshot());
  if (!overview) return problem(request, overview.error());
  return json_response(overview_json(*overview));
}

// Every checksum and cross-reference of the collection, as a stream: "progress", "problem", then "done".
Response check(Site& site, const Request& request) {
  if (site.checking.exchange(true))
    return problem(request, 503, "the collection is being checked for somebody else",
                   "try again in a minute");
  Response response;
  response.content_type = "text/event-stream";
  const std::shared_ptr<std::atomic<bool>> checking(&site.checking,
                                                    [](std::atomic<bool>* flag) { *flag = false; });
  response.events = [snapshot = site.snapshot(), checking](EventSink& sink) {
    uint64_t shown = 0;
    const auto problems = snapshot->collection().check(
        [&](Error&& error) {
          sink.send("problem", json_line({{"message", error.message}}));
        },
        [&](uint64_t done, uint64_t total) {
          const uint64_t percent = total == 0 ? 100 : 100 * done / total;
          if (percent == shown) return;
          shown = percent;
          sink.send("progress", json_line({{"done", done}, {"total", total}}));
        });
    if (!problems)
      sink.send("error", json_line({{"detail", problems.error().message}}));
    else
      sink.send("done", json_line({{"problems", *problems}, {"snapshot", snapshot->name()}}));
  };
  return response;
}

Response openapi(Site&, const Request&) { return respond("application/json", kOpenApi); }
Response answer_schema(Site&, const Request&) {
  return respond("application/schema+json", kAnswerJsonSchema);
}

constexpr Route kApiRoutes[] = {
    {"GET", "/api/v1/ask", "api ask", Freshness::kSnapshot, ask, 0},
    {"POST", "/api/v1/ask", "api ask", Freshness::kNever, ask_by_body, limits::kHttpBodyBytesMax},
    {"GET", "/api/v1/search", "api search", Freshness::kSnapshot, search, 0},
    {"GET", "/api/v1/documents/*", "api document", Freshness::kSnapshot, document, 0},
    {"GET", "/api/v1/status", "api status", Freshness::kSnapshot, status, 0},
    {"GET", "/api/v1/check", "api check", Freshness::kNever, check, 0},
    {"GET", "/api/v1/openapi.json", "api description", Freshness::kSnapshot, openapi, 0},
    {"GET", "/api/v1/answer-1.schema.json", "api description", Freshness::kSnapshot, answer_schema, 0},
};

}  // namespace

std::span<const Route> api_routes() { return kApiRoutes; }

}  // namespace attest
