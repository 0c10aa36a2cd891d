#pragma once

#include <optional>
#include <string>
#include <vector>

#include "question/words.h"

namespace attest {

// What a question names by itself, before the turn before it is looked at.
struct NamedThings {
  std::vector<std::string> conditions;     // labels
  std::vector<std::string> interventions;  // labels
  std::vector<std::string> tests;          // labels
  std::string population;
};

// A follow-up made whole: a question that stands by itself.
struct FollowUp {
  std::string resolved;
  Intent intent = Intent::kGeneral;
  int line_of_therapy = 0;
  bool same_condition = false;  // named anew, and still the one of the turn before
};

// Nothing when the question is complete by itself.
std::optional<FollowUp> resolve_follow_up(std::string_view question, const NamedThings& named,
                                          const PreviousTurn& before);

}  // namespace attest
