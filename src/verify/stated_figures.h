// Shares, ratios, doses, spans of time and counts of a claim that its source has nowhere: what a person would
// look for first, and what no likeness of words makes up for.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "verify/claim_features.h"

namespace attest {

struct AbsentFigure {
  std::string written;    // as the claim has it: "hazard ratio of 0.36"
  bool another = false;   // the chosen sentences state another one of its kind beside the same things
  bool counted = false;   // people or things: may have been worked out
  bool measured = false;  // a dose or a span of time: digits alone do not tell it
};

// The first figure of the claim that stands nowhere in the source: neither as it is, nor rounded, in another
// unit, or worked out from what stands there (a share of a count, what a ratio takes away). One beside which
// another is stated goes before one that is merely lacking. What is said to be about so much is not looked
// for, nor are counts below ten.
std::optional<AbsentFigure> absent_figure(std::string_view claim, const SourceBeside& beside,
                                          const ClaimSource& source, std::span<const size_t> chosen);
// All of them, without what stands beside them.
std::vector<AbsentFigure> absent_figures(std::string_view claim, const ClaimSource& source);
// People, events and the like, which absent_figure() looks for: "patients", "trials", not "visits".
bool is_counted_as_by_a_study(std::string_view unit);

}  // namespace attest
