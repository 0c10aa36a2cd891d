// A collection in a folder of its own that is removed with it: for tasks that search a set of documents.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>

#include "base/result.h"
#include "collection/collection.h"
#include "search/search.h"

namespace attest {

class TemporaryCollection {
 public:
  // `fill` adds the documents. Nothing is left behind when it fails.
  static Result<std::unique_ptr<TemporaryCollection>> build(
      const std::function<Status(CollectionWriter&)>& fill);
  ~TemporaryCollection();
  TemporaryCollection(const TemporaryCollection&) = delete;
  TemporaryCollection& operator=(const TemporaryCollection&) = delete;

  const Collection& collection() const { return *collection_; }
  const Backend& backend() const { return *backend_; }

 private:
  explicit TemporaryCollection(std::filesystem::path folder) : folder_(std::move(folder)) {}

  std::filesystem::path folder_;
  std::shared_ptr<const Collection> collection_;
  std::unique_ptr<Backend> backend_;
};

}  // namespace attest
