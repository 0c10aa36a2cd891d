// Damages our own files, one byte at a time, and bounds what may happen: the collection does not open, with a
// message; or check names the problem; or nothing that is stored has changed. Never a crash, never a document
// given out with other bytes than were put in.
#include <fstream>
#include <random>

#include <gmock/gmock.h>

#include "collection/collection_test_support.h"
#include "collection/layout.h"
#include "document/record_json.h"

namespace attest {
namespace {

using test::add_all;
using test::numbered_document;
using test::numbered_documents;
using test::TemporaryFolder;

constexpr uint64_t kDocuments = 40;

void flip(const std::filesystem::path& path, uint64_t at, char mask) {
  std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
  file.seekg(static_cast<std::streamoff>(at));
  const char byte = static_cast<char>(file.get() ^ mask);
  file.seekp(static_cast<std::streamoff>(at));
  file.put(byte);
}

std::filesystem::path make_collection(const TemporaryFolder& folder) {
  auto path = folder / "c";
  std::vector<Document> documents = numbered_documents(0, kDocuments);
  documents[3].record.related = {{"ErratumIn", "1007", "", "", ""}};
  add_all(path, std::move(documents));
  auto writer = test::open_writer(path);
  EXPECT_TRUE(writer->add_concept({"D1", "Constipation", {"C23"}, {"Dyschezia"}}));
  EXPECT_TRUE(writer->compact(nullptr));
  return path;
}

struct Outcome {
  bool opened = false;
  std::vector<std::string> problems;
  size_t lost = 0;     // documents that are not given any more
  size_t changed = 0;  // documents given with other bytes
};

Outcome examine(const std::filesystem::path& path) {
  Outcome outcome;
  const auto collection = Collection::open(path);
  if (!collection) {
    EXPECT_FALSE(collection.error().message.empty());
    EXPECT_FALSE(collection.error().remedy.empty()) << collection.error().to_line();
    return outcome;
  }
  outcome.opened = true;
  outcome.problems = test::check_problems(**collection);
  for (uint64_t i = 0; i < kDocuments; ++i) {
    const Document expected = numbered_document(i);
    const auto ref = (*collection)->find(expected.id);
    const auto document = ref ? (*collection)->document(*ref) : tl::unexpected(ref.error());
    if (!document)
      ++outcome.lost;
    else if (document->text != expected.text)
      ++outcome.changed;
  }
  return outcome;
}

class Corruption : public testing::Test {
 protected:
  void SetUp() override { path_ = make_collection(folder_); }
  // Flips bits at places spread over the file, each in turn, and undoes them.
  void damage(const std::filesystem::path& file, size_t places,
              const std::function<void(const Outcome&, uint64_t)>& expect) {
    const uint64_t size = std::filesystem::file_size(file);
    std::mt19937_64 random(7);
    for (size_t i = 0; i < places; ++i) {
      const uint64_t at = i < 64 && i < size ? i : random() % size;
      const char mask = static_cast<char>(1 << (random() % 8));
      flip(file, at, mask);
      expect(examine(path_), at);
      // Reading must not have left anything behind that the undone file contradicts.
      for (const char* name : {"catalog.sqlite-wal", "catalog.sqlite-shm"})
        std::filesystem::remove(path_ / name);
      flip(file, at, mask);
      if (HasFatalFailure()) return;
    }
    const Outcome healed = examine(path_);
    EXPECT_TRUE(healed.opened);
    EXPECT_THAT(healed.problems, testing::IsEmpty());
  }
  TemporaryFolder folder_;
  std::filesystem::path path_;
};

TEST_F(Corruption, OfTextsCostsOneDocumentAndIsFound) {
  damage(*std::filesystem::directory_iterator(layout::texts_folder(path_)), 150,
         [](const Outcome& outcome, uint64_t at) {
           EXPECT_EQ(outcome.changed, 0u) << at;
           if (!outcome.opened) {
             EXPECT_LT(at, 16u);  // the magic: not our file any more
             return;
           }
           EXPECT_EQ(outcome.lost, 1u) << at;
           ASSERT_EQ(outcome.problems.size(), 1u) << at;
           EXPECT_THAT(outcome.problems[0], testing::HasSubstr(".texts"));
           EXPECT_THAT(outcome.problems[0], testing::HasSubstr("attest add --repair"));
         });
}

TEST_F(Corruption, OfASegmentCostsNoDocumentAndIsFound) {
  damage(*std::filesystem::directory_iterator(layout::segments_folder(path_)), 150,
         [](const Outcome& outcome, uint64_t at) {
           EXPECT_EQ(outcome.changed, 0u) << at;
           if (!outcome.opened) return;
           EXPECT_EQ(outcome.lost, 0u) << at;
           ASSERT_GE(outcome.problems.size(), 1u) << at;
           EXPECT_THAT(outcome.problems[0], testing::HasSubstr(".segment"));
           EXPECT_THAT(outcome.problems[0], testing::HasSubstr("attest compact --rebuild-index"));
         });
}

TEST_F(Corruption, OfTheCatalogNeverChangesADocumentUnnoticed) {
  damage(layout::catalog(path_), 400, [](const Outcome& outcome, uint64_t at) {
    EXPECT_EQ(outcome.changed, 0u) << at;
    if (!outcome.opened) return;
    // A byte in unused space changes nothing and need not be found.
    EXPECT_TRUE(outcome.lost == 0 || !outcome.problems.empty()) << at;
  });
}

TEST_F(Corruption, FilesCutShort) {
  for (const auto& file :
       {layout::catalog(path_), std::filesystem::directory_iterator(layout::texts_folder(path_))->path(),
        std::filesystem::directory_iterator(layout::segments_folder(path_))->path()}) {
    const auto copy = folder_ / "copy";
    std::filesystem::copy_file(file, copy, std::filesystem::copy_options::overwrite_existing);
    const uint64_t size = std::filesystem::file_size(file);
    for (const uint64_t kept : {uint64_t{0}, uint64_t{1}, uint64_t{15}, size / 3, size - 1}) {
      std::filesystem::resize_file(file, kept);
      const Outcome outcome = examine(path_);
      EXPECT_TRUE(!outcome.opened || !outcome.problems.empty()) << file << " " << kept;
      EXPECT_EQ(outcome.changed, 0u);
      for (const char* name : {"catalog.sqlite-wal", "catalog.sqlite-shm"})
        std::filesystem::remove(path_ / name);
      std::filesystem::copy_file(copy, file, std::filesystem::copy_options::overwrite_existing);
    }
    std::filesystem::remove(file);
    EXPECT_FALSE(Collection::open(path_));
    std::filesystem::copy_file(copy, file);
  }
}

TEST_F(Corruption, NewerFormatIsRefused) {
  // user_version is the big-endian word at byte 60 of an SQLite file.
  flip(layout::catalog(path_), 63, 3);
  const auto collection = Collection::open(path_);
  ASSERT_FALSE(collection);
  EXPECT_THAT(collection.error().to_line(), testing::HasSubstr("newer Attest"));
}

}  // namespace
}  // namespace attest
