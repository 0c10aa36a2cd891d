#include "reconcile/outcomes/sought_outcome.h"

#include <gtest/gtest.h>

#include "base/ascii.h"
#include "evidence/evidence_test_support.h"

namespace attest {
namespace {

class SoughtOutcomeTest : public testing::Test {
 protected:
  SoughtOutcomeTest() {
    evidence_.vocabulary = test::vocabulary_of({"zinc"}, {"urinary tract infection", "diarrhoea"}, stemmer_);
  }

  // The words that name it, with "-" before those that say its opposite; "" where none do.
  std::string found(const std::string& asked, const std::string& sentence) {
    SoughtOutcome sought(evidence_, asked);
    const auto place = sought.find(sentence, lower_ascii(sentence));
    if (!place) return {};
    return (place->sense < 0 ? "-" : "") + std::string(place->span.of(sentence));
  }

  Stemmer stemmer_;
  Evidence evidence_;
};

TEST_F(SoughtOutcomeTest, ByAnyNameOfIt) {
  EXPECT_EQ(found("mortality", "Fewer deaths occurred with zinc."), "deaths");
  EXPECT_EQ(found("mortality", "Zinc prolonged survival."), "-survival");
  EXPECT_EQ(found("survival", "Zinc reduced mortality."), "-mortality");
  EXPECT_EQ(found("mortality", "Zinc reduced death from cancer."), "");  // narrower
  EXPECT_EQ(found("mortality", "Zinc reduced maternal mortality."), "");
}

TEST_F(SoughtOutcomeTest, ByItsWordsInAnyOrder) {
  EXPECT_EQ(found("duration of diarrhoea", "Zinc reduced diarrhoea and its duration."),
            "diarrhoea and its duration");
  EXPECT_EQ(found("duration of diarrhoea", "Zinc reduced diarrhoea."), "");
}

TEST_F(SoughtOutcomeTest, OfAConceptByItsNames) {
  Concept asked;
  asked.label = asked.asked_as = asked.thesaurus_id = "urinary tract infection";
  asked.role = ConceptRole::kCondition;
  evidence_.question.concepts.push_back(asked);
  EXPECT_EQ(found("urinary tract infection", "Zinc reduced urinary tract infections."),
            "urinary tract infections");
  EXPECT_EQ(found("urinary tract infection", "Zinc reduced the duration of urinary tract infection."), "");
  // Who was studied is no outcome.
  EXPECT_EQ(found("urinary tract infection", "Zinc was given to urinary tract infection patients."), "");
}

TEST_F(SoughtOutcomeTest, AfterATitleOnItTheLastWordIsEnough) {
  AnswerSource& source = test::add_source(evidence_, stemmer_, "Zinc for weanling diarrhoea",
                                          {"Zinc reduced diarrhoea."}, StudyDesign::kRandomisedTrial);
  SoughtOutcome sought(evidence_, "weanling diarrhoea");
  const std::string sentence = "Zinc reduced diarrhoea.";
  EXPECT_FALSE(sought.find(sentence, lower_ascii(sentence)).has_value());
  sought.begin_source(source);
  EXPECT_TRUE(sought.find(sentence, lower_ascii(sentence)).has_value());
}

TEST_F(SoughtOutcomeTest, WordsThatMeasureMayBeMissing) {
  EXPECT_EQ(found("mean hdl cholesterol levels", "Zinc raised HDL cholesterol."), "HDL cholesterol");
  // What is given is not what is measured of it.
  Concept zinc;
  zinc.label = zinc.asked_as = zinc.thesaurus_id = "zinc";
  zinc.role = ConceptRole::kIntervention;
  evidence_.question.concepts.push_back(zinc);
  EXPECT_EQ(found("zinc levels", "Zinc reduced pain."), "");
}

TEST_F(SoughtOutcomeTest, ByTheShortFormThatTheSourceExplains) {
  AnswerSource& source = test::add_source(
      evidence_, stemmer_, "Zinc for bronchitis",
      {"We measured the bronchitis severity score (BSS).", "The BSS fell."}, StudyDesign::kRandomisedTrial);
  SoughtOutcome sought(evidence_, "bronchitis severity score");
  const std::string sentence = "The BSS fell.";
  EXPECT_FALSE(sought.find(sentence, lower_ascii(sentence)).has_value());
  sought.begin_source(source);
  const auto place = sought.find(sentence, lower_ascii(sentence));
  ASSERT_TRUE(place.has_value());
  EXPECT_EQ(place->span.of(sentence), "BSS");
  const std::string longer = "The BSSQ fell.";
  EXPECT_FALSE(sought.find(longer, lower_ascii(longer)).has_value());
}

}  // namespace
}  // namespace attest
