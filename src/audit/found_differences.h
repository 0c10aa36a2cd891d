// "Significantly more with A" beside "no significant difference": whether a source found the difference, or
// the change, that a claim calls real, and the other way round.
#pragma once

#include <string_view>

#include "audit/judge.h"

namespace attest::audit {

// Contradicted where a clause of the source about the same outcome of the same treatments says the opposite
// and no other one says the same; else nothing is decided.
Judgement judge_difference(const PageClaim& claim, const AnswerSource& source, const Lexicon& lexicon);

enum class DifferenceSaid : uint8_t {
  kNothing,
  kSignificant,     // "significantly more", "p < 0.01"
  kNotSignificant,  // "no significant difference", "p = ns"
  kAlike,           // "similar", "did not differ", "unchanged"
  kBoth,            // the clause says the one and the other
};
// One group is held against another, and not a group against itself before. Lower case.
bool compares_groups(std::string_view lower);
// Of one clause, in lower case.
DifferenceSaid difference_said(std::string_view lower);

}  // namespace attest::audit
