// A writer that dies (kill -9 at random moments and before each durable step), a disk that is full, a folder
// that cannot be written: the last commit stays readable, check finds nothing, and the next writer goes on.
#include <csignal>
#include <cstdlib>
#include <random>
#include <set>
#include <thread>

#include <gmock/gmock.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "collection/collection_test_support.h"
#include "collection/layout.h"

namespace attest {
namespace {

using test::add_all;
using test::check_problems;
using test::numbered_document;
using test::numbered_documents;
using test::open_collection;
using test::open_writer;
using test::TemporaryFolder;

constexpr uint64_t kDocuments = 400;

// Adds everything in small commits, now and then removing, merging and compacting; reports each commit's
// documents to `commits`. Runs in a child that is killed.
[[noreturn]] void write_until_killed(const std::filesystem::path& path, int commits) {
  WriterOptions options;
  options.threads = 1;
  options.commit_every_documents = 1'000'000;
  auto writer = CollectionWriter::open(path, options);
  if (!writer) ::_exit(2);
  for (uint64_t i = 0; i < kDocuments; ++i) {
    if (!(*writer)->add(numbered_document(i))) ::_exit(3);
    if (i % 10 != 9) continue;
    if (!(*writer)->commit()) ::_exit(4);
    const uint64_t committed = i + 1;
    if (::write(commits, &committed, sizeof(committed)) != sizeof(committed)) ::_exit(5);
    if (i % 150 == 149 && !(*writer)->compact(nullptr)) ::_exit(6);
  }
  ::_exit(0);
}

// What a crash must leave: at least what had been committed, whole, and only documents of whole commits.
void expect_intact(const std::filesystem::path& path, uint64_t committed) {
  auto opened = Collection::open(path);
  if (!opened) {
    // Nothing was committed, and not even an empty catalog was there yet.
    ASSERT_EQ(committed, 0u) << opened.error().to_line();
    return;
  }
  const Collection& collection = **opened;
  EXPECT_GE(collection.document_count(), committed);
  EXPECT_EQ(collection.document_count() % 10, 0u);
  EXPECT_THAT(check_problems(collection), testing::IsEmpty());
  for (uint64_t i = 0; i < committed; i += 7) {
    const auto ref = collection.find(fmt::format("pmid:{}", 1000 + i));
    ASSERT_TRUE(ref) << i;
    EXPECT_EQ(*collection.text(*ref), numbered_document(i).text);
  }
}

// Runs the writer in a child and kills it after `delay`; gives how many documents it had committed.
uint64_t run_and_kill(const std::filesystem::path& path, std::chrono::microseconds delay) {
  int ends[2];
  EXPECT_EQ(::pipe(ends), 0);
  const pid_t child = ::fork();
  if (child == 0) {
    ::close(ends[0]);
    write_until_killed(path, ends[1]);
  }
  ::close(ends[1]);
  std::this_thread::sleep_for(delay);
  ::kill(child, SIGKILL);
  int status = 0;
  ::waitpid(child, &status, 0);
  EXPECT_TRUE(WIFSIGNALED(status) || WEXITSTATUS(status) == 0) << WEXITSTATUS(status);
  uint64_t committed = 0;
  uint64_t value = 0;
  while (::read(ends[0], &value, sizeof(value)) == sizeof(value)) committed = value;
  ::close(ends[0]);
  return committed;
}

TEST(Crash, KilledAtRandomMoments) {
  std::mt19937 random(20240601);
  TemporaryFolder folder;
  const auto path = folder / "c";
  uint64_t committed = 0;
  for (int round = 0; round < 40; ++round) {
    // Most rounds go on with what the last crash left; some start anew, to meet crashes while creating.
    if (round % 8 == 0) {
      std::filesystem::remove_all(path);
      committed = 0;
    }
    const bool early = round % 8 == 0;
    const auto delay = std::chrono::microseconds(random() % (early ? 15'000 : 120'000));
    committed = std::max(committed, run_and_kill(path, delay));
    SCOPED_TRACE(fmt::format("round {}, {} committed", round, committed));
    expect_intact(path, committed);
    if (HasFatalFailure()) return;
  }
  // And it can be finished.
  add_all(path, numbered_documents(0, kDocuments));
  const auto collection = open_collection(path);
  EXPECT_EQ(collection->document_count(), kDocuments);
  EXPECT_THAT(check_problems(*collection), testing::IsEmpty());
}

int steps_until_death = 0;
void die_at_step(const char*) {
  if (--steps_until_death < 0) ::_exit(9);
}

// Every durable step of a short life (create, commit, merge, remove, compact) is once the last.
TEST(Crash, DyingBeforeEachDurableStep) {
  bool finished = false;
  for (int step = 0; !finished; ++step) {
    ASSERT_LT(step, 400);
    TemporaryFolder folder;
    const auto path = folder / "c";
    const pid_t child = ::fork();
    if (child == 0) {
      steps_until_death = step;
      layout::set_durability_hook(die_at_step);
      WriterOptions options;
      options.threads = 1;
      auto writer = CollectionWriter::open(path, options);
      if (!writer) ::_exit(2);
      bool good = true;
      for (uint64_t commit = 0; commit < 12; ++commit) {
        for (uint64_t i = 0; i < 10; ++i) good = good && (*writer)->add(numbered_document(commit * 10 + i));
        good = good && (*writer)->commit();
      }
      good = good && (*writer)->compact(nullptr);
      for (uint64_t i = 0; i < 10; ++i) good = good && (*writer)->remove(fmt::format("pmid:{}", 1000 + i));
      good = good && (*writer)->compact(nullptr) && (*writer)->rebuild_index(nullptr);
      ::_exit(good ? 0 : 3);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    ASSERT_TRUE(WIFEXITED(status));
    ASSERT_TRUE(WEXITSTATUS(status) == 9 || WEXITSTATUS(status) == 0) << WEXITSTATUS(status);
    finished = WEXITSTATUS(status) == 0;
    SCOPED_TRACE(fmt::format("died before step {}", step));
    expect_intact(path, 0);
    // The next writer sweeps what was left: afterwards only files that the manifest names are there.
    {
      auto writer = open_writer(path);
      ASSERT_TRUE(writer->add(numbered_document(999)));
      ASSERT_TRUE(writer->commit());
    }
    const auto collection = open_collection(path);
    EXPECT_THAT(check_problems(*collection), testing::IsEmpty());
    size_t segment_files = 0;
    for ([[maybe_unused]] const auto& entry :
         std::filesystem::directory_iterator(layout::segments_folder(path))) {
      ++segment_files;
    }
    EXPECT_EQ(segment_files, collection->segments().size());
  }
}

// RLIMIT_FSIZE makes writes fail as a full disk does, at whatever file comes to the limit first.
TEST(Crash, FullDiskKeepsTheLastCommit) {
  std::set<int> outcomes;
  for (const rlim_t limit : {40'000, 60'000, 90'000, 130'000, 200'000}) {
    TemporaryFolder folder;
    const auto path = folder / "c";
    add_all(path, numbered_documents(0, 20));
    const std::string before = open_collection(path)->snapshot();
    const pid_t child = ::fork();
    if (child == 0) {
      std::signal(SIGXFSZ, SIG_IGN);
      const rlimit bound{limit, limit};
      ::setrlimit(RLIMIT_FSIZE, &bound);
      WriterOptions options;
      options.threads = 1;
      auto writer = CollectionWriter::open(path, options);
      if (!writer) ::_exit(writer.error().code == ErrorCode::kEnvironment ? 10 : 2);
      Status status;
      for (uint64_t i = 20; i < 1000 && status; ++i) status = (*writer)->add(numbered_document(i));
      if (status) status = (*writer)->commit();
      if (status) ::_exit(3);
      // Clear, and final: the writer does not pretend to go on.
      if (status.error().code != ErrorCode::kEnvironment || status.error().remedy.empty()) {
        fmt::print(stderr, "{}\n", status.error().to_line());
        ::_exit(4);
      }
      ::_exit((*writer)->commit() ? 5 : 10);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    ASSERT_TRUE(WIFEXITED(status));
    EXPECT_EQ(WEXITSTATUS(status), 10) << limit;
    const auto collection = open_collection(path);
    EXPECT_EQ(collection->snapshot(), before);
    EXPECT_THAT(check_problems(*collection), testing::IsEmpty());
    // With room again, the next writer goes on.
    EXPECT_EQ(add_all(path, numbered_documents(20, 20)).added, 20u);
    EXPECT_THAT(check_problems(*open_collection(path)), testing::IsEmpty());
  }
}

// A compacted collection opens from where nothing can be written.
TEST(Crash, CompactedCollectionOpensReadOnly) {
  TemporaryFolder folder;
  const auto path = folder / "c";
  add_all(path, numbered_documents(0, 50));
  {
    auto writer = open_writer(path);
    ASSERT_TRUE(writer->compact(nullptr));
  }
  for (const char* name : {"catalog.sqlite-wal", "catalog.sqlite-shm"}) {
    EXPECT_FALSE(std::filesystem::exists(path / name)) << name;
  }
  ::chmod(folder.path().c_str(), 0755);
  for (const auto& entry : std::filesystem::recursive_directory_iterator(path)) {
    ::chmod(entry.path().c_str(), entry.is_directory() ? 0555 : 0444);
  }
  ::chmod(path.c_str(), 0555);
  const pid_t child = ::fork();
  if (child == 0) {
    // Root may write everywhere; nobody may not.
    if (::geteuid() == 0 && (::setgid(65534) != 0 || ::setuid(65534) != 0)) ::_exit(77);
    const auto collection = Collection::open(path);
    if (!collection) {
      fmt::print(stderr, "{}\n", collection.error().to_line());
      ::_exit(2);
    }
    const auto found = (*collection)->check(nullptr, nullptr);
    ::_exit((*collection)->document_count() == 50 && found && *found == 0 ? 0 : 3);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  ::chmod(path.c_str(), 0755);
  for (const char* name : {"texts", "segments"}) ::chmod((path / name).c_str(), 0755);
  ASSERT_TRUE(WIFEXITED(status));
  if (WEXITSTATUS(status) == 77) GTEST_SKIP() << "cannot give up root's rights here";
  EXPECT_EQ(WEXITSTATUS(status), 0);
  EXPECT_FALSE(std::filesystem::exists(path / "catalog.sqlite-wal"));
}

}  // namespace
}  // namespace attest
