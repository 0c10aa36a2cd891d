// The writer that callers see: a bounded queue between the caller (who parses), the analysis threads and the
// one appending thread.
//
// Analysis (hashing, sentences, stems, compression) is most of the work and is spread over threads; appending
// happens in the order of the calls, so the result does not depend on the number of threads or their timing.
// Everything, deletions and notes too, goes through the one queue and therefore keeps its place.
#include <algorithm>
#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

#include <fmt/format.h>

#include "base/limits.h"
#include "collection/catalog_writer.h"

namespace attest {

namespace {

constexpr size_t kQueuedDocumentsMax = 1024;
// Analysis expands a text about twentyfold while it waits to be appended.
constexpr size_t kQueuedBytesMax = 8u << 20;

// One call, waiting for its turn.
struct Job {
  enum class Kind { kDocument, kAction } kind = Kind::kAction;
  Document document;
  PreparedDocument prepared;
  std::function<Status(CatalogWriter&)> action;
  size_t bytes = 0;
  bool ready = true;  // analysed
  Status outcome;
};

class QueuedWriter final : public CollectionWriter {
 public:
  QueuedWriter(std::unique_ptr<CatalogWriter> catalog, unsigned threads) : catalog_(std::move(catalog)) {
    text_dictionary_ = catalog_->text_dictionary();
    record_dictionary_ = catalog_->record_dictionary();
    if (threads == 0) threads = std::max(1u, std::thread::hardware_concurrency());
    for (unsigned i = 0; i < threads; ++i) analysts_.emplace_back([this] { analyse(); });
    appender_ = std::thread([this] { append(); });
  }

  ~QueuedWriter() override {
    {
      const std::lock_guard lock(mutex_);
      stopping_ = true;
    }
    work_.notify_all();
    turn_.notify_all();
    for (std::thread& thread : analysts_) thread.join();
    appender_.join();
  }

  Status add(Document&& document) override {
    if (document.id.empty()) return fail(ErrorCode::kInput, "a document without an id cannot be stored");
    if (document.id.size() > limits::kIdentifierBytesMax) {
      return fail(
          ErrorCode::kLimit,
          fmt::format("an id has {} bytes, the limit is {}", document.id.size(), limits::kIdentifierBytesMax),
          document.id.substr(0, 64));
    }
    if (document.text.size() > limits::kTextBytesMax) {
      return fail(
          ErrorCode::kLimit,
          fmt::format("the text has {} bytes, the limit is {}", document.text.size(), limits::kTextBytesMax),
          document.id);
    }
    for (const Section& section : document.sections) {
      if (std::max(section.body.end, section.heading.end) > document.text.size()) {
        return fail(ErrorCode::kInput, "a section lies outside the document's text", document.id);
      }
    }
    auto job = std::make_unique<Job>();
    job->kind = Job::Kind::kDocument;
    job->ready = false;
    job->bytes = document.text.size() + 2048;
    job->document = std::move(document);
    return push(std::move(job));
  }

  Status remove(std::string_view id) override {
    return push_action([id = std::string(id)](CatalogWriter& catalog) { return catalog.remove(id); });
  }
  Status add_concept(const StoredConcept& value) override {
    return push_action([value](CatalogWriter& catalog) { return catalog.add_concept(value); });
  }
  Status note_file(const std::string& path, const std::string& fingerprint) override {
    return push_action([=](CatalogWriter& catalog) { return catalog.note_file(path, fingerprint); });
  }
  Status note_failure(const std::string& path, const std::string& message) override {
    return push_action([=](CatalogWriter& catalog) { return catalog.note_failure(path, message); });
  }
  Status forget_failures(const std::string& path) override {
    return push_action([=](CatalogWriter& catalog) { return catalog.forget_failures(path); });
  }
  Result<bool> file_already_added(const std::string& path, const std::string& fingerprint) const override {
    const std::lock_guard lock(catalog_mutex_);
    return catalog_->file_already_added(path, fingerprint);
  }
  Status commit() override {
    return push_and_wait([](CatalogWriter& catalog) { return catalog.commit(); });
  }
  Status compact(const Progress& progress) override {
    return push_and_wait([&](CatalogWriter& catalog) { return catalog.compact(progress); });
  }
  Status rebuild_index(const Progress& progress) override {
    return push_and_wait([&](CatalogWriter& catalog) { return catalog.rebuild_index(progress); });
  }
  WriterCounts counts() const override {
    const std::lock_guard lock(mutex_);
    return counts_;
  }

 private:
  Status push_action(std::function<Status(CatalogWriter&)> action) {
    auto job = std::make_unique<Job>();
    job->action = std::move(action);
    job->bytes = 512;
    return push(std::move(job));
  }

  Status push(std::unique_ptr<Job> job) {
    std::unique_lock lock(mutex_);
    space_.wait(lock, [&] {
      return failure_ || queue_.empty() ||
             (queue_.size() < kQueuedDocumentsMax && queued_bytes_ < kQueuedBytesMax);
    });
    if (failure_) return tl::unexpected(*failure_);
    queued_bytes_ += job->bytes;
    const bool analysis = job->kind == Job::Kind::kDocument;
    if (analysis) unanalysed_.push_back(job.get());
    queue_.push_back(std::move(job));
    lock.unlock();
    if (analysis)
      work_.notify_one();
    else
      turn_.notify_one();
    return {};
  }

  Status push_and_wait(const std::function<Status(CatalogWriter&)>& action) {
    bool done = false;
    Status outcome;
    ATTEST_TRY(push_action([&](CatalogWriter& catalog) {
      Status result = with_remedy(action(catalog));
      const std::lock_guard lock(mutex_);
      outcome = result;
      done = true;
      return result;
    }));
    std::unique_lock lock(mutex_);
    // The appending thread drops what is queued when it fails; then `done` never comes.
    space_.wait(lock, [&] { return done || failure_; });
    if (!done) return tl::unexpected(*failure_);
    return outcome;
  }

  void analyse() {
    Stemmer stemmer;
    Compressor compressor;
    while (true) {
      Job* job = nullptr;
      std::shared_ptr<const Dictionary> text_dictionary;
      std::shared_ptr<const Dictionary> record_dictionary;
      {
        std::unique_lock lock(mutex_);
        work_.wait(lock, [&] { return stopping_ || !unanalysed_.empty(); });
        if (stopping_) return;
        job = unanalysed_.front();
        unanalysed_.pop_front();
        text_dictionary = text_dictionary_;
        record_dictionary = record_dictionary_;
      }
      // No exception of a library may end the process: one document is then the loss.
      try {
        job->prepared = prepare_document(std::move(job->document), stemmer);
        if (text_dictionary != nullptr)
          job->outcome = compress(job->prepared, compressor, *text_dictionary, record_dictionary.get());
      } catch (const std::exception& exception) {
        job->outcome =
            fail(ErrorCode::kEnvironment, fmt::format("cannot analyse a document: {}", exception.what()));
      }
      {
        const std::lock_guard lock(mutex_);
        job->ready = true;
      }
      turn_.notify_one();
    }
  }

  static Status compress(PreparedDocument& prepared, Compressor& compressor,
                         const Dictionary& text_dictionary, const Dictionary* record_dictionary) {
    ATTEST_ASSIGN(prepared.text_frame, compressor.compress(prepared.document.text, &text_dictionary));
    ATTEST_ASSIGN(prepared.details_frame, compressor.compress(prepared.details, record_dictionary));
    return {};
  }

  void append() {
    while (true) {
      std::unique_ptr<Job> job;
      {
        std::unique_lock lock(mutex_);
        turn_.wait(lock, [&] { return stopping_ || (!queue_.empty() && queue_.front()->ready); });
        if (stopping_) return;
        job = std::move(queue_.front());
        queue_.pop_front();
        queued_bytes_ -= job->bytes;
      }
      Status outcome = process(*job);
      {
        const std::lock_guard lock(mutex_);
        counts_ = catalog_->counts();
        text_dictionary_ = catalog_->text_dictionary();
        record_dictionary_ = catalog_->record_dictionary();
        if (!outcome) failure_ = outcome.error();
      }
      space_.notify_all();
      // After a failure nothing more is taken: the state since the last commit is undefined and will be
      // rolled back.
      if (!outcome) return;
    }
  }

  Status process(Job& job) {
    const std::lock_guard lock(catalog_mutex_);
    if (job.kind == Job::Kind::kAction) return with_remedy(job.action(*catalog_));
    if (!job.outcome) return job.outcome;
    return with_remedy(catalog_->append(std::move(job.prepared)));
  }

  // What a person needs to hear when writing fails for a reason outside.
  static Status with_remedy(Status status) {
    if (!status && status.error().code == ErrorCode::kEnvironment && status.error().remedy.empty()) {
      status.error().remedy =
          "check the disk and its free space, then run the command again; nothing committed before is lost";
    }
    return status;
  }

  mutable std::mutex catalog_mutex_;  // held while the catalog is used
  std::unique_ptr<CatalogWriter> catalog_;

  mutable std::mutex mutex_;  // guards everything below
  std::condition_variable work_, turn_, space_;
  std::deque<std::unique_ptr<Job>> queue_;
  std::deque<Job*> unanalysed_;
  size_t queued_bytes_ = 0;
  bool stopping_ = false;
  std::optional<Error> failure_;
  WriterCounts counts_;
  std::shared_ptr<const Dictionary> text_dictionary_;
  std::shared_ptr<const Dictionary> record_dictionary_;
  std::vector<std::thread> analysts_;
  std::thread appender_;
};

}  // namespace

Result<std::unique_ptr<CollectionWriter>> CollectionWriter::open(const std::filesystem::path& directory,
                                                                 const WriterOptions& options) {
  ATTEST_ASSIGN(auto catalog, CatalogWriter::open(directory, options));
  return std::unique_ptr<CollectionWriter>(
      std::make_unique<QueuedWriter>(std::move(catalog), options.threads));
}

}  // namespace attest
