// Whose figure a figure is, and at which time.
#include "findings/arms/arms.h"

#include <gtest/gtest.h>

#include "findings/arms/control_arms.h"
#include "findings/extract.h"

namespace attest {
namespace {

class ArmsTest : public testing::Test {
 protected:
  ArmsTest() {
    add_control_arms(vocabulary_, stemmer_);
    for (const char* name :
         {"metformin", "rizatriptan", "fluticasone", "diazepam", "tretinoin", "travoprost"})
      vocabulary_.add({std::string("t:") + name, name, "", ConceptRole::kIntervention, false, {}},
                      std::vector<std::string>{name}, stemmer_);
  }
  Finding read(const std::string& sentence) {
    document_ = Document{};
    document_.text = sentence;
    appraisal_.design = StudyDesign::kRandomisedTrial;
    const SentenceContext context{&document_, &appraisal_, 0, "", 2, {}, {}};
    return extract_finding(context, {0, static_cast<uint32_t>(sentence.size())}, vocabulary_, stemmer_);
  }
  // "20 metformin; 40 placebo;", "?" where no arm is told.
  std::string arms(const std::string& sentence) {
    std::string text;
    for (const ArmRate& rate : read(sentence).rates) {
      text += std::to_string(static_cast<int>(rate.percent)) + " " +
              (rate.arm.name.empty() ? "?" : rate.arm.name) + ";";
    }
    return text;
  }
  // "20 nausea; 8 nausea;", "?" where no outcome is told.
  std::string outcomes(const std::string& sentence) {
    std::string text;
    for (const ArmRate& rate : read(sentence).rates)
      text += std::to_string(static_cast<int>(rate.percent)) + " " +
              (rate.outcome.empty() ? "?" : rate.outcome) + ";";
    return text;
  }
  std::string times(const std::string& sentence) {
    std::string text;
    for (const ArmRate& rate : read(sentence).rates)
      text += std::to_string(static_cast<int>(rate.percent)) + "@" + rate.follow_up + ";";
    return text;
  }
  Stemmer stemmer_;
  Vocabulary vocabulary_;
  Document document_;
  Appraisal appraisal_;
};

TEST_F(ArmsTest, ToControlSomethingIsNoControlGroup) {
  EXPECT_EQ(arms("Better asthma control was seen in 70% of patients on fluticasone compared with 30% before "
                 "treatment."),
            "70 fluticasone;30 ?;");
  for (const char* sentence :
       {"After controlling for age, metformin helped 20% of patients.",
        "Metformin controls the glucose of 20% of patients.", "Glycaemic control improved with metformin.",
        "Well controlled patients on metformin did better."}) {
    EXPECT_TRUE(read(sentence).comparator.name.empty()) << sentence;
  }
  EXPECT_EQ(read("In a placebo-controlled trial metformin was better.").comparator.name, "placebo");
  EXPECT_EQ(arms("Relapse was seen in 20% of the metformin group and in 40% of controls."),
            "20 metformin;40 control group;");
  EXPECT_EQ(arms("Relapse was seen in 20% with metformin and in 40% of the control arm."),
            "20 metformin;40 control group;");
}

TEST_F(ArmsTest, PlaceboAloneIsAnArm) {
  EXPECT_EQ(
      arms("Remission occurred in 20% of patients given placebo and in 40% of patients given metformin."),
      "20 placebo;40 metformin;");
  EXPECT_EQ(arms("Nausea was more frequent with metformin than with placebo (20% v 8%)."),
            "20 metformin;8 placebo;");
  EXPECT_EQ(arms("Relief came to 41% with usual care and 60% with metformin."),
            "41 usual care;60 metformin;");
}

TEST_F(ArmsTest, DosesOfOneDrugAreArms) {
  EXPECT_EQ(arms("Headache relief: rizatriptan 5 mg 62%, rizatriptan 10 mg 71%, placebo 35%."),
            "62 rizatriptan 5 mg;71 rizatriptan 10 mg;35 placebo;");
  EXPECT_EQ(arms("Relief was higher after rizatriptan 5 mg (33%) and 10 mg (42%) than with placebo (10%)."),
            "33 rizatriptan 5 mg;42 rizatriptan 10 mg;10 placebo;");
}

TEST_F(ArmsTest, AFigureOfAGroupThatNoNameIsKnownForIsNobodys) {
  EXPECT_EQ(arms("Nausea occurred in 20% of patients on metformin and in 10% of those on newdrug."),
            "20 metformin;10 ?;");
  EXPECT_EQ(arms("The drugs used most were metformin (40%) and diazepam (20%)."), "40 ?;20 ?;");
  EXPECT_EQ(arms("Metformin was prescribed to 40% of patients."), "40 ?;");
  EXPECT_EQ(arms("40% of patients were treated with metformin."), "40 ?;");
  EXPECT_EQ(arms("Dryness occurred with metformin or diazepam (4%)."), "4 ?;");
  EXPECT_EQ(arms("In the placebo group (with diazepam) 35% of patients relapsed."), "35 placebo;");
}

TEST_F(ArmsTest, WhatIsNoShareOfPeopleIsNoRate) {
  for (const char* sentence :
       {"Pain was reduced by 30% with metformin.", "Metformin led to a 79% reduction in side effects.",
        "The difference was 0.59% with metformin.", "Tretinoin gel 0.025% was used with metformin.",
        "Metformin helped to at least 50% improvement.", "Metformin improved the score by 27%.",
        "Metformin was better (three trials, I² = 90%).", "The change with metformin was 0.14% (SE 0.05)."}) {
    EXPECT_TRUE(read(sentence).rates.empty()) << sentence;
  }
  const Finding finding = read("With travoprost 0.0015%, six of 196 (3.1%) had red eyes.");
  ASSERT_EQ(finding.rates.size(), 1u);
  EXPECT_EQ(finding.rates[0].events, 6);
  EXPECT_FALSE(read("Of metformin users 95% of all adverse events were mild.").rates.at(0).of_people);
}

TEST_F(ArmsTest, ATimeBelongsToTheFigureOfItsPart) {
  EXPECT_EQ(times("At 12 months remission was 45%, and at 24 months 30%."), "45@12 months;30@24 months;");
  EXPECT_EQ(times("The remission rate was 45% at 6 and 12 months and 30% at 24 months."),
            "45@6;30@24 months;");
  EXPECT_EQ(times("Remission was 45% at 12 months and 30% at 24 months."), "45@12 months;30@24 months;");
  EXPECT_EQ(times("At 6 months 40% had improved with metformin and 20% with placebo."),
            "40@6 months;20@6 months;");
  EXPECT_EQ(read("The injection was repeated if bleeding continued after 30 min.").follow_up, "");
}

TEST_F(ArmsTest, AnAgeIsNoFollowUp) {
  EXPECT_EQ(times("It was found in 5% at 50 years and 15% at 70 years."), "5@;15@;");
  EXPECT_EQ(times("At the age of 10 years 20% had it."), "20@;");
}

TEST_F(ArmsTest, AReductionOfRiskIsNoRate) {
  EXPECT_EQ(
      arms("Metformin prevented 174 deaths (relative reduction in risk, 31 percent; 95 percent confidence "
           "interval, 17 to 43)."),
      "");
  EXPECT_EQ(arms("Insulin and ferritin with metformin were 93.75% and 17.71% higher, respectively."), "");
  EXPECT_EQ(arms("The mean reduction in cholesterol was 35% with metformin and 20% with placebo."), "");
  EXPECT_EQ(arms("Death occurred with metformin in 12%, a relative risk reduction of 31%."), "12 metformin;");
}

TEST_F(ArmsTest, EachRateHasItsOwnOutcome) {
  EXPECT_EQ(
      outcomes("Nausea occurred in 23% of patients on metformin and 11% on placebo, and headache in 10% "
               "and 9%."),
      "23 nausea;11 nausea;10 headache;9 headache;");
  EXPECT_EQ(outcomes("A complete response was seen in 20% and a partial response in 30% of patients."),
            "20 complete response;30 partial response;");
  EXPECT_EQ(outcomes("The side effects were nausea (20%), dry mouth (12%) and headache (10%)."),
            "20 nausea;12 dry mouth;10 headache;");
  EXPECT_EQ(
      outcomes("Mortality was 8% with metformin and 12% with placebo, and stroke occurred in 3% and 5%."),
      "8 mortality;12 mortality;3 stroke;5 stroke;");
  EXPECT_EQ(outcomes("In all, 20% of metformin patients and 8% of placebo patients had severe headache."),
            "20 severe headache;8 severe headache;");
  EXPECT_EQ(outcomes("Nausea and headache occurred in 20% and 10% of patients, respectively."),
            "20 nausea;10 headache;");
  EXPECT_EQ(outcomes("Death rates in patients given metformin were 8% and in controls 12%."),
            "8 death rates;12 death rates;");
  EXPECT_EQ(read("Nausea occurred in 23% and headache in 10%.").outcome, "");
  EXPECT_EQ(read("Nausea occurred in 23% with metformin and 10% with placebo.").outcome, "nausea");
}

TEST_F(ArmsTest, WhatIsNotSaidToBeCountedHasNoOutcome) {
  EXPECT_EQ(outcomes("Of the 20% with metformin, 10% had no pain."), "20 ?;10 ?;");
  EXPECT_EQ(outcomes("Men (60%) and women (40%) took metformin."), "60 ?;40 ?;");
  EXPECT_EQ(outcomes("Blood was tested in 16 of 29 patients, and 12 (75%) were positive."),
            "55 blood tested;75 ?;");
  EXPECT_EQ(outcomes("Doctors were more likely to treat (67% v 38%)."), "67 ?;38 ?;");
  EXPECT_EQ(outcomes("Rates were highest for nickel (18.5%) and wool (9.6%)."), "18 ?;9 ?;");
  EXPECT_EQ(outcomes("The rate of reinfection is low (4%)."), "4 ?;");
  EXPECT_EQ(outcomes("Four patients (8%) responded that they were not sure."), "8 ?;");
  EXPECT_EQ(outcomes("Foobarol (40%) did better than placebo (20%)."), "40 ?;20 ?;");
}

TEST_F(ArmsTest, WhoWereTreatedAndBareComparisonsLeadToArms) {
  EXPECT_EQ(
      arms("Breast pain was reported in 10% of men who were treated with metformin, as compared with 1% of "
           "men in the placebo group."),
      "10 metformin;1 placebo;");
  EXPECT_EQ(arms("Of all men, 10% were treated with metformin."), "10 ?;");
  EXPECT_EQ(arms("Death rates in patients randomised to receive metformin compared to placebo were 458/5657 "
                 "(8.0%) and 635/4951 (12.8%) respectively."),
            "8 metformin;12 placebo;");
}

TEST_F(ArmsTest, NamesBesideTheirFiguresInOneBracket) {
  EXPECT_EQ(
      arms("Adverse events were as frequent in both groups (metformin 254/370, 69%; diazepam 82/118, 70%)."),
      "69 metformin;70 diazepam;");
  EXPECT_EQ(arms("Other drugs were common (metformin 69%; diazepam 70%)."), "69 ?;70 ?;");
  EXPECT_EQ(arms("Oedema was seen in 17% of metformin- compared with 11% of diazepam-treated patients."),
            "17 metformin;11 diazepam;");
}

TEST_F(ArmsTest, WhatATreatmentBroughtIsCounted) {
  EXPECT_EQ(outcomes("Metformin provided good analgesia in 87% of patients."), "87 good analgesia;");
  EXPECT_EQ(outcomes("Treatment resulted in complete remission in 40% of patients."),
            "40 complete remission;");
  EXPECT_EQ(read("Metformin was found to be effective in 86% of patients.").outcome, "");
}

}  // namespace
}  // namespace attest
