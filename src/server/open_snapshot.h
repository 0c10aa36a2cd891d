// One snapshot of the collection, open, with what was computed from it: answers, ready-made pages, example
// questions. When the collection moves on, a new one takes its place, and this one ends with the last request
// that uses it.
#pragma once

#include <condition_variable>
#include <filesystem>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <thread>
#include <vector>

#include "answer/answer.h"
#include "base/limits.h"
#include "base/result.h"
#include "collection/collection.h"
#include "question/question.h"
#include "server/http_message.h"
#include "server/recent_cache.h"

namespace attest {

struct SearchedSources;  // search_sources.h

// A response that can be given again as it is.
struct ReadyResponse {
  Response response;
  std::string tag;  // its ETag
};

class OpenSnapshot {
 public:
  OpenSnapshot(std::shared_ptr<const Collection> collection, std::shared_ptr<const Thesaurus> thesaurus,
               size_t pages_cached_bytes_max = limits::kPagesCachedBytesMax);

  const Collection& collection() const { return *collection_; }
  const std::shared_ptr<const Collection>& shared_collection() const { return collection_; }
  const Thesaurus& thesaurus() const { return *thesaurus_; }
  const std::shared_ptr<const Thesaurus>& shared_thesaurus() const { return thesaurus_; }
  const std::string& name() const { return collection_->snapshot(); }

  // Answers the last of these questions, each a follow-up to those before it. Not empty; at most
  // limits::kThreadTurnsMax.
  Result<std::shared_ptr<const Answer>> ask(std::span<const std::string> thread, Audience audience) const;

  RecentCache<ReadyResponse>& pages() const { return pages_; }
  RecentCache<SearchedSources>& searches() const { return searches_; }  // by words

  // Questions that this collection answers, computed on first use.
  const std::vector<std::string>& examples() const;

 private:
  std::shared_ptr<const Collection> collection_;
  std::shared_ptr<const Thesaurus> thesaurus_;
  mutable RecentCache<Answer> answers_{limits::kAnswersCachedMax};
  mutable RecentCache<ReadyResponse> pages_;
  mutable RecentCache<SearchedSources> searches_{limits::kSearchesCachedMax};
  mutable std::once_flag examples_once_;
  mutable std::vector<std::string> examples_;
};

// Keeps the newest snapshot of a collection's folder open, looking for a newer one from time to time.
class CollectionWatch {
 public:
  static Result<std::unique_ptr<CollectionWatch>> open(
      const std::filesystem::path& directory, std::shared_ptr<const Thesaurus> thesaurus,
      unsigned look_every_seconds, size_t pages_cached_bytes_max = limits::kPagesCachedBytesMax);
  ~CollectionWatch();
  CollectionWatch(const CollectionWatch&) = delete;
  CollectionWatch& operator=(const CollectionWatch&) = delete;

  std::shared_ptr<const OpenSnapshot> current() const;
  // Looks at once. An error leaves the snapshot that is open in its place.
  Status look();
  // What the last look failed with, "" when it did not.
  std::string trouble() const;

 private:
  CollectionWatch(std::filesystem::path directory, std::shared_ptr<const Thesaurus> thesaurus)
      : directory_(std::move(directory)), thesaurus_(std::move(thesaurus)) {}
  std::string traces() const;

  const std::filesystem::path directory_;
  const std::shared_ptr<const Thesaurus> thesaurus_;
  size_t pages_cached_bytes_max_ = limits::kPagesCachedBytesMax;
  mutable std::mutex mutex_;
  std::condition_variable wake_;
  bool ending_ = false;
  std::shared_ptr<const OpenSnapshot> current_;
  std::string traces_;  // size and time of the catalog's files when it was opened
  std::string trouble_;
  std::thread thread_;
};

}  // namespace attest
