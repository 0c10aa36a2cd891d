// verify: does what is said stand in what is cited? Takes an Answer, gives a verdict for each statement. May
// include base, text, document, collection, findings, answer.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "answer/answer.h"

namespace attest {

struct StatementProblem {
  std::string text;     // the statement's
  std::string problem;  // "the quote is not what the document holds", "42 stands in no quote", …
};

// The text of a document by id; nullptr when there is none. The pointer stays valid during the call.
using TextOf = std::function<const std::string*(const std::string& document)>;

// The invariants of design §5: every statement has a citation; every quote equals the stored bytes; every
// number of a statement stands in one of its quotes or was computed by a named rule; no retracted source
// supports it. Returns what does not hold, in reading order; the answer is not changed.
std::vector<StatementProblem> verify_answer(const Answer& answer, const TextOf& text_of);

// Removes the statements that do not hold (and what becomes empty by that) and returns their problems:
// nothing unsupported is ever shown.
std::vector<StatementProblem> drop_unsupported(Answer& answer, const TextOf& text_of);

// The numbers of a text in a canonical form ("0·72" → "0.72", "1,112" → "1112", "seventeen" → "17"); used by
// both sides of the comparison.
std::vector<std::string> numbers_of(std::string_view text);

}  // namespace attest
