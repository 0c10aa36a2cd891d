// Of which outcomes a sentence says that there was more, less, or no difference.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "quantities/quantities.h"
#include "reconcile/outcomes/outcome_names.h"

namespace attest {

struct OutcomeChange {
  std::string outcome;
  int wanted = 0;
  int change = 0;                      // 1 more, -1 less, 0 no difference
  const Quantity* estimate = nullptr;  // of `quantities`; null where words alone say it
};

// `whole`: the sentence in small letters; `quantities`: with spans in it, shifted by `shift`; `named`:
// further outcomes, such as diseases that only the thesaurus knows. A clause in which words of two directions
// stand is read by its parts or not at all, and an estimate that its words contradict is left out.
std::vector<OutcomeChange> read_outcome_changes(std::string_view whole, std::span<const Quantity> quantities,
                                                uint32_t shift, std::span<const OutcomePlace> named = {});

}  // namespace attest
