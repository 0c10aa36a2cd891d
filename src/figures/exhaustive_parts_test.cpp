// Parts against their total, changes and differences in the unit of their values, shares of a total that was
// told earlier.
#include <string>

#include <gtest/gtest.h>

#include "figures/figures.h"
#include "text/sentences.h"

namespace attest {
namespace {

// What is said of each mismatch, one a line.
std::string told(std::string_view text) {
  std::string lines;
  for (const FigureCheck& check : check_figures(text, {}, split_sentences(text))) {
    if (!lines.empty()) lines += '\n';
    lines += check.said;
  }
  return lines;
}

struct Wrong {
  const char* text;
  const char* said;
};

class WrongParts : public ::testing::TestWithParam<Wrong> {};
TEST_P(WrongParts, AreTold) { EXPECT_EQ(told(GetParam().text), GetParam().said) << GetParam().text; }

class SoundParts : public ::testing::TestWithParam<const char*> {};
TEST_P(SoundParts, AreLeftAlone) { EXPECT_EQ(told(GetParam()), "") << GetParam(); }

INSTANTIATE_TEST_SUITE_P(
    Parts, WrongParts,
    ::testing::Values(
        Wrong{
            "Of the 30 patients who have survived more than 20 years, 20 underwent hepatic portoenterostomy, "
            "8 underwent hepaticoenterostomy and the remaining 4 underwent hepatic portocholecystostomy.",
            "gives 30 in all; the parts, 20 + 8 + 4, make 32."},
        Wrong{"Of 45 patients, 20 improved, 15 were unchanged and 15 worsened.",
              "gives 45 in all; the parts, 20 + 15 + 15, make 50."},
        Wrong{"Of 60 women, 48 completed the study and 18 withdrew.",
              "gives 60 in all; the parts, 48 + 18, make 66."},
        Wrong{
            "Complete response was seen in 10, partial response in 15, stable disease in 30 and progressive "
            "disease in 5 of the 50 patients.",
            "gives 50 in all; the parts, 10 + 15 + 30 + 5, make 60."},
        Wrong{"A total of 120 patients were included, of whom 62 were women and 68 were men.",
              "gives 120 in all; the parts, 62 + 68, make 130."},
        Wrong{"A total of 25 patients (18 in AG group and 9 in placebo group, p = 0.016) withdrew.",
              "gives 25 in all; the parts, 18 + 9, make 27."},
        Wrong{"Trials enrolling 1184 subjects (697 cinacalcet, 587 control) were combined.",
              "gives 1184 in all; the parts, 697 + 587, make 1284."},
        Wrong{
            "The study comprised 42 subjects, consisting of 22 patients with asthma and 24 healthy controls.",
            "gives 42 in all; the parts, 22 + 24, make 46."},
        Wrong{"Sixty patients were divided into a treatment group (n = 32) and a control group (n = 38).",
              "gives 60 in all; the parts, 32 + 38, make 70."}));

INSTANTIATE_TEST_SUITE_P(
    Parts, SoundParts,
    ::testing::Values("Of the 30 patients, 20 underwent surgery, 8 endoscopy and the remaining 2 neither.",
                      // A part of a part.
                      "Of 45 patients, 20 improved, 12 completely, and the remaining 25 did not.",
                      "Of 45 patients, 20 improved, of whom 12 completely, and the remaining 23 did not.",
                      // One person may have several.
                      "Of 45 patients, 20 had nausea, 15 had headache and 15 had a rash.",
                      "Of 60 women, 48 completed the first part and 18 withdrew later.",
                      "Of 60 samples, 40 were positive by culture and 30 were negative by the other test.",
                      "A total of 30 patients (15 in the one group, four in the other group and 11 in the "
                      "third group) left.",
                      "We saw 1054 of 1063 patients (529 in the drug group and 525 in the control group).",
                      "We enrolled 20 patients (12 with asthma, 15 with eczema).",
                      "The 40 subjects, consisting of 22 patients with asthma and 18 healthy controls, came.",
                      "A total of 120 patients were included, of whom 62 were women and 20 were smokers."));

INSTANTIATE_TEST_SUITE_P(
    Changes, WrongParts,
    ::testing::Values(
        Wrong{"Systolic pressure fell from 140 to 128 mm Hg (a fall of 15 mm Hg).",
              "gives a change of 15 from 140 to 128; the values give 12."},
        Wrong{"Weight decreased by 6.5 kg, from 92.3 to 87.8 kg.",
              "gives a change of 6.5 from 92.3 to 87.8; the values give 4.5."},
        Wrong{"The mean score rose from 24.5 to 31.2, an increase of 8.7 points.",
              "gives a change of 8.7 from 24.5 to 31.2; the values give 6.7."},
        Wrong{"Mean systolic pressure was 132.4 v 126.1 mm Hg (difference 8.3 mm Hg).",
              "gives a difference of 8.3 for means of 132.4 v 126.1; these give 6.3."},
        Wrong{"The mean stay was 5.2 days in the early group compared with 7.4 days in the late group (mean "
              "difference 3.2 days).",
              "gives a difference of 3.2 for means of 5.2 v 7.4; these give 2.2."}));

INSTANTIATE_TEST_SUITE_P(
    Changes, SoundParts,
    ::testing::Values("Systolic pressure fell from 140 to 128 mm Hg (a fall of 12 mm Hg).",
                      "Pressure fell from 140 to 128 mm Hg (a fall of 9%).",
                      "Pressure fell from 140 to 128 mm Hg (a fall of 5 mm Hg with placebo).",
                      "The median score rose from 24.5 to 31.2 (median increase 8.7).",
                      "The score went from 56.64 to 43.59, a significant difference (t = -2.49).",
                      "The score rose from 20 to 30 (an increase of 50).",
                      "Scores were 12.4 versus 10.1 (difference 2.3, 95% CI 1.1 to 3.5).",
                      "The baseline score was 12.4 v 10.1 (difference 4.3)."));

INSTANTIATE_TEST_SUITE_P(
    EarlierTotals, WrongParts,
    ::testing::Values(
        Wrong{"We enrolled 120 patients. Diabetes was present in 30 (25%), hypertension in 54 (45%) and "
              "smoking "
              "in 18 (21%).",
              "gives 21 % for 18/120; the counts give 15.0 %."},
        Wrong{
            "A total of 200 children were studied. Fever occurred in 50 (25%). Cough was seen in 80 children "
            "(46%), and rash in 10 (5%).",
            "gives 46 % for 80/200; the counts give 40.0 %."},
        Wrong{"Group A (n = 40) received the drug and group B (n = 50) placebo. In group A 30 (75%) and in "
              "group "
              "B 20 patients (52%) improved.",
              "gives 52 % for 20/50; the counts give 40.0 %."}));

INSTANTIATE_TEST_SUITE_P(
    EarlierTotals, SoundParts,
    ::testing::Values(
        "We enrolled 120 patients. Diabetes was present in 30 (25%), hypertension in 54 (45%) and smoking in "
        "18 "
        "(15%).",
        // Of 84, whom the text tells.
        "We enrolled 120 patients and 84 answered. Diabetes was present in 30 (25%), hypertension in 54 "
        "(45%) "
        "and smoking in 18 (21%).",
        // Of those without it.
        "We enrolled 120 patients; 34 left. Diabetes was present in 30 (25%), hypertension in 54 (45%) and "
        "smoking in 18 (21%).",
        // Of some a figure may be missing.
        "We enrolled 120 patients. Diabetes was present in 30 (25%). Hypertension was seen in 54 (45%). "
        "Smoking "
        "was told by 18 (21%).",
        "Group A (n = 40) received the drug and group B (n = 50) placebo. In group A 30 (75%) and in group B "
        "20 "
        "patients (40%) improved."));

}  // namespace
}  // namespace attest
