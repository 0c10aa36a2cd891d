// What sources recommend and rank, and how the bottom line, the pathway and their references
// tell it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <utility>

#include "answer/lines/recommended_test_support.h"
#include "evidence/indication.h"

namespace attest::test {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

TEST_F(RecommendedTest, AGuidelineStandsBeforeSingleAuthors) {
  add("A review of ulcer", {"Ranitidine is the first-line treatment of ulcer."}, StudyDesign::kReview);
  add("Another review of ulcer", {"Ranitidine is the drug of first choice in ulcer."}, StudyDesign::kReview);
  EXPECT_THAT(bottom_line_text(), HasSubstr("Ranitidine, called first-line"));
  add("Guideline on ulcer", {"We recommend steroids for ulcer."}, StudyDesign::kGuideline, "North");
  EXPECT_EQ(gather_interventions(evidence_).front().name, "steroids");
  EXPECT_THAT(bottom_line_text(), HasSubstr("Steroids, recommended by"));
}

TEST_F(RecommendedTest, AnAlternativeIsNotToldAsRecommended) {
  add("A review of ulcer", {"Ranitidine is the first-line treatment of ulcer."}, StudyDesign::kReview);
  add("Guideline on ulcer", {"Ranitidine and steroids are recommended as alternative treatments of ulcer."},
      StudyDesign::kGuideline, "North");
  EXPECT_THAT(bottom_line_text(), Not(HasSubstr("North")));
}

TEST_F(RecommendedTest, TheSentencesBehindARankAreReferences) {
  add("Guideline on ulcer", {"Omeprazole is the first-line treatment of ulcer."}, StudyDesign::kGuideline,
      "North");
  add("Omeprazole in ulcer", {"Ulcer healed in 45 of 50 patients (90%) with omeprazole."},
      StudyDesign::kCohort);
  const Answer answer = build_answer(evidence_);
  ASSERT_THAT(answer.lines, SizeIs(1));
  ASSERT_THAT(answer.lines[0].ranked_by, SizeIs(1));
  const Citation& by = answer.lines[0].ranked_by[0];
  EXPECT_EQ(by.quote, "Omeprazole is the first-line treatment of ulcer.");
  ASSERT_GE(by.reference, 1u);
  ASSERT_LE(by.reference, answer.references.size());
  EXPECT_EQ(answer.references[by.reference - 1].document, by.document);
}

TEST_F(RecommendedTest, ThatSomeWereTreatedConservativelyRanksNoOperation) {
  add("Surgery for ulcer", {"Ulcer healed in 45 of 50 patients (90%) after surgery."}, StudyDesign::kCohort);
  add("Splints for ulcer", {"Thirty patients with ulcer were treated conservatively and 30 had surgery."},
      StudyDesign::kCohort);
  EXPECT_EQ(option("surgery").rank, 0);
  add("Care of ulcer", {"Most patients with ulcer should be treated conservatively."}, StudyDesign::kReview);
  EXPECT_EQ(option("surgery").rank, 2);
  EXPECT_THAT(option("surgery").rank_reason, HasSubstr("conservative treatment comes first"));
  EXPECT_THAT(option("surgery").rank_sentences, SizeIs(1));
}

TEST_F(RecommendedTest, ALaterLineNeedsNoWordOfAdvice) {
  const std::pair<const char*, int> kCases[] = {
      {"Ranitidine is reserved for ulcer that does not heal.", 3},
      {"Ranitidine is a second-line drug for ulcer.", 2},
      {"Ranitidine is a third-line drug for ulcer.", 3},
      {"Ranitidine is a last resort in ulcer.", 3},
      {"Ranitidine is the drug of last choice in ulcer.", 3},
      {"Second-line therapy with ranitidine improved ulcer.", 0},
  };
  for (const auto& [sentence, rank] : kCases) {
    evidence_.sources.clear();
    add("Drugs for ulcer", {sentence}, StudyDesign::kReview);
    EXPECT_EQ(option("ranitidine").rank, rank) << sentence;
  }
}

TEST_F(RecommendedTest, WhatAMemberAchievedIsNotToldOfItsClass) {
  auto vocabulary = std::make_shared<Vocabulary>(evidence_.vocabulary);
  vocabulary->add({"acid drugs", "acid drugs", "", ConceptRole::kIntervention, false, {}},
                  std::vector<std::string>{"acid drugs"}, stemmer_);
  vocabulary->add({"famotidine", "famotidine", "", ConceptRole::kIntervention, false, {"acid drugs"}},
                  std::vector<std::string>{"famotidine"}, stemmer_);
  evidence_.vocabulary = vocabulary;
  add("Ulcer: guideline", {"Acid drugs are the first-line treatment of ulcer."}, StudyDesign::kGuideline,
      "Ulcer Society");
  add("Famotidine for ulcer", {"Ulcer healed in 30 of 40 patients (75%) with famotidine."},
      StudyDesign::kRandomisedTrial);
  for (const InterventionEvidence& group : gather_interventions(evidence_)) {
    if (group.id == "acid drugs") {
      EXPECT_EQ(group.rank, 1);
      EXPECT_THAT(group.results, IsEmpty());
    } else {
      EXPECT_EQ(group.id, "famotidine");
      EXPECT_THAT(group.results, SizeIs(1));
    }
  }
}

TEST_F(RecommendedTest, ForWhatItIsCalledTheFirst) {
  EXPECT_EQ(indication("Omeprazole is the first-line treatment of ulcer.").fit, IndicationFit::kAsked);
  EXPECT_EQ(indication("Omeprazole is the first-line treatment of asthma.").fit, IndicationFit::kOther);
  const Indication narrower = indication("Omeprazole is the first-line treatment for ulcer in smokers.");
  EXPECT_EQ(narrower.fit, IndicationFit::kNarrower);
  EXPECT_EQ(narrower.words, "for ulcer in smokers");
  EXPECT_EQ(indication("In smokers, omeprazole is the first-line treatment of ulcer.").words, "in smokers");
  EXPECT_EQ(indication("If there is bleeding, omeprazole should be given.").words, "if there is bleeding");
  EXPECT_EQ(indication("Recommendation 2: In those who smoke, omeprazole is recommended.").words,
            "in those who smoke");
  EXPECT_EQ(indication("Omeprazole is recommended for people who smoke.").words, "for people who smoke");
  // A verb between, a share, and what holds for every drug limit nothing.
  EXPECT_EQ(indication("Omeprazole is the drug of choice and works in most smokers.").words, "");
  EXPECT_EQ(indication("Omeprazole is the drug of choice in 80% of the cases.").words, "");
  EXPECT_EQ(indication("Omeprazole is recommended unless contraindicated.").words, "");
}

TEST_F(RecommendedTest, AnotherConditionsDoseIsNone) {
  add("Omeprazole for ulcer",
      {"Omeprazole 20 mg daily is given for asthma.", "In asthma, omeprazole 40 mg daily is given.",
       "Omeprazole 10 mg is used in asthma.", "Omeprazole 30 mg is given once a day."},
      StudyDesign::kReview);
  const InterventionEvidence omeprazole = option("omeprazole");
  ASSERT_THAT(omeprazole.doses, SizeIs(1));
  EXPECT_THAT(std::string(evidence_.sentence_of(*omeprazole.doses[0])), HasSubstr("30 mg"));
  evidence_.sources.clear();
  add("Omeprazole to prevent ulcer", {"Omeprazole 30 mg is given once a day."},
      StudyDesign::kRandomisedTrial);
  add("Omeprazole in newborns with ulcer", {"Omeprazole 2 mg is given once a day."}, StudyDesign::kReview);
  EXPECT_THAT(option("omeprazole").doses, IsEmpty());
}

TEST_F(RecommendedTest, ALimitStandsInTheSubjectABracketOrAnException) {
  const Indication infants = indication("All infants with ulcer should be treated with omeprazole.");
  EXPECT_EQ(infants.words, "all infants with ulcer");
  EXPECT_TRUE(infants.other_people);
  EXPECT_TRUE(indication("Pregnant women with ulcer should receive omeprazole.").other_people);
  EXPECT_TRUE(indication("Children above 30 kg should receive omeprazole.").other_people);
  const Indication risk = indication("Omeprazole should be given unless they are at low risk.");
  EXPECT_EQ(risk.words, "unless they are at low risk");
  EXPECT_FALSE(risk.other_people);
  const Indication younger =
      indication("Omeprazole (in those younger than 60 years) is the first-line drug.");
  EXPECT_EQ(younger.words, "in those younger than 60 years");
  EXPECT_EQ(indication("People with ulcer should receive omeprazole.").words, "");
  EXPECT_EQ(indication("Omeprazole (except in smokers) is the first-line drug in dyspepsia.").words,
            "in dyspepsia, except in smokers");
  evidence_.sources.clear();
  add("Guideline on ulcer", {"All infants with ulcer should be treated with omeprazole."},
      StudyDesign::kGuideline);
  EXPECT_EQ(option("omeprazole").rank, 0);
  evidence_.question.asked = "treatment of ulcer in infants";
  EXPECT_EQ(option("omeprazole").rank, 0);  // narrower than the question, until its people are understood
  evidence_.question.population = "infants";
  EXPECT_EQ(option("omeprazole").rank, 1);
  // What the title says of the whole document.
  evidence_.question.asked.clear();
  evidence_.question.population.clear();
  evidence_.sources.clear();
  add("Ulcer in pregnancy: guideline", {"Omeprazole is the first-line drug."}, StudyDesign::kGuideline);
  EXPECT_EQ(option("omeprazole").rank, 0);
  add("Ulcer in children and adults", {"Omeprazole is the first-line drug."}, StudyDesign::kGuideline);
  EXPECT_EQ(option("omeprazole").rank, 1);
}

TEST_F(RecommendedTest, UnknownLettersAreAnotherCondition) {
  EXPECT_EQ(indication("Omeprazole for QX is the first-line treatment.").fit, IndicationFit::kOther);
  EXPECT_EQ(indication("Omeprazole is the first-line treatment for QX took place.").fit,
            IndicationFit::kOther);
  evidence_.sources.clear();
  add("Drugs", {"Ulcer (UX) is common.", "Omeprazole for UX is the first-line treatment."},
      StudyDesign::kReview);
  EXPECT_EQ(indication_of(evidence_, evidence_.sources[0].findings[1], "omeprazole").fit,
            IndicationFit::kAsked);
  EXPECT_EQ(indication("Omeprazole is the drug of choice in smokers and took place.").words, "in smokers");
}

TEST_F(RecommendedTest, WhatHadFailedItselfComesNotLater) {
  add("Guideline on ulcer", {"Omeprazole should be given twice daily when omeprazole once daily has failed."},
      StudyDesign::kGuideline);
  EXPECT_EQ(option("omeprazole").rank, 0);
  add("Guideline on ulcer", {"Ranitidine should be given when omeprazole has failed."},
      StudyDesign::kGuideline);
  EXPECT_EQ(option("ranitidine").rank, 2);
}

TEST_F(RecommendedTest, AnOrderIsAStepUnlessItNamesTheCondition) {
  add("Guideline on ulcer", {"Offer omeprazole to people with ulcer."}, StudyDesign::kGuideline);
  EXPECT_EQ(option("omeprazole").rank, 1);
  evidence_.sources[0].findings[0].condition_match = 1;
  EXPECT_EQ(option("omeprazole").rank, 0);
  evidence_.sources.clear();
  add("Guideline on ulcer", {"Consider also omeprazole in ulcer."}, StudyDesign::kGuideline);
  EXPECT_EQ(option("omeprazole").rank, 0);
  evidence_.sources.clear();
  add("Trial in ulcer", {"Treat each newly enrolled patient with omeprazole."},
      StudyDesign::kRandomisedTrial);
  evidence_.sources[0].findings[0].condition_match = 1;
  EXPECT_THAT(option("omeprazole").recommended, IsEmpty());
}

TEST_F(RecommendedTest, WhatIsAddedToAnotherHasNoLine) {
  for (const char* const sentence : {"Omeprazole is recommended as add-on therapy in ulcer.",
                                     "Rescue therapy with omeprazole is recommended in ulcer.",
                                     "Adjunctive omeprazole is recommended in ulcer."}) {
    evidence_.sources.clear();
    add("Guideline on ulcer", {sentence}, StudyDesign::kGuideline);
    EXPECT_EQ(option("omeprazole").rank, 0) << sentence;
  }
  evidence_.sources.clear();
  add("Guideline on ulcer", {"Omeprazole is recommended, with ranitidine as add-on therapy, in ulcer."},
      StudyDesign::kGuideline);
  EXPECT_EQ(option("omeprazole").rank, 1);
}

TEST_F(RecommendedTest, AGuidelinesDoseIsForWhatItsChapterIsAbout) {
  AnswerSource source;
  source.appraisal.design = StudyDesign::kGuideline;
  source.naming = 1;
  Finding dose;
  dose.kind = FindingKind::kDose;
  dose.condition_match = 1;
  EXPECT_TRUE(is_for_another_chapter(source, dose));
  dose.condition_above = true;
  EXPECT_FALSE(is_for_another_chapter(source, dose));
  dose.condition_above = false;
  dose.condition_match = 2;
  EXPECT_FALSE(is_for_another_chapter(source, dose));
  dose.condition_match = 1;
  source.naming = 3;
  EXPECT_FALSE(is_for_another_chapter(source, dose));
  // A trial tells its own dose.
  source.naming = 1;
  source.appraisal.design = StudyDesign::kRandomisedTrial;
  EXPECT_FALSE(is_for_another_chapter(source, dose));
}

// "Acute ulcer" over a list, in a chapter on a wider subject.
TEST_F(RecommendedTest, ADoseUnderAHeadingForTheConditionIsRecommended) {
  add("Stomach", {"Omeprazole: 20 mg daily for 4 weeks."}, StudyDesign::kGuideline);
  Finding& dose = evidence_.sources[0].findings[0];
  evidence_.sources[0].naming = 1;
  dose.condition_match = 2;
  dose.condition_above = true;
  EXPECT_THAT(option("omeprazole").recommended, SizeIs(1));
  dose.condition_above = false;
  EXPECT_THAT(option("omeprazole").recommended, SizeIs(0));
}

TEST_F(RecommendedTest, WhoCallsItTheFirstIsNamedByDesign) {
  const std::pair<StudyDesign, const char*> kCases[] = {
      {StudyDesign::kReview, "A published review names"},
      {StudyDesign::kRandomisedTrial, "The authors of a trial name"},
      {StudyDesign::kCohort, "The authors of a study name"},
      {StudyDesign::kCaseReport, "A report on single patients names"},
      {StudyDesign::kOpinion, "An author names"},
      {StudyDesign::kGuideline, "Expert groups recommend it"},
  };
  evidence_.audience = Audience::kPatient;
  for (const auto& [design, words] : kCases) {
    evidence_.sources.clear();
    add("Omeprazole in ulcer", {"Omeprazole is the first-line treatment of ulcer."}, design);
    EXPECT_THAT(bottom_line_text(), HasSubstr(words));
  }
}

}  // namespace
}  // namespace attest::test
