// Wordings of registrations and of names: samples that are planned, thresholds of significance, numbers that
// belong to a name.
#include <gtest/gtest.h>

#include "quantities/quantities_test_support.h"

namespace attest {
namespace {

using test::Case;
using test::described;

class PlannedAndNamed : public ::testing::TestWithParam<Case> {};
TEST_P(PlannedAndNamed, AreRead) {
  EXPECT_EQ(described(GetParam().text), GetParam().expected) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    Samples, PlannedAndNamed,
    ::testing::Values(
        Case{"Approximately 300 patients will be randomized.", "sample size ~ 300 patients"},
        Case{"Thirty subjects will first have an adaptation session.", "sample size 30 subjects"},
        Case{"142 patients referred to a clinic with radiculopathy will be randomized.",
             "sample size 142 patients"},
        Case{"PROJECTED ACCRUAL: 16-45 patients will be accrued and treated.",
             "sample size [16,45] patients"},
        Case{"the first 20 GPs were sequentially enrolled", "sample size 20 gps"},
        Case{"divided into groups with 23 subjects in each group", "sample size 23 subjects"},
        Case{"The groups were small (n = 304 to 457).", "sample size [304,457]"},
        Case{"records of 102 comparable but nonrandomized control patients", "sample size 102 patients"},
        Case{"we recruited 1000 patients (500 in the intervention group and 500 in the control group)",
             "sample size 1000 patients; sample size 500; sample size 500"},
        // No samples.
        Case{"Of those treated, 100 patients will be cured.", "count 100 patients"},
        Case{"Two patients in each group had nausea.", "count 2 patients"},
        Case{"20 patients (12 in the drug group) had nausea", "count 20 patients; number 12"},
        Case{"contained only three who were over 15 years old", "count 3; number age > 15 year"},
        Case{"patients aged over 18 who have failed treatment", "number > 18"},
        Case{"carcinoma in 6 patients, adenocarcinoma in 14, and lymphoma in 1.",
             "count 6 patients; count 14 patients; count 1 patients"}));

INSTANTIATE_TEST_SUITE_P(
    Thresholds, PlannedAndNamed,
    ::testing::Values(Case{"at the two-sided significance level of 0.05", "p-value p 0.05"},
                      Case{"The level of significance accepted was at 0.05", "p-value p 0.05"},
                      Case{"with an alpha risk of 0.05 and a power of 80%",
                           "p-value p 0.05; percentage 80 %"},
                      Case{"80% power at the 5% significance level", "percentage 80 %; p-value p 0.05"},
                      // No thresholds.
                      Case{"a level of 0.05 mg per litre", "number 0.05 mg/l"},
                      Case{"a significant fall of 5%", "percentage 5 %"},
                      Case{"the significance of a serum level was lost when 0.05 was added", "number 0.05"}));

INSTANTIATE_TEST_SUITE_P(
    Names, PlannedAndNamed,
    ::testing::Values(Case{"randomized to 1 of 2 treatment arms", "count 2 arms"},
                      Case{"It healed in 1 of 8 patients.", "proportion parts 1/8 patients"},
                      Case{"the preliminary study (2009p-000042)", ""}, Case{"a loss of 0.05", "number 0.05"},
                      Case{"signs of lymphohistiocytosis, familial, 3.", ""},
                      Case{"patients in groups of 5, 3.", "number 5; number 3"},
                      Case{"alpha 1 adrenergic blockade and 17 beta-estradiol", ""},
                      Case{"carriers of HLA-A*02:01", ""}, Case{"The objectives of the study are to: 1.", ""},
                      Case{"Number of centers: 1.", "number 1"},
                      Case{"1 In thromboprophylaxis studies it was used.", ""},
                      Case{"12 In-patients were treated.", "sample size 12 patients"},
                      Case{"20 Patients were treated.", "sample size 20 patients"},
                      Case{"was higher. (ABSTRACT TRUNCATED AT 250 WORDS)", ""},
                      Case{"British Journal of Cancer (2008) 98, 1614-1618", ""},
                      Case{"a total of 1095 studies were screened", "count 1095 studies"},
                      Case{"questions 4 and 5 of the survey", ""},
                      Case{"consisted of 8 group sessions", "count 8 session"},
                      Case{"50 people (5 groups of 10 each)", "count 50 people; count 5 groups; number 10"},
                      Case{"Her strength was 4/5 in both arms.", "number parts 4/5"}));

INSTANTIATE_TEST_SUITE_P(
    TimesAndUnits, PlannedAndNamed,
    ::testing::Values(
        Case{"in older patients with the drug for 1 year", "duration 1 year"},
        Case{"assessments in ten patients over a 6-week period", "sample size 10 patients; duration 6 week"},
        Case{"adults between the ages of 18 and 80 years", "number age 18 year; number age 80 year"},
        Case{"children aged 2 to 5 years", "number age [2,5] year"},
        Case{"centrifuged at 1500 x g", "number 1500 x g"},
        Case{"a count below 200 cells/microL", "number < 200 cells/microlitre"},
        Case{"two visits per week", "count 2 visits"},
        Case{"mean pressure was 20% greater", "percentage 20 %"},
        Case{"mean compliance was 20%", "mean 20 %"},
        Case{"30 and 25 mm Hg, difference 4.6, 95% CI 1.0 to 8.1",
             "number 30 mmHg; number 25 mmHg; difference difference 4.6 [1,8.1] ci 95"},
        Case{"the difference 12 patients made", "count 12 patients"}));

}  // namespace
}  // namespace attest
