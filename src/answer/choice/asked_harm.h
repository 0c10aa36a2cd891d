// Whether a sentence can answer a question for the harms or the safety of something. Sentences that only
// stand in a document on it tell of other things: how well it worked, what its disease does, whom it was
// given to.
#pragma once

#include <string_view>

#include "evidence/sources.h"

namespace attest {

// The sentence, in small letters, speaks of an unwanted effect, of safety or of danger. "Risk of bias" and "a
// lower risk of stroke" do not.
bool speaks_of_safety(std::string_view lower);

// The sentence names a treatment that was asked about; or it names none, and its title no other.
bool is_of_asked_treatment(const Evidence& evidence, const Finding& finding);

// "In women with hypertension it is not effective and should be avoided": that it is of no use is no harm.
bool only_judges_benefit(std::string_view lower);

// Of a question for harms: the sentence speaks of them, and of the treatment that was asked about. Where
// people at risk are named it names both, and what the one does to the others: what helps a disease of
// pregnancy, or ends one, is not said of it. For lay readers who name no disease it is no harm that came in
// people with one which the sentence does not name. True for all other questions.
bool may_answer_harm(const Evidence& evidence, const Finding& finding);

}  // namespace attest
