// What an answer chooses from, place by place: for reading by people and for training on what they said.
#pragma once

#include <string>
#include <vector>

#include "answer/sources.h"

namespace attest {

struct PlacedFinding {
  const Finding* finding = nullptr;  // of the evidence
  std::string place;                 // see pertinence.h
  std::string intervention;          // id of the option it would stand under; empty in a section
  std::string intervention_name;
};

// Best first in each place, more of them than an answer shows.
std::vector<PlacedFinding> placed_findings(const Evidence& evidence);

}  // namespace attest
