// Effectiveness of impact settings, reckoned without writing a segment for each.
#pragma once

#include "index/impact.h"
#include "index_bench_data.h"

namespace attest::bench {

struct Effectiveness {
  double recall_at_10 = 0;
  double reciprocal_rank = 0;
  double ndcg_at_10 = 0;
};

// Ids of the best documents of one question, best first.
using Ranking = std::vector<std::string>;

// Means over the questions.
Effectiveness effectiveness(const std::vector<BenchQuestion>& questions,
                            const std::vector<Ranking>& rankings);

// Holds only the postings of the questions' terms, with their frequencies by field, and scores them anew for
// each setting.
class ImpactLaboratory {
 public:
  explicit ImpactLaboratory(const BenchCollection& collection);
  Effectiveness measure(const index::ImpactSettings& settings) const;

 private:
  struct Posting {
    uint32_t document;
    index::FieldCounts frequencies;
  };
  const BenchCollection& collection_;
  std::vector<index::FieldCounts> lengths_;
  std::map<std::string, std::vector<Posting>> postings_;
};

}  // namespace attest::bench
