#include <gtest/gtest.h>

#include "findings/arms/control_arms.h"
#include "findings/extract.h"
#include "findings/figures/outcome_value.h"

namespace attest {
namespace {

class DirectionTest : public testing::Test {
 protected:
  DirectionTest() {
    for (const char* name : {"metoprolol", "tramadol", "codeine", "surgery"})
      vocabulary_.add({"t:" + std::string(name), name, "", ConceptRole::kIntervention, false, {}},
                      std::vector<std::string>{name}, stemmer_);
    add_control_arms(vocabulary_, stemmer_);
  }
  Direction of(const std::string& sentence) { return read(sentence).direction; }
  Finding read(const std::string& sentence) {
    document_ = Document{};
    document_.text = sentence;
    appraisal_.design = StudyDesign::kRandomisedTrial;
    const SentenceContext context{&document_, &appraisal_, 0, "", 2, {}, {}};
    return extract_finding(context, {0, static_cast<uint32_t>(sentence.size())}, vocabulary_, stemmer_);
  }
  Stemmer stemmer_;
  Vocabulary vocabulary_;
  Document document_;
  Appraisal appraisal_;
};

TEST_F(DirectionTest, MoreOfWhatIsUnwantedSpeaksAgainst) {
  for (const char* text :
       {"Mortality was significantly higher in the metoprolol group than in the placebo group (12% vs 5%).",
        "Survival was significantly lower with metoprolol than with placebo.",
        "Nausea occurred more often with tramadol than with codeine.",
        "Vomiting was significantly more common with tramadol (84%) than with codeine (31%).",
        "Metoprolol increased the risk of stroke.",
        "Compared with placebo, bleeding was significantly more frequent with metoprolol.",
        "Patients given metoprolol had a higher relapse rate than those given placebo.",
        "Remission was less likely with tramadol.", "Patients on tramadol were more likely to relapse.",
        "Tramadol was inferior to codeine."})
    EXPECT_EQ(of(text), Direction::kAgainst) << text;
}

TEST_F(DirectionTest, LessOfItSpeaksFor) {
  for (const char* text :
       {"Mortality was significantly lower in the metoprolol group than in the placebo group.",
        "Survival was significantly longer with metoprolol than with placebo.",
        "Mortality was significantly higher in the placebo group than in the metoprolol group.",
        "Compared with placebo, metoprolol significantly reduced deaths.",
        "Controls had more infections than patients given metoprolol.",
        "Relapse-free survival was longer with metoprolol.",
        "The reduction in pain was greater with tramadol than with codeine.",
        "Pain relief was greater with tramadol than with codeine.",
        "Surgery was beneficial in patients with neurological deterioration.",
        "Metoprolol in addition to usual care reduced deaths.",
        "Nausea decreased from 43% in the control group to 3% in the metoprolol group.",
        "Movement improved after surgery, and pain scores were significantly reduced.",
        "Metoprolol was superior to placebo."})
    EXPECT_EQ(of(text), Direction::kFavours) << text;
}

TEST_F(DirectionTest, NothingIsSaidWhereNobodyKnowsWhetherMoreIsWanted) {
  for (const char* text :
       {"Saliva output was significantly higher with tramadol than with codeine.",
        "Renin was significantly lower with metoprolol than with placebo.",
        "Mortality was associated with reduced renin in the metoprolol group.",
        "In the placebo group, patients with fever had fewer relapses than patients without it.",
        "Pressure was higher in patients with fibrosis than in controls.",
        "Higher pain scores with tramadol were correlated with age.",
        "Tramadol relaxed the lower limb muscle strength test.",
        "Metoprolol was developed to reduce mortality.",
        // Nor of people of whom no treatment is told.
        "Patients with a history of tramadol hypersensitivity had a higher incidence of rashes.",
        "Responders scored higher on the scale for pain compared with healthy controls.",
        "The mortality rate was significantly higher in patients over 70 (22% vs 13.7%).",
        "Mortality was significantly higher in men than in women.",
        "It is unknown whether metoprolol is more effective than placebo.",
        "Metoprolol reduced deaths and increased bleeding."})
    EXPECT_EQ(of(text), Direction::kUnstated) << text;
}

TEST_F(DirectionTest, WhatIsNotInferiorOrLeftToChanceIsNoDifference) {
  for (const char* text : {"Tramadol was not inferior to codeine.",
                           "Response was seen in 12% with tramadol and in 10% with codeine (p = 0.64).",
                           "Tramadol neither facilitates recovery nor favorably affects pain.",
                           "Mortality was lower with metoprolol than with placebo (p = 0.31)."})
    EXPECT_EQ(of(text), Direction::kNoDifference) << text;
}

TEST_F(DirectionTest, WhatIsNotSignificantIsNoDifference) {
  for (const char* text :
       {"The fall in blood pressure with metoprolol was not statistically significant.",
        "Metoprolol reduced deaths, but this was not statistically significant.",
        "Tramadol relieved pain, although the difference did not reach statistical significance.",
        "There was a nonsignificant reduction in deaths with metoprolol.",
        "The benefit of metoprolol lost significance after adjustment.",
        "Metoprolol reduced neither deaths nor strokes.",
        "Tramadol had a beneficial effect on neither pain nor sleep.",
        "Relapse was seen in 12% with tramadol and in 10% with codeine (p = NS)."})
    EXPECT_EQ(of(text), Direction::kNoDifference) << text;
  // Only the last of them may be meant.
  EXPECT_EQ(of("Metoprolol reduced deaths (p < 0.01) and strokes, but this was not significant."),
            Direction::kUnstated);
  EXPECT_EQ(of("There was a trend towards fewer deaths with metoprolol."), Direction::kUnstated);
}

TEST_F(DirectionTest, WhatIsAlikeIsSoInItsOwnStatement) {
  for (const char* text :
       {"Tramadol was better than placebo and as effective as codeine.",
        "Tramadol relieved pain better than codeine, with similar rates of adverse events.",
        "Metoprolol reduced strokes more than placebo did, while deaths were similar.",
        "Metoprolol did not reduce deaths but reduced hospital admissions.",
        "Tramadol was as effective as codeine, with fewer adverse events.",
        "Tramadol had a marked effect on pain; there was no additional benefit of codeine.",
        "Pain was lower with tramadol than with placebo and did not differ from that with codeine."})
    EXPECT_EQ(of(text), Direction::kUnstated) << text;
  for (const char* text :
       {"Although pain was similar in both groups at baseline, tramadol relieved it better than codeine.",
        "Groups had similar baseline scores, and deaths were reduced with metoprolol.",
        "Similar reductions in strokes were seen in women treated with metoprolol.",
        "Tramadol was more effective than codeine without increasing nausea."})
    EXPECT_EQ(of(text), Direction::kFavours) << text;
  for (const char* text :
       {"Tramadol and codeine had similar effects on pain.",
        "Similar reductions in pain were seen with tramadol and codeine.",
        "Both groups had similar reductions in pain with tramadol.",
        "Metoprolol was not associated with increased mortality.",
        "More importantly, tramadol did not significantly decrease the severity of pain.",
        "Both tramadol and codeine decreased pain, nausea, and rescue to a similar extent.",
        "Deaths in the two groups were similar with metoprolol.",
        "Metoprolol was given without improvement of the heart failure."})
    EXPECT_EQ(of(text), Direction::kNoDifference) << text;
}

TEST_F(DirectionTest, ArmsThatGoOppositeWaysSayOneThing) {
  EXPECT_EQ(of("Quality of life improved in the metoprolol group and worsened in the placebo group."),
            Direction::kFavours);
  EXPECT_EQ(of("Pain was relieved with tramadol, whereas it increased with placebo."), Direction::kFavours);
  // No stroke, and no superiority.
  EXPECT_EQ(of("Stroke volume increased with metoprolol and decreased in the placebo-treated patients."),
            Direction::kUnstated);
  EXPECT_EQ(of("Metoprolol changed superior mesenteric artery flow."), Direction::kUnstated);
}

TEST_F(DirectionTest, AResultComparedWithAnotherIsNoMethod) {
  for (const char* const text :
       {"Metoprolol reduced deaths compared with placebo.", "Compared with placebo, tramadol reduced pain.",
        "Metoprolol did not reduce deaths compared with placebo."})
    EXPECT_EQ(read(text).kind, FindingKind::kEffect) << text;
  for (const char* const text : {"Metoprolol was compared with placebo in 100 patients.",
                                 "We asked whether tramadol reduced pain compared with placebo.",
                                 "The effect of tramadol on pain was compared with that of placebo."})
    EXPECT_EQ(read(text).kind, FindingKind::kMethod) << text;
}

TEST_F(DirectionTest, WhatAStudyConcludesIsNoMethod) {
  for (const char* const text :
       {"This meta-analysis suggests that metoprolol is more effective than tramadol in lowering pain.",
        "This study shows that metoprolol reduced deaths compared with placebo.",
        "In this trial, metoprolol was superior to placebo in reducing deaths."})
    EXPECT_EQ(read(text).kind, FindingKind::kEffect) << text;
  EXPECT_NE(of("The results favour the use of metoprolol over placebo with an absolute reduction of 34% for "
               "pain and a 30% reduction in swelling."),
            Direction::kAgainst);
  for (const char* const text : {"This meta-analysis compares metoprolol with tramadol in pain.",
                                 "This study shows the need for trials of metoprolol.",
                                 "In this trial, we compared metoprolol with placebo to reduce deaths."})
    EXPECT_EQ(read(text).kind, FindingKind::kMethod) << text;
}

TEST_F(DirectionTest, PlainFormsAreRead) {
  EXPECT_EQ(of("Tramadol caused greater gastrointestinal blood loss than codeine."), Direction::kAgainst);
  EXPECT_EQ(of("Angioedema occurred less frequently with metoprolol."), Direction::kFavours);
  EXPECT_EQ(of("The incidence of flushing was lower with metoprolol than with placebo."),
            Direction::kFavours);
  EXPECT_EQ(of("Codeine was less helpful than tramadol."), Direction::kAgainst);
  EXPECT_EQ(of("Metoprolol reduced high density lipoprotein cholesterol."), Direction::kAgainst);
  EXPECT_EQ(of("Metoprolol reduced total and HDL cholesterol."), Direction::kUnstated);
}

TEST_F(DirectionTest, GroupsOfATrialAreArmsByWhateverName) {
  for (const char* text :
       {"Length of hospital stay was significantly lower in the double-dose group than in the single-dose "
        "group.",
        "Nausea was less frequent in group 2 than in group 1 (P = 0.02).",
        "The success rate was significantly higher in the tibial compared to the peroneal group.",
        "Patients in the placebo group had more infections than those in the yogurt group."})
    EXPECT_EQ(of(text), Direction::kFavours) << text;
  EXPECT_EQ(of("Pain scores were significantly higher in the LC group than in the RF group."),
            Direction::kAgainst);
  // People who were sorted and not allocated.
  for (const char* text : {"Mortality was significantly higher in the older group than in the younger group.",
                           "Mortality was higher in the high risk group.",
                           "Pain was worse in the diabetic group than in the nondiabetic group."})
    EXPECT_EQ(of(text), Direction::kUnstated) << text;
}

TEST_F(DirectionTest, FiguresAloneTell) {
  for (const char* text :
       {"Relapse rates were 12% in the metoprolol group and 28% in the placebo group (p = 0.01).",
        "Mean pain was 35 mm in the tramadol group and 51 mm in the codeine group (P = 0.003).",
        "Remission was achieved by 61% with metoprolol versus 17% with placebo (p < 0.001).",
        "For metoprolol the hazard ratio of death was 0.70 (95% CI 0.55 to 0.89).",
        "With metoprolol, overall survival had a hazard ratio of 0.75 (95% CI 0.60 to 0.93)."})
    EXPECT_EQ(of(text), Direction::kFavours) << text;
  for (const char* text : {"Rash was seen in 56% given metoprolol and in 15% given placebo (p < 0.0001).",
                           "The odds ratio of stroke with metoprolol was 1.8 (95% CI 1.2 to 2.7)."})
    EXPECT_EQ(of(text), Direction::kAgainst) << text;
  for (const char* text :
       {// Nothing says that it is not chance.
        "Relapse rates were 12% in the metoprolol group and 28% in the placebo group.",
        // Nobody knows whether more is wanted, or whose a figure is.
        "Renin was 12 ng in the metoprolol group and 28 ng in the placebo group (p = 0.01).",
        "Pain was present in 12% and 28% (p = 0.01).",
        // The ratio is that of the other arm.
        "Failure was seen in 60% with tramadol and in 18% (odds ratio 0.11, 95% CI 0.06 to 0.19).",
        "Time to relapse was shorter with metoprolol, hazard ratio 0.65 (95% CI 0.5 to 0.8), in no group."})
    EXPECT_NE(of(text), Direction::kFavours) << text;
}

TEST_F(DirectionTest, WhatAllGroupsDidAlikeIsNoDifference) {
  for (const char* text :
       {"Both treatments significantly lowered blood pressure with no significant difference in efficacy "
        "between treatment groups.",
        "Pain decreased over time in both groups with metoprolol, but the difference between the groups was "
        "not "
        "significant.",
        "Quality of life improved in both groups but did not differ between groups after metoprolol.",
        "Although nausea was higher in group A as compared with group B, the difference was not "
        "statistically "
        "significant (P > 0.05)."})
    EXPECT_EQ(of(text), Direction::kNoDifference) << text;
  EXPECT_EQ(
      of("Pain was lower with tramadol than with placebo, and did not differ between tramadol and codeine."),
      Direction::kUnstated);
}

TEST_F(DirectionTest, WhatDidNotChangeIsNoDifference) {
  for (const char* text :
       {"Pain scores did not change with metoprolol.",
        "There were no significant changes in pain with metoprolol.",
        "No effects of metoprolol on pain were found.", "Metoprolol failed to improve survival.",
        "Pain was lower with metoprolol than with placebo (P > 0.05)."})
    EXPECT_EQ(of(text), Direction::kNoDifference) << text;
}

TEST_F(DirectionTest, NoDifferenceBetweenTimesIsNoneOfGroups) {
  EXPECT_NE(of("Nausea increased with both tramadol and codeine to day 7; there was no significant increase "
               "between day 28 and day 90."),
            Direction::kNoDifference);
}

TEST_F(DirectionTest, NoChangeInTheOtherArmIsNoNullResult) {
  EXPECT_EQ(of("An increase in body weight was seen with metoprolol compared to no change with placebo."),
            Direction::kUnstated);
}

TEST_F(DirectionTest, WhereNobodyStudiedItNothingWasFound) {
  EXPECT_EQ(of("There are no data from trials that support superiority of metoprolol over placebo."),
            Direction::kUnstated);
  EXPECT_EQ(of("No studies showed a difference between metoprolol and placebo."), Direction::kUnstated);
  EXPECT_EQ(of("There was no difference in mortality between metoprolol and placebo."),
            Direction::kNoDifference);
}

TEST_F(DirectionTest, WhatMorePeopleDidIsTheOutcome) {
  EXPECT_EQ(of("More patients given metoprolol than those given placebo had a stroke."), Direction::kAgainst);
  EXPECT_EQ(of("More volunteers given metoprolol than those given placebo had a stroke."),
            Direction::kAgainst);
  EXPECT_EQ(of("Significantly more patients taking metoprolol achieved remission than with placebo."),
            Direction::kFavours);
  EXPECT_EQ(of("Fewer participants had bleeding at day 2 in the metoprolol group than in the placebo group."),
            Direction::kFavours);
  EXPECT_EQ(of("The increase in pain was smaller with metoprolol than with placebo."), Direction::kFavours);
  EXPECT_EQ(of("More patients given metoprolol than placebo were men."), Direction::kUnstated);
}

TEST(OutcomeValue, IsThatOfTheWholeName) {
  EXPECT_EQ(outcome_value("hdl cholesterol"), 1);
  EXPECT_EQ(outcome_value("stroke volume"), 0);
  EXPECT_EQ(outcome_value("the incidence of nausea"), -1);
  EXPECT_EQ(outcome_value("pain relief"), 1);
  EXPECT_EQ(outcome_value("relapse-free survival"), 1);
  EXPECT_EQ(outcome_value("time to relapse"), 1);
  EXPECT_EQ(outcome_value("time to remission"), -1);
  EXPECT_EQ(outcome_value("reduction in mortality"), 1);
  EXPECT_EQ(outcome_value("plasma renin"), 0);
}

}  // namespace
}  // namespace attest
