// Readers beside a writer: each sees one snapshot, whole, however much is added, merged and compacted
// meanwhile.
#include <atomic>
#include <thread>

#include <gmock/gmock.h>

#include "collection/collection_test_support.h"

namespace attest {
namespace {

using test::numbered_document;
using test::open_writer;
using test::TemporaryFolder;

TEST(Concurrency, ReadersGoOnWhileOneWriterWorks) {
  TemporaryFolder folder;
  const auto path = folder / "c";
  test::add_all(path, test::numbered_documents(0, 20));
  std::atomic<bool> writing = true;
  std::atomic<int> opened = 0;
  std::vector<std::thread> readers;
  for (int reader = 0; reader < 3; ++reader) {
    readers.emplace_back([&] {
      do {
        const auto collection = Collection::open(path);
        ASSERT_TRUE(collection) << collection.error().to_line();
        const uint64_t documents = (*collection)->document_count();
        EXPECT_GE(documents, 20u);
        EXPECT_EQ(documents % 20, 0u);
        for (uint64_t i = 0; i < documents; i += 9) {
          const auto ref = (*collection)->find(fmt::format("pmid:{}", 1000 + i));
          ASSERT_TRUE(ref) << i;
          const auto document = (*collection)->document(*ref);
          ASSERT_TRUE(document) << document.error().to_line();
          EXPECT_EQ(document->text, numbered_document(i).text);
          EXPECT_TRUE((*collection)->status(*ref));
        }
        EXPECT_EQ((*collection)->document_count(), documents);
        ++opened;
      } while (writing);
    });
  }
  {
    WriterOptions options;
    options.threads = 2;
    const auto writer = open_writer(path, options);
    for (uint64_t i = 20; i < 400; ++i) {
      ASSERT_TRUE(writer->add(numbered_document(i)));
      const Status committed = i % 20 == 19 ? writer->commit() : Status();
      ASSERT_TRUE(committed);
      const Status compacted = i % 100 == 99 ? writer->compact(nullptr) : Status();
      ASSERT_TRUE(compacted);
    }
    ASSERT_TRUE(writer->commit());
  }
  writing = false;
  for (std::thread& reader : readers) reader.join();
  EXPECT_GE(opened, 3);
  const auto collection = test::open_collection(path);
  EXPECT_EQ(collection->document_count(), 400u);
  EXPECT_THAT(test::check_problems(*collection), testing::IsEmpty());
}

TEST(Concurrency, OneCollectionServesSeveralThreads) {
  TemporaryFolder folder;
  test::add_all(folder / "c", test::numbered_documents(0, 100));
  const auto collection = test::open_collection(folder / "c");
  std::vector<std::thread> threads;
  for (uint64_t thread = 0; thread < 4; ++thread) {
    threads.emplace_back([&, thread] {
      for (uint64_t i = thread; i < 400; ++i) {
        const auto ref = collection->find(fmt::format("doi:10.1000/trial.{}", i % 100));
        ASSERT_TRUE(ref);
        EXPECT_EQ(*collection->text(*ref), numbered_document(i % 100).text);
        EXPECT_TRUE(collection->abbreviations_for("ABF"));
        EXPECT_TRUE(collection->status(*ref));
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
}

TEST(Concurrency, WriterThatIsDroppedWithFullQueueEnds) {
  TemporaryFolder folder;
  {
    const auto writer = open_writer(folder / "c");
    for (uint64_t i = 0; i < 500; ++i) ASSERT_TRUE(writer->add(numbered_document(i)));
  }
  EXPECT_EQ(test::open_collection(folder / "c")->document_count(), 0u);
}

}  // namespace
}  // namespace attest
