// Totals against groups of one size and against what people were given; fractions and percentages in words;
// shares joined by "and" before what compares them.
#include <string>

#include <gtest/gtest.h>

#include "figures/figures.h"
#include "text/sentences.h"

namespace attest {
namespace {

std::string mismatches(std::string_view text) {
  std::string lines;
  for (const FigureCheck& check : check_figures(text, {}, split_sentences(text))) {
    if (!lines.empty()) lines += '\n';
    lines += std::string(figure_check_name(check.kind)) + ": " + check.said;
  }
  return lines;
}

struct Case {
  const char* text;
  const char* expected;
};

class GroupMismatches : public ::testing::TestWithParam<Case> {};
TEST_P(GroupMismatches, AreTold) {
  EXPECT_EQ(mismatches(GetParam().text), GetParam().expected) << GetParam().text;
}

class GroupAgreements : public ::testing::TestWithParam<const char*> {};
TEST_P(GroupAgreements, AreLeftAlone) { EXPECT_EQ(mismatches(GetParam()), "") << GetParam(); }

INSTANTIATE_TEST_SUITE_P(
    EqualGroups, GroupMismatches,
    ::testing::Values(Case{"A total of 130 women were randomised to three groups (n=40 in each).",
                           "total: gives 130 in all; 3 groups of 40 make 120."},
                      Case{"150 patients were randomised into three groups of 40 each.",
                           "total: gives 150 in all; 3 groups of 40 make 120."},
                      Case{"Sixty children were divided into three equal groups (n = 25).",
                           "total: gives 60 in all; 3 groups of 25 make 75."}));

INSTANTIATE_TEST_SUITE_P(
    EqualGroups, GroupAgreements,
    ::testing::Values("A total of 120 women were randomised to three groups (n=40 in each).",
                      "130 women were randomised to three groups (n=40, 45 and 45).",
                      // Another group stands behind.
                      "Eighty rats were randomly divided into three groups (n=20 in each) and 20 controls.",
                      "Of 130 women, ten were excluded and 120 were randomised to three groups of 40 each.",
                      "130 women were randomised to three groups of about 40 each."));

INSTANTIATE_TEST_SUITE_P(
    Given, GroupMismatches,
    ::testing::Values(Case{"Of the 85 participants, 43 received zinc and 45 placebo.",
                           "total: gives 85 in all; the parts, 43 + 45, make 88."},
                      Case{"Of the 150 patients, 50 received low dose, 50 high dose and 60 placebo.",
                           "total: gives 150 in all; the parts, 50 + 50 + 60, make 160."},
                      Case{"Of 120 patients, 58 were in the first and 68 in the second group.",
                           "total: gives 120 in all; the parts, 58 + 68, make 126."},
                      Case{"We enrolled 200 patients, 104 in the study arm and 98 in the control arm.",
                           "total: gives 200 in all; the parts, 104 + 98, make 202."},
                      Case{"Eighty women were randomised: 40 to the M group and 45 to the C group.",
                           "total: gives 80 in all; the parts, 40 + 45, make 85."},
                      Case{"Patients (n = 100) were allocated to group A (n = 52) or group B (n = 58).",
                           "total: gives 100 in all; the parts, 52 + 58, make 110."}));

INSTANTIATE_TEST_SUITE_P(
    Given, GroupAgreements,
    ::testing::Values("Of the 85 participants, 43 received zinc and 42 placebo.",
                      "Of the 85 participants, 40 received zinc and 42 placebo.",      // three had neither
                      "Of the 85 patients, 60 received antibiotics and 45 steroids.",  // some had both
                      "Of the 85 patients, 60 received zinc and 45 also received placebo.",
                      "Of 120 patients, 58 were in the first and 62 in the second group.",
                      "Patients (n = 100) were allocated to group A (n = 52) or group B (n = 48)."));

INSTANTIATE_TEST_SUITE_P(
    InWords, GroupMismatches,
    ::testing::Values(Case{"One in four (25/50) had a cough.",
                           "percentage: says one in four of what it gives as 25/50 (50.0 %)."},
                      Case{"Two in three patients (30/60) improved.",
                           "percentage: says two in three of what it gives as 30/60 (50.0 %)."},
                      Case{"Sixty-six percent (20/40) of men smoked.",
                           "percentage: gives 66 % for 20/40; the counts give 50.0 %."}));

INSTANTIATE_TEST_SUITE_P(
    InWords, GroupAgreements,
    ::testing::Values("One in five (12 of 80) relapsed.", "One in four patients (14/50) had a cough.",
                      "Sixty-six percent (27/41) of men smoked.", "Up to one in four (5/50) had a cough.",
                      "Ninety\xE2\x80\x90"
                      "five per cent (70 of 74) of them came back.",
                      "As many as four of five (79%) switched, of 2061 who were eligible."));

INSTANTIATE_TEST_SUITE_P(
    Written, GroupMismatches,
    ::testing::Values(
        Case{"We studied 97 subjects (39 m, 43 f) for a year.",
             "total: gives 97 in all; the parts, 39 + 43, make 82."},
        Case{"A total of 44 patients met the inclusion criteria: 18 in group 1 and 18 in group 2.",
             "total: gives 44 in all; the parts, 18 + 18, make 36."},
        Case{"86 patients were evaluable (35 in the doxycycline group and 37 in the amoxycillin group).",
             "total: gives 86 in all; the parts, 35 + 37, make 72."},
        Case{"In all, 35 men (mean age 46 years, range 22-64) with asthma were randomised to drug (n = 14) "
             "or placebo (n = 14).",
             "total: gives 35 in all; the parts, 14 + 14, make 28."},
        Case{"Vomiting was seen in 13 of 38 (38%) patients.",
             "percentage: gives 38 % for 13/38; the counts give 34.2 %."},
        Case{"It was seen in 32 (37%) of 64 patients, and the median survival was 22.4 months.",
             "percentage: gives 37 % for 32/64; the counts give 50.0 %."},
        Case{"It was cured in 21 of 27 ulcers in the clinic (57%; 95% CI 48-61%).",
             "percentage: gives 57 % for 21/27; the counts give 77.8 %."}));

INSTANTIATE_TEST_SUITE_P(
    Written, GroupAgreements,
    ::testing::Values("We studied 82 subjects (39 m, 43 f) for a year.",
                      "The 97 patients (39 m away from it, 43 women) were asked.",
                      "Of the 58 patients, 26 in group A and 24 in group B could be evaluated.",
                      "Vomiting was seen in 6/30 (20%) and 9/30 (30%).",
                      "A mean reduction of 32 (37%) of 64 points was seen."));

INSTANTIATE_TEST_SUITE_P(
    JoinedShares, GroupMismatches,
    ::testing::Values(
        Case{"Stroke occurred in 20/200 and 40/200 (RR 0.25).",
             "ratio: gives RR 0.25 for 20/200 v 40/200; the counts give 0.500."},
        Case{"Response rates were 45% and 30% (difference 20%, 95% CI 5 to 25).",
             "difference: gives a difference of 20 % for 45 % v 30 %; the shares give 15.0 %."},
        Case{"It was 88% with drug versus 75% with placebo (absolute difference 18%).",
             "difference: gives a difference of 18 % for 88 % v 75 %; the shares give 13.0 %."}));

INSTANTIATE_TEST_SUITE_P(
    JoinedShares, GroupAgreements,
    ::testing::Values("Stroke occurred in 20/200 and 40/200 (RR 0.50).",
                      "Response rates were 45% and 30% (difference 15%, 95% CI 5 to 25).",
                      "It was 88% with drug versus 75% with placebo (difference 17%).",  // of the one
                      // A greater fall.
                      "The level fell more with the drug (-17.7%) than with placebo (-7.4%).",
                      // Whether the two differ.
                      "It helped in the first trials (RR 0.79 [95% CI 0.67-0.94]) but not in the others "
                      "(1.04 [0.85-1.27]; p=0.04)."));

}  // namespace
}  // namespace attest
