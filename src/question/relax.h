// What may be left out of a question that nothing in the collection answers as a whole: words that only
// colour it ("my husband's pillow is soaked") and, last, what a complaint comes with ("I itch when I sweat"),
// never another condition, a treatment, a test, or a name that no document has.
#pragma once

#include <string>
#include <vector>

#include "collection/collection.h"
#include "question/question.h"

namespace attest {

struct RelaxedQuestion {
  UnderstoodQuestion question;
  std::vector<std::string> left_out;  // words that it no longer requires
};

// Ever looser readings of `question`, strictest first: without its words of colour, of which an answer must
// still hold half, and as a question for whatever is said of its subject. None where no condition, treatment
// or test is asked about that a thesaurus knows.
std::vector<RelaxedQuestion> relax(const UnderstoodQuestion& question, const Collection& collection);

}  // namespace attest
