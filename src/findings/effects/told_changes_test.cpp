#include "findings/effects/told_changes.h"

#include <gtest/gtest.h>

#include "findings/arms/group_labels.h"

namespace attest {
namespace {

using Told = std::vector<std::string>;

Told told_in(const std::string& lower) {
  Told told;
  for (const ToldChange& one : told_changes(lower, labelled_groups(lower, {})))
    told.push_back(one.outcome + ": " + outcome_course_name(one.course));
  return told;
}

TEST(ToldChanges, WhatChangedIsNamedThoughNobodyKnowsWhetherItIsWanted) {
  EXPECT_EQ(told_in("renin was significantly lower in the lc group than in the rf group."),
            (Told{"renin: decreased"}));
  EXPECT_EQ(told_in("the olanzapine group showed a significant increase of glucose levels."),
            (Told{"glucose levels: increased"}));
  EXPECT_EQ(told_in("the drug decreased uric acid."), (Told{"uric acid: decreased"}));
  EXPECT_EQ(told_in("platelet count rose in group 2."), (Told{"platelet count: increased"}));
  EXPECT_EQ(told_in("sleep quality improved in the exercise group."), (Told{"sleep quality: improved"}));
}

TEST(ToldChanges, SeveralOutcomesAreKeptApart) {
  EXPECT_EQ(told_in("the drug reduced pain, stiffness and use of analgesics compared with placebo."),
            (Told{"pain: decreased", "stiffness: decreased", "use of analgesics: decreased"}));
  EXPECT_EQ(told_in("somnolence, nausea, and dizziness were more common with the drug."),
            (Told{"somnolence: increased", "nausea: increased", "dizziness: increased"}));
  EXPECT_EQ(told_in("pain was lower, and nausea was higher in the lc group."),
            (Told{"pain: decreased", "nausea: increased"}));
}

TEST(ToldChanges, WhatNobodyKnowsIsNoDifference) {
  for (const char* const text :
       {"effects on cognition and quality of life were not reported.",
        "this review is not able to rule out potential serious adverse effects of glucocorticosteroids.",
        "the effect of glucocorticosteroids for acute hepatitis has not been examined in randomised trials.",
        "all 9 studies showed a similar qualitative trend in fasting levels.",
        "these findings need to be confirmed in a larger, more diverse population."})
    EXPECT_EQ(told_in(text), Told{}) << text;
}

TEST(ToldChanges, NoDifferenceIsSaidOfItsOutcome) {
  EXPECT_EQ(told_in("there was no significant difference in hospital stay between the groups."),
            (Told{"hospital stay: no difference"}));
  EXPECT_EQ(told_in("the drug did not improve survival."), (Told{"survival: no difference"}));
  EXPECT_EQ(told_in("operating time was similar in both groups."), (Told{"operating time: no difference"}));
}

TEST(ToldChanges, WhatIsLookedForOrStandsForSomethingIsNoOutcome) {
  for (const char* text :
       {"we asked whether the drug reduced pain.", "it was higher in group 2.", "these were reduced.",
        "the aim was to see if pain is lower.", "patients were treated with higher doses.",
        "further studies are needed to show increased survival."})
    EXPECT_EQ(told_in(text), Told{}) << text;
}

TEST(ToldChanges, WhatSomethingIsLikeIsNoChange) {
  for (const char* text :
       {"poor differentiation was seen in patients with elevated crp levels.",
        "heparin may be given to those at highest risk.", "the two more experienced radiologists agreed.",
        "a relapse was seen after decreasing the dose."})
    EXPECT_EQ(told_in(text), Told{}) << text;
  EXPECT_EQ(told_in("over the first 24 hours the morphine requirement was lower in group 2."),
            (Told{"morphine requirement: decreased"}));
  EXPECT_EQ(told_in("total cholesterol fell in the diet group."), (Told{"total cholesterol: decreased"}));
  EXPECT_EQ(told_in("the drug was associated with lower death rates."), (Told{"death rates: decreased"}));
  EXPECT_EQ(told_in("an increase in body weight of 2.8 kg was seen compared to no change in group 2."),
            (Told{"body weight: increased"}));
}

TEST(ToldChanges, WhatDidItIsNoOutcome) {
  for (const char* text :
       {"rofecoxib caused the greatest increase in blood pressure.",
        "the device induced an increase by 10.6.", "physicians need more neutral information.",
        "more work is necessary on selecting those.", "age was not a significant predictor of survival.",
        "these make the drug more popular in the clinic.",
        "differences in amplitude occurred when no response was required.",
        "in six patients with declining function during prolonged treatment, a biopsy was taken.",
        "the pooled prevented fraction was 46%."}) {
    for (const std::string& one : told_in(text))
      EXPECT_TRUE(one.starts_with("blood pressure:") || one.starts_with("function")) << text << " -> " << one;
  }
  EXPECT_EQ(
      told_in("the drug induced a fall, and contrast-induced nephropathy was less frequent in group 2."),
      (Told{"contrast-induced nephropathy: decreased"}));
  EXPECT_EQ(told_in("long therapy with the drug enhances vagal reactivity in patients with improvement."),
            (Told{"vagal reactivity: increased"}));
}

TEST(ToldChanges, ThatItOccurredIsNoPartOfItsName) {
  EXPECT_EQ(told_in("more headaches occurred with the drug than in group 2."),
            (Told{"headaches: increased"}));
}

TEST(ToldChanges, WhatIsTakenBackMadeNoDifference) {
  EXPECT_EQ(
      told_in("more patients had recurrent bleeding in group 1 than in group 2, but we were not able to "
              "show a statistically significant difference."),
      (Told{"recurrent bleeding: no difference"}));
}

TEST(ToldChanges, ChanceMayHaveMadeIt) {
  std::vector<ToldChange> told = told_changes("use of morphine was lower in the lc group.", {});
  ASSERT_EQ(told.size(), 1u);
  leave_to_chance(told);
  EXPECT_EQ(told[0].course, OutcomeCourse::kNoDifference);
}

TEST(ToldChanges, TheArmStandsBesideIt) {
  const std::string lower = "renin was lower in the lc group than in the rf group.";
  const std::vector<ToldChange> told = told_changes(lower, labelled_groups(lower, {}));
  ASSERT_EQ(told.size(), 1u);
  EXPECT_EQ(told[0].arm, "lc group");
}

}  // namespace
}  // namespace attest
