#include "findings/figures/counted_outcome.h"

#include <gtest/gtest.h>

#include "findings/arms/control_arms.h"
#include "findings/extract.h"
#include "findings/sentences/prose.h"

namespace attest {
namespace {

class CountedOutcomeTest : public testing::Test {
 protected:
  CountedOutcomeTest() {
    add_control_arms(vocabulary_, stemmer_);
    for (const char* name : {"metformin", "diltiazem", "tranexamic acid"})
      vocabulary_.add({std::string("t:") + name, name, "", ConceptRole::kIntervention, false, {}},
                      std::vector<std::string>{name}, stemmer_);
  }
  // What each figure counts, in order, with bars between.
  std::string counts(const std::string& sentence) {
    Document document;
    document.text = sentence;
    Appraisal appraisal;
    appraisal.design = StudyDesign::kRandomisedTrial;
    const SentenceContext context{&document, &appraisal, 0, "", 2, {}, {}};
    const Finding finding =
        extract_finding(context, {0, static_cast<uint32_t>(sentence.size())}, vocabulary_, stemmer_);
    std::string text;
    for (const std::string& says : plain_counts(sentence, finding)) text += (text.empty() ? "" : "|") + says;
    return text;
  }
  Stemmer stemmer_;
  Vocabulary vocabulary_;
};

TEST_F(CountedOutcomeTest, TheNounBeforeTheFigure) {
  EXPECT_EQ(counts("The side effects of metformin were nausea (20%), headache (10%) and dizziness (5%)."),
            "felt sick|had headaches|felt dizzy");
}

TEST_F(CountedOutcomeTest, TheSubjectOfTheVerb) {
  EXPECT_EQ(counts("Nausea was reported by 20% of patients on metformin and 8% on placebo."),
            "felt sick|felt sick");
  EXPECT_EQ(counts("At 3 months, adequate relief of constipation was reported by 70% on metformin."),
            "had good relief");
  EXPECT_EQ(counts("The relapse rate with metformin was 20%."), "had the problem come back");
  EXPECT_EQ(
      counts("In the metformin group the rate of major improvement was 79% at 6 and 12 months and 81% at "
             "24 months."),
      "got much better|got much better");
  EXPECT_EQ(counts("Nausea was more common with metformin than with placebo (20% v 8%)."),
            "felt sick|felt sick");
}

TEST_F(CountedOutcomeTest, WhatThoseWhoAreCountedDid) {
  EXPECT_EQ(counts("20% of patients on metformin and 8% of those on placebo had nausea."),
            "felt sick|felt sick");
  EXPECT_EQ(counts("Of those given metformin, 40% were pain-free."), "were free of pain");
  EXPECT_EQ(
      counts("31 of 35 women (89%) in the metformin group had been able to have intercourse, compared with "
             "4 of 35 (11%) on the waiting list."),
      "could have intercourse|could have intercourse");
  EXPECT_EQ(
      counts("Intercourse became possible in 20 of 30 women (67%) after metformin and in 26 of 28 (93%) "
             "after diltiazem."),
      "could have intercourse|could have intercourse");
  EXPECT_EQ(counts("After 6 weeks 43 of 54 patients (80%) on metformin had improved."), "got better");
}

TEST_F(CountedOutcomeTest, WhatIsDeniedOrIsAnotherThingIsNotSaid) {
  for (const char* sentence :
       {"No nausea was reported by 80% of patients on metformin.",
        "80% of patients on metformin had no nausea.",
        "Tranexamic acid was 100% effective in stopping bleeding.",
        "Bleeding was controlled in 84% on metformin.",
        "Resolution of nausea was seen in 60% of patients on metformin.",
        "Side effects led to withdrawal of 10% of patients on metformin.",
        "Of patients on metformin 10% withdrew because of side effects.",
        "Nausea had stopped metformin in 10% of patients.",
        "Improvement in glycaemic control was seen in 40% of patients on metformin.",
        "Bleeding stopped in 90% of patients on tranexamic acid.",
        "Side effects were rare, and 60% of patients on metformin finished the study."}) {
    const std::string text = counts(sentence);
    EXPECT_EQ(text.find_first_not_of('|'), std::string::npos) << sentence << " → " << text;
  }
}

TEST(ProseOfFigures, FiguresMakeNoTableOfASentence) {
  EXPECT_TRUE(
      is_prose("The programme shortened sleep onset (MD -19.0 min, 95% CI -14.1 to -23.9; I2 = 38%) and "
               "severity (SMD -0.98; 95% CI -1.27 to -0.69)."));
  EXPECT_FALSE(
      is_prose("Age 54.2 51.9 0.31 Male 20 (40) 22 (44) 0.69 BMI 24.1 24.7 0.42 HbA1c 7.2 7.4 0.51"));
}

}  // namespace
}  // namespace attest
