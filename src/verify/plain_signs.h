// What a person would see at once when a claim stands beside a source: figures on other sides, a subject that
// is never named, an aim instead of a result. Found once for each verdict; the models of labels weigh them,
// and the plainest decide alone.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "verify/claim_features.h"
#include "verify/kinds_apart.h"
#include "verify/stated_figures.h"

namespace attest {

struct PlainSigns {
  std::string undecided;    // why the source does not decide the claim; empty where nothing says so
  std::string unsupported;  // why it does not support it, whatever else it says of it; or empty
  int by_figures = 0;       // two sides by their figures: 1 as the claim says, -1 the other way
  bool exchanged = false;   // a copied claim with the two sides of its comparison exchanged
  bool crossed = false;     // its figures stand on the other sides
  int by_results = 0;       // the same result: 1 goes the claim's way, -1 another way
  std::optional<AbsentFigure> absent;  // a figure of the claim that the source has nowhere
  bool alike = false;                  // both say that two do not differ
  bool other_alike = false;            // what is alike in the source is something else
  std::vector<KindBeside> kinds;       // kinds that exclude each other, of which the claim names one
  bool claims_share = false;           // in words: "most", "rarely"
  int by_shares = 0;                   // figures of the same things: 1 as the words say, -1 not so
  int by_sides = 0;          // a sentence that compares the same two, chosen or not: 1 the same way, -1 not
  int by_other_results = 0;  // as by_results, of the sentences that were not chosen
  std::string not_against;   // why the best sentence does not contradict the claim, though it may look so

  // The claim and the source say the opposite, or the same, by what no likeness of words makes up for.
  bool against() const;
  bool in_favour() const;
};

// `chosen`: the rationale, best first.
PlainSigns plain_signs(std::string_view claim, const SourceBeside& beside, const ClaimSource& source,
                       std::span<const size_t> chosen, bool copied);

}  // namespace attest
