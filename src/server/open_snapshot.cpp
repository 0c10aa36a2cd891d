#include "server/open_snapshot.h"

#include <algorithm>

#include <fmt/format.h>
#include <sys/stat.h>

#include "answer/lines/line_in_focus.h"
#include "pipeline/ask_question.h"
#include "search/search.h"

namespace attest {
namespace {

constexpr size_t kExamplesMax = 6;
constexpr size_t kConditionsLookedAtMax = 400;
constexpr size_t kDocumentsCounted = 40;

// A name and how many documents the collection has for it.
struct Condition {
  std::string name;
  size_t documents = 0;
};

// The conditions of the thesaurus that this collection has most about; thesaurus order among equals.
std::vector<Condition> conditions_held(const Backend& backend, const Thesaurus& thesaurus) {
  std::vector<Condition> conditions;
  size_t looked_at = 0;
  for (const Thesaurus::Entry& entry : thesaurus.entries()) {
    if (entry.role != ConceptRole::kCondition) continue;
    if (++looked_at > kConditionsLookedAtMax) break;
    const auto hits = backend.rank(entry.name, kDocumentsCounted);
    if (hits && !hits->empty()) conditions.push_back({entry.name, hits->size()});
  }
  std::stable_sort(conditions.begin(), conditions.end(),
                   [](const Condition& a, const Condition& b) { return a.documents > b.documents; });
  return conditions;
}

}  // namespace

OpenSnapshot::OpenSnapshot(std::shared_ptr<const Collection> collection,
                           std::shared_ptr<const Thesaurus> thesaurus, size_t pages_cached_bytes_max)
    : collection_(std::move(collection)), thesaurus_(std::move(thesaurus)), pages_(pages_cached_bytes_max) {}

Result<std::shared_ptr<const Answer>> OpenSnapshot::ask(std::span<const std::string> thread,
                                                        Audience audience) const {
  std::string key = audience_name(audience);
  std::shared_ptr<const Answer> answer;
  for (const std::string& question : thread) {
    key += '\n' + question;  // a question has no line break: pages and API make one line of it
    if (auto known = answers_.find(key)) {
      answer = std::move(known);
      continue;
    }
    AskRequest request;
    request.question = question;
    request.audience = audience;
    if (answer != nullptr) request.before = turn_of(*answer);
    ATTEST_ASSIGN(AskResult result, ask_question(request, collection_, thesaurus_));
    answer = std::make_shared<const Answer>(std::move(result.answer));
    answers_.put(key, answer);
  }
  return answer;
}

const std::vector<std::string>& OpenSnapshot::examples() const {
  std::call_once(examples_once_, [this] {
    const auto backend = make_collection_backend(collection_);
    static constexpr const char* kTemplates[] = {"What is the first-line treatment for {}?",
                                                 "How is {} diagnosed?", "What helps with {}?",
                                                 "How common is {}?"};
    size_t next_template = 0;
    size_t tried = 0;
    for (const Condition& condition : conditions_held(*backend, *thesaurus_)) {
      if (examples_.size() >= kExamplesMax || ++tried > 4 * kExamplesMax) break;
      for (size_t i = 0; i < std::size(kTemplates); ++i) {
        const size_t which = (next_template + i) % std::size(kTemplates);
        const std::string question = fmt::format(fmt::runtime(kTemplates[which]), condition.name);
        const auto answer = ask({&question, 1}, Audience::kClinician);
        if (!answer || (*answer)->verdict != Answer::Verdict::kAnswered) continue;
        examples_.push_back(question);
        next_template = which + 1;
        break;
      }
    }
  });
  return examples_;
}

Result<std::unique_ptr<CollectionWatch>> CollectionWatch::open(const std::filesystem::path& directory,
                                                               std::shared_ptr<const Thesaurus> thesaurus,
                                                               unsigned look_every_seconds,
                                                               size_t pages_cached_bytes_max) {
  std::unique_ptr<CollectionWatch> watch(new CollectionWatch(directory, std::move(thesaurus)));
  watch->pages_cached_bytes_max_ = pages_cached_bytes_max;
  ATTEST_TRY(watch->look());
  watch->thread_ = std::thread([self = watch.get(), look_every_seconds] {
    std::unique_lock lock(self->mutex_);
    while (!self->ending_) {
      self->wake_.wait_for(lock, std::chrono::seconds(look_every_seconds), [&] { return self->ending_; });
      if (self->ending_) break;
      lock.unlock();
      (void)self->look();  // kept in trouble()
      lock.lock();
    }
  });
  return watch;
}

CollectionWatch::~CollectionWatch() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  wake_.notify_all();
  if (thread_.joinable()) thread_.join();
}

std::shared_ptr<const OpenSnapshot> CollectionWatch::current() const {
  const std::lock_guard lock(mutex_);
  return current_;
}

std::string CollectionWatch::trouble() const {
  const std::lock_guard lock(mutex_);
  return trouble_;
}

// A commit changes the catalog or its write-ahead log; looking at two files costs nothing, opening a
// collection of millions of documents does.
std::string CollectionWatch::traces() const {
  std::string all;
  for (const char* file : {"catalog.sqlite", "catalog.sqlite-wal"}) {
    struct stat info {};
    if (::stat((directory_ / file).c_str(), &info) != 0) continue;
    all += fmt::format("{} {} {}.{} {}\n", file, info.st_size, info.st_mtim.tv_sec, info.st_mtim.tv_nsec,
                       info.st_ino);
  }
  return all;
}

Status CollectionWatch::look() {
  const std::string traces_now = traces();
  {
    const std::lock_guard lock(mutex_);
    if (current_ != nullptr && traces_now == traces_) return {};
  }
  auto collection = Collection::open(directory_);
  const std::lock_guard lock(mutex_);
  if (!collection) {
    trouble_ = collection.error().to_line();
    return tl::unexpected(std::move(collection.error()));
  }
  trouble_.clear();
  traces_ = traces_now;
  if (current_ == nullptr || current_->name() != (*collection)->snapshot())
    current_ =
        std::make_shared<const OpenSnapshot>(std::move(*collection), thesaurus_, pages_cached_bytes_max_);
  return {};
}

}  // namespace attest
