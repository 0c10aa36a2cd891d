// Who was studied, as a sentence says it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace attest {

// Those of a short list of groups ("children", "pregnancy") that a text in small letters names, in the order
// of the list. Who is excepted ("non-pregnant women", "people other than children") is not named.
std::vector<std::string> people_in(std::string_view lower);

// "patients with active Crohn disease", as written; "" where the sentence has none or more than one.
// `lower` is the sentence in small letters.
std::string stated_people(std::string_view sentence, std::string_view lower);

}  // namespace attest
