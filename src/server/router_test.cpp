#include "server/router.h"

#include <set>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "base/file.h"
#include "server/page.h"
#include "server/server_test_support.h"

namespace attest {
namespace {

using nlohmann::json;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

const std::string kQuestion = "/answer?q=What+is+the+first-line+treatment+for+anismus%3F";

Response ask_site(const Request& request) { return shared_site().router->answer(request); }
std::string page_of(const std::string& target) {
  const Response response = ask_site(get(target));
  EXPECT_EQ(response.status, 200u) << target << "\n" << body_of(response).substr(0, 2000);
  return body_of(response);
}

std::string escaped(std::string_view text) {
  HtmlWriter html;
  html.text(text);
  std::string out = std::move(html).finish();
  out.pop_back();  // the newline at the end
  return out;
}

const std::vector<std::string>& every_page() {
  static const std::vector<std::string> pages = {
      "/",
      "/?for=patient",
      kQuestion,
      kQuestion + "&for=patient",
      kQuestion + "&for=partner&q=and+if+that+fails%3F",
      "/answer?q=treatment+of+gout",
      "/source/S001",
      "/source/S001?span=234-351&for=patient",
      "/search",
      "/search?q=biofeedback&design=guideline&sort=newest",
      "/search?q=zzzz",
      "/compare",
      "/compare?a=S001&b=E026",
      "/compare?q=treatment+of+anismus&r=treatment+of+pelvic+floor+dyssynergia",
      "/compare?q=treatment+of+anismus&name=anismus&other=dyssynergic+defecation&for=patient",
      "/compare?x=biofeedback&y=botulinum+toxin&of=anismus",
      "/audit",
      "/collection",
      "/about"};
  return pages;
}

class Lines final : public EventSink {
 public:
  bool send(std::string_view event, std::string_view data) override {
    events.emplace_back(event);
    last = data;
    return true;
  }
  std::vector<std::string> events;
  std::string last;
};

TEST(Pages, AllAnswerAndHoldToTheSecurityPolicy) {
  for (const std::string& target : every_page()) {
    const Response response = ask_site(get(target));
    ASSERT_EQ(response.status, 200u) << target;
    const std::string policy = header_of(response, "Content-Security-Policy");
    EXPECT_THAT(policy, AllOf(HasSubstr("default-src 'none'"), Not(HasSubstr("unsafe"))));
    EXPECT_EQ(header_of(response, "X-Content-Type-Options"), "nosniff");
    EXPECT_EQ(header_of(response, "Referrer-Policy"), "same-origin");
    const std::string page = body_of(response);
    const std::string markup = page.substr(page.find("</style>"));
    for (const char* inlined : {" style=\"", " onclick=", " onload=", " onerror=", "javascript:", "<script>"})
      EXPECT_EQ(markup.find(inlined), std::string::npos) << target << " " << inlined;
    EXPECT_THAT(page,
                AllOf(HasSubstr("<html lang=\"en\">"), HasSubstr("<main id=\"main\""), HasSubstr("<h1>")));
    EXPECT_EQ(page.find("src=\"http"), std::string::npos) << target;
  }
}

TEST(Pages, WhatIsAskedIsEscaped) {
  const std::string evil = "/answer?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E+%22%3E%3Cimg+src%3Dx%3E";
  for (const std::string& target : {evil, evil + "&for=patient", std::string("/search") + evil.substr(7),
                                    "/compare?r=x&" + evil.substr(8), "/?" + evil.substr(8)}) {
    const std::string page = page_of(target);
    EXPECT_EQ(page.find("<script>alert"), std::string::npos) << target;
    EXPECT_EQ(page.find("<img"), std::string::npos) << target;
  }
}

TEST(Pages, EveryCitationOpensAtItsSentence) {
  const json answer = json::parse(page_of("/api/v1/ask" + kQuestion.substr(7)));
  std::set<std::string> seen;
  for (const json& statement : answer["bottom_line"]) {
    for (const json& citation : statement["citations"]) {
      const std::string target = source_address(
          citation["document"].get<std::string>(),
          {citation["start"].get<uint32_t>(), citation["end"].get<uint32_t>()}, Audience::kClinician);
      if (!seen.insert(target).second) continue;
      EXPECT_THAT(page_of(kQuestion), HasSubstr(escaped(target)));
      EXPECT_THAT(page_of(target.substr(0, target.find('#'))),
                  HasSubstr("<mark id=\"sentence\" tabindex=\"-1\">" +
                            escaped(citation["quote"].get<std::string>()) + "</mark>"));
    }
  }
  EXPECT_FALSE(seen.empty());
}

TEST(Pages, AThreadStaysInTheAddress) {
  const std::string page = page_of(kQuestion + "&q=and+if+that+fails%3F");
  EXPECT_THAT(page, HasSubstr("aria-label=\"Earlier questions\""));
  EXPECT_THAT(page, HasSubstr("name=\"q\" value=\"and if that fails?\""));
  const json answer = json::parse(page_of("/api/v1/ask" + kQuestion.substr(7) + "&q=and+if+that+fails%3F"));
  EXPECT_TRUE(answer["understood"]["is_follow_up"].get<bool>());
  EXPECT_THAT(answer["understood"]["resolved"].get<std::string>(), HasSubstr("dyssynergic defecation"));
}

TEST(Pages, AudienceChangesWordsAndKeepsTheQuestion) {
  const std::string patient = page_of(kQuestion + "&for=patient");
  EXPECT_THAT(patient, AllOf(HasSubstr("Leave this page"), HasSubstr("for=clinician"),
                             Not(HasSubstr("dose reported"))));
  EXPECT_THAT(page_of(kQuestion), Not(HasSubstr("Leave this page")));
  EXPECT_EQ(header_of(ask_site(get(kQuestion + "&for=patient")), "Cache-Control"), "no-store");
}

TEST(Pages, APermanentLinkSaysWhetherTheAnswerIsTheSame) {
  const std::string page = page_of(kQuestion);
  const size_t end = page.find("\">Permanent link");
  ASSERT_NE(end, std::string::npos);
  const size_t start = page.rfind("href=\"", end) + 6;
  std::string link = page.substr(start, end - start);
  for (size_t at = link.find("&amp;"); at != std::string::npos; at = link.find("&amp;"))
    link.replace(at, 5, "&");
  EXPECT_THAT(page_of(link), HasSubstr("This is the answer that the link was made to"));
  const size_t fingerprint = link.find("&answer=") + 8;
  link.replace(fingerprint, 4, "0000");
  link += ",pmid:99999999";
  EXPECT_THAT(page_of(link), AllOf(HasSubstr("The answer has changed"), HasSubstr("No longer cited: "),
                                   HasSubstr("pmid:99999999")));
}

TEST(Pages, NoQuestionLeadsToTheField) {
  const Response response = ask_site(get("/answer?q=+"));
  EXPECT_EQ(response.status, 303u);
  EXPECT_EQ(header_of(response, "Location"), "/");
}

TEST(Pages, OddRequestsAreToldWhatIsWrong) {
  const std::pair<std::string, unsigned> requests[] = {{"/nowhere", 404},
                                                       {"/source/nobody", 404},
                                                       {"/source/", 404},
                                                       {"/source/S001?span=9", 400},
                                                       {"/source/S001?span=9-3", 400},
                                                       {"/source/S001?span=0-99999999", 400},
                                                       {"/answer?q=a&for=dog", 400},
                                                       {"/search?q=a&from=abc", 400},
                                                       {"/search?q=a&sort=best", 400},
                                                       {"/compare?a=S001&b=nobody", 404},
                                                       {"/api/v1/search", 400},
                                                       {"/api/v1/search?q=a&k=1000", 400},
                                                       {"/api/v1/documents/nobody", 404},
                                                       {"/answer.exe?q=a", 404},
                                                       {"/assets/site-old.js", 404}};
  for (const auto& [target, status] : requests) {
    const Response response = ask_site(get(target));
    EXPECT_EQ(response.status, status) << target;
    if (target.starts_with("/api/")) {
      EXPECT_EQ(response.content_type, "application/problem+json");
      EXPECT_EQ(json::parse(body_of(response))["status"], status);
    } else {
      EXPECT_THAT(body_of(response), HasSubstr("<h1>")) << target;
    }
  }
  std::string long_thread = "/answer?q=a";
  for (int i = 0; i < 12; ++i) long_thread += "&q=b";
  EXPECT_EQ(ask_site(get(long_thread)).status, 400u);
}

TEST(Router, MethodsThatARouteDoesNotKnow) {
  Request request = get("/about");
  request.method = "DELETE";
  Response response = ask_site(request);
  EXPECT_EQ(response.status, 405u);
  EXPECT_EQ(header_of(response, "Allow"), "GET, HEAD, OPTIONS");
  request.method = "OPTIONS";
  EXPECT_EQ(ask_site(request).status, 204u);
  EXPECT_EQ(ask_site(get("/mcp")).status, 405u);
}

TEST(Router, OtherSitesCannotPostAndForeignNamesAreRefused) {
  const std::string question = R"({"question": "How is anismus diagnosed?"})";
  EXPECT_EQ(ask_site(post("/api/v1/ask", question)).status, 200u);
  Request request = post("/api/v1/ask", question);
  request.headers.emplace_back("origin", "http://evil.example");
  EXPECT_EQ(ask_site(request).status, 403u);
  request = post("/api/v1/ask", question);
  request.headers.emplace_back("sec-fetch-site", "cross-site");
  EXPECT_EQ(ask_site(request).status, 403u);
  request = post("/api/v1/ask", question);
  request.headers.emplace_back("origin", "http://localhost:8080");
  request.headers.emplace_back("sec-fetch-site", "same-origin");
  EXPECT_EQ(ask_site(request).status, 200u);
  request = post("/api/v1/ask", question);
  request.headers.emplace_back("origin", "null");
  EXPECT_EQ(ask_site(request).status, 403u);
  request = get("/about");
  request.headers[0].second = "LocalHost";
  EXPECT_EQ(ask_site(request).status, 200u);
  request.headers[0].second = "rebound.example:8080";
  EXPECT_EQ(ask_site(request).status, 421u);
  EXPECT_FALSE(shared_site().router->ready(request));
}

TEST(Router, WhatWasAnsweredOnceIsReadyAndHasATag) {
  const Request request = get("/about?again");
  Router& router = *shared_site().router;
  EXPECT_FALSE(router.ready(request));
  const Response first = router.answer(request);
  const auto second = router.ready(request);
  ASSERT_TRUE(second);
  EXPECT_EQ(body_of(*second), body_of(first));
  EXPECT_EQ(second->headers, first.headers);
  Request conditional = request;
  conditional.headers.emplace_back("if-none-match", header_of(first, "ETag"));
  const auto third = router.ready(conditional);
  ASSERT_TRUE(third);
  EXPECT_EQ(third->status, 304u);
  EXPECT_EQ(third->body, nullptr);
  EXPECT_FALSE(router.ready(post("/api/v1/ask", "{}")));
}

TEST(Router, ANewSnapshotTakesThePlaceOfTheOld) {
  TestSite site;
  const Request request = get("/search?q=unheardofism");
  EXPECT_THAT(body_of(site.router->answer(request)), HasSubstr("Nothing found"));
  const std::string before = site.site->snapshot()->name();
  const auto file = site.folder.path() / "one.jsonl";
  ASSERT_TRUE(write_file_atomically(
      file,
      R"({"id": "new1", "title": "A trial of unheardofism", "text": "Unheardofism helped 3 of 4 people."})"
      "\n"));
  add_files(site.site->settings().collection, {file});
  ASSERT_TRUE(site.site->look());
  EXPECT_NE(site.site->snapshot()->name(), before);
  EXPECT_THAT(body_of(site.router->answer(request)), HasSubstr("A trial of unheardofism"));
}

TEST(Router, FilesAreAddedOnlyWhereTheHostAllowsIt) {
  const std::string form =
      "--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"../../one.jsonl\"\r\n\r\n"
      R"({"id": "new2", "title": "Another trial", "text": "It helped 3 of 4 people."})"
      "\n\r\n--x\r\nContent-Disposition: form-data; name=\"files\"; "
      "filename=\"noise\"\r\n\r\n\x01\x02\xff\r\n--x--";
  const Request upload = post("/collection/add", form, "multipart/form-data; boundary=x");
  EXPECT_EQ(ask_site(upload).status, 403u);
  SiteSettings settings;
  settings.adding_allowed = true;
  TestSite site(settings);
  EXPECT_EQ(site.router->answer(upload).status, 303u);
  const Response events = site.router->answer(get("/collection/add/events"));
  ASSERT_TRUE(events.events);
  Lines lines;
  events.events(lines);
  EXPECT_EQ(lines.events.back(), "done");
  EXPECT_THAT(lines.last, HasSubstr("Done: 1 added"));
  EXPECT_EQ(site.router->answer(get("/source/new2")).status, 200u);
  const std::string page = body_of(site.router->answer(get("/collection/add")));
  EXPECT_THAT(page,
              AllOf(HasSubstr("What could not be used"), HasSubstr("noise"), Not(HasSubstr("attest-add-"))));
  EXPECT_EQ(site.router->answer(post("/collection/add", "--x--", "multipart/form-data; boundary=x")).status,
            400u);
}

TEST(Router, NothingThatWasAskedIsLoggedUnlessTheHostWantsIt) {
  std::string lines;
  SiteSettings settings;
  settings.requests_logged = true;
  settings.log = [&](std::string_view line) { lines += std::string(line) + "\n"; };
  TestSite site(settings);
  site.router->answer(get("/search?q=verysecret"));
  EXPECT_THAT(lines, AllOf(HasSubstr("GET search 200"), Not(HasSubstr("verysecret"))));
  const Response metrics = site.router->answer(get("/metrics"));
  EXPECT_THAT(body_of(metrics), AllOf(HasSubstr("attest_requests_total{route=\"search\",status=\"200\"} 1"),
                                      Not(HasSubstr("verysecret"))));
}

TEST(Api, EveryCallIsDescribedAndEveryDescriptionAnswers) {
  const json description = json::parse(page_of("/api/v1/openapi.json"));
  std::set<std::string> described;
  for (const auto& [path, calls] : description["paths"].items()) {
    for (const auto& [method, call] : calls.items())
      described.insert((method == "get" ? "GET " : "POST ") + path.substr(0, path.find('{')));
  }
  std::set<std::string> routed;
  for (const Route& route : shared_site().router->routes()) {
    if (!route.path.starts_with("/api/")) continue;
    const std::string_view path =
        route.path.ends_with('*') ? route.path.substr(0, route.path.size() - 1) : route.path;
    routed.insert(std::string(route.method) + " " + std::string(path));
  }
  EXPECT_EQ(described, routed);
}

TEST(Api, BodiesAreChecked) {
  for (const char* body :
       {"", "{", "[]", "{}", R"({"question": 3})", R"({"question": " "})",
        R"({"question": "a", "thread": "b"})", R"({"question": "a", "audience": "dog"})"}) {
    const Response response = ask_site(post("/api/v1/ask", body));
    EXPECT_EQ(response.status, 400u) << body;
    EXPECT_EQ(response.content_type, "application/problem+json");
  }
  EXPECT_EQ(ask_site(post("/api/v1/ask", "question=a", "application/x-www-form-urlencoded")).status, 415u);
  EXPECT_EQ(ask_site(post("/api/v1/ask", std::string(100'000, '['))).status, 400u);
}

TEST(Api, APageThatIsUploadedComesBackWithRemarks) {
  const std::string claim = "Botulinum toxin cures 99% of patients with anismus <b>at once</b>.";
  const std::string form =
      "--x\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\n# Anismus\n\n" + claim +
      "\n\r\n--x\r\nContent-Disposition: form-data; name=\"page\"; filename=\"\"\r\n\r\n\r\n--x--";
  const Response page = ask_site(post("/audit", form, "multipart/form-data; boundary=x"));
  EXPECT_EQ(page.status, 200u);
  EXPECT_THAT(body_of(page),
              AllOf(HasSubstr("Remarks, the worst first"), HasSubstr("99%"), Not(HasSubstr("<b>at"))));
  const Response report =
      ask_site(post("/api/v1/audit?name=page.md", "# Anismus\n\n" + claim + "\n", "text/markdown"));
  EXPECT_EQ(report.status, 200u);
  EXPECT_TRUE(json::parse(body_of(report)).contains("remarks"));
  EXPECT_EQ(ask_site(post("/audit", form, "text/plain")).status, 400u);
  EXPECT_EQ(ask_site(post("/audit", "--x--", "multipart/form-data; boundary=x")).status, 400u);
  EXPECT_EQ(ask_site(post("/api/v1/audit", "", "text/plain")).status, 400u);
}

TEST(Api, ClaimsAreVerifiedOneOrMany) {
  const std::string claim =
      R"({"id": "c", "claim": "Biofeedback is recommended for dyssynergic constipation."})";
  const Response one = ask_site(post("/api/v1/verify", claim));
  ASSERT_EQ(one.status, 200u) << body_of(one);
  EXPECT_EQ(json::parse(body_of(one))["id"], "c");
  const Response many =
      ask_site(post("/api/v1/verify", claim + "\n\n" + claim + "\n", "application/x-ndjson"));
  EXPECT_EQ(many.status, 200u);
  EXPECT_EQ(body_of(many), body_of(one) + body_of(one));
  for (const char* body : {"", "{", "[]", "{}"})
    EXPECT_EQ(ask_site(post("/api/v1/verify", body)).status, 400u) << body;
  EXPECT_EQ(ask_site(post("/api/v1/verify", claim, "text/plain")).status, 415u);
}

TEST(Api, ASpanGivesExactlyItsBytes) {
  const json whole = json::parse(page_of("/api/v1/documents/S001"));
  const json part = json::parse(page_of("/api/v1/documents/S001?span=10-30"));
  EXPECT_EQ(part["span"]["quote"], whole["text"].get<std::string>().substr(10, 20));
}

TEST(Api, AThreadCanBeFollowedAsItComes) {
  Request request = get("/api/v1/ask" + kQuestion.substr(7) + "&q=and+if+that+fails%3F");
  request.headers[1].second = "text/event-stream";
  const Response response = ask_site(request);
  ASSERT_TRUE(response.events);
  Lines lines;
  response.events(lines);
  EXPECT_THAT(lines.events, testing::ElementsAre("turn", "turn", "answer"));
  EXPECT_EQ(lines.last, page_of(request.target)) << "the stream ends with the answer itself";
}

TEST(Api, TheCheckOfTheCollectionIsAStream) {
  const Response response = ask_site(get("/api/v1/check"));
  ASSERT_TRUE(response.events);
  EXPECT_EQ(ask_site(get("/api/v1/check")).status, 503u) << "one at a time";
  Lines lines;
  response.events(lines);
  EXPECT_EQ(lines.events.back(), "done");
  EXPECT_EQ(json::parse(lines.last)["problems"], 0);
}

}  // namespace
}  // namespace attest
