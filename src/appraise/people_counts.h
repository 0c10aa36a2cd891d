// Private to appraise: the counts of a sentence, and what part their people play in a study.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/byte_span.h"

namespace attest {

// The part that counted people play.
enum class Part : uint8_t { kNone, kScreened, kLost, kRandomised, kAnalysed, kEnrolled, kCompleted };

struct Counted {
  uint32_t value = 0;
  ByteSpan span;  // in the sentence
  std::string unit;
  Part part = Part::kNone;
  bool bracketed = false;  // "(n = 12)"
  bool sample = false;     // by its predicate, not only a count
  bool studies = false;
};

// Every count of people or studies in a sentence, in order. Counts of things are left out, and numbers that
// were not read whole.
std::vector<Counted> counts_of(std::string_view words);

// "patients", "women", "controls": in lower case.
bool is_people_noun(std::string_view noun);

}  // namespace attest
