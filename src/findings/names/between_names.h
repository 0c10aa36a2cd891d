// What the words between and beside two names say of them: a list, a comparison, one thing of two parts.
#pragma once

#include <string>
#include <string_view>

#include "base/byte_span.h"

namespace attest {

// `gap`: the text between two names, in small letters. What brackets hold counts for nothing.

// "(100%) with a flow of at least 7 l/min over 15 min and 6 mg subcutaneous": without doses and times.
std::string outside_amounts(std::string_view text);

// Only list words and single nouns ("ACE inhibitors (except in pregnancy), diuretics and").
bool is_list_gap(std::string_view gap);

// The second name is what the first is set against: "rather than", "versus".
bool stands_opposed(std::string_view gap);

// The name is what is left out: "treatment other than steroid injection", "apart from surgery". `start` of
// the name in `lower`.
bool is_excepted(std::string_view lower, size_t start);

// The name is a part of a combination: "estrogen" in "estrogen plus progestin", in "glyburide/metformin".
// `name` in bytes of `lower`.
bool is_part_of_combination(std::string_view lower, ByteSpan name);

}  // namespace attest
