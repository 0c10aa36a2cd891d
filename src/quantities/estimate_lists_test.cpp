// Estimates in lists: the measure, or the name of its interval, is written once.
#include <gtest/gtest.h>

#include "quantities/quantities_test_support.h"

namespace attest {
namespace {

using test::Case;
using test::described;

class EstimateLists : public ::testing::TestWithParam<Case> {};

TEST_P(EstimateLists, AreRead) {
  EXPECT_EQ(described(GetParam().text), GetParam().expected) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    NameOnce, EstimateLists,
    ::testing::Values(
        Case{
            "the odds ratios were 1.1 (95% CI 0.8 to 1.5) for aspirin and 1.3 (95% CI 1.0 to 1.8) for others",
            "ratio OR 1.1 [0.8,1.5] ci 95; ratio OR 1.3 [1,1.8] ci 95"},
        Case{"The hazard ratios (95% CI) were as follows: angina, 1.3 (1.1-1.6); stroke, 1.4 (1.2-1.9).",
             "ratio HR 1.3 [1.1,1.6]; ratio HR 1.4 [1.2,1.9]"},
        Case{"weighted mean difference: heart rate, -2.8 (95% CI -9.7 to 5.1); lactate, 0.4 (0.1 to 0.7)",
             "difference WMD -2.8 [-9.7,5.1] ci 95; difference WMD 0.4 [0.1,0.7] ci 95"},
        Case{"The combined HRs were 1.32 (95% CI 1.10-1.58) for size and 2.4 (95% CI 1.2-4.8) for spread",
             "ratio HR 1.32 [1.1,1.58] ci 95; ratio HR 2.4 [1.2,4.8] ci 95"},
        Case{"angina (hazard ratio 1.3, 95% CI 1.2-1.4) and stroke (1.4, 1.3-1.5)",
             "ratio HR 1.3 [1.2,1.4] ci 95; ratio HR 1.4 [1.3,1.5] ci 95"},
        Case{"a relative risk of 2.6 (P = .002) for death, 2.5 (P = .003) for stroke and 1.9 for angina",
             "ratio RR 2.6; p-value p 0.002; ratio RR 2.5; p-value p 0.003; ratio RR 1.9"},
        Case{"the relative risks were 0.9 (95% CI 0.8-1.1) for one (rate, 11%) and 1.1 (95% CI 0.9-1.3)",
             "ratio RR 0.9 [0.8,1.1] ci 95; percentage 11 %; ratio RR 1.1 [0.9,1.3] ci 95"},
        Case{"relative risks were 0.6 (95% CI 0.5-0.8) for one (4 studies) and 0.5 (95% CI 0.4-0.7)",
             "ratio RR 0.6 [0.5,0.8] ci 95; count 4 studies; ratio RR 0.5 [0.4,0.7] ci 95"},
        Case{"HR 1.3 (95% CI 1.2-1.4; p &lt; 0.01) and 1.5 (95% CI 1.1-1.9)",
             "ratio HR 1.3 [1.2,1.4] ci 95; p-value p < 0.01; ratio HR 1.5 [1.1,1.9] ci 95"},
        Case{"death (risk ratio [95% CI]) was 1.1 (0.9-1.3) in the one and 1.5 (1.3-1.7) in the other",
             "ratio RR 1.1 [0.9,1.3]; ratio RR 1.5 [1.3,1.7]"}));

INSTANTIATE_TEST_SUITE_P(
    OtherThings, EstimateLists,
    ::testing::Values(
        Case{"The odds ratio was 1.4 (95% CI 1.1 to 1.8). The score was 3.2 (95% CI 2.1 to 4.3).",
             "ratio OR 1.4 [1.1,1.8] ci 95; number 3.2 [2.1,4.3] ci 95"},
        Case{"The odds ratio was 1.4 (95% CI 1.1 to 1.8) and the score 3.2 (95% CI 2.1 to 4.3).",
             "ratio OR 1.4 [1.1,1.8] ci 95; number 3.2 [2.1,4.3] ci 95"},
        Case{"HR 0.8 (95% CI 0.7 to 0.9), r = 0.4 (95% CI 0.2 to 0.6)",
             "ratio HR 0.8 [0.7,0.9] ci 95; number 0.4 [0.2,0.6] ci 95"},
        Case{"HR 0.8 (95% CI 0.7 to 0.9) after 2.5 was added", "ratio HR 0.8 [0.7,0.9] ci 95; number 2.5"},
        Case{"no difference in pain: 3.2 (95% CI 2.1 to 4.0) and 3.5 (95% CI 2.4 to 4.4)",
             "number 3.2 [2.1,4] ci 95; number 3.5 [2.4,4.4] ci 95"},
        Case{"RD -0.2 (95% CI -0.3 to -0.1); NNTB of 5 (95% CI 4 to 6)",
             "difference RD -0.2 [-0.3,-0.1] ci 95; ratio NNT 5 [4,6] ci 95"}));

INSTANTIATE_TEST_SUITE_P(
    Intervals, EstimateLists,
    ::testing::Values(Case{"fell by 7.3 kg (95% CI -5.8 to -8.8 kg)", "number 7.3 [-8.8,-5.8] ci 95 kg"},
                      Case{"a change of -0.31 (95% CI -0.23 to -0.39) and -0.33 (-0.25 to -0.41)",
                           "number -0.31 [-0.39,-0.23] ci 95; number -0.33 [-0.41,-0.25] ci 95"},
                      Case{"3.9 mm Hg (95% CI, 3.0-4.8 mm Hg)", "number 3.9 [3,4.8] ci 95 mmHg"},
                      Case{"RR=0.7 (95% CI (confidence interval) 0.6-0.9)", "ratio RR 0.7 [0.6,0.9] ci 95"},
                      Case{"was \u2212 0.6% (\u2212 0.7, \u2212 0.5)", "percentage -0.6 [-0.7,-0.5] %"},
                      Case{"SMD \u2212 0.17, 95% CI \u2212 0.33 to \u2212 0.02",
                           "difference SMD -0.17 [-0.33,-0.02] ci 95"},
                      Case{"from 10 mg \u2212 20 mg", "dose [10,20] mg"}));

INSTANTIATE_TEST_SUITE_P(
    Names, EstimateLists,
    ::testing::Values(Case{"RR of cure 1.67, 95% CI 0.81 to 3.41", "ratio RR 1.67 [0.81,3.41] ci 95"},
                      Case{"(standardized mean difference, -0.6; 95% CI, -1.0 to -0.2)",
                           "difference SMD -0.6 [-1,-0.2] ci 95"},
                      Case{"the relative risk in users (772 women, 13 events) was 1.2 (95% CI 0.7-2.3)",
                           "count 772 women; count 13 events; ratio RR 1.2 [0.7,2.3] ci 95"},
                      Case{"The relative risks of men and women were, respectively, 2.0 (95% CI 1.8-2.3)",
                           "ratio RR 2 [1.8,2.3] ci 95"},
                      Case{"OR 0.93 per 10 mm Hg", "ratio OR 0.93; number 10 mmHg"},
                      Case{"a HR of 74.5 per minute", "number 74.5 minute"},
                      Case{"the median DOR was 10.3 months", "duration 10.3 month"},
                      Case{"mean pressure and flow (r = -0.48)", "number -0.48"},
                      Case{"Mean pressure, of all that was measured, decreased on week 14",
                           "duration 14 week follow-up"}));

}  // namespace
}  // namespace attest
