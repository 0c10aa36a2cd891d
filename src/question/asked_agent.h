// Who is said to do it: "nurse-led care" in "does nurse-led care reduce readmission?", whatever kind of thing
// it is and whether or not any thesaurus knows it.
#pragma once

#include <string_view>
#include <vector>

#include "question/question.h"
#include "text/tokens.h"

namespace attest {

// The words before the first verb of effect, as typed; empty where the question is put in another way, or
// where people, a pronoun or treatment as such stand there.
std::string_view asked_agent(std::string_view question);

// Makes of the agent a treatment that the answer must be about, so that treatments of the outcome are no
// answer: of a test, a habit or a state of life by its own name, of what has no name by its words. Diseases
// stay what they are.
void name_agent(std::string_view question, std::vector<Concept>& concepts, Stemmer& stemmer);

}  // namespace attest
