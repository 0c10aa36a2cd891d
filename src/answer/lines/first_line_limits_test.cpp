// Whom a first line is for, and how several first lines are told.
#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "answer/build_answer.h"
#include "answer/lines/lines.h"
#include "evidence/evidence_test_support.h"
#include "evidence/heading_limits.h"
#include "evidence/indication.h"

namespace attest {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;

class FirstLineLimits : public testing::Test {
 protected:
  FirstLineLimits() {
    auto vocabulary = test::vocabulary_of({"steroids", "omeprazole", "ranitidine", "surgery"},
                                          {"ulcer", "asthma"}, stemmer_);
    vocabulary->add({"stress ulcer", "stress ulcer", "", ConceptRole::kCondition, false, {"ulcer"}},
                    std::vector<std::string>{"stress ulcer"}, stemmer_);
    evidence_.vocabulary = vocabulary;
    evidence_.question.intent = Intent::kTreatment;
    Concept asked;
    asked.role = ConceptRole::kCondition;
    asked.thesaurus_id = "ulcer";
    asked.variants.resize(1);
    asked.variants[0].words = "ulcer";
    asked.variants[0].weight = 1;
    evidence_.question.concepts = {asked};
  }
  void add(const std::string& title, const std::vector<std::string>& sentences,
           StudyDesign design = StudyDesign::kGuideline, const std::string& society = "") {
    AnswerSource& source = test::add_source(evidence_, stemmer_, title, sentences, design);
    source.about_condition = true;
    source.appraisal.society = society;
  }
  InterventionEvidence option(const std::string& name) const {
    for (const InterventionEvidence& group : gather_interventions(evidence_)) {
      if (group.name == name) return group;
    }
    return {};
  }
  std::vector<std::string> bottom_line() const {
    std::vector<std::string> texts;
    for (const Statement& statement : build_answer(evidence_).bottom_line) texts.push_back(statement.text);
    return texts;
  }
  Indication indication(const std::string& sentence, const std::string& of = "omeprazole") {
    evidence_.sources.clear();
    add("Drugs", {sentence});
    return indication_of(evidence_, evidence_.sources[0].findings[0], of);
  }

  Stemmer stemmer_;
  Evidence evidence_;
};

TEST_F(FirstLineLimits, TheLineOfAdultsIsNotThatOfChildren) {
  add("Guideline on ulcer", {"Omeprazole is the first-line drug for adult ulcer."}, StudyDesign::kGuideline);
  EXPECT_NE(option("omeprazole").rank, 0);
  evidence_.question.population = "children";
  EXPECT_EQ(option("omeprazole").rank, 0);
}

TEST_F(FirstLineLimits, ABracketIsOfTheNameBeforeIt) {
  for (const char* const verb : {"include", "are"}) {
    const std::string sentence = "First-line drugs for ulcer " + std::string(verb) +
                                 " omeprazole (except in smokers), ranitidine and steroids.";
    EXPECT_EQ(indication(sentence).words, "except in smokers");
    EXPECT_EQ(indication(sentence, "ranitidine").words, "");
    EXPECT_EQ(indication(sentence, "steroids").words, "");
  }
  // Whom it leaves out are not those whom it is for.
  evidence_.sources.clear();
  add("Drugs in ulcer", {"First-line drugs for ulcer are omeprazole (except in pregnancy) and ranitidine."});
  EXPECT_EQ(option("omeprazole").rank, 1);
  EXPECT_EQ(option("ranitidine").rank, 1);
  EXPECT_EQ(indication("Omeprazole is recommended except in asthma.").fit, IndicationFit::kNarrower);
}

TEST_F(FirstLineLimits, TheOpeningOfASentenceLimitsItsLaterClauses) {
  const char* const kinds =
      "For prophylaxis of ulcer, the following can be used: ranitidine as first-line treatment, and "
      "omeprazole or steroids as second-line treatment.";
  EXPECT_EQ(indication(kinds, "ranitidine").fit, IndicationFit::kOther);
  EXPECT_EQ(indication(kinds, "omeprazole").fit, IndicationFit::kOther);
  EXPECT_EQ(indication(kinds, "steroids").fit, IndicationFit::kOther);
  // What is set against the opening has left it.
  EXPECT_EQ(
      indication("For prophylaxis of ulcer, ranitidine is the first-line treatment, whereas omeprazole is "
                 "the first-line treatment of ulcer.")
          .fit,
      IndicationFit::kAsked);
}

TEST_F(FirstLineLimits, AListIsOfWhatOpensIt) {
  const auto fit = [&](const std::string& lead) {
    evidence_.sources.clear();
    add("Ulcer", {lead, "Available options are: - Omeprazole 20 mg daily - Ranitidine 150 mg daily"});
    return heading_limit(evidence_, evidence_.sources.front().findings.back()).fit;
  };
  EXPECT_EQ(fit("Prophylaxis should be considered for individuals who: \u2022 Have had two ulcers a month "
                "\u2022 Cannot take treatment \u2022"),
            IndicationFit::kOther);
  EXPECT_EQ(fit("Treatment should be considered for individuals who: \u2022 Have had two ulcers a month "
                "\u2022 Cannot take prophylaxis \u2022"),
            IndicationFit::kAsked);
}

TEST_F(FirstLineLimits, AttacksLimitNothingWhereTheyWereAskedAbout) {
  const char* const attacks =
      "For the acute treatment of ulcer attacks, omeprazole is the drug of first choice.";
  EXPECT_EQ(indication(attacks).fit, IndicationFit::kNarrower);
  evidence_.question.asked = "treatment of acute ulcer";
  EXPECT_EQ(indication(attacks).fit, IndicationFit::kAsked);
}

TEST_F(FirstLineLimits, ALimitBehindAListIsOfAllThatIsListed) {
  const char* const sentence = "Avoid omeprazole and ranitidine in people with poor kidneys.";
  EXPECT_EQ(indication(sentence).words, "in people with poor kidneys");
  EXPECT_EQ(indication(sentence, "ranitidine").words, "in people with poor kidneys");
  evidence_.sources.clear();
  add("Guideline on ulcer", {"Omeprazole is the first-line treatment of ulcer."}, StudyDesign::kGuideline,
      "North");
  add("Advice on ulcer", {"Avoid omeprazole and ranitidine in people with ulcer and poor liver function."},
      StudyDesign::kGuideline, "South");
  EXPECT_THAT(bottom_line(), SizeIs(1));
  EXPECT_THAT(bottom_line()[0], Not(HasSubstr("advised against")));
}

TEST_F(FirstLineLimits, AHarmOfAnotherDrugIsALimit) {
  EXPECT_EQ(indication("If ranitidine is contraindicated, omeprazole should be given.").words,
            "if ranitidine is contraindicated");
  EXPECT_EQ(indication("In the absence of contraindications, omeprazole should be given.").words, "");
  EXPECT_EQ(indication("Omeprazole is recommended for women who cannot tolerate ranitidine.").words,
            "for women who cannot tolerate ranitidine");
}

TEST_F(FirstLineLimits, ARowOfAListHasItsOwnLimit) {
  EXPECT_EQ(
      indication("Treat pain - Rest in bed - For smokers: omeprazole is recommended - Treat fever").words,
      "for smokers");
  EXPECT_EQ(indication("Omeprazole is recommended as the preferred first choice regimen for smokers.").words,
            "for smokers");
}

TEST_F(FirstLineLimits, TheTitleNamesAKindOfTheCondition) {
  add("Omeprazole for stress ulcer", {"Omeprazole is the first-line treatment."});
  const InterventionEvidence omeprazole = option("omeprazole");
  EXPECT_EQ(omeprazole.rank, 1);
  EXPECT_TRUE(omeprazole.narrow);
  EXPECT_THAT(bottom_line()[0], HasSubstr("in stress ulcer"));
  evidence_.sources.clear();
  add("Steroids for venous ulcer", {"Steroids are recommended."});
  EXPECT_TRUE(option("steroids").narrow);
  EXPECT_THAT(bottom_line()[0], HasSubstr("in venous ulcer"));
  evidence_.sources.clear();
  add("Ulcer and stress ulcer", {"Omeprazole is the first-line treatment."});
  EXPECT_FALSE(option("omeprazole").narrow);
  evidence_.sources.clear();
  add("Prophylaxis of ulcer", {"Omeprazole is the first-line drug."});
  EXPECT_EQ(option("omeprazole").rank, 0);
}

TEST_F(FirstLineLimits, AMemberFirstForAKindOnlyDoesNotStandForItsClass) {
  auto vocabulary = std::make_shared<Vocabulary>(*evidence_.vocabulary);
  vocabulary->add({"antacids", "antacids", "", ConceptRole::kIntervention, false, {}},
                  std::vector<std::string>{"antacids"}, stemmer_);
  vocabulary->add({"algeldrate", "algeldrate", "", ConceptRole::kIntervention, false, {"antacids"}},
                  std::vector<std::string>{"algeldrate"}, stemmer_);
  evidence_.vocabulary = vocabulary;
  add("Antacids in ulcer", {"Antacids are the first-line treatment of ulcer."});
  add("Algeldrate in ulcer", {"Algeldrate is the first-line treatment for ulcer in smokers."});
  EXPECT_EQ(option("antacids").rank, 1);
  EXPECT_TRUE(option("algeldrate").narrow);
}

TEST_F(FirstLineLimits, WhatOneSentenceListsIsToldTogether) {
  add("Drugs in ulcer", {"The first-line drugs for ulcer are omeprazole, ranitidine and steroids."});
  EXPECT_THAT(bottom_line(), SizeIs(1));
  EXPECT_THAT(bottom_line()[0], HasSubstr("Omeprazole, ranitidine and steroids, called first-line by"));
  evidence_.audience = Audience::kPatient;
  EXPECT_THAT(bottom_line()[0], HasSubstr("recommend them as the first treatment"));
  evidence_.audience = Audience::kClinician;
  // Who names the first alone is not cited for the others.
  add("Care of ulcer", {"Omeprazole is the first-line treatment of ulcer."}, StudyDesign::kGuideline,
      "North");
  EXPECT_THAT(bottom_line()[0], Not(HasSubstr("North")));
}

TEST_F(FirstLineLimits, WhatIsOnlyRecommendedIsNotCalledFirstToPatients) {
  add("Guideline on ulcer", {"We recommend steroids for ulcer."});
  evidence_.audience = Audience::kPatient;
  EXPECT_EQ(bottom_line()[0], "A treatment that expert groups recommend: steroids.");
  evidence_.sources.clear();
  add("Guideline on ulcer", {"Steroids are recommended as alternative treatments of ulcer."});
  EXPECT_EQ(option("steroids").rank, 0);
}

TEST_F(FirstLineLimits, WhatHadFailedWasNotGivenAfterIt) {
  add("Guideline on ulcer", {"Omeprazole is the first-line treatment of ulcer."});
  add("Trial in ulcer",
      {"Patients with ulcer who failed to respond to omeprazole, ranitidine and steroids had an ulcer in 20 "
       "of 40 cases (50%)."},
      StudyDesign::kRandomisedTrial);
  EXPECT_NE(option("steroids").rank, 2);
}

TEST_F(FirstLineLimits, InSettingsThatAreNotSaidItIsNotFirst) {
  add("Review of ulcer", {"Steroids are indicated first-line options for ulcer in certain settings."},
      StudyDesign::kReview);
  add("Guideline on ulcer", {"Ranitidine was formerly considered the treatment of choice for ulcer."});
  add("Guideline on the ulcer", {"Omeprazole is the first-line treatment of ulcer."});
  EXPECT_NE(option("steroids").rank, 1);
  EXPECT_NE(option("ranitidine").rank, 1);
  EXPECT_EQ(option("omeprazole").rank, 1);
}

TEST_F(FirstLineLimits, APartOfAProductIsNoOption) {
  evidence_.vocabulary =
      test::vocabulary_of({"fosfomycin", "trometamol", "amoxicillin", "omeprazole"}, {"ulcer"}, stemmer_);
  add("Fosfomycin for ulcer", {"Fosfomycin trometamol healed ulcer in 20 of 25 patients (80%)."},
      StudyDesign::kRandomisedTrial);
  add("Amoxicillin for ulcer", {"Omeprazole and amoxicillin healed ulcer in 18 of 20 patients (90%)."},
      StudyDesign::kRandomisedTrial);
  EXPECT_EQ(option("trometamol").results.size(), 0u);
  EXPECT_EQ(option("fosfomycin").results.size(), 1u);
  EXPECT_EQ(option("amoxicillin").results.size(), 1u);
}

TEST_F(FirstLineLimits, AnOrderThatASourceSpeaksOfIsNotDenied) {
  add("Trial in ulcer", {"Omeprazole healed ulcer in 80% of patients.", "Steroids healed ulcer in 70%."},
      StudyDesign::kRandomisedTrial);
  const auto denies_order = [&] {
    const std::vector<std::string> gaps = build_answer(evidence_).gaps;
    return std::any_of(gaps.begin(), gaps.end(), [](const std::string& gap) {
      return gap.find("in which order") != std::string::npos;
    });
  };
  EXPECT_TRUE(denies_order());
  add("Drugs in some with ulcer", {"Steroids are first-line options for ulcer in certain settings."},
      StudyDesign::kReview);
  EXPECT_FALSE(denies_order());
}

}  // namespace
}  // namespace attest
