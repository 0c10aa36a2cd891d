// Private to figures: how far a stated figure may be from the computed one. docs/audit.md has the table.
#pragma once

#include <cstddef>

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

// Of two rates without counts, which were rounded and may have been of other people.
inline constexpr double kRateRatioSlack = 0.10;
inline constexpr double kNumberNeededSlack = 0.10;

// A fraction in words, in points of a percentage: "half" of 42 %; "more than half" of 49.4 %.
inline constexpr double kCoarseFractionSlack = 10;
inline constexpr double kFineFractionSlack = 5;
inline constexpr double kComparedFractionSlack = 1;

// A change in per cent may be the mean of single changes: this share of it, and never less than these points.
inline constexpr double kChangeSlack = 0.2;
inline constexpr double kChangeSlackPoints = 2;

// Counts of groups that make up all, whose sum is not the stated one: farther apart they are of other things.
inline constexpr double kGroupSumApart = 0.15;

// A relative change in words or per cent beside its ratio, in points.
inline constexpr double kRelativeChangePoints = 2;

// A difference of means, beside rounding.
inline constexpr double kMeanDifferenceSlack = 0.10;
// Points by which shares that exclude each other may make more than all, beside rounding.
inline constexpr double kPartitionSlack = 1;

// The width of an interval against that computed from counts, on the log scale for ratios.
inline constexpr double kWidthFactor = 1.6;
// How far an estimate may lie from the middle of its interval: the longer side over the shorter one.
inline constexpr double kSidesFactor = 5;
// A normal interval and the p-value beside it disagree only beyond these.
inline constexpr double kIntervalHoldsNothing = 0.10;  // p computed from an interval that holds no effect
inline constexpr double kIntervalLeavesOut = 0.01;     // and from one that leaves it out
inline constexpr double kSmallBesideInterval = 0.01;   // with these p-values stated
inline constexpr double kLargeBesideInterval = 0.10;
// Also where the stated p-value is nearer to the border, and the interval is farther from it.
inline constexpr double kIntervalHoldsNothingAtAll = 0.25;  // with up to 0.05 stated
inline constexpr double kLargerBesideInterval = 0.25;       // with less than 0.05 computed

// An estimate so many times beyond its interval is of another unit or scale.
inline constexpr double kSameScale = 4;

// A sentence of the abstract is one of the full text where so many telling figures are the same, and this
// share of the words.
inline constexpr size_t kTellingFiguresMin = 2;
inline constexpr double kTellingLikeness = 0.45;

// Counts below this make intervals of large samples worthless.
inline constexpr int kCellMin = 5;

}  // namespace attest::figures
