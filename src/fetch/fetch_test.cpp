#include "fetch/fetch.h"

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "fetch/eutils.h"

namespace attest {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;

// One server for all tests of the program; ends when its standard input does.
class FakeServer : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    std::string name = (std::filesystem::temp_directory_path() / "attest-fetch-test-XXXXXX").string();
    ASSERT_NE(::mkdtemp(name.data()), nullptr);
    folder_ = name;
    const std::string port_file = name + "/port";
    const std::string command = "python3 '" ATTEST_SOURCE_DIR "/src/fetch/testdata/fake_eutils.py' '" + name +
                                "/log' > '" + port_file + "'";
    server_ = ::popen(command.c_str(), "w");
    for (int i = 0; i < 200 && port_.empty(); ++i) {
      std::ifstream(port_file) >> port_;
      ::usleep(25'000);
    }
  }
  static void TearDownTestSuite() {
    if (server_ != nullptr) ::pclose(server_);
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }

  void SetUp() override {
    if (port_.empty()) GTEST_SKIP() << "needs python3 and the loopback";
    options_.query = "anismus";
    options_.batch_size = 2;
    options_.retry_milliseconds = 1;
    options_.api_key = "key";  // the faster rate
    sink_.documents.document = [this](Document&& document) {
      ids_.push_back(document.id);
      return true;
    };
    sink_.note = [this](const std::string& text) { notes_.push_back(text); };
  }

  Status fetch(const std::string& scenario) {
    options_.base_url = "http://127.0.0.1:" + port_ + "/" + scenario;
    return fetch_pubmed(options_, sink_);
  }

  static std::vector<std::string> requests(const std::string& scenario) {
    std::vector<std::string> lines;
    std::ifstream stream(folder_ / "log");
    for (std::string line; std::getline(stream, line);) {
      if (line.find("\"scenario\": \"" + scenario + "\"") != std::string::npos) lines.push_back(line);
    }
    return lines;
  }

  inline static std::filesystem::path folder_;
  inline static std::FILE* server_ = nullptr;
  inline static std::string port_;
  FetchOptions options_;
  FetchSink sink_;
  std::vector<std::string> ids_;
  std::vector<std::string> notes_;
};

TEST_F(FakeServer, DeliversEveryRecordInBatches) {
  std::vector<uint64_t> delivered;
  sink_.progress = [&](const FetchProgress& progress) {
    EXPECT_EQ(progress.found, 5U);
    delivered.push_back(progress.delivered);
    return true;
  };
  options_.email = "person@example.org";
  const Status status = fetch("good");
  ASSERT_TRUE(status) << status.error().to_line();
  EXPECT_THAT(ids_, ElementsAre("pmid:1001", "pmid:1002", "pmid:1003", "pmid:1004", "pmid:1005"));
  EXPECT_THAT(delivered, ElementsAre(0, 2, 4, 5));
  const auto sent = requests("good");
  ASSERT_EQ(sent.size(), 4U);
  EXPECT_THAT(sent[0], HasSubstr("\"usehistory\": \"y\""));
  EXPECT_THAT(sent[1], HasSubstr("\"WebEnv\": \"MCID_1\""));
  for (const std::string& line : sent) {
    EXPECT_THAT(line, HasSubstr("\"tool\": \"attest\""));
    EXPECT_THAT(line, HasSubstr("person@example.org"));
    EXPECT_THAT(line, HasSubstr("\"api_key\": \"key\""));
  }
}

TEST_F(FakeServer, StopsAtTheNumberWanted) {
  options_.records_max = 3;
  ASSERT_TRUE(fetch("few"));
  EXPECT_EQ(ids_.size(), 3U);
}

TEST_F(FakeServer, WaitsWhenTheServerIsBusy) {
  ASSERT_TRUE(fetch("busy"));
  EXPECT_EQ(ids_.size(), 5U);
  EXPECT_THAT(notes_, Contains(HasSubstr("429")));
}

TEST_F(FakeServer, AsksAgainAfterDroppedCutAndFalseAnswers) {
  const Status status = fetch("flaky");
  ASSERT_TRUE(status) << status.error().to_line();
  // Nothing of the answers that were cut off has been delivered.
  EXPECT_THAT(ids_, ElementsAre("pmid:1001", "pmid:1002", "pmid:1003", "pmid:1004", "pmid:1005"));
  EXPECT_THAT(notes_, Contains(HasSubstr("cut off")));
  EXPECT_THAT(notes_, Contains(HasSubstr("web page")));
}

TEST_F(FakeServer, GivesUpWithAClearError) {
  options_.attempts_max = 3;
  const Status status = fetch("down");
  ASSERT_FALSE(status);
  EXPECT_EQ(status.error().code, ErrorCode::kEnvironment);
  EXPECT_THAT(status.error().to_line(), HasSubstr("503 (3 attempts)"));
  EXPECT_EQ(requests("down").size(), 3U);
}

TEST_F(FakeServer, SaysWhatPubmedDoesNotKnow) {
  const Status empty = fetch("empty");
  ASSERT_FALSE(empty);
  EXPECT_EQ(empty.error().code, ErrorCode::kNotFound);
  EXPECT_THAT(empty.error().message, HasSubstr("does not know \"anismuss\""));
  const Status refused = fetch("refused");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::kUsage);
}

TEST_F(FakeServer, SearchesAgainWhenTheHistoryIsGone) {
  const Status status = fetch("expired");
  ASSERT_TRUE(status) << status.error().to_line();
  EXPECT_EQ(ids_.size(), 5U);
  EXPECT_THAT(notes_, Contains(HasSubstr("searching again")));
}

TEST_F(FakeServer, GoesOnWhereItStopped) {
  options_.resume_file = folder_ / "resume.json";
  options_.attempts_max = 2;
  ASSERT_FALSE(fetch("stops"));
  EXPECT_THAT(ids_, ElementsAre("pmid:1001", "pmid:1002"));
  ASSERT_TRUE(std::filesystem::exists(options_.resume_file));
  options_.email = "person@example.org";  // lets this server work again
  const Status status = fetch("stops");
  ASSERT_TRUE(status) << status.error().to_line();
  EXPECT_THAT(ids_, ElementsAre("pmid:1001", "pmid:1002", "pmid:1003", "pmid:1004", "pmid:1005"));
  EXPECT_FALSE(std::filesystem::exists(options_.resume_file));
  size_t searches = 0;
  for (const std::string& line : requests("stops"))
    searches += line.find("esearch") != std::string::npos ? 1 : 0;
  EXPECT_EQ(searches, 1U);
}

TEST_F(FakeServer, ABatchThatCannotBeCommittedIsFetchedAgain) {
  options_.resume_file = folder_ / "resume-commit.json";
  bool full = true;
  sink_.batch_done = [&]() -> Status {
    if (full) return fail(ErrorCode::kEnvironment, "the disk is full");
    return {};
  };
  ASSERT_FALSE(fetch("commit"));
  full = false;
  ids_.clear();
  ASSERT_TRUE(fetch("commit"));
  EXPECT_EQ(ids_.size(), 5U);
}

TEST(Fetch, RefusesWhatCannotBeAQuery) {
  FetchOptions options;
  options.query = "  ";
  EXPECT_FALSE(fetch_pubmed(options, {}));
  options.query = "x";
  options.base_url = "file:///etc/passwd";
  const Status status = fetch_pubmed(options, {});
  ASSERT_FALSE(status);
  EXPECT_EQ(status.error().code, ErrorCode::kUsage);
}

TEST(Fetch, KeepsItsStateThroughAFile) {
  const ResumeState state{"anismus \"x\"", "https://example.org", "MCID", "1", 10, 4};
  const auto back = resume_from_json(resume_to_json(state));
  ASSERT_TRUE(back);
  EXPECT_EQ(back->query, state.query);
  EXPECT_EQ(back->next_offset, 4U);
  EXPECT_FALSE(resume_from_json("{}"));
  EXPECT_FALSE(resume_from_json("{\"schema\": \"attest.fetch/1\", \"query\": 5}"));
  EXPECT_FALSE(resume_from_json("not json"));
}

}  // namespace
}  // namespace attest
