// Private to told_against.cpp: one clause of a statement held beside one of a source. How much of its outcome
// and of its treatments the other names, and of which of its sides the other tells.
#pragma once

#include <span>
#include <vector>

#include "audit/lexicon.h"
#include "audit/told_ways.h"

namespace attest::audit {

// How a clause of the source stands to one of the statement.
struct WayBeside {
  double outcome = 0;    // of the statement's outcome, in the clause
  double given = 0;      // of its treatments, in the sentence or the title
  double here = 0;       // … in the clause
  int order = 0;         // 1 the same side is said to have more, -1 the other one, 0 cannot be told
  bool nothing = false;  // the statement's clause has no words of its own: "without a difference"
  bool another = false;  // the clause names a treatment that the statement does not
  bool sides = false;    // both compare, and name the same side that was compared with

  double weight() const { return outcome + 0.3 * here + (sides ? 0.15 : 0); }
};

// A clause of the source.
struct SourceWay {
  ToldWay told;
  ReadText full;  // with the subject that it leaves to the clause before
  const ReadText* sentence = nullptr;
  const ReadText* before = nullptr;  // the sentences before, where it refers back
  std::vector<bool> given;
  ByteSpan span;
};

// A clause of the statement by what its words are; of one without a subject, with that of the clause before.
struct AskedClause {
  ReadText text;
  std::vector<bool> condition;  // of its words
  std::vector<bool> names_outcome;
  std::vector<bool> given;
  bool names_given = false;  // one of its words is a treatment
};
AskedClause read_asked(const ToldWay& own, const std::vector<SameMeaning>& meanings, const Lexicon& lexicon);

// Both speak of one outcome that has a name.
bool name_one_outcome(const ToldWay& own, const ToldWay& there);

// `all`: the clauses of the source, `there` among them; `title`: the source's.
WayBeside way_beside(const ToldWay& own, const AskedClause& asked, const SourceWay& there,
                     std::span<const SourceWay> all, const ReadText& title);

}  // namespace attest::audit
