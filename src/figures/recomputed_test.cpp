// Figures held against those beside them, by class of wording: what must be told, and what must be left
// alone.
#include <string>

#include <gtest/gtest.h>

#include "figures/figures.h"
#include "text/sentences.h"

namespace attest {
namespace {

// Each mismatch on a line of its own: what is said of it.
std::string remarks(std::string_view text) {
  std::string lines;
  for (const FigureCheck& check : check_figures(text, {}, split_sentences(text)))
    lines += (lines.empty() ? "" : "\n") + check.said;
  return lines;
}

struct Remark {
  const char* text;
  const char* expected;
};
class Told : public ::testing::TestWithParam<Remark> {};
TEST_P(Told, IsTold) { EXPECT_EQ(remarks(GetParam().text), GetParam().expected) << GetParam().text; }
class LeftAlone : public ::testing::TestWithParam<const char*> {};
TEST_P(LeftAlone, IsLeftAlone) { EXPECT_EQ(remarks(GetParam()), "") << GetParam(); }

INSTANTIATE_TEST_SUITE_P(
    SingleEstimates, Told,
    ::testing::Values(
        Remark{"The prevalence of gout was 12% (95% CI 15% to 20%).",
               "gives 12 %, which lies outside its own interval, 15 to 20 %."},
        Remark{"The mean stay was 12.3 days (95% CI 13.1 to 15.2).",
               "gives 12.3, which lies outside its own interval, 13.1 to 15.2."},
        Remark{"The test had a sensitivity of 85% (95% CI 88% to 93%).",
               "gives sensitivity 85 %, which lies outside its own interval, 88 to 93 %."},
        Remark{"The risk was higher (OR 2.5, 95% CI 3.9 to 1.6).",
               "gives the limits of an interval in the wrong order, 3.9 to 1.6."},
        Remark{
            "The risk was higher (P = 0.40; OR 2.5, 95% CI 1.6 to 3.9).",
            "gives P = 0.40 beside the interval 1.6 to 3.9, which leaves out no effect; from the interval, p "
            "= below 0.0001."},
        Remark{
            "The risk was lower (RR 0.95, 95% CI 0.60 to 1.50; P = 0.03).",
            "gives P = 0.03 beside the interval 0.60 to 1.50, which includes no effect; from the interval, p "
            "= 0.83."}));
INSTANTIATE_TEST_SUITE_P(
    SingleEstimates, LeftAlone,
    ::testing::Values(
        "The prevalence of gout was 17% (95% CI 15% to 20%).",
        // The interval is that of a difference, of a ratio, or of what is left.
        "Cure was reached by 46% v 40% (95% CI 2% to 15%).",
        "Time was prolonged to 7.9 ± 0.5 min (95% CI 0.8 to 3.0) with the drug.",
        "Deaths were reduced by 22% (95% CI 0.62 to 0.89).", "Pain was reduced by 12% (95% CI 80% to 95%).",
        "The risk was lower (RR 0.70, 95% CI 0.49 to 1.01; P = 0.04).",
        "The risk was alike (RR 1.05, 95% CI 0.90 to 1.22; p=0-52).",
        "Sugar fell by 0.15% (95% CI \xE2\x88\x92 0.336 to 0.043%).",
        "Weight changed by -2.1 kg (95% CI -3.0 to -1.2).",
        // The first p-value is of the first estimate.
        "The risk was alike (OR 1.1, 95% CI 0.8 to 1.5, P = 0.54, OR 2.5, 95% CI 1.6 to 3.9)."));

INSTANTIATE_TEST_SUITE_P(
    Rates, Told,
    ::testing::Values(Remark{"A stroke occurred in 12% with the drug v 6% with placebo (RR 1.2).",
                             "gives RR 1.2 for 12 % v 6 %; the shares give 2.00."},
                      Remark{"The absolute risk reduction was 5% (NNT 10).",
                             "gives NNT 10 for an absolute difference of 5 %; that gives 20.0."},
                      Remark{"Pain fell from 20 to 10 (a 30% decrease).",
                             "gives a change of 30 % from 20 to 10; the values give 50.0 %."},
                      Remark{"The score was reduced by 60% from 50 to 40 points.",
                             "gives a change of 60 % from 50 to 40; the values give 20.0 %."}));
INSTANTIATE_TEST_SUITE_P(PointOfVersus, Told,
                         ::testing::Values(Remark{
                             "Relapse was seen in 40/100 vs. 36/100 (P = 0.001).",
                             "gives P = 0.001 for 40/100 v 36/100; computed here: p = 0.66 (Fisher’s exact "
                             "test) and 0.56 (chi-square)."}));
INSTANTIATE_TEST_SUITE_P(
    Rates, LeftAlone,
    ::testing::Values("A stroke occurred in 12% with the drug v 6% with placebo (RR 2.0).",
                      "The drill was followed by 77.3% v 32.1% (AOR 25.8, 95% CI 9.6 to 69.4).",
                      "A stroke occurred in 6% with the drug v 12% with placebo (RR 2.0).",
                      "The drill was followed by 77.3% v 32.1% (AOR 25.8, 95% CI 9.6 to 69.4).",
                      "Relief came to 63% with the drug v 67% with placebo (95% CI, OR .43 to 1.61).",
                      // A model that is not named.
                      "Asthma was found in 10% of carriers v 7% of others (OR 1.9, 95% CI 1.2 to 3.0).",
                      "The absolute risk reduction was 5% (NNT 20).",
                      "The absolute risk reduction was 4.6% (number needed to treat 22).",
                      "Pain fell from 20 to 10 (a 50% decrease).",
                      "Pain fell from 20 to 10 (a mean reduction of 40%).",
                      "Cure rose from 40% to 60% (a 20% increase).",
                      "The number rose from 12 in 1990 to 40 in 2000 (30% of them women).",
                      "Detection rose from 42% to 56%, which further improved after training to 72%."));

INSTANTIATE_TEST_SUITE_P(Fractions, Told,
                         ::testing::Values(Remark{"Two thirds of the patients (45/100) improved.",
                                                  "says two thirds of what it gives as 45/100 (45.0 %)."},
                                           Remark{"More than half of the women (45%) were smokers.",
                                                  "says more than half of what it gives as 45% (45.0 %)."},
                                           Remark{"About a quarter (48%) had a relapse.",
                                                  "says a quarter of what it gives as 48% (48.0 %)."}));
INSTANTIATE_TEST_SUITE_P(
    Fractions, LeftAlone,
    ::testing::Values("Two thirds of the patients (65/100) improved.",
                      "More than half of the women (75%) were smokers.", "Nearly half (45%) had a relapse.",
                      // Of some, and of all.
                      "Half of these (12%) had a relapse.", "Half the lesions were found (sensitivity 37%).",
                      "A third said so but the majority (80%) did not.", "The half-life (12%) was longer."));

INSTANTIATE_TEST_SUITE_P(
    People, Told,
    ::testing::Values(Remark{"Forty-two patients (20 men and 23 women) took part.",
                             "gives 42 in all; the parts, 20 + 23, make 43."},
                      Remark{"We enrolled 42 patients, 20 men and 23 women, with asthma.",
                             "gives 42 in all; the parts, 20 + 23, make 43."},
                      Remark{"Forty patients (mean age, 35 years; 30 men, 11 women) had surgery.",
                             "gives 40 in all; the parts, 30 + 11, make 41."},
                      Remark{"We studied 42 patients with gout. There were 20 men and 23 women.",
                             "gives 42 in all; the parts, 20 + 23, make 43."},
                      Remark{
                          "One hundred and twenty patients were randomised to bran (n = 60) or tea (n = 50).",
                          "gives 120 in all; the parts, 60 + 50, make 110."},
                      Remark{"We enrolled 120 patients (60 in the bran group and 50 in the tea group).",
                             "gives 120 in all; the parts, 60 + 50, make 110."},
                      Remark{"In all, 120 patients were randomised. Sixty received bran and 50 received tea.",
                             "gives 120 in all; the parts, 60 + 50, make 110."},
                      Remark{"The disease was mild in 40%, moderate in 35% and severe in 45%.",
                             "gives shares of 40 + 35 + 45 %, which make 120.0 % together."}));
INSTANTIATE_TEST_SUITE_P(
    People, LeftAlone,
    ::testing::Values(
        "Forty-two patients (20 men and 22 women) took part.",
        "Of 40 patients with stroke, those who died (8 men and 4 women) were older.",
        "Two hundred patients with a wide waist (84 cm in women and 98 cm in men) came.",
        "Fifty two patients (33 women, 19 men) took part.",
        "We chose 800 people per arm (100 men and 100 women per site).",
        "Three babies in one group and two (71 m/o boy, 81 m/o girl) in the other refused.",
        "Forty patients were compared with healthy people (10 men and 11 women).",
        "In all, 459 patients were randomly assigned (115 to each of groups A to C, 114 to group D).",
        "Thirty patients (15 in the bran group, four in the tea group and 11 in the gel group) left.",
        "Of 1054 of 1063 patients (529 in the bran group and 525 in the tea group) data were included.",
        "In all, 120 patients were randomised. Sixty received bran and 50 completed the trial.",
        "The disease was mild in 40%, moderate in 35% and severe in 25%.",
        "Events were mild in 80%, moderate in 35% and severe in 15%."));

INSTANTIATE_TEST_SUITE_P(
    GroupSizes, Told,
    ::testing::Values(
        Remark{"In the bran group (n = 40), 30 (60%) improved; with tea nobody did.",
               "gives 60 % for 30/40; the counts give 75.0 %."},
        Remark{
            "Patients received bran (n = 40) or tea (n = 44). Relief was felt by 30 (60%) with bran and 22 "
            "(50%) with tea.",
            "gives 60 % for 30/40; the counts give 75.0 %."}));
INSTANTIATE_TEST_SUITE_P(
    GroupSizes, LeftAlone,
    ::testing::Values(
        "In the bran group (n = 40), 30 (75%) improved.",
        "Patients received bran (n = 40) or tea (n = 44). Relief was felt by 30 (75%) with bran and 22 (50%) "
        "with tea.",
        // Of those who came back.
        "Patients received bran (n = 40) or tea (n = 44). Of 50 seen later relief was felt by 30 (60%) with "
        "bran and 22 (50%) with tea.",
        "Patients received bran (n = 40) or tea (n = 44). Relief was felt by 30 (60%) with bran and 22 (61%) "
        "with tea.",
        "In the bran group (n = 40), 30 (60%) of 50 ulcers healed."));

INSTANTIATE_TEST_SUITE_P(
    Accuracy, Told,
    ::testing::Values(
        Remark{"The sensitivity was 90% (40/50) and the specificity 70% (35/50).",
               "gives sensitivity 90 % for 40/50; the counts give 80.0 %."},
        Remark{"Of 50 patients with cancer, 45 tested positive (sensitivity 80%).",
               "gives sensitivity 80 % for 45/50; the counts give 90.0 %."},
        Remark{
            "There were 45 true positives, 5 false negatives, 10 false positives and 90 true negatives. The "
            "sensitivity was 90% and the specificity 80%.",
            "gives specificity 80 % for 90/100; the counts give 90.0 %."}));
INSTANTIATE_TEST_SUITE_P(
    Accuracy, LeftAlone,
    ::testing::Values(
        "The sensitivity was 80% (40/50) and the specificity 70% (35/50).",
        "Of 50 patients with cancer, 45 tested positive (sensitivity 90%).",
        "Of 50 people without cancer, 5 tested positive (specificity 90%).",
        "There were 45 true positives, 5 false negatives, 10 false positives and 90 true negatives. The "
        "sensitivity was 90%, the specificity 90%, and the positive predictive value 82%."));

INSTANTIATE_TEST_SUITE_P(
    MeanDifferences, Told,
    ::testing::Values(
        Remark{"The mean score was 12.3 with bran v 10.1 with tea (mean difference 3.5, 95% CI 2.9 to 4.1).",
               "gives a difference of 3.5 for means of 12.3 v 10.1; these give 2.2."},
        Remark{"The mean score was 12.3 (SD 4.0; 95% CI 12.2 to 12.4; n = 40).",
               "gives the interval 12.2 to 12.4 for SD 4, n = 40; these give 11.1 to 13.5."}));
INSTANTIATE_TEST_SUITE_P(
    MeanDifferences, LeftAlone,
    ::testing::Values(
        "The mean score was 12.3 with bran v 10.1 with tea (mean difference 2.2, 95% CI 1.6 to 2.8).",
        "The mean score was 12.3 with bran v 10.1 with tea (mean difference 2.6, 95% CI 1.6 to 3.6).",
        "The mean score was 12.3 with bran v 10.1 with tea (adjusted mean difference 3.5).",
        "The mean fall from baseline was 12.3 with bran v 10.1 with tea (mean difference 3.5).",
        "The mean score was 12.3 (SD 4.0; 95% CI 11.0 to 13.6; n = 40)."));

INSTANTIATE_TEST_SUITE_P(
    Percentages, Told,
    ::testing::Values(Remark{
        "With a mean age of 40 years at the start, relief was felt by 36/50 (82%) of them.",
        "gives 82 % for 36/50; the counts give 72.0 %."}));
INSTANTIATE_TEST_SUITE_P(Percentages, LeftAlone,
                         ::testing::Values("A reduction of 40% (30/50 mmHg) was seen.",
                                           "The weighted share was 80% (30/50)."));

}  // namespace
}  // namespace attest
