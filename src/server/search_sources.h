// Documents found for words, with what a reader filters and sorts them by.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "answer/answer.h"
#include "base/result.h"
#include "server/open_snapshot.h"

namespace attest {

struct FoundSentence {
  ByteSpan span;
  std::string text;
};

struct FoundSource {
  Reference reference;  // its number is the rank by relevance, from 1
  float score = 0;
  std::vector<FoundSentence> sentences;  // best first
};

// The best documents for one query, before any filter.
struct SearchedSources {
  std::string understood;  // how the words were read, "" when they name nothing known
  std::vector<SpellingChange> spelling;
  std::vector<FoundSource> sources;  // most relevant first
  bool more = false;                 // the collection has more than were looked at
};

struct SearchFilter {
  std::string design;
  std::string depth;
  std::string status;
  std::string part;  // of the collection: where the record came from
  bool graded = false;
  unsigned year_from = 0;
  unsigned year_to = 0;
  enum class Sort : uint8_t { kRelevance, kNewest, kOldest, kStrongest } sort = Sort::kRelevance;
};

// Reads "design", "depth", "status", "part", "graded", "from", "to", "sort" of an address.
Result<SearchFilter> read_filter(const AddressQuery& query);

// How many documents there would be with each value of a field, the other filters in force.
struct FilterCounts {
  std::map<std::string, size_t> designs, depths, statuses, parts;
  size_t graded = 0;
};

Result<std::shared_ptr<const SearchedSources>> search_sources(const OpenSnapshot& snapshot,
                                                              const std::string& words);
// Those that pass, in the order asked for. The pointers are into `searched`.
std::vector<const FoundSource*> filtered(const SearchedSources& searched, const SearchFilter& filter);
FilterCounts count_values(const SearchedSources& searched, const SearchFilter& filter);

uint16_t year_of(const FoundSource& source);

}  // namespace attest
