// What comes after a treatment that failed: in what sources say, and in a question for it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "evidence/sources.h"

namespace attest {

// "When X does not suffice, its dose should be raised", "inhaled antibiotics when intravenous antibiotics
// have failed": what failed is the thing itself, or a kind of it, and none of it comes after the other.
// `name`: of the intervention.
bool had_failed_itself(const Evidence& evidence, const Finding& finding, const std::string& intervention,
                       std::string_view name);

// "One strain was resistant to both", "eradication of resistant isolates": of germs, not of people in whom
// something has failed.
// `lower`: the sentence in small letters.
bool tells_of_germs(std::string_view lower);

// "In those who had failed clozapine, X healed": X. But not Y of "who failed a trial of clozapine, Y and Z",
// nor what is to be put off, nor what keeps people well after it.
bool was_given_after(const Evidence& evidence, const Finding& finding, const std::string& intervention);

// Ids of what has failed in "what next when X fails?"; empty in other questions.
std::vector<std::string> failed_in_question(const Evidence& evidence);

// The finding tells what to do when something else has failed than one of `failed`.
bool is_after_another(const Evidence& evidence, const Finding& finding,
                      const std::vector<std::string>& failed);

// "Refractory epilepsy": the condition is asked of as one that did not answer to treatment.
bool asks_of_refractory(const UnderstoodQuestion& question);

// The question is of a refractory or relapsed condition, and neither what gives `intervention` its place nor
// the title of the document is: what comes first there does not come first here.
bool is_before_refractory(const Evidence& evidence, const Finding& finding, std::string_view intervention);

}  // namespace attest
