// The few statistics that an answer recomputes from stated counts.
#pragma once

#include <cstdint>

namespace attest {

// Two-sided Fisher's exact test of a/n1 against b/n2 (sum of all tables no more likely than the observed one;
// Agresti, Categorical Data Analysis, 3.5). NaN for impossible counts or totals beyond 1,000,000.
double fisher_exact_p(int64_t a, int64_t n1, int64_t b, int64_t n2);

struct Interval {
  double low = 0;
  double high = 0;
};

// Wilson score interval of a proportion, 95 %, as percentages (Wilson 1927, JASA 22:209).
Interval wilson_interval_percent(double events, double total);

// A percentage that was rounded to `decimals` digits agrees with the count it comes from.
bool percentage_agrees(double percent, int decimals, double events, double total);

}  // namespace attest
