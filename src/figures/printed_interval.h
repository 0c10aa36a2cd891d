// Private to figures: an estimate with the limits of its interval, as they were printed; and the checks of it
// that have a file of their own.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "figures/passage.h"

namespace attest::figures {

struct PrintedInterval {
  Printed value;
  Printed low;
  Printed high;

  std::string bounds() const;  // "1.1 to 2.4"
};

// The numbers of an estimate as they stand, one after the other.
std::optional<PrintedInterval> printed_interval(const Passage& passage, const Quantity& quantity);

// A ratio of two groups, which has no effect at 1.
bool is_relative(const Quantity& quantity);
// "OR 2.5", "12.3".
std::string named(const Quantity& quantity, const Printed& value);

// "12% (95% CI 15 to 20%)", "mean 4.2 (95% CI 5.1 to 6.0)": of another kind than a comparison of groups.
void check_single_estimate(const Passage& passage, size_t index, const PrintedInterval& printed,
                           std::vector<FigureCheck>& checks);
// "OR 2.5 (95% CI 3.9 to 1.6)": limits in the wrong order.
void check_limits(const Passage& passage, size_t index, std::vector<FigureCheck>& checks);
// "OR 2.5 (95% CI 1.6 to 3.9; P = 0.4)", "(P = 0.4, OR 2.5, 95% CI 1.6 to 3.9)".
void check_p_value_beside_interval(const Passage& passage, size_t index, const PrintedInterval& printed,
                                   std::vector<FigureCheck>& checks);

}  // namespace attest::figures
