#include "quantities/quantities.h"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "quantities/quantities_test_support.h"

namespace attest {
namespace {

using test::Case;
using test::described;

class Quantities : public ::testing::TestWithParam<Case> {};

TEST_P(Quantities, AreRead) { EXPECT_EQ(described(GetParam().text), GetParam().expected) << GetParam().text; }

INSTANTIATE_TEST_SUITE_P(
    SharedInLists, Quantities,
    ::testing::Values(
        Case{"doses of the drug (0.3, 0.6, 0.9 mg/kg)", "dose 0.3 mg/kg; dose 0.6 mg/kg; dose 0.9 mg/kg"},
        Case{"with an OR of 4.2, 6.5, and 7.4", "ratio OR 4.2; ratio OR 6.5; ratio OR 7.4"},
        Case{"were cured (n = 72, 62, 48)", "sample size 72; sample size 62; sample size 48"},
        Case{"were higher (4.2 (0.5) versus 2.0 (0.2); p < 0.001)",
             "mean 4.2 sd 0.5; mean 2 sd 0.2; p-value p < 0.001"},
        Case{"measured in 14 patients with ulcers, 9 patients with reflux, and 13 normal subjects",
             "sample size 14 patients; sample size 9 patients; sample size 13 subjects"},
        Case{"86 in-patients (59 male, 27 female)", "count 86 patients; count 59 male; count 27 female"},
        Case{"There were 196 female and 368 male", "count 196 female; count 368 male"}));

INSTANTIATE_TEST_SUITE_P(PartsOfNames, Quantities,
                         ::testing::Values(Case{"analysed with SPSS 19.0 for Windows", ""},
                                           Case{"toxicity criteria, version 2.0.", ""},
                                           Case{"chi 2 = 3.46, 2 df, p = .18", "number 3.46; p-value p 0.18"},
                                           Case{"centrifuged at 600 g to remove debris", "number 600 g"}));

INSTANTIATE_TEST_SUITE_P(
    Proportions, Quantities,
    ::testing::Values(Case{"43/54 (80%)", "proportion 80 parts 43/54"},
                      Case{"17/24 (71 %) improved", "proportion 71 parts 17/24"},
                      Case{"43 of 54 patients (80%) improved", "proportion 80 parts 43/54 patients"},
                      Case{"80% (43/54) improved", "proportion 80 parts 43/54"},
                      Case{"80% (43 of 54 patients)", "proportion 80 parts 43/54"},
                      Case{"12 of the 24 got better", "proportion parts 12/24"},
                      Case{"stage 3/4 kidney disease", "number parts 3/4"},
                      Case{"approval number 01/543", "number parts 1/543"},
                      Case{"43 out of 54 women", "proportion parts 43/54 women"},
                      Case{"43 patients (80%)", "proportion 80 parts 43 patients"},
                      Case{"43 (80%) of 54 patients", "proportion 80 parts 43/54 patients"},
                      Case{"43 (80%; p<0.01)", "proportion 80 parts 43; p-value p < 0.01"},
                      Case{"(n = 43, 80%)", "proportion 80 parts 43"},
                      Case{"(n=43/54)", "proportion parts 43/54"},
                      Case{"about seven in ten people", "proportion ~ parts 7/10 people"},
                      Case{"half of the patients", "proportion 50"},
                      Case{"a third of women", "proportion 33.3333"},
                      Case{"two-thirds of patients", "proportion 66.6667"},
                      Case{"19.3 per 100,000 person-years", "proportion rate parts 19.3/100000 person-year"},
                      Case{"11 per 1000 patients", "proportion rate 1.1 parts 11/1000 patients"},
                      Case{"12/15 (80%, 95% CI 52-96)", "proportion 80 parts 12/15 [52,96] ci 95"},
                      Case{"one hundred and nine of 120 patients", "proportion parts 109/120 patients"}));

INSTANTIATE_TEST_SUITE_P(Percentages, Quantities,
                         ::testing::Values(Case{"63 %", "percentage 63 %"},
                                           Case{"70\xE2\x80\x93"
                                                "80%",
                                                "percentage [70,80] %"},
                                           Case{"70 to 80 percent", "percentage [70,80] %"},
                                           Case{"70% to 80%", "percentage [70,80] %"},
                                           Case{"63% (95% CI 50\xE2\x80\x93"
                                                "74)",
                                                "percentage 63 [50,74] ci 95 %"},
                                           Case{"63% (95% CI: 50%-74%)", "percentage 63 [50,74] ci 95 %"},
                                           Case{"0.27, 95% 0.14-0.52", "number 0.27"},
                                           Case{"less than 5%", "percentage < 5 %"},
                                           Case{"62\xE2\x80\x89% of them", "percentage 62 %"},
                                           Case{"0\xC2\xB7"
                                                "7 per cent",
                                                "percentage 0.7 %"},
                                           Case{"(95% CI 1.10-11.93)", "range [1.1,11.93] ci 95"}));

INSTANTIATE_TEST_SUITE_P(
    Estimates, Quantities,
    ::testing::Values(Case{"OR 3.63 (1.10\xE2\x80\x93"
                           "11.93)",
                           "ratio OR 3.63 [1.1,11.93]"},
                      Case{"OR = 2.8; 95% CI, 1.6 to 5.0; P = .008",
                           "ratio OR 2.8 [1.6,5] ci 95; p-value p 0.008"},
                      Case{"odds ratio of 3.63", "ratio OR 3.63"},
                      Case{"odds ratio (OR) 3.63, 95% confidence interval (CI) 1.1 to 11.9",
                           "ratio OR 3.63 [1.1,11.9] ci 95"},
                      Case{"hazard ratio, 0.72 [95% CI: 0.6, 0.9]", "ratio HR 0.72 [0.6,0.9] ci 95"},
                      Case{"RR 0.5 (0.3-0.9)", "ratio RR 0.5 [0.3,0.9]"},
                      Case{"RR (95% CI) 0.5 (0.3-0.9)", "ratio RR 0.5 [0.3,0.9] ci 95"},
                      Case{"an odds ratio of 0.46 and 95% confidence interval of 0.51 to 0.87",
                           "ratio OR 0.46 [0.51,0.87] ci 95"},
                      Case{"aOR 1.8, 95% CI 1.2\xE2\x80\x93"
                           "2.6",
                           "ratio OR 1.8 [1.2,2.6] ci 95"},
                      Case{"mean difference \xE2\x88\x92"
                           "0.03 (95% CI \xE2\x88\x92"
                           "0.33 to 0.27)",
                           "difference MD -0.03 [-0.33,0.27] ci 95"},
                      Case{"SMD -0.45, 95% CI -0.8 to -0.1", "difference SMD -0.45 [-0.8,-0.1] ci 95"},
                      Case{"risk difference 12% (95% CI 3% to 21%)", "difference RD 12 [3,21] ci 95 %"},
                      Case{"NNT of 4", "ratio NNT 4"}, Case{"one or 2", "number 2"},
                      Case{"HR 72 beats", "count 72 beats"}));

INSTANTIATE_TEST_SUITE_P(
    PValues, Quantities,
    ::testing::Values(Case{"p<0.001", "p-value p < 0.001"}, Case{"P=.008", "p-value p 0.008"},
                      Case{"p = NS", "p-value p (NS)"}, Case{"P value of 0.04", "p-value p 0.04"},
                      Case{"(p \xE2\x89\xA4 0\xC2\xB7"
                           "05)",
                           "p-value p <= 0.05"},
                      Case{"p < 0. 05", "p-value p < 0.05"}, Case{"p for trend = 0.02", "p-value p 0.02"}));

INSTANTIATE_TEST_SUITE_P(
    Samples, Quantities,
    ::testing::Values(Case{"n=10", "sample size 10"}, Case{"(n = 84)", "sample size 84"},
                      Case{"(N=1,112)", "sample size 1112"},
                      Case{"182 participants", "count 182 participants"},
                      Case{"one hundred and nine patients", "count 109 patients"},
                      Case{"a total of 77 women were randomised", "sample size 77 women"},
                      Case{"Eighty-four consecutive patients were enrolled", "sample size 84 patients"},
                      Case{"a consecutive series of 100 patients", "sample size 100 patients"},
                      Case{"a randomised trial in 252 patients", "sample size 252 patients"},
                      Case{"Treatment included surgery in 58 patients", "count 58 patients"},
                      Case{"We included 12 trials", "count 12 trials"},
                      Case{"involving 1,112 participants", "sample size 1112 participants"}));

INSTANTIATE_TEST_SUITE_P(Summaries, Quantities,
                         ::testing::Values(Case{"4.2 \xC2\xB1 1.1", "mean 4.2 sd 1.1"},
                                           Case{"4.2 +/- 1.1 cm", "mean 4.2 sd 1.1 cm"},
                                           Case{"mean (SD) 4.2 (1.1)", "mean 4.2 sd 1.1"},
                                           Case{"mean score 4.2 (SD 1.1)", "mean 4.2 sd 1.1 (SD)"},
                                           Case{"median 19.2 months (range 7-40)",
                                                "median 19.2 [7,40] month (range)"},
                                           Case{"median of 5 (IQR 3\xE2\x80\x93"
                                                "8)",
                                                "median 5 [3,8] (IQR)"},
                                           Case{"median follow-up was 24 months (range, 6 to 60 months)",
                                                "median 24 [6,60] month (range) follow-up"}));

INSTANTIATE_TEST_SUITE_P(
    Doses, Quantities,
    ::testing::Values(Case{"100 mg", "dose 100 mg"},
                      Case{"10\xE2\x80\x93"
                           "20 mg/kg/day",
                           "dose [10,20] mg/kg/day"},
                      Case{"6-15 units", "dose [6,15] unit"}, Case{"30 U", "dose 30 unit"},
                      Case{"0.5 mL", "dose 0.5 ml"}, Case{"2.5 micrograms kg-1", "dose 2.5 microgram/kg"},
                      Case{"50 \xC2\xB5g", "dose 50 microgram"},
                      Case{"500 mg twice daily for 7 days", "dose 500 mg (twice daily); duration 7 day"},
                      Case{"10mg orally three times a day", "dose 10 mg (orally three times a day)"},
                      Case{"60-100 IU of toxin", "dose [60,100] IU"}, Case{"120 mg/dL", "number 120 mg/dl"},
                      Case{"20 mm Hg", "number 20 mmHg"},
                      Case{"10 mM and 5 mm", "number 10 mmol/l; number 5 mm"}));

INSTANTIATE_TEST_SUITE_P(
    Durations, Quantities,
    ::testing::Values(
        Case{"at 6 months", "duration 6 month follow-up"},
        Case{"6-month follow-up", "duration 6 month follow-up"},
        Case{"after one year", "duration 1 year follow-up"}, Case{"a 12-week course", "duration 12 week"},
        Case{"at 3, 6 and 12 months",
             "duration 3 month follow-up; duration 6 month follow-up; duration 12 month follow-up"},
        Case{"followed for 2 years", "duration 2 year follow-up"},
        Case{"for 4-6 weeks", "duration [4,6] week"},
        Case{"five weekly sessions", "count 5 session (weekly)"},
        Case{"at week 12", "duration 12 week follow-up"}, Case{"aged 45 years", "number age 45 year"},
        Case{"a 45-year-old woman", "number age 45 year"}));

INSTANTIATE_TEST_SUITE_P(Accuracy, Quantities,
                         ::testing::Values(Case{"sensitivity of 70% (52\xE2\x80\x93"
                                                "83)",
                                                "accuracy sensitivity 70 [52,83] %"},
                                           Case{"specificity 77 %", "accuracy specificity 77 %"},
                                           Case{"77% specificity", "accuracy specificity 77 %"},
                                           Case{"AUC 0.80", "accuracy AUC 0.8"},
                                           Case{"LR+ 2.3", "accuracy LR+ 2.3"},
                                           Case{"sensitivity and specificity were 70% and 80%, respectively",
                                                "accuracy sensitivity 70; accuracy specificity 80"},
                                           Case{"area under the ROC curve was 0.91 (95% CI 0.85-0.97)",
                                                "accuracy AUC 0.91 [0.85,0.97] ci 95"}));

INSTANTIATE_TEST_SUITE_P(Nothing, Quantities,
                         ::testing::Values(Case{"in 2014", ""}, Case{"from 2010 to 2014", ""},
                                           Case{"as shown [12]", ""}, Case{"before [3,4-6]", ""},
                                           Case{"Figure 2", ""}, Case{"type 2 diabetes", ""},
                                           Case{"IL-6 and TNF", ""}, Case{"COVID-19", ""}, Case{"HbA1c", ""},
                                           Case{"5HT and the 3rd", ""}, Case{"grades 3 and 4", ""},
                                           Case{"on 12 March 2014", ""}, Case{"Rome IV", ""},
                                           Case{"version 1.2.3", ""}, Case{"one of these", ""},
                                           Case{"", ""}));

INSTANTIATE_TEST_SUITE_P(Plain, Quantities,
                         ::testing::Values(Case{"scores of 1.1 to 11.9", "range [1.1,11.9]"},
                                           Case{"a score of 7", "number 7"},
                                           Case{"2014 patients", "count 2014 patients"}));

INSTANTIATE_TEST_SUITE_P(
    Lists, Quantities,
    ::testing::Values(Case{"20 or 40 mg", "dose 20 mg; dose 40 mg"},
                      Case{"on days 1, 8, and 15",
                           "duration 1 day follow-up; duration 8 day follow-up; duration 15 day follow-up"},
                      Case{"in months 3-9", "duration [3,9] month follow-up"},
                      Case{"(P = .17, .70 and .50)", "p-value p 0.17; p-value p 0.7; p-value p 0.5"},
                      Case{"1) eat, 2) sleep", ""}, Case{"by (1) growth and (2) size", ""}));

INSTANTIATE_TEST_SUITE_P(
    Measurements, Quantities,
    ::testing::Values(Case{"fields of 4 x 4 cm", "number 4 cm"}, Case{"a $10 gift", "number 10 $"},
                      Case{"a 2.5-fold rise", "number 2.5 fold"},
                      Case{"a five-point scale", "number 5 point"}, Case{"4-aminopyridine", ""},
                      Case{"the 5'-end", ""}, Case{"PaCO(2) fell", ""}, Case{"seen before (28).", ""},
                      Case{"usual care,34 given", ""}, Case{"28 weeks of gestation", "duration 28 week"},
                      Case{"1.2 to 3.4 mg/dl", "range [1.2,3.4] mg/dl"}));

INSTANTIATE_TEST_SUITE_P(Elided, Quantities,
                         ::testing::Values(Case{"of whom 45 had pain", "count 45"},
                                           Case{"Five of these patients fell", "count 5 patients"},
                                           Case{"in one intravenous dose of it", "count 1 dose"},
                                           Case{"one can see", ""},
                                           Case{"Pain was measured in 48 males", "sample size 48 males"}));

TEST(QuantitySpans, AreTheWordsAsWritten) {
  const std::string text = "At 12 months, 43 of 54 patients (80%) improved.";
  const auto found = find_quantities(text);
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].span.of(text), "12 months");
  EXPECT_EQ(found[1].span.of(text), "43 of 54 patients (80%)");
}

INSTANTIATE_TEST_SUITE_P(
    CountedNouns, Quantities,
    ::testing::Values(Case{"27 healthy normal glucose-tolerant humans took part", "sample size 27 humans"},
                      Case{"375 young black and white men and women", "count 375 men"},
                      Case{"nine major and seven minor errors", "count 9 errors; count 7 errors"},
                      Case{"a 26-item questionnaire", "count 26 item"}, Case{"4-aminopyridine", ""},
                      Case{"one or more colds", "count 1 colds"},
                      Case{"13 studies of 2171 patients", "count 13 studies; sample size 2171 patients"},
                      Case{"the effect in one Y chromosome", "count 1 chromosome"}));

INSTANTIATE_TEST_SUITE_P(
    SampleOrEvent, Quantities,
    ::testing::Values(Case{"Thirteen patients died", "count 13 patients"},
                      Case{"Thirteen patients were randomised", "sample size 13 patients"},
                      Case{"It was performed in 13 patients", "sample size 13 patients"},
                      Case{"It was observed in 13 patients", "count 13 patients"},
                      Case{"(85 men and 28 women)", "count 85 men; count 28 women"},
                      Case{"case group (111 patients)", "sample size 111 patients"},
                      Case{"In a randomised study 20 patients were treated", "sample size 20 patients"}));

INSTANTIATE_TEST_SUITE_P(
    UnitGrammar, Quantities,
    ::testing::Values(Case{"a rate of 100 beats/minute", "number 100 beats/minute"},
                      Case{"61.0 +/- 17.0 pmol. l(-1). min(-1)", "mean 61 sd 17 pmol/l/minute"},
                      Case{"a level of 5.0 fmol per milligram of protein", "number 5 fmol/mg"},
                      Case{"platelets of 4.5 x 10(9)/l", "number 4.5e+09 l"},
                      Case{"at 2 to 8\xC2\xB0"
                           "C",
                           "range [2,8] degree"},
                      Case{"30 minutes per day", "duration 30 minute"},
                      Case{"serum iron was 12 mg", "number 12 mg"},
                      Case{"they received 12 mg", "dose 12 mg"}));

INSTANTIATE_TEST_SUITE_P(
    SharedWords, Quantities,
    ::testing::Values(
        Case{"median pH, 1.0 vs. 1.1", "median 1; median 1.1"},
        Case{"fell from 5.8 to 2.3%", "percentage 5.8 %; percentage 2.3 %"},
        Case{"mean use was 42.8 (32.0) mg", "mean 42.8 sd 32 mg"},
        Case{"27.6 and 7.81/1,000 patient-years",
             "proportion rate parts 27.6/1000; proportion rate parts 7.81/1000 person-year"},
        Case{"the odds ratio for death was 2.1 (1.2-3.4)", "ratio OR 2.1 [1.2,3.4]"},
        Case{"12 patients in one arm and 10 in the other", "count 12 patients; count 1 arm; count 10"},
        Case{"p less than 0.05 and less than 0.01, respectively", "p-value p < 0.05; p-value p < 0.01"},
        Case{"52 of 161, or 32.3%", "proportion 32.3 parts 52/161"}));

INSTANTIATE_TEST_SUITE_P(
    Names, Quantities,
    ::testing::Values(Case{"at visit 1 and on chromosomes 4 and 8", ""}, Case{"the delta F 508 defect", ""},
                      Case{"call 1-800-860-8747", ""}, Case{"18:2(9,11) linoleic acid", ""},
                      Case{"1,25-dihydroxyvitamin D", ""}, Case{"in the 1980s and 1985-88", ""},
                      Case{"because of (1) pain, (2) fever", ""}));

INSTANTIATE_TEST_SUITE_P(
    UnseenForms, Quantities,
    ::testing::Values(Case{"after 1 h 15 min", "duration 1.25 hour follow-up"},
                      Case{"born at 30 6/7 weeks", "duration 30.8571 week follow-up"},
                      Case{"survived 4 months to 4 1/2 years", "duration 4 month"},
                      Case{"scans at 3 T", "number 3 tesla"},
                      Case{"kept at 40 C for 90 min", "number 40 degree; duration 90 minute"},
                      Case{"a difference of 2.9 mm Hg (95% CI: 2.3-3.6)",
                           "difference difference 2.9 [2.3,3.6] ci 95 mmHg"},
                      Case{"flutamide (250 mg. orally 3 times daily)", "dose 250 mg (orally 3 times daily)"},
                      Case{"orlistat 120 mg with each meal", "dose 120 mg (with each meal)"},
                      Case{"carriers were 1 in 26", "proportion parts 1/26"},
                      Case{"more than half (52.4%) took part", "proportion > 52.4"},
                      Case{"no more than 8% relapsed", "percentage <= 8 %"},
                      Case{"not less than 90% recovered", "percentage >= 90 %"},
                      Case{"a wound older than 12 hours", "duration 12 hour"},
                      Case{"affects 50 million men", "count 5e+07 men"},
                      Case{"the study will include 108 patients", "sample size 108 patients"},
                      Case{"8 g protein and 11 g fat were eaten", "number 8 g; number 11 g"},
                      Case{"by Forogh et al,13 which", ""}, Case{"inside MC.4-6 However", ""},
                      Case{"in stable cases.21But not here", ""}, Case{"a 2 x 2 factorial trial", ""},
                      Case{"at the week-24 visit", "duration 24 week follow-up"}));

TEST(QuantityDays, AreComputed) {
  EXPECT_NEAR(duration_days(find_quantities("6 months").at(0)), 182.64, 0.01);
  EXPECT_NEAR(duration_days(find_quantities("2 weeks").at(0)), 14, 0.01);
  EXPECT_TRUE(std::isnan(duration_days(find_quantities("5 mg").at(0))));
}

TEST(QuantitySpans, OrderedWithoutOverlapOnHostileText) {
  for (const std::string_view unit :
       {"1",         "1,",        "1-",       "(",          "1 of ",        "one ",        "OR ",
        "mean ",     "1 (",       "95% CI ",  "n=",         "p<",           "1, ",         "[1",
        "at ",       "·1",        "mg ",      "1 mg/",      "hundred and ", "(1) a ",      "1-",
        "10(",       "1 and ",    "1 x ",     "ages 1 ",    "one of the ",  "1 a of 2 b ", "1 (1) mg ",
        "two-",      "doi 1/",    "1/1 and ", "none of 1 ", "half of 1 ",   "q1-1h ",      "and 1 with a ",
        "10.1371/a", "1 mg q 1 ", "1) a "}) {
    std::string text;
    while (text.size() < 300'000) text += unit;
    uint32_t last = 0;
    for (const Quantity& quantity : find_quantities(text)) {
      ASSERT_LE(last, quantity.span.start) << unit;
      ASSERT_LT(quantity.span.start, quantity.span.end) << unit;
      last = quantity.span.end;
    }
    ASSERT_LE(last, text.size());
  }
}

}  // namespace
}  // namespace attest
