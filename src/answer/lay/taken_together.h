// "Can I take ibuprofen with warfarin": what sources say in one sentence of two things that somebody takes,
// the warning first.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "answer/answer.h"
#include "evidence/sources.h"

namespace attest {

// Medicines, herbs, foods and drinks of a question that asks whether they go together; else empty.
std::vector<const Concept*> asked_together(const UnderstoodQuestion& question);

// "Alcohol", of "drink alcohol".
std::string name_as_asked(const Concept& taken);

// The variant is the name of a group that the thing belongs to ("nitrates"), by its weight.
bool names_group(const ConceptVariant& variant);

// Whether the text, in small letters, names two of them, one at least by a name of its own.
bool names_both(const std::vector<const Concept*>& taken, std::string_view lower);

// How the sentence, in small letters, speaks of both: nothing of what comes of it, that it does no harm, or
// a warning. The title of its source, in small letters, may name one of them where it is of interactions.
enum class TellsOfBoth : uint8_t { kNothing, kNoHarm, kWarning };
TellsOfBoth tells_of_both(const std::vector<const Concept*>& taken, std::string_view lower,
                          std::string_view title);

// The best of such sentences. Empty where the question does not ask for it.
std::vector<Statement> words_on_both(const Evidence& evidence);

// "Ibuprofen is one of the NSAIDs that are named here.": where a statement names the group only.
std::string note_on_groups(const UnderstoodQuestion& question, const std::vector<Statement>& statements);

}  // namespace attest
