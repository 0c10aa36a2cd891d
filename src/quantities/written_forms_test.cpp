// Forms in which abstracts and labels write quantities, one suite for each class.
#include <gtest/gtest.h>

#include "quantities/quantities_test_support.h"

namespace attest {
namespace {

using test::Case;
using test::described;

class WrittenForms : public ::testing::TestWithParam<Case> {};

TEST_P(WrittenForms, AreRead) {
  EXPECT_EQ(described(GetParam().text), GetParam().expected) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    Schedules, WrittenForms,
    ::testing::Values(Case{"ibuprofen 400 mg every 8-12 hours", "dose 400 mg (every 8-12 hours)"},
                      Case{"650 mg every 4 to 6 hours as needed", "dose 650 mg (every 4 to 6 hours)"},
                      Case{"cefazolin 1 g q8h i.v. was given", "dose 1 g (q8h i.v)"},
                      Case{"10 mg q4-6h", "dose 10 mg (q4-6h)"}, Case{"2 mg q 12 h", "dose 2 mg (q 12 h)"},
                      Case{"amoxicillin-clavulanate 500/125 mg twice daily",
                           "dose parts 500/125 mg (twice daily)"},
                      Case{"inhaled combinations (100/25 and 400/50 micrograms)",
                           "dose parts 100/25 microgram; dose parts 400/50 microgram"},
                      Case{"a pressure of 135/85 mmHg", "number parts 135/85 mmHg"}));

INSTANTIATE_TEST_SUITE_P(
    Parts, WrittenForms,
    ::testing::Values(Case{"None of the 48 women miscarried", "proportion parts 0/48 women"},
                      Case{"none of 31 relapsed", "proportion parts 0/31"},
                      Case{"none of the 5 mg tablets", "dose 5 mg"},
                      Case{"Half of the 90 patients improved", "proportion 50/90 patients"},
                      Case{"in the placebo group 30 of 150 (20%) and", "proportion 20 parts 30/150"},
                      Case{"in the control group 14 (28%) died", "proportion 28 parts 14"},
                      Case{"group 2 (20%) did worse", "percentage 20 %"},
                      Case{"decreased from 41% to 17%", "percentage 41 %; percentage 17 %"},
                      Case{"rose from 6% to 9%", "percentage 6 %; percentage 9 %"},
                      Case{"in 6% to 9% of them", "percentage [6,9] %"}));

INSTANTIATE_TEST_SUITE_P(
    Estimates, WrittenForms,
    ::testing::Values(Case{"a +LR 7.5 and a -LR of 0.3", "accuracy LR+ 7.5; accuracy LR- 0.3"},
                      Case{"the c-statistic was 0.71 (95% CI 0.66-0.76)",
                           "accuracy AUC 0.71 [0.66,0.76] ci 95"},
                      Case{"OR 0.8 (0.6-0.95; p = 0.02)", "ratio OR 0.8 [0.6,0.95]; p-value p 0.02"},
                      Case{"HR 0.66 (CI95 0.5-0.9)", "ratio HR 0.66 [0.5,0.9] ci 95"},
                      Case{"absolute difference, -3.1 percentage points; 95% CI, -5.0 to -1.2",
                           "difference difference -3.1 [-5,-1.2] ci 95 percentage point"},
                      Case{"fell by 5 percentage points", "number 5 percentage point"}));

INSTANTIATE_TEST_SUITE_P(
    Numbers, WrittenForms,
    ::testing::Values(
        Case{"One thousand four hundred five patients were randomized", "sample size 1405 patients"},
        Case{"one hundred and fifty-four men took part", "sample size 154 men"},
        Case{"(p < 0,001)", "p-value p < 0.001"}, Case{"p = 0,03", "p-value p 0.03"},
        Case{"on days 0,1,2 and 3",
             "duration 0 day follow-up; duration 1 day follow-up; duration 2 day follow-up; duration 3 day "
             "follow-up"},
        Case{"less often (p < or = 0.001)", "p-value p <= 0.001"},
        Case{"dose fell by 50%.7 Others agree", "percentage 50 %"},
        Case{"(Table 1).10.1371/journal.pone.0003989.t001 shows it", ""},
        Case{"rose from 30.2 in 1990 to 57.7 in 2015", "number 30.2; number 57.7"},
        Case{"see Figure 4.2.b and section 2.1 for it", ""}, Case{"the T(1/2) of the drug", ""},
        Case{"it did not differ, t(33) = 1.61", "number 1.61"}, Case{"up to 60 microV", "number <= 60 uV"}));

INSTANTIATE_TEST_SUITE_P(
    Intervals, WrittenForms,
    ::testing::Values(Case{"RR 0.38; 95% C.I. 0.18 to 0.81", "ratio RR 0.38 [0.18,0.81] ci 95"},
                      Case{"prevalence of 91% (95% CI; 87-94%)", "percentage 91 [87,94] ci 95 %"},
                      Case{"mean difference -46 (95% CI of the difference -61 to -31)",
                           "difference MD -46 [-61,-31] ci 95"},
                      Case{"(aIRR = 0.42; 95% CI 0.21 to 0.85)", "ratio IRR 0.42 [0.21,0.85] ci 95"}));

INSTANTIATE_TEST_SUITE_P(
    SecondArms, WrittenForms,
    ::testing::Values(Case{"Thirty patients were treated with haloperidol and 34 with olanzapine",
                           "sample size 30 patients; sample size 34"},
                      Case{"155 patients were randomized to tablets and 150 to surgery",
                           "sample size 155 patients; sample size 150"},
                      Case{"We studied 298 women, 234 with sickle cells and 64 with thalassemia",
                           "sample size 298 women; count 234; count 64"}));

INSTANTIATE_TEST_SUITE_P(
    Ages, WrittenForms,
    ::testing::Values(Case{"Child: 6 - 12 years: 250 - 500 mg", "number age [6,12] year; dose [250,500] mg"},
                      Case{"Adult and Child 3 - 18 years twice daily", "number age [3,18] year"},
                      Case{"Follow-up at 2 years: 45 improved", "duration 2 year follow-up; count 45"},
                      Case{"at levels 6-12 h after the meal", "duration [6,12] hour follow-up"}));

INSTANTIATE_TEST_SUITE_P(
    Studied, WrittenForms,
    ::testing::Values(Case{"48 patients have been treated here", "sample size 48 patients"},
                      Case{"About 80 people have been described worldwide", "count ~ 80 people"},
                      Case{"400,000 new cases are diagnosed every year", "count 400000 cases"},
                      Case{"Sixty ASA class I or II boys were enrolled", "sample size 60 boys"}));

INSTANTIATE_TEST_SUITE_P(TimesAndGroups, WrittenForms,
                         ::testing::Values(Case{"weight fell over 8 weeks", "duration 8 week"},
                                           Case{"treated for over 8 weeks", "duration > 8 week"},
                                           Case{"the stay fell by 3 days after surgery", "duration 3 day"},
                                           Case{"exercise time was prolonged by 29 s after 10 mg",
                                                "duration 29 second; dose 10 mg"},
                                           Case{"pain had decreased by 3 months after surgery",
                                                "duration 3 month follow-up"},
                                           Case{"the alpha 1 PI deficient members", ""},
                                           Case{"rats (n=24/group)", "sample size 24 (per group)"},
                                           Case{"(n = 20 per arm)", "sample size 20 (per group)"}));

INSTANTIATE_TEST_SUITE_P(
    SamplesAndCounts, WrittenForms,
    ::testing::Values(
        Case{"patients: 18 in group 1 and 16 in group 2", "number 18; number 16"},
        Case{"We examined 24 MS patients.", "sample size 24 patients"},
        Case{"treated for 24 MS.", "duration 24 millisecond"},
        Case{"The survey reached 61 such patients", "count 61 patients"},
        Case{"a period during which 22 patients were randomised to the drug", "sample size 22 patients"},
        Case{"We found three trials (410 patients) of it", "count 3 trials; sample size 410 patients"},
        Case{"vomiting (12 patients) was common", "count 12 patients"},
        Case{"were randomly assigned to surgery (31 patients) or to physiotherapy (33 patients)",
             "sample size 31 patients; sample size 33 patients"},
        Case{"In six rabbits, the pressure rose", "sample size 6 rabbits"},
        Case{"a sample size of 46 was needed", "sample size 46"},
        Case{"The number of women enrolled in the trial was 217.", "sample size 217"},
        Case{"Eighteen, 11, and 7 trials were about drugs",
             "count 18 trials; count 11 trials; count 7 trials"},
        Case{"29 of them (41%) were men", "proportion 41 parts 29"},
        Case{"One patient (2.5%) died", "proportion 2.5 parts 1 patient"},
        Case{"Three patients in the surgery group (15%) bled", "proportion 15 parts 3 patients"},
        Case{"Of 54, 21 (39%) men improved, 9 in the massage group and 12 in the control group.",
             "number 54; proportion 39 parts 21; count 9; count 12"}));

INSTANTIATE_TEST_SUITE_P(
    Spreads, WrittenForms,
    ::testing::Values(Case{"lasted 14.2 +/- 6.1 (SD) weeks", "mean 14.2 sd 6.1 week (SD)"},
                      Case{"within 1.9 mm +/- 0.8 mm (s.d.) of it", "mean 1.9 sd 0.8 mm (SD)"},
                      Case{"The average score was 6.5 (range 4-9; SD 1.2).", "mean 6.5 sd 1.2 (SD)"},
                      Case{"12.1 (2.2) fmol/ml at rest and 15.3 (2.9) fmol/ml at work",
                           "mean 12.1 sd 2.2 fmol/ml; mean 15.3 sd 2.9 fmol/ml"}));

INSTANTIATE_TEST_SUITE_P(Rates, WrittenForms,
                         ::testing::Values(Case{"occurs in 1 in 20,000 to 40,000 newborns",
                                                "proportion parts 1 [0.0025,0.005] newborns"},
                                           Case{"about 15 per million people",
                                                "proportion rate ~ 0.0015 parts 15/1e+06 people"}));

INSTANTIATE_TEST_SUITE_P(
    Names, WrittenForms,
    ::testing::Values(Case{"interleukin (IL)-6 fell", ""}, Case{"2,7,8-trimethylchroman", ""},
                      Case{"1,25-(OH)2D3 in serum", ""}, Case{"it is the 2 nd most common cause", ""},
                      Case{"the 6-minute walk test", ""}, Case{"a 6-minute wait", "duration 6 minute"},
                      Case{"forced expiratory volume in 1 second was measured", ""},
                      Case{"We assumed that 1) women come and 2) men stay", ""},
                      Case{"elderly (>65 years) people", "number age > 65 year"}));

INSTANTIATE_TEST_SUITE_P(
    SamplesOfStudies, WrittenForms,
    ::testing::Values(Case{"Forms were returned by 34 teachers, 12 residents and 25 students.",
                           "sample size 34 teachers; sample size 12 residents; sample size 25 students"},
                      Case{"There were 64 patients in all.", "sample size 64 patients"},
                      Case{"There were 64 patients with pain.", "count 64 patients"},
                      Case{"women from 14 hospitals were asked", "count 14 hospitals"},
                      Case{"rates were lower among the 210 women with low levels", "count 210 women"},
                      Case{"the study group (41 men, 29 women)", "count 41 men; count 29 women"},
                      Case{"we studied nine subjects with the trait and eight without it",
                           "sample size 9 subjects; sample size 8"},
                      Case{"141 patients were randomised to the drug and 138 to placebo",
                           "sample size 141 patients; sample size 138"}));

INSTANTIATE_TEST_SUITE_P(
    GluedAndTorn, WrittenForms,
    ::testing::Values(Case{"MethodsEighteen volunteers were studied", "sample size 18 volunteers"},
                      Case{"FoxTwo is a name", ""}, Case{"4.1x10(-6) M", "number 4.1e-06"},
                      Case{"given as two 3-hour infusions", "count 2; duration 3 hour"},
                      Case{"on two different days", "count 2 days"},
                      Case{"P for interaction not statistically significant", "p-value p (NS)"},
                      Case{"a rise in pressure (41 to 55 mmHg)", "number 41; number 55 mmHg"},
                      Case{"pressures at rest (41 to 55 mmHg)", "range [41,55] mmHg"},
                      Case{"people aged seventy-five and older", "number age 75"},
                      Case{"cytochrome P-450 and 20:3 fatty acids", ""},
                      Case{"completed a day 8 interview", "duration 8 day follow-up"}));

}  // namespace
}  // namespace attest
