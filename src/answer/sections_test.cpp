#include "answer/sections.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "answer/choice/asked_cause.h"
#include "answer/choice/section_plans.h"
#include "base/ascii.h"
#include "evidence/evidence_test_support.h"
#include "findings/arms/control_arms.h"
#include "findings/sentences/page_furniture.h"

namespace attest {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class Sections : public testing::Test {
 protected:
  Sections() {
    auto vocabulary = std::make_shared<Vocabulary>();
    add_control_arms(*vocabulary, stemmer_);
    vocabulary->add({"amoxicillin", "amoxicillin", "", ConceptRole::kIntervention, false, {}},
                    std::vector<std::string>{"amoxicillin"}, stemmer_);
    for (const char* name : {"pneumonia", "mastoiditis"})
      vocabulary->add({name, name, "", ConceptRole::kCondition, false, {}}, std::vector<std::string>{name},
                      stemmer_);
    evidence_.vocabulary = vocabulary;
    ask(Intent::kDose, {{"pneumonia", ConceptRole::kCondition}, {"amoxicillin", ConceptRole::kIntervention}});
  }
  void ask(Intent intent, const std::vector<std::pair<std::string, ConceptRole>>& asked) {
    evidence_.question.intent = intent;
    evidence_.question.concepts.clear();
    for (const auto& [name, role] : asked) {
      Concept one;
      one.role = role;
      one.label = name;
      one.thesaurus_id = name;
      one.variants.resize(1);
      one.variants[0].words = name;
      one.variants[0].weight = 1;
      evidence_.question.concepts.push_back(one);
    }
  }
  AnswerSource& add(const std::string& title, const std::string& sentence, StudyDesign design) {
    AnswerSource& source = test::add_source(evidence_, stemmer_, title, {sentence}, design);
    source.about_condition = true;
    source.findings[0].role.evidence = 1;
    for (const Mention& one : source.findings[0].interventions)
      source.findings[0].asked_here.push_back(one.id);
    source.findings[0].asked = {"pneumonia", "amoxicillin"};
    return source;
  }
  // The sentences of the first section's candidates.
  std::vector<std::string> candidates() const {
    std::vector<std::string> found;
    const std::vector<SectionPlan> plans = section_plans(evidence_.question);
    for (const Finding* finding :
         section_candidates(evidence_, plans.front(), asked_interventions(evidence_)))
      found.emplace_back(evidence_.sentence_of(*finding));
    return found;
  }

  Stemmer stemmer_;
  Evidence evidence_;
};

TEST_F(Sections, AChapterOnSomethingElseGivesNoDose) {
  add("Mastoiditis", "Amoxicillin: child 50 mg/kg 8 hourly, also where pneumonia follows.",
      StudyDesign::kGuideline)
      .naming = 2;
  evidence_.sources[0].findings[0].other_subject = true;
  EXPECT_THAT(candidates(), IsEmpty());
  add("Pneumonia", "Amoxicillin: child 90 mg/kg daily in two doses.", StudyDesign::kGuideline);
  ASSERT_THAT(candidates(), SizeIs(1));
  EXPECT_THAT(candidates()[0], HasSubstr("90 mg/kg"));
}

TEST_F(Sections, AnOccasionForPreventionIsNotTheDoseAskedFor) {
  add("Pneumonia", "Prophylaxis: amoxicillin 125 mg 12 hourly for pneumonia.", StudyDesign::kGuideline);
  EXPECT_THAT(candidates(), IsEmpty());
}

TEST_F(Sections, BeforeTreatingStandsHowItIsFound) {
  ask(Intent::kTreatment, {{"pneumonia", ConceptRole::kCondition}});
  add("Amoxicillin for pneumonia", "Sensitivity to amoxicillin of pneumonia strains was not tested.",
      StudyDesign::kCohort);
  add("Living with pneumonia", "With amoxicillin for pneumonia, blood tests are used to detect damage.",
      StudyDesign::kPatientPage);
  EXPECT_THAT(candidates(), IsEmpty());
  add("Finding pneumonia", "The diagnosis of pneumonia is made by examination and an image.",
      StudyDesign::kCohort);
  EXPECT_THAT(candidates(), SizeIs(1));
}

TEST_F(Sections, CausesAreOfTheThingAskedNotWhatItBrings) {
  ask(Intent::kCause, {{"mastoiditis", ConceptRole::kCondition}});
  evidence_.question.resolved = "what causes mastoiditis";
  evidence_.question.concepts[0].asked_as = "mastoiditis";
  const auto tell = [&](const std::string& sentence) {
    AnswerSource& source = add("A report", sentence, StudyDesign::kCohort);
    source.findings[0].asked = {"mastoiditis"};
    source.findings[0].asked_here = {"mastoiditis"};
    return may_answer_cause(evidence_, source.findings[0]);
  };
  EXPECT_TRUE(tell("Mastoiditis is caused by an infection of the ear."));
  EXPECT_TRUE(tell("An infection of the ear can lead to mastoiditis."));
  EXPECT_TRUE(tell("Smoking increased the risk of mastoiditis (1.4, 1.1 to 1.9)."));
  EXPECT_FALSE(tell("Mastoiditis is one of the rarer causes of headache."));
  EXPECT_FALSE(tell("A new drug against mastoiditis acts on the ear and causes a flow of water."));
  EXPECT_FALSE(tell("Infections caused deafness, and antibiotics were the treatment of mastoiditis."));
}

TEST_F(Sections, HowAccurateATestIsTellsNotWhatItMeasures) {
  ask(Intent::kDiagnosis, {{"mastoiditis", ConceptRole::kCondition}});
  evidence_.question.resolved = "how accurate is a scan for mastoiditis";
  const auto tell = [&](const std::string& sentence) {
    const AnswerSource& source = add("Scans", sentence, StudyDesign::kCohort);
    return may_answer_accuracy(evidence_.question, source.findings[0], lower_ascii(sentence));
  };
  EXPECT_TRUE(tell("The sensitivity of the scan was 92%."));
  EXPECT_FALSE(tell("A scan shows the bone behind the ear."));
  EXPECT_FALSE(tell("A scan for mastoiditis is not recommended at ages 40 to 49."));
}

TEST_F(Sections, AQuestionOrAPointerIsNoEvidence) {
  for (const char* furniture :
       {"What are the signs of mastoiditis?", "Get more details about mastoiditis.",
        "The table below tells how often each sign is seen.", "Espaol Mastoiditis is a disease."})
    EXPECT_TRUE(is_page_furniture(furniture)) << furniture;
  EXPECT_FALSE(is_page_furniture("Mastoiditis is an infection of the bone behind the ear."));
}

}  // namespace
}  // namespace attest
