// Words for those who take part in a study or are treated. Lists that mean something narrower (who may be
// counted, who is no animal) stand where they are used.
#pragma once

#include <string_view>

namespace attest {

inline constexpr std::string_view kPeopleNouns[] = {
    "patients", "people",   "persons",      "adults",   "women",       "men",        "children",
    "infants",  "neonates", "participants", "subjects", "individuals", "volunteers", "adolescents"};

inline constexpr std::string_view kFemales[] = {"women", "female", "females", "girls", "woman", "girl"};
inline constexpr std::string_view kMales[] = {"men", "male", "males", "boys", "man", "boy"};
// Of several, as they are counted.
inline constexpr std::string_view kSexesCounted[] = {"men",    "women",   "male", "males",
                                                     "female", "females", "boys", "girls"};

}  // namespace attest
