#include "figures/statistics.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace attest {

namespace {
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kZ = 1.959963984540054;  // of 95 %

double log_choose(double n, double k) {
  return std::lgamma(n + 1) - std::lgamma(k + 1) - std::lgamma(n - k + 1);
}

bool possible(CountOfTotal one) { return one.total > 0 && one.events >= 0 && one.events <= one.total; }

// The continued fraction of the incomplete beta function by Lentz's method (DLMF 8.17.22,
// https://dlmf.nist.gov/8.17.v).
double beta_fraction(double a, double b, double x) {
  constexpr int kStepsMax = 500;
  constexpr double kTiny = 1e-300;
  constexpr double kEnough = 1e-14;
  double c = 1;
  double d = 1 - (a + b) * x / (a + 1);
  d = 1 / (std::fabs(d) < kTiny ? kTiny : d);
  double value = d;
  for (int m = 1; m <= kStepsMax; ++m) {
    const double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
    const double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
    double factor = 0;
    for (const double term : {even, odd}) {
      d = 1 + term * d;
      d = 1 / (std::fabs(d) < kTiny ? kTiny : d);
      c = 1 + term / c;
      if (std::fabs(c) < kTiny) c = kTiny;
      factor = c * d;
      value *= factor;
    }
    if (std::fabs(factor - 1) < kEnough) break;
  }
  return value;
}

// The regularised incomplete beta function I_x(a, b).
double incomplete_beta(double a, double b, double x) {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const double front =
      std::exp(std::lgamma(a + b) - std::lgamma(a) - std::lgamma(b) + a * std::log(x) + b * std::log1p(-x));
  // The fraction converges fast on this side of the mean; the other side follows by symmetry.
  if (x < (a + 1) / (a + b + 2)) return front * beta_fraction(a, b, x) / a;
  return 1 - front * beta_fraction(b, a, 1 - x) / b;
}

// x where I_x(a, b) = share.
double beta_quantile(double a, double b, double share) {
  double low = 0;
  double high = 1;
  constexpr int kHalvings = 60;
  for (int i = 0; i < kHalvings; ++i) {
    const double middle = (low + high) / 2;
    (incomplete_beta(a, b, middle) < share ? low : high) = middle;
  }
  return (low + high) / 2;
}
}  // namespace

double fisher_exact_p(int64_t a, int64_t n1, int64_t b, int64_t n2) {
  constexpr int64_t kTotalMax = 1'000'000;
  if (a < 0 || b < 0 || n1 <= 0 || n2 <= 0 || a > n1 || b > n2 || n1 + n2 > kTotalMax) {
    return kNaN;
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

double normal_p(double z) { return std::erfc(std::fabs(z) / std::sqrt(2.0)); }

double student_p(double t, double freedom) {
  if (!(freedom > 0) || std::isnan(t)) return kNaN;
  return incomplete_beta(freedom / 2, 0.5, freedom / (freedom + t * t));
}

double chi_square_p(CountOfTotal a, CountOfTotal b, bool corrected) {
  if (!possible(a) || !possible(b)) return kNaN;
  const auto n1 = static_cast<double>(a.total);
  const auto n2 = static_cast<double>(b.total);
  const auto events = static_cast<double>(a.events + b.events);
  const double all = n1 + n2;
  if (events == 0 || events == all) return 1;
  double distance = std::fabs(static_cast<double>(a.events) * n2 - static_cast<double>(b.events) * n1);
  if (corrected) distance = std::max(0.0, distance - all / 2);
  // With one degree of freedom chi is a standard normal deviate.
  return normal_p(distance * std::sqrt(all / (n1 * n2 * events * (all - events))));
}

Interval wilson_interval_percent(double events, double total) {
  if (!(total > 0) || !(events >= 0) || events > total) return {0, 100};
  const double p = events / total;
  const double centre = p + kZ * kZ / (2 * total);
  const double half = kZ * std::sqrt(p * (1 - p) / total + kZ * kZ / (4 * total * total));
  const double scale = 1 + kZ * kZ / total;
  return {100 * std::max(0.0, (centre - half) / scale), 100 * std::min(1.0, (centre + half) / scale)};
}

Interval wald_interval_percent(double events, double total) {
  if (!(total > 0) || !(events >= 0) || events > total) return {0, 100};
  const double p = events / total;
  const double half = kZ * std::sqrt(p * (1 - p) / total);
  return {100 * std::max(0.0, p - half), 100 * std::min(1.0, p + half)};
}

Interval exact_interval_percent(double events, double total) {
  if (!(total > 0) || !(events >= 0) || events > total) return {0, 100};
  constexpr double kTail = 0.025;
  const double low = events == 0 ? 0 : beta_quantile(events, total - events + 1, kTail);
  const double high = events == total ? 1 : beta_quantile(events + 1, total - events, 1 - kTail);
  return {100 * low, 100 * high};
}

LogRatio risk_ratio(CountOfTotal a, CountOfTotal b) {
  if (!possible(a) || !possible(b) || a.events == 0 || b.events == 0) return {kNaN, kNaN};
  const auto x = static_cast<double>(a.events);
  const auto y = static_cast<double>(b.events);
  const auto n1 = static_cast<double>(a.total);
  const auto n2 = static_cast<double>(b.total);
  return {(x / n1) / (y / n2), std::sqrt(1 / x - 1 / n1 + 1 / y - 1 / n2)};
}

LogRatio odds_ratio(CountOfTotal a, CountOfTotal b) {
  if (!possible(a) || !possible(b) || a.events == 0 || b.events == 0 || a.events == a.total ||
      b.events == b.total)
    return {kNaN, kNaN};
  const auto x = static_cast<double>(a.events);
  const auto y = static_cast<double>(b.events);
  const auto not_x = static_cast<double>(a.total - a.events);
  const auto not_y = static_cast<double>(b.total - b.events);
  return {x * not_y / (y * not_x), std::sqrt(1 / x + 1 / not_x + 1 / y + 1 / not_y)};
}

double pooled_t_p(MeanOfGroup a, MeanOfGroup b) {
  const double freedom = a.count + b.count - 2;
  if (!(freedom > 0) || !(a.deviation > 0 || b.deviation > 0)) return kNaN;
  const double variance =
      ((a.count - 1) * a.deviation * a.deviation + (b.count - 1) * b.deviation * b.deviation) / freedom;
  return student_p((a.mean - b.mean) / std::sqrt(variance * (1 / a.count + 1 / b.count)), freedom);
}

double welch_t_p(MeanOfGroup a, MeanOfGroup b) {
  if (!(a.count > 1) || !(b.count > 1) || !(a.deviation > 0 || b.deviation > 0)) return kNaN;
  const double u = a.deviation * a.deviation / a.count;
  const double v = b.deviation * b.deviation / b.count;
  const double freedom = (u + v) * (u + v) / (u * u / (a.count - 1) + v * v / (b.count - 1));
  return student_p((a.mean - b.mean) / std::sqrt(u + v), freedom);
}

}  // namespace attest
