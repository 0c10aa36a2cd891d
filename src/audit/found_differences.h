// "Significantly more with A" beside "no significant difference": whether a source found the difference, or
// the change, that a claim calls real, and the other way round.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "audit/judge.h"

namespace attest::audit {

enum class DifferenceSaid : uint8_t {
  kNothing,
  kSignificant,     // "significantly more", "p < 0.01"
  kNotSignificant,  // "no significant difference", "p = ns"
  kAlike,           // "similar", "did not differ", "unchanged"
  kBoth,            // the clause says the one and the other
};

// A clause of a source, whatever claim is held beside it.
struct DifferenceClause {
  ByteSpan sentence;  // that it is from
  std::string lower;
  std::vector<Unit> units;  // what was measured: its own, and those of the clause before that it refers to
  DifferenceSaid said = DifferenceSaid::kNothing;
  bool tells_way = false;  // says nothing of significance, and who did better
};
// Of all sentences that do not only ask. A source is read once for all claims of a page.
std::vector<DifferenceClause> difference_clauses_of(const AnswerSource& source, const Lexicon& lexicon);

// Contradicted where a clause of the source about the same outcome of the same treatments says the opposite
// and no other one says the same; else nothing is decided. `clauses`: those of the source.
Judgement judge_difference(const PageClaim& claim, const AnswerSource& source,
                           const std::vector<DifferenceClause>& clauses, const Lexicon& lexicon);

// One group is held against another, and not a group against itself before. Lower case.
bool compares_groups(std::string_view lower);
// Of one clause, in lower case.
DifferenceSaid difference_said(std::string_view lower);

}  // namespace attest::audit
