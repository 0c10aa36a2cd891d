// Treatments that a source warns of for the very people that were asked about: "contraindicated in
// pregnancy".
#pragma once

#include <string>
#include <vector>

#include "answer/answer.h"
#include "answer/lines/lines.h"
#include "evidence/sources.h"

namespace attest {

// Takes off the list what some source advises against for those people, classes with their members.
void withhold_for_people(const Evidence& evidence, std::vector<InterventionEvidence>& interventions);

// The sentences that advise against something for them, of sources on the condition; a few. Empty where the
// question names no such people, or asks for nothing to give.
std::vector<Statement> warnings_for_people(const Evidence& evidence);

// Something shown, or a guideline's dose of what was asked, is for those people.
bool tells_what_to_give(const Evidence& evidence, const Answer& answer);

// "No source here says what helps in pregnancy.": where they were asked about and nothing answers; else
// empty.
std::string people_unanswered(const UnderstoodQuestion& question, Audience audience);

}  // namespace attest
