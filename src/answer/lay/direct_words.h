// What answers a lay reader's question in so many words, and must stand first: what the thing is, whether it
// can be cured.
#pragma once

#include <vector>

#include "answer/answer.h"
#include "evidence/sources.h"

namespace attest {

// "What is gout?", "what is gout and will it come back?"
bool asks_what_it_is(const UnderstoodQuestion& question);
// "Is there a cure for shingles?"
bool asks_for_cure(const UnderstoodQuestion& question);
// The thing that is defined: the first condition, else the first thing named; null where nothing is.
const Concept* asked_thing(const UnderstoodQuestion& question);

enum class Defines : uint8_t {
  kNothing,
  kAnother,  // "Juvenile osteoporosis is…", asked of osteoporosis
  kAsked     // the name that was asked is the whole subject of the sentence
};
Defines what_is_defined(const Evidence& evidence, const Finding& finding);

// Whether a sentence may stand before a lay reader who asks what a thing is: it defines the thing, or
// describes it on a page for patients about it. What a study of its treatment found does not.
bool describes_asked(const Evidence& evidence, const Finding& finding);

// The best definition of what was asked; none where no source has one.
std::vector<Statement> definition_of_asked(const Evidence& evidence);
// Sentences that say of the very condition whether it can be cured, two at most.
std::vector<Statement> words_on_cure(const Evidence& evidence);

}  // namespace attest
