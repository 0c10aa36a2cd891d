// Which way a text says that something went, clause by clause, whatever it is that was measured: "pain was
// lower with A than with B" and "A reduced pain more than B" go one way, "A reduced pain less" the other.
// findings/effects/clause_direction.h asks another thing, whether a change is wanted, and of a treatment that
// is known: a page is held against its source by its words, whether or not a vocabulary has them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/tokens.h"
#include "verify/claim_text.h"

namespace attest::audit {

struct ToldWay {
  // 1 more of it or better, -1 less or worse, 0 neither; nothing where only a difference is told.
  std::optional<int> way;
  bool quality = false;    // better or worse, and not more or less
  bool compared = false;   // against something that the clause names
  bool of_change = false;  // "reduced the rise": of a change, and not of the thing itself
  bool between = false;    // neither: of one held against another ("did not differ")
  std::string way_word;    // the first word that says which way, in small letters
  // What it is more or less of, where that has a name: "death" for "survival", and the way of that.
  std::string outcome;
  int of_outcome = 0;
  bool degree = false;       // "higher", "fewer": one is held against another, named or not
  ReadText main;             // the clause without `around` and without what it was compared with
  ReadText against;          // what it was compared with; empty where it does not say
  ReadText around;           // "in patients with …": whom it was seen in, at its start or its end
  bool no_subject = false;   // "but was lower in …": what it is about stands in the clause before,
  std::string subject;       // in these words
  bool refers_back = false;  // "the difference was …": of the sentences before
};

// Clauses of which no way can be told, because they have none or several, are left out. What is only asked,
// planned or expected has none.
std::vector<ToldWay> told_ways(std::string_view text, const std::vector<SameMeaning>& meanings,
                               Stemmer& stemmer);

}  // namespace attest::audit
