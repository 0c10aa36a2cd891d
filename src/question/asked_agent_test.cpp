#include "question/asked_agent.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "question/question_test_support.h"

namespace attest {
namespace {

TEST(AskedAgent, StandsBeforeTheVerb) {
  EXPECT_EQ(asked_agent("Does nurse-led care reduce readmission?"), "nurse-led care");
  EXPECT_EQ(asked_agent("Does the keto diet improve survival?"), "keto diet");
  EXPECT_EQ(asked_agent("Does intensive blood pressure lowering reduce stroke?"),
            "intensive blood pressure lowering");
  EXPECT_EQ(asked_agent("Can stress affect asthma?"), "stress");
}

TEST(AskedAgent, ManyQuestionsNameNone) {
  EXPECT_EQ(asked_agent("Does zinc for children with cough reduce pain?"), "");
  EXPECT_EQ(asked_agent("Which drug reduces pain?"), "");
  EXPECT_EQ(asked_agent("Does zorblax exist?"), "");
  EXPECT_EQ(asked_agent("Can I reduce my risk of gout?"), "");
  EXPECT_EQ(asked_agent("Does my diet affect acne?"), "");
  EXPECT_EQ(asked_agent("Does treatment improve survival?"), "");
  EXPECT_EQ(asked_agent("Does kidney function improve after stopping lithium?"), "");
  EXPECT_EQ(asked_agent("What reduces the risk of gout?"), "");
  EXPECT_EQ(asked_agent("Is colchicine effective in gout?"), "");
}

class AgentConcept : public testing::Test {
 protected:
  const Concept* find(std::string_view question, std::string_view asked_as) {
    understood_ = test::read_question(question, collection_);
    const auto found = std::find_if(understood_.concepts.begin(), understood_.concepts.end(),
                                    [&](const Concept& one) { return one.asked_as == asked_as; });
    return found == understood_.concepts.end() ? nullptr : &*found;
  }
  FakeCollection collection_{{"nurse-led care in heart failure", "breastfeeding and obesity",
                              "early discharge of people with stroke, blood pressure"}};
  UnderstoodQuestion understood_;
};

TEST_F(AgentConcept, WithoutANameIsAskedForByItsWords) {
  const Concept* agent = find("Does nurse-led care improve heart failure outcomes?", "nurse-led care");
  ASSERT_NE(agent, nullptr);
  EXPECT_EQ(agent->role, ConceptRole::kIntervention);
  EXPECT_TRUE(agent->required);
  EXPECT_EQ(understood_.intent, Intent::kEffect);
}

TEST_F(AgentConcept, OfAnyKindIsWhatIsAskedAbout) {
  const Concept* agent = find("Does breastfeeding reduce obesity?", "breastfeeding");
  ASSERT_NE(agent, nullptr);
  EXPECT_EQ(agent->role, ConceptRole::kIntervention);
  EXPECT_TRUE(agent->required);
  EXPECT_EQ(understood_.intent, Intent::kEffect);
}

TEST_F(AgentConcept, ANameWithinItIsNotAllOfIt) {
  const std::string_view question = "Does intensive blood pressure lowering reduce stroke?";
  EXPECT_NE(find(question, "intensive blood pressure lowering"), nullptr);
  EXPECT_EQ(find(question, "blood pressure"), nullptr);
}

TEST_F(AgentConcept, ThatNobodyKnowsIsATreatment) {
  const Concept* agent = find("Does oral zorblax reduce stroke?", "oral zorblax");
  ASSERT_NE(agent, nullptr);
  EXPECT_EQ(agent->role, ConceptRole::kIntervention);
}

TEST_F(AgentConcept, ADiseaseStaysOne) {
  const Concept* disease = find("Does obesity worsen heart failure?", "obesity");
  ASSERT_NE(disease, nullptr);
  EXPECT_EQ(disease->role, ConceptRole::kCondition);
  EXPECT_EQ(understood_.intent, Intent::kCause);
  // The causes of obesity are not asked for, nor its treatments.
  find("Does obesity affect mobility?", "obesity");
  EXPECT_EQ(understood_.intent, Intent::kGeneral);
}

}  // namespace
}  // namespace attest
