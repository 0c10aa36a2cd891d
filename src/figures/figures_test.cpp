#include "figures/figures.h"

#include <string>

#include <gtest/gtest.h>

#include "figures/printed.h"
#include "text/sentences.h"

namespace attest {
namespace {

// Each mismatch on a line of its own: kind, then what is said of it.
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

class Mismatches : public ::testing::TestWithParam<Case> {};
TEST_P(Mismatches, AreTold) {
  EXPECT_EQ(mismatches(GetParam().text), GetParam().expected) << GetParam().text;
}

class Agreements : public ::testing::TestWithParam<const char*> {};
TEST_P(Agreements, AreLeftAlone) { EXPECT_EQ(mismatches(GetParam()), "") << GetParam(); }

INSTANTIATE_TEST_SUITE_P(
    Percentages, Mismatches,
    ::testing::Values(Case{"Relief was reported by 36/50 (73%) at the end.",
                           "percentage: gives 73 % for 36/50; the counts give 72.0 %."},
                      Case{"Incontinence followed in 1.25% (45/3509) of operations.",
                           "percentage: gives 1.25 % for 45/3509; the counts give 1.282 %."},
                      Case{"Healing was seen in 36 of 50 ulcers (82%).",
                           "percentage: gives 82 % for 36/50; the counts give 72.0 %."},
                      Case{"Four (26.5%) of the 15 patients bled again.",
                           "percentage: gives 26.5 % for 4/15; the counts give 26.67 %."},
                      Case{"The balloon group (n = 50) had 36 (82%) responders.",
                           "percentage: gives 82 % for 36/50; the counts give 72.0 %."},
                      Case{"Cure was reached in 36/50 and 20/50 (82% and 40%, respectively).",
                           "percentage: gives 82 % for 36/50; the counts give 72.0 %."}));

INSTANTIATE_TEST_SUITE_P(
    Percentages, Agreements,
    ::testing::Values("Relief was reported by 36/50 (72%) at the end.",
                      "Two thirds healed: 66.6% (20/30).",       // cut
                      "Pain was relieved in 106 of 124 (86%).",  // 85.48, by way of 85.5
                      // A strength before a count.
                      "Redness was seen with latanoprost 0.005%, nine of 180 patients (5.0%).",
                      "With a lotion of 5%, 40 of 90 men had more hair.",
                      "More itching was seen with 0.5% (12 of 39 eyes, 31%) than with 1.0%.",
                      "Deaths were more frequent below 40% (151 of 1,432 [10.5%]).",
                      // Broken at the decimal point.
                      "The rate was 59. 2% (29/49) with it.", "Bleeding came back in 8. 1% [32/350] of them.",
                      // Labels and years, and sums of counts.
                      "Complications fell (1985/1986: 5.1%; 1987/1992: 0.5%).",
                      "Toxicity was: Grade 3/4: 2%.",
                      "Remission was reached by 84% (7/9 with colitis, 4/4 with ileitis).",
                      "The rates were 30% and 44% (12/40 and 22/50).",
                      "Two-hundred ten of 353 (59%) forms came back.", "It was found in one in five (21%).",
                      "Remission was seen with 7.5/46 (22.4%) and 15/92 (27.6%) of the two drugs together.",
                      "Bleeding was seen in 7/271 (3%) and 1/270 (<0.1%).",
                      "Fertilised were 44668.4% (446/652).",
                      "It was found in all but one of 74 samples (98.6%).",
                      "The trial was completed by 82% (26 of 29 in one group; 25 of 33 in the other).",
                      "Of those asked, 19.5% (1089/5913 minus 317 letters that came back) took part.",
                      "ResultsForty-one of 50 patients (82%) improved.",
                      // Not counts over a total.
                      "The estimated five-year survival was 80% (30/50 alive).",
                      "The balloon group (n = 50) had 36 (82%) responders among the 44 who came back."));

INSTANTIATE_TEST_SUITE_P(
    PValues, Mismatches,
    ::testing::Values(
        Case{
            "Relapse was seen in 40/100 with finasteride and 36/100 with placebo (p = 0.001).",
            "p-value: gives p = 0.001 for 40/100 v 36/100; computed here: p = 0.66 (Fisher’s exact test) and "
            "0.56 (chi-square)."},
        Case{"Cure was reached by 80/100 in the early group versus 25/100 in the late group (P = 0.45).",
             "p-value: gives P = 0.45 for 80/100 v 25/100; computed here: p = below 0.0001 (Fisher’s exact "
             "test) and below 0.0001 (chi-square)."},
        Case{"Pain fell in 30 of 60 patients (50%) receiving the gel compared with 27 of 60 (45%) receiving "
             "the "
             "cream (P < 0.05).",
             "p-value: gives P < 0.05 for 30/60 v 27/60; computed here: p = 0.71 (Fisher’s exact test) and "
             "0.58 "
             "(chi-square)."},
        Case{"Stools softened significantly more often with bran (21/40) than with tea (19/40).",
             "significance: calls the difference significant; 21/40 v 19/40 gives p = 0.82 (Fisher’s exact "
             "test) "
             "and 0.65 (chi-square), computed here."},
        Case{"Significantly more patients improved with bran, 21/40 versus 19/40.",
             "significance: calls the difference significant; 21/40 v 19/40 gives p = 0.82 (Fisher’s exact "
             "test) "
             "and 0.65 (chi-square), computed here."},
        Case{"The rates were not significantly different, 80/100 versus 25/100.",
             "significance: calls the difference not significant; 80/100 v 25/100 gives p = below 0.0001 "
             "(Fisher’s exact test) and below 0.0001 (chi-square), computed here."}));

INSTANTIATE_TEST_SUITE_P(
    LaterClaims, Mismatches,
    ::testing::Values(Case{
        "Relief at first was seen in 12 of 24 women (50%) in the retraining group and in 17 of 24 (71%) in "
        "the "
        "balloon group. After a year it was 6 of 24 women (25%) with retraining and 8 of 24 (33%) with "
        "balloons. The "
        "authors call the early advantage of the balloon as significant, whereas the difference at about one "
        "year was not.",
        "significance: calls the difference significant; 12/24 v 17/24 gives p = 0.24 (Fisher’s exact test) "
        "and "
        "0.14 (chi-square), computed here."}));
INSTANTIATE_TEST_SUITE_P(LaterClaims, Agreements,
                         ::testing::Values(
                             // No time: it may be of anything.
                             "Relief was seen in 12 of 24 women (50%) in the retraining group and in 17 of "
                             "24 (71%) in the balloon group. "
                             "The difference in pain between retraining and balloon was significant.",
                             "Relief at first was seen in 12 of 24 women (50%) in the retraining group and "
                             "in 17 of 24 (71%) in the balloon "
                             "group. The late difference of the balloon was significant.",
                             "Relief at first was seen in 12 of 24 women (50%) in the retraining group and "
                             "in 17 of 24 (71%) in the balloon "
                             "group. No early advantage of the balloon was called as significant."));

INSTANTIATE_TEST_SUITE_P(
    PValues, Agreements,
    ::testing::Values(
        "Relapse was seen in 17/24 with botulinum toxin and 12/24 with the ointment (p = 0.14).",
        "There were no differences between the groups in significant health outcomes, 12/60 v 11/60 (p = "
        "0.994).",
        "At a year the rates, 20/40 v 18/40, were no longer significantly different (p = 0.59).",
        "The gel does not appear to have a significant advantage: 20/40 v 18/40.",
        "Neither the gel nor the cream was significantly more effective (20/40 v 18/40).",
        "The rate failed to reach significance, 20/40 v 18/40.",
        "Heart rate was significantly lower. Success was seen in 20/40 v 18/40.",
        "A significant reduction of pain was seen in 20/40 with the gel and 18/40 with the cream.",
        "At visit 6/7 and visit 7/7 the score was significantly lower (p = 0.01).",
        // Of something else than these two groups.
        "Of 90 women, 30/90 had pain and 25/90 had bleeding (p = 0.01).",
        "Response rose from 20/40 before to 22/40 after treatment (p = 0.01).",
        "Relapse was seen in 20/40 with the gel v 18/40 with the cream (p = 0.01 v baseline).",
        "Cure was seen in 20/40 with bran, 19/40 with tea and 18/40 with gel (p = 0.01).",
        "Deaths were 20/40 with the gel v 18/40 with the cream (adjusted p = 0.01).",
        "Relapse was seen in 20/40 with the gel v 18/40 with the cream (p = 0.002 for equivalence).",
        "Relapse was seen in 20/40 with the gel v 18/40 with the cream (p = 1×10(-7)).",
        "Life was significantly better in 9 of 12 dimensions than before and in 8 of 12 dimensions than in "
        "others.",
        // Significant by every test.
        "Relapse was seen in 21/36 with the gel v 36/36 with the cream (p = 0.005).",
        // Not independent people.
        "In a crossover trial 20/40 with the gel and 18/40 with the cream improved (p = 0.01).",
        "Practices were cluster-randomised. 20/40 with the gel v 18/40 with the cream improved (p = 0.01)."));

INSTANTIATE_TEST_SUITE_P(
    Ratios, Mismatches,
    ::testing::Values(
        Case{"Cure was seen in 45/60 with bran versus 20/60 with tea (OR 2.0).",
             "ratio: gives OR 2.0 for 45/60 v 20/60; the counts give 6.00."},
        Case{"Cure was seen in 40/100 with bran versus 20/100 with tea (RR 2.0, 95% CI 1.95 to 2.05).",
             "interval: gives the interval 1.95 to 2.05 for 40/100 v 20/100; the counts give 1.26 to 3.17."},
        Case{"Cure was seen in 40% with bran and 30% with tea (NNT 4).",
             "number needed: gives NNT 4 for 40 % v 30 %; the shares give 10.0."},
        Case{"Cure was seen in 72% with bran versus 40% with tea (absolute difference of 22%).",
             "difference: gives a difference of 22 % for 72 % v 40 %; the shares give 32.0 %."}));

INSTANTIATE_TEST_SUITE_P(
    Ratios, Agreements,
    ::testing::Values(
        "Cure was seen in 40/100 with bran versus 20/100 with tea (RR 2.0, 95% CI 1.26 to 3.17; P = 0.003).",
        "Cure was seen in 20/100 with tea versus 40/100 with bran (RR 2.0).",  // of the other to the first
        "Cure was seen in 45/60 with bran versus 20/60 with tea (adjusted OR 2.0).",
        "Death came to 45/60 with bran versus 20/60 with tea (hazard ratio 2.0).",
        "Cure was seen in 40% with bran and 30% with tea (NNT 10).",
        "Cure was seen in 72% with bran versus 40% with tea (absolute difference of 32%).",
        "Cure was seen in 60% with bran versus 40% with tea (a difference of 50%)."));  // relative

INSTANTIATE_TEST_SUITE_P(
    Intervals, Mismatches,
    ::testing::Values(
        Case{"Age raised the risk (OR 3.0, 95% CI 1.1 to 2.4).",
             "interval: gives OR 3.0, which lies outside its own interval, 1.1 to 2.4."},
        Case{"Mortality rose (RR 1.20; 95% CI 1.12-3.57).",
             "interval: gives RR 1.20 with the interval 1.12 to 3.57, whose middle is 2.000."},
        Case{"The risk was lower (OR 0.90, 95% CI 0.60 to 1.35, P < 0.001).",
             "interval: gives P < 0.001 beside the interval 0.60 to 1.35, which includes no effect; from the "
             "interval, p = 0.61."},
        Case{
            "The risk was alike (OR 2.50, 95% CI 1.60 to 3.90, P = 0.40).",
            "interval: gives P = 0.40 beside the interval 1.60 to 3.90, which leaves out no effect; from the "
            "interval, p = below 0.0001."},
        Case{"Weight fell (mean difference -0.2, 95% CI -2.2 to 1.8; P < 0.001).",
             "interval: gives P < 0.001 beside the interval -2.2 to 1.8, which includes no effect; from the "
             "interval, p = 0.84."},
        Case{"Healing was seen in 30/60 (50%, 95% CI 49% to 51%).",
             "interval: gives the interval 49 to 51 % for 30/60; the counts give 37.7 to 62.3 %."}));

INSTANTIATE_TEST_SUITE_P(
    Intervals, Agreements,
    ::testing::Values("Age raised the risk (OR 1.6, 95% CI 1.1 to 2.4).",
                      "A fall of the mean difference 3.0 (95% CI -4.1 to -1.9) was seen.",
                      "The risk was lower (OR 0.70, 95% CI 0.49 to 1.01, P = 0.05).",
                      "The risk was higher (OR 1.40, 95% CI 1.01 to 1.94, P = 0.06).",
                      "Fever was alike (mean difference 0.83, 95% CI 0.49 to 1.40, P = 0.49).",
                      "The odds rose (OR 7.5, 95% CI 3.6-15.8, p = 1×10(-7)).",
                      "The risk rose with age (OR 1.40, 95% CI 0.90 to 2.18; P for trend < 0.001).",
                      "Healing was seen in 30/60 (50%, 95% CI 37% to 63%).",
                      "Healing was seen in 1/12 (8.3%, 95% CI 0.2% to 38.5%)."));

INSTANTIATE_TEST_SUITE_P(
    Means, Mismatches,
    ::testing::Values(Case{
        "Scores were 12.3 ± 4.1 (n = 40) with bran and 12.0 ± 4.0 (n = 40) with tea (SD; P = 0.001).",
        "p-value: gives P = 0.001 for 12.3 ± 4.1 (n = 40) v 12 ± 4 (n = 40); computed here: p = 0.74 "
        "(Student’s t) and 0.74 (Welch’s t)."}));
INSTANTIATE_TEST_SUITE_P(
    Means, Agreements,
    ::testing::Values(
        "Scores were 12.3 ± 2.1 (n = 40) with bran and 10.1 ± 2.0 (n = 40) with tea (P < 0.001).",
        // "±" may be the standard error.
        "Scores were 12.3 ± 0.4 (n = 40) with bran and 12.0 ± 0.4 (n = 40) with tea (P = 0.60)."));

INSTANTIATE_TEST_SUITE_P(
    Totals, Mismatches,
    ::testing::Values(Case{"In all, 120 patients were randomised to bran (n = 50) or tea (n = 50).",
                           "total: gives 120 in all; the parts, 50 + 50, make 100."},
                      Case{"Of 150 patients, 80 were women and 90 were men.",
                           "total: gives 150 in all; the parts, 80 + 90, make 170."},
                      Case{"A total of 25 patients (14 women, 9 men) took part.",
                           "total: gives 25 in all; the parts, 14 + 9, make 23."}));
INSTANTIATE_TEST_SUITE_P(
    Totals, Agreements,
    ::testing::Values(
        "In all, 120 patients were randomised to bran (n = 60) or tea (n = 60).",
        "In all, 120 patients were randomised, and 100 completed the trial with bran (n = 50) or tea (n = "
        "50).",
        "Of 150 patients, 80 were women and 20 were smokers.", "Of 150 patients, 80 were women.",
        "A total of 44 patients, 8 men and 14 women in one arm and 11 men and 11 women in the other, came.",
        "In all 26 girls, 37 boys and 2 infants were randomised to bran (n = 32) or tea (n = 33).",
        "In all, 11 schools (74 boys, 74 girls) were visited.",
        "Hair of 1 263 children (598 boys and 665 girls) was taken.",
        "One hundred and fifty-four patients were randomised to bran (n = 74) or tea (n = 80).",
        "Patients with five or more episodes per week were randomised to bran (n = 74) or tea (n = 80)."));

INSTANTIATE_TEST_SUITE_P(
    Groups, Mismatches,
    ::testing::Values(
        Case{"Relief came in 75% (45/60) of the capsule group and 33.3% (20/60) of the placebo group (p = "
             "0.45).",
             "p-value: gives p = 0.45 for 45/60 v 20/60; computed here: p = below 0.0001 (Fisher’s exact "
             "test) "
             "and below 0.0001 (chi-square)."},
        Case{"Of the 200 women, 50 (25%) had asthma and 90 (40%) were smokers.",
             "percentage: gives 40 % for 90/200; the counts give 45.0 %."},
        Case{"We randomised 150 patients: 70 to capsules and 70 to placebo.",
             "total: gives 150 in all; the parts, 70 + 70, make 140."},
        Case{"A total of 150 patients were included: 80 women and 60 men.",
             "total: gives 150 in all; the parts, 80 + 60, make 140."},
        Case{"Response rates were 30% with capsules and 20% with placebo (absolute difference 15%).",
             "difference: gives a difference of 15 % for 30 % v 20 %; the shares give 10.0 %."},
        Case{"The median stay was 12 days (IQR 15 to 20).",
             "interval: gives a median 12, which lies outside its own quartiles, 15 to 20."}));

INSTANTIATE_TEST_SUITE_P(
    Groups, Agreements,
    ::testing::Values(
        "Relief came in 75% (45/60) of the capsule group and 33.3% (20/60) of the placebo group (p < 0.001).",
        "Of the 200 women, 50 (25%) had asthma and 90 (45%) were smokers.",
        // Of those who answered.
        "Of the 200 women, 180 (90%) answered. Of these, 72 (40%) smoked.",
        "Of the 200 women, 72 (40%) of 180 who answered smoked.",
        "We randomised 140 patients: 70 to capsules and 70 to placebo.",
        // The third group has no figure.
        "We randomised 210 patients: 70 to capsules, 70 to placebo and the rest to usual care.",
        "A total of 140 patients were included: 80 women and 60 men.",
        "Response rates were 30% with capsules and 20% with placebo (absolute difference 10%).",
        "The median stay was 17 days (IQR 15 to 20).",
        // In another unit, a deviation, a part of a scale.
        "The mean follow-up was 2 years (range 5 to 76 months).",
        "The mean age was 72+8.33 years (range 56 to 88).",
        "The median score was 3.5 of 10 (range 0 to 5)."));

TEST(Printed, IsReadWithItsDigits) {
  const auto printed = figures::printed_in(
      "P = 0\xC2\xB7"
      "050 of 1,234",
      0.05);
  ASSERT_TRUE(printed);
  EXPECT_EQ(printed->decimals, 3);
  EXPECT_EQ(figures::printed_in("of 1,234 people", 1234)->decimals, 0);
  EXPECT_FALSE(figures::printed_in("of 1,234 people", 234));
  EXPECT_TRUE(figures::number_is_broken_before("was 59. 2%", 8));
  EXPECT_TRUE(figures::number_is_broken_before("vs. 9.1%", 6));
  EXPECT_FALSE(figures::number_is_broken_before("In all. 2%", 8));
}

Document full_text(std::string_view abstract, std::string_view results) {
  Document document;
  TextBuilder builder;
  builder.set_title("Bran for constipation");
  builder.add_section(SectionKind::kAbstract, "", abstract);
  std::string body;
  for (const char letter : std::string_view("abcdefghijklmnopqrstuvw"))
    body += std::string("The bran was ground by mill ") + letter + " and kept dry. ";
  builder.add_section(SectionKind::kBody, "Methods", body);
  builder.add_section(SectionKind::kBody, "Results", results);
  std::move(builder).finish(document);
  return document;
}

TEST(AbstractAndText, FiguresThatDiffer) {
  const std::vector<FigureCheck> checks = check_figures(
      full_text("In this trial 300 women were randomised. Softer stools after a year were reported by "
                "30/150 women eating bran.",
                "At the centre 280 women were randomised. After a year softer stools were reported by "
                "50/150 women eating bran."));
  ASSERT_EQ(checks.size(), 2u);
  EXPECT_EQ(checks[0].said, "has 300 people randomised in the abstract and 280 in the full text.");
  EXPECT_EQ(checks[1].said, "has 30/150 in the abstract and 50/150 in the full text.");
  EXPECT_EQ(checks[1].sentences.size(), 2u);
}

TEST(AbstractAndText, PeopleEnrolled) {
  const auto said = [](std::string_view abstract, std::string_view results) {
    std::string lines;
    for (const FigureCheck& check : check_figures(full_text(abstract, results))) lines += check.said;
    return lines;
  };
  EXPECT_EQ(said("A total of 300 women were enrolled.", "In all 280 women were enrolled in May."),
            "has 300 people enrolled in the abstract and 280 in the full text.");
  // The text has it too, or of several studies or another part of this one.
  EXPECT_EQ(said("A total of 300 women were enrolled.", "Of 300 invited, 280 women were enrolled."), "");
  EXPECT_EQ(said("A total of 300 women were enrolled.", "In all 280 women were screened."), "");
  EXPECT_EQ(said("A total of 300 women were enrolled.",
                 "In all 280 women were enrolled. There 90 women were enrolled."),
            "");
}

TEST(AbstractAndText, OneDigitOfAMean) {
  const auto said = [](std::string_view abstract, std::string_view results) {
    std::string lines;
    for (const FigureCheck& check : check_figures(full_text(abstract, results))) lines += check.said;
    return lines;
  };
  EXPECT_EQ(said("Absorption was 36.9 ± 16.2% with cooked banana.",
                 "In the second period the cooked fruit gave 33.9 ± 16.2% of the iron."),
            "has 36.9 ± 16.2% in the abstract and 33.9 ± 16.2% in the full text.");
  EXPECT_EQ(said("Absorption was 36.9 ± 16.2% with cooked banana.", "The raw fruit gave 49.3 ± 16.2%."), "");
  EXPECT_EQ(said("Absorption was 36.9 ± 16.2% with cooked banana.",
                 "It gave 33.9 ± 16.2% once and 31.9 ± 16.2% twice."),
            "");
}

TEST(AbstractAndText, AnotherOutcomeIsNoMismatch) {
  EXPECT_TRUE(
      check_figures(full_text("In this trial 300 women were randomised. Softer stools after a year were "
                              "reported by 30/150 women eating bran.",
                              "We asked 280 women and 300 were randomised in the end. Pain at a month was "
                              "felt by 50/150 women eating bran."))
          .empty());
}

}  // namespace
}  // namespace attest
