#include "answer/choice/told_as_asked.h"

#include <string>

#include <gtest/gtest.h>

#include "answer/lay/told_harms.h"
#include "base/ascii.h"
#include "evidence/evidence_test_support.h"

namespace attest {
namespace {

class ToldAsAsked : public testing::Test {
 protected:
  ToldAsAsked() {
    evidence_.vocabulary =
        test::vocabulary_of({"latanoprost", "timolol", "travoprost"}, {"glaucoma"}, stemmer_);
  }
  void ask(Intent intent, const std::vector<std::string>& treatments) {
    evidence_.question.intent = intent;
    evidence_.question.concepts.clear();
    for (const std::string& name : treatments) {
      Concept one;
      one.role = ConceptRole::kIntervention;
      one.label = name;
      one.thesaurus_id = name;
      evidence_.question.concepts.push_back(one);
    }
  }
  float read(const std::string& sentence) {
    const AnswerSource& source =
        test::add_source(evidence_, stemmer_, "A trial", {sentence}, StudyDesign::kRandomisedTrial);
    return told_as_asked(evidence_, source.findings[0], lower_ascii(sentence));
  }
  Stemmer stemmer_;
  Evidence evidence_;
};

TEST_F(ToldAsAsked, OneAgainstTheOther) {
  ask(Intent::kComparison, {"latanoprost", "timolol"});
  for (const char* sentence : {"Latanoprost was more effective than timolol in lowering pressure.",
                               "Latanoprost and timolol did not differ in their effect on pressure.",
                               "Pressure fell by 31% with latanoprost compared with 27% with timolol."})
    EXPECT_GT(read(sentence), 0.0f) << sentence;
  for (const char* sentence : {"Travoprost was superior to latanoprost and timolol in lowering pressure.",
                               "Travoprost reduced pressure more than timolol."})
    EXPECT_LT(read(sentence), 0.0f) << sentence;
  EXPECT_EQ(read("Latanoprost reduced pressure."), 0.0f);
  EXPECT_EQ(read("Latanoprost and timolol lowered pressure more than placebo."), 0.0f);
}

TEST_F(ToldAsAsked, NothingElseIsWeighed) {
  ask(Intent::kTreatment, {"latanoprost"});
  EXPECT_EQ(read("Latanoprost was more effective than timolol."), 0.0f);
}

TEST_F(ToldAsAsked, HarmsThatAreNamed) {
  ask(Intent::kHarm, {"timolol"});
  for (const char* sentence :
       {"Timolol caused bradycardia and bronchospasm.",
        "The most common adverse events with timolol were stinging and fatigue.",
        "Bradycardia is a known side effect of timolol.", "Timolol increases the risk of asthma attacks."})
    EXPECT_GT(read(sentence), 0.0f) << sentence;
  for (const char* sentence :
       {"Travoprost did not differ from timolol in side effects.",
        "The dose of timolol was adjusted to minimize side effects.",
        "Timolol reduced the incidence of bleeding by 30% and all-cause mortality by 10%."})
    EXPECT_LT(read(sentence), 0.0f) << sentence;
  EXPECT_LT(read("Serious adverse events were infrequent."), 0.0f);
  EXPECT_LT(read("Timolol has a relatively favourable side-effects profile."), 0.0f);
}

TEST(PlaysDownHarm, ByItsWords) {
  for (const char* sentence :
       {"serious adverse events were infrequent.", "we did not observe any side effects in the group.",
        "it has a relatively favorable side-effects profile.", "adverse reactions were no more frequent.",
        "amiodarone and dofetilide are safe after infarction."})
    EXPECT_TRUE(plays_down_harm(sentence)) << sentence;
  for (const char* sentence : {"dry mouth was more frequent with oxybutynin.", "it caused bradycardia.",
                               "it is not safe in pregnancy.", "side effects led 5% to stop."})
    EXPECT_FALSE(plays_down_harm(sentence)) << sentence;
}

}  // namespace
}  // namespace attest
