// What a source states of the study itself, beside its design: how many people, in which arms, who was kept
// from knowing, where, when, paid by whom. Each fact with the bytes that state it; what is not stated is
// empty.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/byte_span.h"

namespace attest {

struct StatedCount {
  uint32_t value = 0;  // 0 when not stated
  ByteSpan span;       // in the document's text
};

struct StatedFact {
  std::string value;  // short and in one form where there is one ("double blind"), else as written
  ByteSpan span;      // in the document's text; empty when only the record states it
};

// A group that people were assigned to.
struct StudyArm {
  std::string name;   // as written
  uint32_t size = 0;  // 0 when not stated
  ByteSpan span;      // name and size
};

struct StudyFacts {
  StatedCount randomised;
  StatedCount analysed;
  std::vector<StudyArm> arms;        // trials; empty or at least two
  StatedFact blinding;               // "open label", "single blind", "double blind", "assessor blind"…
  std::vector<StatedFact> settings;  // centres, kind of place, countries
  StatedFact period;                 // when people were recruited or studied
  std::vector<StatedFact> funding;
  std::vector<StatedFact> conflicts;
};

}  // namespace attest
