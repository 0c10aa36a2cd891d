// What one clause says of a treatment: that an outcome went the wanted way with it, or the other.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "findings/advice/stance.h"
#include "findings/finding.h"

namespace attest {

struct ClauseDirection {
  bool good = false;
  bool bad = false;
  // The same of nobody knows whom.
  bool unsure_good = false;
  bool unsure_bad = false;
};

// `lower`: the sentence in small letters; `named`: what it names, spans in it.
ClauseDirection clause_direction(std::string_view lower, Clause clause, std::span<const Mention> named);

// A change that a clause tells, whether or not anybody knows if it is wanted. Spans are bytes of the
// sentence.
struct ClauseResult {
  OutcomeCourse course = OutcomeCourse::kNoDifference;
  ByteSpan outcome;  // the words that name it
  ByteSpan arm;      // whose change it is; empty where the clause does not say
};
std::vector<ClauseResult> clause_results(std::string_view lower, Clause clause,
                                         std::span<const Mention> named);

}  // namespace attest
