// Private to figures: how far a stated figure may be from the computed one. docs/audit.md has the table.
#pragma once

namespace attest::figures {

// A p-value is of another size than that of every test only beyond this factor: the test that was done is
// rarely named, and likelihood ratio, mid-p and one-sided tests differ from ours by less.
inline constexpr double kPValueFactor = 4;
inline constexpr double kSignificant = 0.05;
// "P < 0.05" and "significant" against counts: between 0.05 and 0.10 another sound test may have said so.
inline constexpr double kClearlyNotSignificant = 0.10;
// "Not significant" against counts: an exact or corrected test may have said so above it.
inline constexpr double kClearlySignificant = 0.01;

// Beside rounding: shares of the computed ratio that conditional and median-unbiased estimates may differ by.
inline constexpr double kRiskRatioSlack = 0.03;
inline constexpr double kOddsRatioSlack = 0.10;

// The width of an interval against that computed from counts, on the log scale for ratios.
inline constexpr double kWidthFactor = 1.6;
// How far an estimate may lie from the middle of its interval: the longer side over the shorter one.
inline constexpr double kSidesFactor = 5;
// A normal interval and the p-value beside it disagree only beyond these.
inline constexpr double kIntervalHoldsNothing = 0.10;  // p computed from an interval that holds no effect
inline constexpr double kIntervalLeavesOut = 0.01;     // and from one that leaves it out

// Counts below this make intervals of large samples worthless.
inline constexpr int kCellMin = 5;

}  // namespace attest::figures
