// Private to appraise: whether a text tells of people one by one, as the report of a case does.
#pragma once

#include <string_view>

namespace attest {

// A text that says that it reports one or a few cases, whatever its wording is like.
bool tells_of_cases(std::string_view own);

// A sign that one or a few people are told of, each for himself: without it there is no report of a case.
bool tells_of_a_person(std::string_view lower);

}  // namespace attest
