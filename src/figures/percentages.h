// Private to figures: a percentage held against a count and a total, wherever these stand.
#pragma once

#include <cmath>
#include <vector>

#include "figures/passage.h"

namespace attest::figures {

// Adds a check where `percent` is not what the counts give, by rounding or by cutting.
void add_percentage(const Passage& passage, ByteSpan figure, const Printed& percent, CountOfTotal count,
                    std::vector<FigureCheck>& checks);
bool percentage_fits(const Printed& percent, CountOfTotal count);

// Read to its end, equal to what it says, and no label.
bool is_sound(const Passage& passage, const Quantity& quantity);

inline bool is_count(double value) { return !std::isnan(value) && value >= 0 && value == std::floor(value); }

// Percentages of the sentence are not simply a count over a total: estimated, weighted.
bool is_computed_otherwise(std::string_view lower);
// The words around it say that it is a mean, a change, a sensitivity.
bool is_of_change(const Passage& passage, ByteSpan span);

// A count with its percentage and without a total: "30 (60%)". group_sizes.cpp
std::optional<Printed> bare_share(const Passage& passage, const Quantity& share);
// The whole text has a number that the percentage would fit as a share of. group_sizes.cpp
bool has_other_total(std::string_view whole_text, double events, const Printed& percent);

}  // namespace attest::figures
