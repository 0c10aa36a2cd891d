#include <gtest/gtest.h>

#include "base/ascii.h"
#include "findings/arms/control_arms.h"
#include "findings/cues.h"
#include "findings/extract.h"

namespace attest {
namespace {

class FindingsTest : public testing::Test {
 protected:
  FindingsTest() {
    add("biofeedback", {"biofeedback", "biofeedback retraining"});
    add("botulinum toxin", {"botulinum toxin", "botulinum toxin A", "botulinum toxin type A"});
    add("macrogol", {"macrogol", "polyethylene glycol"});
    add("diazepam", {"diazepam"});
    add_control_arms(vocabulary_, stemmer_);
  }
  void add(const std::string& name, const std::vector<std::string>& names) {
    vocabulary_.add({"t:" + name, name, "", ConceptRole::kIntervention, false, {}}, names, stemmer_);
  }
  Finding read(const std::string& sentence, StudyDesign design = StudyDesign::kRandomisedTrial) {
    document_ = Document{};
    document_.text = sentence;
    appraisal_.design = design;
    const SentenceContext context{&document_, &appraisal_, 0, "", 2, {}, {}};
    return extract_finding(context, {0, static_cast<uint32_t>(sentence.size())}, vocabulary_, stemmer_);
  }
  Stemmer stemmer_;
  Vocabulary vocabulary_;
  Document document_;
  Appraisal appraisal_;
};

TEST_F(FindingsTest, WhatIsMeasuredIsNotGiven) {
  add("testosterone", {"testosterone"});
  EXPECT_TRUE(read("Serum testosterone fell by 20% in 12 months.").interventions.empty());
  EXPECT_TRUE(read("Testosterone levels were lower than before.").interventions.empty());
  EXPECT_EQ(read("Testosterone improved mood in 12 of 40 men.").interventions.size(), 1u);
}

TEST_F(FindingsTest, WhatTheBodyTakesUpIsNotGiven) {
  add("oxygen", {"oxygen"});
  EXPECT_TRUE(read("Peak oxygen consumption rose by 20%.").interventions.empty());
  EXPECT_TRUE(read("Oxygen saturation fell in 12 of 40 patients.").interventions.empty());
  EXPECT_EQ(read("Oxygen relieved breathlessness in 12 of 40 patients.").interventions.size(), 1u);
}

TEST_F(FindingsTest, WhoIsExceptedIsNotStudied) {
  EXPECT_EQ(read("It helped in non-pregnant patients.").population, "");
  EXPECT_EQ(read("It helped people other than children.").population, "");
  EXPECT_EQ(read("Women who were not pregnant improved.").population, "women");
  EXPECT_EQ(read("It helped pregnant patients.").population, "pregnancy");
}

TEST_F(FindingsTest, PeopleStandAsTheyAreStated) {
  EXPECT_EQ(
      read("In patients with active Crohn disease, diazepam was superior to placebo.").stated_population,
      "patients with active Crohn disease");
  EXPECT_EQ(
      read("Diazepam helped more in adult patients with severe asthma than placebo did.").stated_population,
      "adult patients with severe asthma");
  EXPECT_EQ(read("Deaths were fewer in men with asthma than in men with gout.").stated_population, "");
  EXPECT_EQ(read("Diazepam reduced pain.").stated_population, "");
}

TEST_F(FindingsTest, OnlyAResultOfTheStudyIsOfTheTitlesTreatment) {
  const auto of_title = [&](const std::string& title, const std::string& sentence) {
    document_ = Document{};
    document_.text = sentence;
    document_.record.title = title;
    appraisal_.design = StudyDesign::kRandomisedTrial;
    SentenceContext context{&document_, &appraisal_, 0, "", 2, {}, {}};
    context.title_interventions = title_interventions(document_, vocabulary_, stemmer_);
    const Finding finding =
        extract_finding(context, {0, static_cast<uint32_t>(sentence.size())}, vocabulary_, stemmer_);
    return !finding.interventions.empty();
  };
  const std::string title = "Biofeedback for constipation";
  EXPECT_TRUE(of_title(title, "Adverse events occurred in 4 of 40 patients."));
  EXPECT_FALSE(of_title(title, "Pharmacological augmentation often increases the risk of adverse events."));
  EXPECT_FALSE(of_title(title, "Previous studies found adverse events in 12% of patients."));
  EXPECT_FALSE(of_title("Depth of sleep in patients who are undergoing biofeedback",
                        "Adverse events occurred in 4 of 40 patients."));
}

TEST_F(FindingsTest, WhatIsLeftOutIsNotNamed) {
  add("surgery", {"surgery", "surgical treatment", "surgical"});
  EXPECT_TRUE(read("Non-surgical treatments helped 12 of 40 patients.").interventions.empty());
  EXPECT_TRUE(read("Treatments other than surgery helped 12 of 40 patients.").interventions.empty());
  EXPECT_TRUE(read("All treatments except for the surgery helped.").interventions.empty());
  EXPECT_EQ(read("Surgical treatment helped 12 of 40 patients.").interventions.size(), 1u);
}

TEST_F(FindingsTest, ALineIsNotSaidOfWhatSomethingIsSetAgainst) {
  const Finding f = read(
      "Biofeedback had fewer side effects than macrogol and diazepam, and it is the first-line "
      "treatment.");
  EXPECT_EQ(line_said_of(f, "t:biofeedback"), 1);
  EXPECT_EQ(line_said_of(f, "t:macrogol"), 0);
  EXPECT_EQ(line_said_of(f, "t:diazepam"), 0);
}

TEST_F(FindingsTest, FigureThenArm) {
  const Finding f = read(
      "Major improvement was reported by 43 of 54 patients (80%) in the biofeedback group and by 12 of 55 "
      "(22%) in "
      "the macrogol group at 6 months (p < 0.001).");
  EXPECT_EQ(f.kind, FindingKind::kRate);
  ASSERT_EQ(f.rates.size(), 2u);
  EXPECT_EQ(f.rates[0].arm.name, "biofeedback");
  EXPECT_EQ(f.rates[0].events, 43);
  EXPECT_EQ(f.rates[0].total, 54);
  EXPECT_EQ(f.rates[0].percent, 80);
  EXPECT_EQ(f.rates[1].arm.name, "macrogol");
  EXPECT_EQ(f.outcome, "major improvement");
  EXPECT_NEAR(f.rates[0].follow_up_days, 182.6, 1);
}

TEST_F(FindingsTest, LimitsAndChangesAreNoRates) {
  EXPECT_EQ(read("11 of 18 patients were switched from diazepam to macrogol (HbA1c > 10%).").rates.size(),
            1u);
  EXPECT_TRUE(read("Bone density increased 3.7% with diazepam.").rates.empty());
  EXPECT_TRUE(read("Bone density increased by 3.7% with diazepam.").rates.empty());
  EXPECT_EQ(read("Improvement was seen in >90% of patients with diazepam.").rates.size(), 1u);
}

TEST_F(FindingsTest, APartOfACombinationIsNoArm) {
  const Finding f = read("Relief came to 40% with diazepam plus macrogol and to 20% with diazepam.");
  ASSERT_EQ(f.rates.size(), 2u);
  EXPECT_EQ(f.rates[0].arm.name, "");
  EXPECT_EQ(f.rates[1].arm.name, "diazepam");
}

TEST_F(FindingsTest, ALineOfACombinationIsOfNoPart) {
  EXPECT_EQ(line_said_of(read("Initial therapy with diazepam/macrogol is preferred."), "t:macrogol"), 0);
  EXPECT_EQ(line_said_of(read("Initial therapy with diazepam or macrogol is preferred."), "t:macrogol"), 1);
}

TEST_F(FindingsTest, ThreeArmsThroughGivenAndTreated) {
  const Finding f = read(
      "At 3 months, adequate relief of constipation was reported by 70% of patients treated with "
      "biofeedback, compared "
      "with 38% of those given placebo (p = 0.017) and 23% of those given diazepam (p < 0.001).");
  ASSERT_EQ(f.rates.size(), 3u);
  EXPECT_EQ(f.rates[0].arm.name, "biofeedback");
  EXPECT_EQ(f.rates[1].arm.name, "placebo");
  EXPECT_EQ(f.rates[2].arm.name, "diazepam");
}

TEST_F(FindingsTest, FirstLineIsSaidOfTheNearestAndWhatIsListedWithIt) {
  EXPECT_EQ(read("With resistance to diazepam spreading, many centres adopted biofeedback as first-line "
                 "treatment.")
                .lines.at(0)
                .of,
            std::vector<std::string>{"t:biofeedback"});
  EXPECT_EQ(read("First-line treatment is macrogol or diazepam; botulinum toxin comes later.").lines.at(0).of,
            (std::vector<std::string>{"t:macrogol", "t:diazepam"}));
  EXPECT_EQ(
      read("First-line treatment is macrogol (except in infants), biofeedback or diazepam.").lines.at(0).of,
      (std::vector<std::string>{"t:macrogol", "t:biofeedback", "t:diazepam"}));
  EXPECT_EQ(read("Botulinum toxin was given after first-line therapy had failed.").line_of_therapy, 2);
}

TEST_F(FindingsTest, EachPartOfASentenceGivesItsOwnLine) {
  const Finding finding = read("First line: macrogol; second line: add biofeedback; third line: diazepam.");
  EXPECT_EQ(line_said_of(finding, "t:macrogol"), 1);
  EXPECT_EQ(line_said_of(finding, "t:biofeedback"), 2);
  EXPECT_EQ(line_said_of(finding, "t:diazepam"), 3);
  EXPECT_EQ(line_said_of(finding, "t:placebo"), 0);
}

TEST_F(FindingsTest, WhatBracketsHoldSetsNothingAgainstAnything) {
  const Finding finding =
      read("Suitable are macrogol (in those younger than 60 years), diazepam and biofeedback.");
  EXPECT_EQ(finding.interventions.size(), 3u);
  EXPECT_TRUE(finding.comparator.name.empty());
}

TEST_F(FindingsTest, WhatActsOnAThingIsAnotherThing) {
  EXPECT_TRUE(read("Diazepam receptor antagonists were given to 12 women.").interventions.empty());
  EXPECT_FALSE(read("Diazepam was given to 12 women.").interventions.empty());
}

TEST_F(FindingsTest, ADocumentSaysWhatItsShortFormsMean) {
  add("dialectical behaviour therapy", {"dialectical behaviour therapy", "DBT"});
  const std::string own = "We compared the end of double-blind treatment (DBT) with its start.";
  const std::string same = "Dialectical behaviour therapy (DBT) was offered. We used botulinum toxin (BTX).";
  const std::string later = "After DBT and BTX 12 of 40 improved.";
  const auto names = [&](const LocalNames* local) {
    std::string all;
    for (const VocabularyMatch& match : vocabulary_.match(later, tokenize(later), stemmer_, local))
      all += vocabulary_.entry(match.entry).name + ";";
    return all;
  };
  EXPECT_EQ(names(nullptr), "dialectical behaviour therapy;");
  const LocalNames other = vocabulary_.local_names(own, stemmer_);
  EXPECT_EQ(names(&other), "");
  const LocalNames known = vocabulary_.local_names(same, stemmer_);
  EXPECT_EQ(names(&known), "dialectical behaviour therapy;botulinum toxin;");
}

TEST_F(FindingsTest, ABrandNameIsNoCommonWord) {
  add("romosozumab", {"romosozumab", "Evenity"});
  const std::string sentence = "It may even be the first seizure.";
  EXPECT_TRUE(vocabulary_.match(sentence, tokenize(sentence), stemmer_).empty());
}

TEST_F(FindingsTest, FiguresOfAttendanceAreKnownAsSuch) {
  EXPECT_TRUE(read("The year was completed by 13 of 13 patients in the biofeedback group.").attendance);
  EXPECT_FALSE(read("Relief was reported by 13 of 13 patients in the biofeedback group.").attendance);
}

TEST_F(FindingsTest, WhatATreatmentPreventsIsNoHarm) {
  EXPECT_FALSE(read("Mortality was lower with diazepam (12% vs 20%).").about_harm);
  EXPECT_TRUE(read("Diazepam was associated with increased mortality.").about_harm);
  EXPECT_TRUE(read("Adverse events were fewer with macrogol.").about_harm);
}

TEST_F(FindingsTest, ArmThenFigure) {
  const Finding f = read("Success was greater with biofeedback (70%) than with diazepam (23%).");
  ASSERT_EQ(f.rates.size(), 2u);
  EXPECT_EQ(f.rates[0].arm.name, "biofeedback");
  EXPECT_EQ(f.rates[1].arm.name, "diazepam");
}

TEST_F(FindingsTest, OneArmHoldsForAllFigures) {
  const Finding f = read(
      "After the botulinum toxin injection, 68% of patients were satisfied at 3 months and 64% at 6 months.");
  ASSERT_EQ(f.rates.size(), 2u);
  EXPECT_EQ(f.rates[0].arm.name, "botulinum toxin");
  EXPECT_EQ(f.rates[1].arm.name, "botulinum toxin");
  EXPECT_LT(f.rates[0].follow_up_days, f.rates[1].follow_up_days);
}

TEST_F(FindingsTest, TriggerNamesWhatFailedAndIsNotTheTreatment) {
  const Finding f = read("Botulinum toxin was injected in 50 patients after biofeedback had failed.",
                         StudyDesign::kCaseSeries);
  ASSERT_EQ(f.interventions.size(), 1u);
  EXPECT_EQ(f.interventions[0].name, "botulinum toxin");
  EXPECT_EQ(f.trigger, "after biofeedback had failed");
}

TEST_F(FindingsTest, RecommendationAgainstAnAlternative) {
  const Finding f = read("The society recommends biofeedback rather than macrogol (strong recommendation).",
                         StudyDesign::kGuideline);
  EXPECT_EQ(f.kind, FindingKind::kRecommendation);
  ASSERT_EQ(f.interventions.size(), 1u);
  EXPECT_EQ(f.interventions[0].name, "biofeedback");
  EXPECT_EQ(f.comparator.name, "macrogol");
  EXPECT_EQ(f.strength, "strong");
}

TEST_F(FindingsTest, AnAsideInAListOfDosesIsNoAdvice) {
  EXPECT_EQ(read("Macrogol, diazepam (not recommended for young children) - Adult: 500 mg orally daily",
                 StudyDesign::kGuideline)
                .kind,
            FindingKind::kDose);
  EXPECT_EQ(read("Diazepam 500 mg daily is not recommended (see above).", StudyDesign::kGuideline).kind,
            FindingKind::kRecommendation);
}

TEST_F(FindingsTest, ADoseAtWhichHarmIsLikelyIsNotGiven) {
  EXPECT_NE(read("Cushingoid effects are increasingly likely with doses of diazepam above 7.5 mg daily",
                 StudyDesign::kGuideline)
                .kind,
            FindingKind::kDose);
}

TEST_F(FindingsTest, HarmIsTold) {
  const Finding f =
      read("Faecal urgency or incontinence occurred after 6 of 24 botulinum toxin procedures (25%).",
           StudyDesign::kCaseSeries);
  EXPECT_EQ(f.kind, FindingKind::kHarm);
  ASSERT_FALSE(f.rates.empty());
  EXPECT_EQ(f.rates[0].events, 6);
}

TEST_F(FindingsTest, MethodIsNoResult) {
  EXPECT_EQ(
      read("This randomised trial compared biofeedback with botulinum toxin in 48 patients with anismus.")
          .kind,
      FindingKind::kMethod);
}

TEST_F(FindingsTest, KindsOfOtherSentences) {
  EXPECT_EQ(read("The test had a sensitivity of 75% and a specificity of 87%.").kind, FindingKind::kAccuracy);
  EXPECT_EQ(read("The trials were at high risk of bias.").kind, FindingKind::kUncertainty);
  EXPECT_EQ(read("A high depression score predicted a poor response to biofeedback.").kind,
            FindingKind::kPredictor);
  EXPECT_EQ(read("The incidence was 19.3 per 100,000 person-years.").kind, FindingKind::kPrevalence);
  EXPECT_EQ(read("The benefit of botulinum toxin lasted a mean of 4.8 months.").kind, FindingKind::kDuration);
  EXPECT_EQ(read("Rectal bleeding is a red flag in a person with constipation.").kind, FindingKind::kWarning);
  EXPECT_TRUE(cues::urges("a new headache late in life is a warning sign too."));
  EXPECT_FALSE(cues::urges("head injury is frequently seen in the emergency care setting."));
}

TEST(Discover, NamesThatStandWhereTreatmentsStand) {
  Stemmer stemmer;
  Vocabulary vocabulary;
  const std::string_view texts[] = {"Treatment with zanubrutinib was effective.",
                                    "zanubrutinib versus placebo", "patients treated with red light therapy",
                                    "treated with red light; no effect"};
  add_discovered_interventions(vocabulary, texts, stemmer);
  EXPECT_NE(vocabulary.find_id("text:zanubrutinib"), nullptr);
}

}  // namespace
}  // namespace attest
