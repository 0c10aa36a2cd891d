#include "answer/lay/named_together.h"

#include <gtest/gtest.h>

namespace attest {
namespace {

Concept named(const std::string& asked, ConceptRole role, std::vector<std::string> names) {
  Concept thing;
  thing.asked_as = asked;
  thing.label = asked;
  thing.role = role;
  for (std::string& name : names) thing.variants.push_back({std::move(name), {}, 1.0F, false});
  return thing;
}

UnderstoodQuestion beta_blockers_and_tiredness() {
  UnderstoodQuestion question;
  question.intent = Intent::kGeneral;
  question.concepts = {
      named("beta blockers", ConceptRole::kIntervention, {"beta blockers", "beta-blockers"})};
  question.other_stems = {"tire"};
  return question;
}

TEST(NamedTogether, TheSentenceNamesAllThatWasAsked) {
  const UnderstoodQuestion question = beta_blockers_and_tiredness();
  EXPECT_TRUE(asks_by_name(question));
  EXPECT_TRUE(
      names_all_asked(question, "some people have side effects from beta blockers, such as tiredness."));
  EXPECT_FALSE(names_all_asked(question, "beta blockers lower the blood pressure."));
  EXPECT_FALSE(names_all_asked(question, "tiredness is common in heart failure."));
}

TEST(NamedTogether, AnotherEffectIsNotWhatWasAsked) {
  UnderstoodQuestion question = beta_blockers_and_tiredness();
  EXPECT_TRUE(holds_asked_word(question, "patients on beta-blockers felt tired."));
  EXPECT_FALSE(holds_asked_word(question, "the decrease was from 160 mm with atenolol."));
  UnderstoodQuestion of_all = question;
  of_all.intent = Intent::kHarm;
  of_all.resolved = "what are the side effects of beta blockers given into the eye";
  EXPECT_TRUE(holds_asked_word(of_all, "patients on beta-blockers had a slow pulse."));
  question.other_stems.clear();
  EXPECT_TRUE(holds_asked_word(question, "the decrease was from 160 mm with atenolol."));
}

TEST(NamedTogether, OneThingAloneIsNotAskedByNameButItsHarmsAre) {
  UnderstoodQuestion question = beta_blockers_and_tiredness();
  question.other_stems.clear();
  EXPECT_FALSE(asks_by_name(question));
  question.intent = Intent::kHarm;
  EXPECT_TRUE(asks_by_name(question));
}

TEST(NamedTogether, WordsThatWereAskedStandForAName) {
  UnderstoodQuestion question;
  question.intent = Intent::kHarm;
  question.concepts = {named("hurt muscles", ConceptRole::kCondition, {"myalgia"}),
                       named("statins", ConceptRole::kIntervention, {"statins", "statin"})};
  EXPECT_TRUE(names_all_asked(question, "statins can cause muscle problems."));
  EXPECT_TRUE(names_all_asked(question, "myalgia was seen with statins."));
  EXPECT_FALSE(names_all_asked(question, "statins can cause liver problems."));
}

}  // namespace
}  // namespace attest
