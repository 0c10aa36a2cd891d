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
  bool each = false;      // the size of each of several groups: "n = 20 in each group"
  bool analysed = false;  // beside its part: "196 were randomised and analysed"
};

// Every count of people or studies in a sentence, in order. Counts of things are left out, and numbers that
// were not read whole.
std::vector<Counted> counts_of(std::string_view words);

// The part that the words behind a count (in lower case) give its people.
Part part_behind(std::string_view clause);

// "multicenter (n = 30)": the bracket behind these words (in lower case) counts places.
bool counts_places(std::string_view before);

// The groups that a text (in lower case) says there are: "two groups", "both arms". 0 where it does not.
uint32_t groups_named(std::string_view lower);

// "patients", "women", "controls": in lower case.
bool is_people_noun(std::string_view noun);

}  // namespace attest
