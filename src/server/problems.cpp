#include "server/problems.h"

#include <nlohmann/json.hpp>

#include "server/page.h"

namespace attest {
namespace {

unsigned status_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::kUsage:
    case ErrorCode::kInput:
    case ErrorCode::kLimit: return 400;
    case ErrorCode::kNotFound: return 404;
    case ErrorCode::kEnvironment:
    case ErrorCode::kCorrupt: break;
  }
  return 500;
}

const char* title_of(unsigned status) {
  switch (status) {
    case 400: return "That could not be read";
    case 403: return "Not allowed";
    case 404: return "Not here";
    case 405: return "Not this way";
    case 406: return "Not in this form";
    case 413: return "Too large";
    case 414: return "The address is too long";
    case 415: return "Not this kind of content";
    case 421: return "Not this site";
    case 431: return "The header is too long";
    case 503: return "Busy";
    default: return status < 500 ? "That did not work" : "Something failed here";
  }
}

std::string problem_page(unsigned status, std::string_view detail, std::string_view remedy) {
  Page page;
  page.title = title_of(status);
  return std::move(page).with([&](HtmlWriter& html) {
    html.open("div", {{"class", "measure"}}).element("h1", title_of(status));
    html.element("p", plain_sentence(detail));
    if (!remedy.empty()) html.element("p", plain_sentence(remedy));
    html.open("p").element("a", "Ask a question", {{"href", "/"}}).text(" or ");
    html.element("a", "search the collection", {{"href", "/search"}}).text(".").close();
    html.element("p", "Status " + std::to_string(status), {{"class", "soft"}});
    html.close();
  });
}

}  // namespace

bool wants_json(const Request& request) {
  if (request.path.starts_with("/api/") || request.path == "/mcp") return true;
  const std::string_view accepted = request.header("accept");
  return accepted.find("text/html") == std::string_view::npos &&
         (accepted.find("json") != std::string_view::npos || !request.header("content-type").empty());
}

Response problem(const Request& request, unsigned status, std::string_view detail, std::string_view remedy) {
  if (!wants_json(request))
    return respond("text/html; charset=utf-8", problem_page(status, detail, remedy), status);
  nlohmann::ordered_json json;
  json["type"] = "about:blank";
  json["title"] = title_of(status);
  json["status"] = status;
  json["detail"] = detail;
  if (!remedy.empty()) json["remedy"] = remedy;
  json["instance"] = request.path;
  return respond("application/problem+json",
                 json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n", status);
}

Response problem(const Request& request, const Error& error) {
  const unsigned status = status_of(error.code);
  if (status == 500)
    return problem(request, 500, "The collection could not be read.",
                   "The host finds more with attest check.");
  return problem(request, status, error.message, error.remedy);
}

}  // namespace attest
