#include "answer/statistics.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace attest {

namespace {
double log_choose(double n, double k) {
  return std::lgamma(n + 1) - std::lgamma(k + 1) - std::lgamma(n - k + 1);
}
}  // namespace

double fisher_exact_p(int64_t a, int64_t n1, int64_t b, int64_t n2) {
  constexpr int64_t kTotalMax = 1'000'000;
  if (a < 0 || b < 0 || n1 <= 0 || n2 <= 0 || a > n1 || b > n2 || n1 + n2 > kTotalMax) {
    return std::numeric_limits<double>::quiet_NaN();
  }
  const int64_t events = a + b;
  const auto log_probability = [&](int64_t x) {
    return log_choose(static_cast<double>(n1), static_cast<double>(x)) +
           log_choose(static_cast<double>(n2), static_cast<double>(events - x)) -
           log_choose(static_cast<double>(n1 + n2), static_cast<double>(events));
  };
  const double observed = log_probability(a);
  double p = 0;
  // A small slack keeps tables that are equally likely in exact arithmetic on the same side.
  constexpr double kSlack = 1e-7;
  for (int64_t x = std::max<int64_t>(0, events - n2); x <= std::min(n1, events); ++x) {
    const double candidate = log_probability(x);
    if (candidate <= observed + kSlack) p += std::exp(candidate);
  }
  return std::min(1.0, p);
}

Interval wilson_interval_percent(double events, double total) {
  if (!(total > 0) || !(events >= 0) || events > total) return {0, 100};
  constexpr double kZ = 1.959963984540054;
  const double p = events / total;
  const double centre = p + kZ * kZ / (2 * total);
  const double half = kZ * std::sqrt(p * (1 - p) / total + kZ * kZ / (4 * total * total));
  const double scale = 1 + kZ * kZ / total;
  return {100 * std::max(0.0, (centre - half) / scale), 100 * std::min(1.0, (centre + half) / scale)};
}

bool percentage_agrees(double percent, int decimals, double events, double total) {
  if (!(total > 0)) return true;
  const double exact = 100 * events / total;
  // Half a unit of the last digit, plus as much again for sources that cut instead of rounding.
  const double tolerance = 1.0 * std::pow(10.0, -decimals) + 1e-9;
  return std::fabs(exact - percent) <= tolerance;
}

}  // namespace attest
