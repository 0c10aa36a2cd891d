// The Compare page: what is the same in two answers, what differs, and answers that somebody kept.
#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "server/compare_parts.h"
#include "server/server_test_support.h"

namespace attest {
namespace {

using nlohmann::json;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

const std::string kAnismus = "?q=What+is+the+first-line+treatment+for+anismus%3F";

std::string compared(const std::string& target) {
  const Response response = shared_site().router->answer(get(target));
  EXPECT_EQ(response.status, 200U) << target;
  return body_of(response);
}

std::string kept_answer(const std::string& target = "/answer.json" + kAnismus) {
  return body_of(shared_site().router->answer(get(target)));
}

// A form with these files.
Request form_with(const std::string& first, const std::string& second = {}) {
  std::string body;
  for (const auto& [name, bytes] : {std::pair("first", first), std::pair("second", second)}) {
    body += std::string("--x\r\nContent-Disposition: form-data; name=\"") + name +
            "\"; filename=\"answer.json\"\r\n\r\n" + bytes + "\r\n";
  }
  return post("/compare", body + "--x--", "multipart/form-data; boundary=x");
}

std::string compared_with_kept(const std::string& first, const std::string& second = {}) {
  const Response response = shared_site().router->answer(form_with(first, second));
  EXPECT_EQ(response.status, 200U);
  return body_of(response);
}

TEST(Compare, AnAnswerOfTodayIsTheSameByteForByte) {
  EXPECT_THAT(compared_with_kept(kept_answer()),
              AllOf(HasSubstr("the same, byte for byte"), Not(HasSubstr("Only in"))));
  const std::string follow_up =
      kept_answer("/answer.json" + kAnismus + "&q=and+if+that+fails%3F&for=patient");
  EXPECT_THAT(compared_with_kept(follow_up),
              AllOf(HasSubstr("the same, byte for byte"), HasSubstr("Leave this page")));
}

TEST(Compare, WhatChangedSinceStandsInColumns) {
  json kept = json::parse(kept_answer());
  kept["collection"]["snapshot"] = "0123456789abcdef";
  kept["bottom_line"][0]["text"] = "<b>Something else</b>.";
  kept["references"].push_back({{"document", "pmid:99999999"}});
  const std::string page = compared_with_kept(kept.dump());
  EXPECT_THAT(page, AllOf(HasSubstr("The collection has changed since it was kept."),
                          HasSubstr("&lt;b&gt;Something else&lt;/b&gt;."), HasSubstr("Snapshot 01234567"),
                          HasSubstr("The same sentence of a source, in other words"),
                          HasSubstr("Cited only in the kept answer"), HasSubstr("pmid:99999999")));
}

TEST(Compare, TwoKeptAnswersAreComparedWithEachOther) {
  const std::string patient = kept_answer("/answer.json" + kAnismus + "&for=patient");
  EXPECT_THAT(compared_with_kept(kept_answer(), patient),
              AllOf(HasSubstr("only in the first"), Not(HasSubstr("since it was kept"))));
}

TEST(Compare, WhatIsNoAnswerIsToldSo) {
  for (const char* bytes : {"", "{}", "[1, 2", "\x01\xff", R"({"schema": "attest.answer/9"})"}) {
    const Response response = shared_site().router->answer(form_with(bytes));
    EXPECT_EQ(response.status, 400U) << bytes;
  }
  Request plain_text = form_with("{}");
  plain_text.headers[1].second = "text/plain";
  EXPECT_EQ(shared_site().router->answer(plain_text).status, 400U);
}

TEST(Compare, OneThingByTwoNames) {
  const std::string page = compared("/compare" + kAnismus + "&name=Anismus&other=pelvic+floor+dyssynergia");
  EXPECT_THAT(page, HasSubstr("What is the first-line treatment for pelvic floor dyssynergia?"));
  EXPECT_EQ(shared_site().router->answer(get("/compare" + kAnismus + "&name=gout&other=podagra")).status,
            400U);
  EXPECT_THAT(compared("/answer" + kAnismus), HasSubstr("/compare?q=What"));
}

TEST(Compare, ANameIsReplacedWhereItIsAWholeWord) {
  EXPECT_EQ(with_other_name("Is Anismus like anismus?", "anismus", "x"), "Is x like x?");
  EXPECT_EQ(with_other_name("Pain in Spain", "pain", "ache"), "ache in Spain");
  EXPECT_EQ(with_other_name("nothing of it", "gout", "podagra"), "nothing of it");
  EXPECT_EQ(with_other_name("aaa", "", "b"), "aaa");
  EXPECT_EQ(with_other_name("Ödem und ödem", "dem", "x"), "Ödem und ödem");
}

TEST(Compare, FilesAreHeldToWhatTheHostAllows) {
  SiteSettings settings;
  settings.upload_bytes_max = 1234;
  const TestSite site(settings);
  EXPECT_EQ(site.router->body_bytes_max("POST", "/compare"), 1234U);
  EXPECT_EQ(site.router->body_bytes_max("POST", "/audit"), 1234U);
  EXPECT_EQ(site.router->body_bytes_max("POST", "/mcp"), limits::kHttpBodyBytesMax);
}

}  // namespace
}  // namespace attest
