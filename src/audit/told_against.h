// The ways that a statement tells, held against those that the source it cites tells of the same outcome of
// the same things (told_ways.h).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "audit/claims.h"
#include "audit/lexicon.h"
#include "evidence/sources.h"

namespace attest::audit {

struct ToldAgainst {
  enum class Strength : uint8_t {
    kNothing,
    kPerhaps,  // the same outcome as far as words tell: for a person to look at
    kPlainly,  // nearly all of the outcome, and the same sides
  };
  Strength against = Strength::kNothing;
  ByteSpan sentence;     // of the source: what speaks against it, else what says the same
  std::string reason;    // "less, not more"
  bool agrees = false;   // each way that the statement tells is told by the source, and none the other way
  bool nothing = false;  // has no words that a source could share
  size_t source = 0;     // of several, the one that speaks against it
  double named = 0;      // how much of the statement's outcome the sentence has, 0 to 1
};

ToldAgainst hold_ways(const PageClaim& claim, const AnswerSource& source, const Lexicon& lexicon);
// Beside all that it cites: what one of them says the other does not deny.
ToldAgainst hold_ways(const PageClaim& claim, const std::vector<const AnswerSource*>& cited,
                      const Lexicon& lexicon);

}  // namespace attest::audit
