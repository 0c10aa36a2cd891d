// Whom an age or a week of pregnancy in a question names.
#pragma once

#include <string>
#include <string_view>

namespace attest {

// A question that tells an age and no name of the people ("my 3 year old") with their name behind it
// ("my 3 year old child"): under a year an infant, to 17 years a child; of one who expects a baby, or tries
// for one, with "pregnancy". Others as they are.
std::string with_age_group(std::string question);

// "I am expecting a baby", "we are trying for a baby", "at 30 weeks": no baby is there to be treated.
bool speaks_of_unborn(std::string_view question);

// "Can I still have children with it?": asks of having them, not of any child.
bool asks_of_having_children(std::string_view question);

// "Since having my baby", "after giving birth": when it began for the mother, not of any child.
bool tells_of_own_childbirth(std::string_view question);

}  // namespace attest
