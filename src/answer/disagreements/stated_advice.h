// What a guideline's sentence advises of one intervention: for it or against it, how firmly, and under what
// conditions. Two pieces of advice contradict each other only under the same conditions.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "evidence/sources.h"

namespace attest {

struct Advice {
  const Finding* finding = nullptr;
  std::string intervention;  // what is named: of a class that was asked about, it may be a member
  bool against = false;
  int firmness = 0;                  // 1 strong, -1 conditional or weak, 0 not said
  int certainty = 0;                 // of the evidence: 1 high, -1 low or very low, 0 not said or between
  std::set<std::string> conditions;  // "routine", "children", "severe": words that limit the advice
};

// The advice of one guideline or consensus for the condition; what it says both ways is left out.
std::vector<Advice> read_advice(const Evidence& evidence, const AnswerSource& source,
                                const std::string& intervention);

// The words of the sentence and of its title that limit what it says.
std::set<std::string> limits_of(const Evidence& evidence, const Finding& finding);

// "Advises against X" answers "X is first-line", and so does "advises against X as first-line treatment".
std::set<std::string> without_lines(std::set<std::string> limits);

// Who gives the advice: the society, else the collective author, else "".
std::string advising_body(const AnswerSource& source);

}  // namespace attest
