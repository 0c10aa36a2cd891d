// Private to figures: counts of people, and a total of them held against its parts.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "figures/passage.h"

namespace attest::figures {

// A whole count or sample size of two or more.
bool is_people(const Quantity& quantity);
// Its noun is one for people, not for schools or studies.
bool counts_people(const Quantity& quantity);

// What stands before a total that its parts follow: "Of the |30 patients|, 20 improved".
inline constexpr std::string_view kLeadsToTotal[] = {"of ",         "of the ",     "of these ",    "of our ",
                                                     "among ",      "among the ",  "among these ", "out of ",
                                                     "out of the ", "a total of ", "in the "};
// A whole count of one or more, with its share or without; 0 for what is none.
double count_of_part(const Quantity& quantity);

// Adds a check where the parts do not make the total, unless the sentence states their sum too. `told`: the
// sentence of the total where it is not that of the parts.
void add_total(const Passage& passage, const Quantity& total, std::span<const Quantity> parts,
               std::vector<FigureCheck>& checks, const Passage* told = nullptr);

// A number in words that no quantity has: "15 in the one group, |four| in the other and 11 in the third".
bool says_number(std::string_view lower);
// "The remaining 12", "consisting of", groups in a bracket: parts that are all of their total.
void check_exhaustive_parts(const Passage& passage, std::vector<FigureCheck>& checks);
// "828 patients were enrolled: 515 who finished, 138 who stopped and 175 more".
void check_listed_parts(const Passage& passage, std::vector<FigureCheck>& checks);
// "130 were parted into three groups of 40 each"; more given this or that than there were.
void check_equal_or_given(const Passage& passage, std::vector<FigureCheck>& checks);
// Both sexes against the total of this sentence, or of the one before it.
void check_sexes(const Passage& passage, const Passage* before, std::vector<FigureCheck>& checks);

}  // namespace attest::figures
