// What a sentence tells of something near to the claim and not of the claim: going without a thing, another
// measure of a test, advice, a name that only looks like a direction, two arms' rates.
#include <gtest/gtest.h>

#include "verify/claim_test_support.h"
#include "verify/stated_results.h"
#include "verify/test_measures.h"
#include "verify/withheld.h"

namespace attest {
namespace {

std::string withheld(std::string_view claim, std::string_view sentence) {
  const test::Pair pair(claim, sentence);
  return withheld_on_one_side(pair.claim, pair.sentence, pair.aligned);
}

bool exchanged(std::string_view claim, std::string_view sentence) {
  const test::Pair pair(claim, sentence);
  return measures_exchanged(pair.claim, pair.sentence);
}

int results(std::string_view claim, std::string_view sentence) {
  const test::Pair pair(claim, sentence);
  return hold_results(pair.claim, pair.sentence, pair.aligned);
}

ClaimLabel label(std::string_view claim, const std::string& sentence) {
  const test::Paper paper("A study in adults", {sentence});
  return verify_against(claim, paper.source, SourceChoice::kNamed).label;
}

TEST(Withheld, IsNotSaidOfTheThing) {
  EXPECT_EQ(withheld("Alcohol lowers blood pressure.", "Stopping alcohol lowered blood pressure."),
            "alcohol");
  EXPECT_EQ(withheld("Alcohol lowers blood pressure.", "Alcohol abstinence lowered blood pressure."),
            "alcohol");
  EXPECT_EQ(withheld("Withdrawal of digoxin worsened heart failure.", "Digoxin worsened heart failure."),
            "digoxin");
}

TEST(Withheld, IsTheSameOnBothSides) {
  EXPECT_EQ(withheld("Stopping digoxin worsens heart failure.",
                     "Discontinuation of digoxin worsened heart failure."),
            "");
  EXPECT_EQ(
      results("Stopping digoxin increases admissions.", "Discontinuation of digoxin increased admissions."),
      1);
  EXPECT_EQ(withheld("Tranexamic acid reduces bleeding.", "Tranexamic acid stopped the bleeding."), "");
}

TEST(TestMeasures, AreExchanged) {
  const std::string_view sentence = "Sensitivity was 84% and specificity was 61% for appendicitis.";
  EXPECT_TRUE(exchanged("The specificity was 84%.", sentence));
  EXPECT_TRUE(exchanged("Ultrasound had 61% sensitivity.", sentence));
  EXPECT_FALSE(exchanged("The sensitivity was 84%.", sentence));
  EXPECT_TRUE(exchanged("The negative predictive value was 92%.",
                        "The positive predictive value was 92% and the NPV was 71%."));
  // Whose is whose cannot be told from the order of words alone.
  EXPECT_FALSE(exchanged("The specificity was 84%.", "Sensitivity and specificity were 84% and 61%."));
}

TEST(NamesOfDrugs, GoNoWay) {
  const std::string_view sentence = "Admissions were reduced by SGLT2 inhibitors.";
  EXPECT_EQ(results("SGLT2 inhibitors reduce admissions.", sentence), 1);
  EXPECT_EQ(results("SGLT2 inhibitors increase admissions.", sentence), -1);
  const std::string stated = "Deaths in heart failure were reduced by ACE inhibitors.";
  EXPECT_EQ(label("ACE inhibitors reduce deaths in heart failure.", stated), ClaimLabel::kSupported);
  EXPECT_EQ(label("ACE inhibitors increase deaths in heart failure.", stated), ClaimLabel::kContradicted);
}

TEST(Verdict, AdviceTellsOfNoEffect) {
  EXPECT_EQ(label("Exercise raises blood sugar.", "Patients with high blood sugar should take exercise."),
            ClaimLabel::kNotEnoughEvidence);
}

TEST(Verdict, TwoWaysToTellOfTooLittleDoNotContradictEachOther) {
  EXPECT_NE(label("Zinc deficiency is associated with a high risk of pneumonia.",
                  "Low serum zinc was associated with a high risk of pneumonia."),
            ClaimLabel::kContradicted);
}

TEST(Verdict, MoreOftenGoesByTheRates) {
  const std::string sentence =
      "Constipation occurred in 31% of patients receiving oxycodone and in 12% of those receiving placebo.";
  EXPECT_EQ(label("Constipation was more common with oxycodone than with placebo.", sentence),
            ClaimLabel::kSupported);
  EXPECT_EQ(label("Constipation was less common with oxycodone than with placebo.", sentence),
            ClaimLabel::kContradicted);
}

TEST(Verdict, TwoDenialsDoNotContradictEachOther) {
  EXPECT_NE(label("Magnesium does not reduce cramps significantly.",
                  "No statistically significant effect of magnesium on cramps was found."),
            ClaimLabel::kContradicted);
}

}  // namespace
}  // namespace attest
