// Whom a statement is about: children, old people, women, men, healthy people; mild or severe, acute or
// chronic; of which age. What a source found in others it did not find in them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace attest {

// Groups that `said` names and `held` does not: "children", "healthy people", "women without osteoporosis".
// Both in lower case.
std::vector<std::string> people_beyond(std::string_view said, std::string_view held);

// Kinds that exclude each other: "mild depression" where the source is about severe depression and says mild
// nowhere, "patients younger than 40" where its patients were 60 and more. As `said` has them. Both in lower
// case.
std::vector<std::string> other_kinds(std::string_view said, std::string_view held);

}  // namespace attest
