#include "answer/sections.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "answer/evidence_test_support.h"
#include "answer/section_plans.h"
#include "findings/control_arms.h"

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

}  // namespace
}  // namespace attest
