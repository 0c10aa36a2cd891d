// What a result is of: something that people feel or live by, or a value of the laboratory.
#pragma once

#include <string_view>

namespace attest {

// The sentence, in small letters, tells only of what was measured in blood, urine or on an instrument:
// "reduced plasma renin", "improved heart rate variability". Not where it names a complaint, a death, an
// event, a score or what a treatment of the asked condition aims at.
bool tells_only_of_markers(std::string_view lower);

// Results with less of it stand before those with more: 0 for what people feel, 1 where the sentence is very
// long, 2 for values of the laboratory.
int lateness_of_result(std::string_view sentence);

}  // namespace attest
