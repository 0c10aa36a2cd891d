// What an answer chooses from, place by place: for readers and for training on what they said.
#pragma once

#include <string>
#include <vector>

#include "answer/choice/pertinence.h"
#include "evidence/sources.h"

namespace attest {

struct PlacedFinding {
  const Finding* finding = nullptr;  // of the evidence
  std::string place;                 // see pertinence.h
  std::string intervention;          // id of the option it would stand under; empty in a section
  std::string intervention_name;
};

// For each place those that relevance puts first, then those that the model would choose besides.
std::vector<PlacedFinding> placed_findings(const Evidence& evidence, const PertinenceReader& reader);

}  // namespace attest
