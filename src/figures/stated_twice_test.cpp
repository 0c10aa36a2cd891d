// Figures that a sentence states twice in other forms: a relative change beside its ratio, rates and their
// ratio, groups that make up all, lists behind a colon, shares of the sexes. What must be told, and what must
// be left alone.
#include <string>

#include <gtest/gtest.h>

#include "figures/figures.h"
#include "text/sentences.h"

namespace attest {
namespace {

std::string said_of(std::string_view text) {
  std::string lines;
  for (const FigureCheck& check : check_figures(text, {}, split_sentences(text)))
    lines += (lines.empty() ? "" : "\n") + check.said;
  return lines;
}

struct StatedTwice {
  const char* text;
  const char* expected;
};
class DiffersFromItself : public ::testing::TestWithParam<StatedTwice> {};
TEST_P(DiffersFromItself, IsTold) {
  EXPECT_EQ(said_of(GetParam().text), GetParam().expected) << GetParam().text;
}
class FitsItself : public ::testing::TestWithParam<const char*> {};
TEST_P(FitsItself, IsLeftAlone) { EXPECT_EQ(said_of(GetParam()), "") << GetParam(); }

INSTANTIATE_TEST_SUITE_P(
    RelativeChanges, DiffersFromItself,
    ::testing::Values(
        StatedTwice{"Sedation was more frequent (RRI 58%; RR 1.38).",
                    "gives a relative change of 58 % beside RR 1.38, which is one of 38 %."},
        StatedTwice{"Thirst was less frequent (RRR 52%; RR 0.38; 95% C.I. 0.18 to 0.81).",
                    "gives a relative change of 52 % beside RR 0.38, which is one of 62 %."},
        StatedTwice{
            "Vitamin A was associated with a 39% reduction in the risk (OR 0.65; 95% CI 0.42 to 1.01).",
            "gives a relative change of 39 % beside OR 0.65, which is one of 35 %."},
        StatedTwice{"It reduced the risk by 34% (HR 0.56, 95% CI 0.41 to 0.77).",
                    "gives a relative change of 34 % beside HR 0.56, which is one of 44 %."},
        StatedTwice{"Deaths were rarer (RR 0.74, 95% CI 0.60 to 0.91), a 46% reduction.",
                    "gives a relative change of 46 % beside RR 0.74, which is one of 26 %."}));
INSTANTIATE_TEST_SUITE_P(
    RelativeChanges, FitsItself,
    ::testing::Values(
        "It reduced the risk by 34% (HR 0.66, 95% CI 0.51 to 0.87).",
        "Walking went with a 20% lower risk (HR 0.80 [95% CI 0.78 to 0.82]), a 31% lower risk with "
        "more of it (HR 0.69 [95% CI 0.67 to 0.70]).",
        "It cut the absolute risk by 5% (RR 0.70).",
        "Smoking predicted narrowing of 70% or more (HR 2.32, 95% CI 1.19 to 4.54).",
        "Toxicity was defined as a 100% increase in creatinine (RR 0.45, 95% CI 0.37 to 0.54).",
        "The odds were 2.9-fold, a 190% increase (OR 2.9)."));

INSTANTIATE_TEST_SUITE_P(
    Rates, DiffersFromItself,
    ::testing::Values(
        StatedTwice{"The incidence rates were 20.1 and 11.7 cases per 100 person-years, respectively "
                    "(incidence-rate ratio, 2.62; 95% CI, 1.48 to 4.82).",
                    "gives rate ratio 2.62 for rates of 20.1 v 11.7; the rates give 1.718."},
        StatedTwice{"Deaths were rarer (14.2% vs 18.5%; ARR, 6.3 [95% CI, 0.3 to 8.3]).",
                    "gives a difference of 6.3 % for 14.2 % v 18.5 %; the shares give 4.30 %."},
        StatedTwice{
            "It was cleared in 46% of the OA treated patients and in 92% of the OAM treated patients, a "
            "mean difference of 36%.",
            "gives a difference of 36 % for 46 % v 92 %; the shares give 46.0 %."}));
INSTANTIATE_TEST_SUITE_P(
    Rates, FitsItself,
    ::testing::Values("The incidence rates were 20.1 and 7.7 cases per 100 person-years, respectively "
                      "(incidence-rate ratio, 2.62; 95% CI, 1.48 to 4.82).",
                      "The rates were 20.1 and 11.7 per 100 person-years (adjusted rate ratio 2.62).",
                      "Deaths were rarer (14.2% vs 18.5%; ARR, 4.3 [95% CI, 0.3 to 8.3])."));

INSTANTIATE_TEST_SUITE_P(
    Shares, DiffersFromItself,
    ::testing::Values(
        StatedTwice{"It was cleared in 15 out of 50 patients with the drug (40%).",
                    "gives 40 % for 15/50; the counts give 30.0 %."},
        StatedTwice{"One hundred sixteen women of the 1073 with hypertension (13.8%) were delivered early.",
                    "gives 13.8 % for 116/1073; the counts give 10.81 %."},
        StatedTwice{"Exploratory analysis was given in 49% of the studies (26/66).",
                    "gives 49 % for 26/66; the counts give 39.4 %."},
        StatedTwice{"Of the remaining 250 patients, 149 (70%) were older.",
                    "gives 70 % for 149/250; the counts give 59.6 %."},
        StatedTwice{"They were healed with omeprazole (98%, 114 of 123 patients).",
                    "gives 98 % for 114/123; the counts give 92.7 %."},
        StatedTwice{
            "The rate was 92% (220 of 240), 93% (114 of 123) with the drug or 93% (109 of 117) without.",
            "gives 220/240 of all; the groups, 114/123 + 109/117, make 223/240."},
        StatedTwice{"We enrolled 60 subjects (36.7% girls and 66.3% boys).",
                    "gives shares of 36.7 + 66.3 % for the sexes, which make 103.0 % together."}));
INSTANTIATE_TEST_SUITE_P(
    Shares, FitsItself,
    ::testing::Values(
        "It was cleared in 15 out of 50 patients with the drug (30%).",
        "They were healed with omeprazole (93%, 114 of 123 patients).",
        "Exploratory analysis was given in 39% of the studies (26/66).",
        "The distance between 20% and 80% of the central axis dose (20/80) is small.",
        // Of both sexes together.
        "The patients included 73 men and 6 women. Twenty patients (25%) had hernias.",
        "The rate was 92% (220 of 240), 93% (114 of 123) with the drug or 91% (106 of 117) without.",
        // Of other outcomes that happen to be of as many people.
        "Specificity was 70% (28 of 40), sensitivity 95% (19 of 20) and specificity 75% (15 of 20).",
        // Each is a share of its sex.
        "Fertility treatment was rare (1% men, 0.5% women).",
        "Trauma was common in one arm (45% men, 38% women).",
        "We enrolled 60 subjects (37% girls and 63% boys)."));

INSTANTIATE_TEST_SUITE_P(
    Totals, DiffersFromItself,
    ::testing::Values(
        StatedTwice{"A total of 828 patients were enrolled in the study: 525 who finished the trial, 138 who "
                    "stopped, and 175 who were new.",
                    "gives 828 in all; the parts, 525 + 138 + 175, make 838."},
        StatedTwice{
            "A total of 2628 women were randomised: 1577 were allocated to placebo, 466 to folic acid 200 "
            "microg/day and 485 to folic acid 5 mg/day.",
            "gives 2628 in all; the parts, 1577 + 466 + 485, make 2528."},
        StatedTwice{"Forty children were recruited, and 34 (31 males, 8 females) completed it.",
                    "gives 34 in all; the parts, 31 + 8, make 39."},
        StatedTwice{
            "Thirty patients with severe disease, responding poorly to tablets and showing a positive skin "
            "test (ASST), were randomized to cyclosporin (n = 20) or placebo (n = 20) for 4 weeks.",
            "gives 30 in all; the parts, 20 + 20, make 40."},
        StatedTwice{"We found 30 studies: 14 prospective cohort, 7 cross-sectional, 11 case-control, and 1 "
                    "retrospective cohort.",
                    "gives 30 in all; the parts, 14 + 7 + 11 + 1, make 33."},
        StatedTwice{
            "50 patients who underwent discectomy were randomly sampled into two groups: 24 patients in "
            "the placebo group and 29 patients in the study group.",
            "gives 50 in all; the parts, 24 + 29, make 53."},
        StatedTwice{"Participants were 111 men and 85 women (N = 186).",
                    "gives 186 in all; the parts, 111 + 85, make 196."}));
INSTANTIATE_TEST_SUITE_P(
    Totals, FitsItself,
    ::testing::Values(
        "A total of 828 patients were enrolled in the study: 515 who finished the trial, 138 who "
        "stopped, and 175 who were new.",
        "Thirty patients with severe disease, responding poorly to tablets (or none), were randomized to "
        "cyclosporin (n = 20) or placebo (n = 10) for 4 weeks.",
        "In 50 patients there were complications: 20 infections, 18 bleeds, and 15 with both.",
        "Participants were 111 men and 85 women (N = 196).",
        "We studied 50 patients: 20 smokers, 15 with diabetes, including 3 who smoked, and 20 more."));

INSTANTIATE_TEST_SUITE_P(
    Intervals, DiffersFromItself,
    ::testing::Values(
        StatedTwice{"The heart rate fell by 8.9 beats per min (95% confidence interval -7.6 to -2.2 bpm).",
                    "gives 8.9, which lies outside its own interval, -7.6 to -2.2."},
        StatedTwice{"The treatment difference of 0.69 (95% CI -0.27 to 0.45) was small.",
                    "gives 0.69, which lies outside its own interval, -0.27 to 0.45."},
        StatedTwice{
            "The risk of stroke was reduced by 26% (95% CI 6 to 42%; p=0.52).",
            "gives p=0.52 beside the interval 6 to 42, which leaves out no effect; from the interval, p = "
            "0.0046."},
        StatedTwice{"Magnesium was higher (weighted mean difference=0.45 mmol/L [1.1 mg/dL]; 95% confidence "
                    "interval [CI]: 0.30 to 0.59 mmol/L [0.7 to 1.4 mg/dL]; P = 0.21).",
                    "gives P = 0.21 beside the interval 0.30 to 0.59, which leaves out no effect; from the "
                    "interval, p = below 0.0001."}));
INSTANTIATE_TEST_SUITE_P(
    Intervals, FitsItself,
    ::testing::Values("The heart rate fell by 6.9 beats per min (95% confidence interval -11.6 to -2.2 bpm).",
                      "Age was related to it (\xCE\xB2 = -0.16; 95% CI, -0.29 to -0.03; P = .02).",
                      "The prevalence was 26% (95% CI 6 to 42%; p=0.52).",
                      "The mean score was 80.1 (SD 16.2; median = 78.75; max = 100; 95% CI [73.5, 86.7]).",
                      "The risk of stroke was reduced by 26% (95% CI 6 to 42%; p=0.02)."));

INSTANTIATE_TEST_SUITE_P(
    Changes, DiffersFromItself,
    ::testing::Values(
        StatedTwice{"The years lost increased by 59.4%, from 3048.2 (95% CI 2458 to 3762) thousands in "
                    "1990 to 5773.5 (95% CI 4766 to 6232) thousands in 2015.",
                    "gives a change of 59.4 % from 3048.2 to 5773.5; the values give 89.41 %."},
        StatedTwice{"The drug reduced the pressure from 25.5 to 17.7 mmHg (51%).",
                    "gives a change of 51 % from 25.5 to 17.7; the values give 30.6 %."}));
INSTANTIATE_TEST_SUITE_P(Changes, FitsItself,
                         ::testing::Values("The drug reduced the pressure from 25.5 to 17.7 mmHg (31%).",
                                           "It rose from 12 to 18 patients (36%)."));

}  // namespace
}  // namespace attest
