#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "collection/collection.h"

namespace attest {

// How common a stem is in a collection. Looks each stem up once; for one question, one thread.
class CollectionTerms {
 public:
  explicit CollectionTerms(const Collection& collection) : collection_(collection) {}
  uint64_t document_frequency(const std::string& stem);
  // In fewer documents than a word that merely colours a question would be.
  bool is_rare(const std::string& stem);
  const Collection& collection() const { return collection_; }

 private:
  const Collection& collection_;
  std::unordered_map<std::string, uint64_t> seen_;
};

}  // namespace attest
