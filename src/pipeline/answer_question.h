// An answer, and what it was made of: evidence on the whole question, else on less of it, measured by what
// comes nearest. Safety and what a reader may be shown come after (ask_question.cpp).
#pragma once

#include <string>
#include <vector>

#include "answer/answer.h"
#include "base/result.h"
#include "evidence/sources.h"
#include "pipeline/library.h"
#include "question/question.h"

namespace attest {

struct Founded {
  Answer answer;
  Evidence evidence;
};

// Steps 2 to 7 of ask_question().
Result<Founded> answer_for(Audience audience, const UnderstoodQuestion& question, const Library& library);

// What is known of a question that nothing answers.
Answer no_direct_evidence(Answer&& answer);

// Says that nothing answers the question as it was asked, and which words were left out.
std::string nearest_note(const std::vector<std::string>& left_out, Audience audience);

// Rows of tables and what is said of a source are chosen for no lay reader, so that something else may be;
// nor what passes by whether a medicine may be stopped.
void drop_unreadable(Evidence& evidence);

}  // namespace attest
