// People and occasions that a statement is limited to, where the question asks of others: a child's dose or
// the first treatment of pregnant women is none for everybody.
#pragma once

#include <string_view>

#include "evidence/sources.h"

namespace attest {

// `lower`: words in small letters. True where they name children, pregnant women, an emergency or an
// operation, the question does not, and the condition asked about is not one of just these people.
bool names_other_people(const Evidence& evidence, std::string_view lower);
// The title says so of the whole document, and names no adults beside them.
bool is_about_other_people(const Evidence& evidence, const AnswerSource& source);

// The question names adults, and the title only children.
bool is_of_children_where_adults_asked(const Evidence& evidence, const AnswerSource& source);

// "The medications of choice for adult migraine", asked of children, and the other way round. `behind`: the
// words behind the cue of a line, in small letters.
bool is_for_other_age(const Evidence& evidence, std::string_view behind);

// "All infants with psoriasis", where they are what the clause says something of; empty where it is not
// people. `before`: the clause up to its cue, in small letters.
std::string_view people_spoken_of(std::string_view before);

}  // namespace attest
