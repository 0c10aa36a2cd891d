// The statistics that are recomputed from stated figures. All p-values are two-sided; NaN where the figures
// are impossible.
#pragma once

#include <cstdint>

namespace attest {

// `events` of `total`.
struct CountOfTotal {
  int64_t events = 0;
  int64_t total = 0;
};

struct Interval {
  double low = 0;
  double high = 0;
};

// Fisher's exact test: the sum of all tables no more likely than the observed one (Agresti, Categorical Data
// Analysis, 3.5). NaN beyond 1,000,000 people.
double fisher_exact_p(int64_t a, int64_t n1, int64_t b, int64_t n2);

// Pearson's chi-square of two counts; `corrected` with Yates' correction for continuity.
double chi_square_p(CountOfTotal a, CountOfTotal b, bool corrected);

// 95 % intervals of a proportion, as percentages: Wilson's score (1927, JASA 22:209), Wald's, and Clopper and
// Pearson's exact one (1934, Biometrika 26:404).
Interval wilson_interval_percent(double events, double total);
Interval wald_interval_percent(double events, double total);
Interval exact_interval_percent(double events, double total);

// A ratio of two counts and the standard error of its logarithm: of risks (Katz 1978, Biometrics 34:469) and
// of odds (Woolf 1955, Ann Hum Genet 19:251). NaN where a cell is empty.
struct LogRatio {
  double ratio = 0;
  double log_error = 0;
};
LogRatio risk_ratio(CountOfTotal a, CountOfTotal b);
LogRatio odds_ratio(CountOfTotal a, CountOfTotal b);

// A mean, its standard deviation and how many were measured.
struct MeanOfGroup {
  double mean = 0;
  double deviation = 0;
  double count = 0;
};
// Student's t test, variances pooled; and Welch's, variances apart (1947, Biometrika 34:28).
double pooled_t_p(MeanOfGroup a, MeanOfGroup b);
double welch_t_p(MeanOfGroup a, MeanOfGroup b);

// Two-sided p of a standard normal deviate, and of Student's t with `freedom` degrees of freedom.
double normal_p(double z);
double student_p(double t, double freedom);

}  // namespace attest
