// From a query's words to integer weights: the same on every machine, whatever its mathematics library does.
//
// A term's weight is the asked weight times its inverse document frequency log2((2N + 2) / (2n + 1)), with N
// documents and n of them holding the term, over all segments and counting deleted ones. The logarithm is
// computed in fixed point. All weights are then multiplied by the same power of two, the largest with which
// no sum of weight · impact passes 2^31, and rounded.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "index/segment_file.h"

namespace attest::index {

struct PlannedTerm {
  std::string term;
  uint32_t weight = 0;                            // > 0
  std::vector<std::optional<TermEntry>> entries;  // for each segment
};

struct QueryPlan {
  std::vector<const SegmentFile*> segments;
  std::vector<PlannedTerm> terms;  // each once, those with weight 0 or in no segment left out
  int scale_bits = 0;              // weights were multiplied by 2^scale_bits

  // A sum of weight · impact as the caller sees it.
  float score(uint32_t sum) const;
};

Result<QueryPlan> plan_query(std::span<const SegmentView> segments, std::span<const WeightedTerm> terms);

// log2(value) · 2^16, rounded down; value > 0.
uint32_t log2_fixed(uint64_t value);

}  // namespace attest::index
