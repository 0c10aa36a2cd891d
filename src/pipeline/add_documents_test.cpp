#include "pipeline/add_documents.h"

#include <fstream>

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "base/temporary_folder.h"

namespace attest {
namespace {

class AddDocuments : public testing::Test {
 protected:
  void SetUp() override {
    request_.collection = folder_ / "collection";
    request_.paths = {folder_ / "papers"};
    std::filesystem::create_directory(folder_ / "papers");
    observer_.problem = [&](const Error& error) { problems_.push_back(error.to_line()); };
  }

  void write_lines(const std::string& name, int first, int count) {
    std::ofstream file(folder_ / "papers" / name);
    for (int i = first; i < first + count; ++i) {
      file << fmt::format(
          "{{\"id\": \"doc{}\", \"title\": \"Trial {}\", \"text\": \"Biofeedback helped {} people.\"}}\n", i,
          i, i);
    }
  }
  AddReport add() {
    const auto report = add_documents(request_, observer_);
    EXPECT_TRUE(report) << report.error().to_line();
    return report.value_or(AddReport());
  }
  uint64_t documents() {
    const auto collection = Collection::open(request_.collection);
    return collection ? (*collection)->document_count() : 0;
  }

  test::TemporaryFolder temporary_;
  const std::filesystem::path folder_ = temporary_.path();
  AddRequest request_;
  AddObserver observer_;
  std::vector<std::string> problems_;
};

TEST_F(AddDocuments, KnownFilesAreNotReadAgain) {
  write_lines("a.jsonl", 0, 10);
  write_lines("b.jsonl", 10, 10);
  AddReport report = add();
  EXPECT_EQ(report.files_read, 2u);
  EXPECT_EQ(report.documents.added, 20u);
  write_lines("b.jsonl", 10, 15);
  report = add();
  EXPECT_EQ(report.files_read, 1u);
  EXPECT_EQ(report.files_known, 1u);
  EXPECT_EQ(report.documents.added, 5u);
  EXPECT_EQ(report.documents.unchanged, 10u);
  request_.repair = true;
  EXPECT_EQ(add().documents.unchanged, 25u);
  EXPECT_THAT(problems_, testing::IsEmpty());
}

TEST_F(AddDocuments, BadFilesAreNamedAndTheRestIsAdded) {
  write_lines("a.jsonl", 0, 5);
  std::ofstream(folder_ / "papers" / "noise.bin") << std::string("\x00\x01\x02\xff\xfe", 5);
  request_.paths.push_back(folder_ / "nowhere.xml");
  const AddReport report = add();
  EXPECT_EQ(report.documents.added, 5u);
  EXPECT_EQ(report.problems, 2u);
  EXPECT_THAT(problems_, testing::Contains(testing::HasSubstr("noise.bin")));
  EXPECT_THAT(problems_, testing::Contains(testing::HasSubstr("nowhere.xml")));
  const auto summary = (*Collection::open(request_.collection))->summary();
  EXPECT_EQ(summary->failures.size(), 2u);
  // Tried again, because it may have been mended; noted once.
  EXPECT_EQ(add().problems, 2u);
  EXPECT_EQ((*Collection::open(request_.collection))->summary()->failures.size(), 2u);
}

TEST_F(AddDocuments, InterruptedRunGoesOnWhereItStopped) {
  for (int file = 0; file < 4; ++file) write_lines(fmt::format("{}.jsonl", file), file * 100, 100);
  uint64_t documents_seen = 0;
  observer_.progress = [&](const AddProgress& progress) { documents_seen = progress.documents; };
  observer_.stop = [&] { return documents_seen >= 150; };
  AddReport report = add();
  EXPECT_TRUE(report.interrupted);
  const uint64_t kept = documents();
  EXPECT_GE(kept, 100u);
  EXPECT_LT(kept, 400u);
  observer_.stop = nullptr;
  report = add();
  EXPECT_FALSE(report.interrupted);
  EXPECT_GE(report.files_known, 1u);
  EXPECT_EQ(report.documents.added, 400u - kept);
  EXPECT_EQ(documents(), 400u);
}

TEST_F(AddDocuments, NothingToAddMakesNoCollection) {
  const AddReport report = add();
  EXPECT_EQ(report.files_read, 0u);
  EXPECT_FALSE(std::filesystem::exists(request_.collection));
}

TEST_F(AddDocuments, FingerprintFollowsContent) {
  write_lines("a.jsonl", 0, 3000);
  const auto path = folder_ / "papers" / "a.jsonl";
  const auto time = std::filesystem::last_write_time(path);
  const std::string before = *file_fingerprint(path);
  EXPECT_EQ(*file_fingerprint(path), before);
  {
    std::fstream file(path, std::ios::in | std::ios::out);
    file.seekp(-20, std::ios::end);
    file.put('X');
  }
  std::filesystem::last_write_time(path, time);
  EXPECT_NE(*file_fingerprint(path), before);
  EXPECT_FALSE(file_fingerprint(folder_ / "nowhere"));
}

}  // namespace
}  // namespace attest
