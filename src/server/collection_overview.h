// What a collection holds, counted for its page and for the API.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "answer/answer.h"
#include "base/result.h"
#include "server/open_snapshot.h"

namespace attest {

using Counted = std::vector<std::pair<std::string, uint64_t>>;

struct CollectionOverview {
  CollectionSummary summary;
  Counted by_year;                // "2016", in order; decades when there are many years
  Counted by_design;              // of the latest documents, most first
  uint64_t designs_of = 0;        // how many documents by_design looked at
  std::vector<Reference> latest;  // what came last, newest first
};

Result<CollectionOverview> overview_of(const OpenSnapshot& snapshot);

}  // namespace attest
