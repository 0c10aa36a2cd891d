// Verdicts by models that always say the same: what they may not overrule, and which of them is asked.
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "verify/claim_features.h"
#include "verify/claim_test_support.h"

namespace attest {
namespace {

// Says `label` with a probability of nearly one, whatever it reads.
LinearModel always(const std::string& label, const std::vector<std::string>& labels) {
  LinearWeights weights;
  weights.labels = labels;
  for (const std::string& one : labels) weights.bias.push_back(one == label ? 20.0F : 0.0F);
  weights.weights.assign(labels.size(), std::vector<float>(kFeatureBuckets, 0.0F));
  return *LinearModel::from_bytes(*LinearModel::to_bytes(weights));
}

LinearModel always(ClaimLabel label) {
  return always(claim_label_name(label), {"SUPPORTED", "CONTRADICTED", "NOT_ENOUGH_EVIDENCE"});
}

const std::vector<std::string> kLines = {
    "We aimed to learn whether rizatriptan shortens attacks of migraine in adolescents.",
    "Remission was seen in 81% of patients with rizatriptan and in 34% of patients with paracetamol.",
    "Nausea was rare."};

ClaimVerdict verdict_by(ClaimLabel freely_worded, ClaimLabel copied, const std::string& claim) {
  const test::Paper paper("Rizatriptan or paracetamol for migraine", kLines);
  const LinearModel label = always(freely_worded);
  const LinearModel other = always(copied);
  const LinearModel document = always("bears", {"bears", "other"});
  return verify_with({built_in_model("claim_sentence"), &label, &other, &document}, claim, paper.source,
                     SourceChoice::kNamed);
}

ClaimVerdict verdict_by(ClaimLabel always_said, const std::string& claim) {
  return verdict_by(always_said, always_said, claim);
}

constexpr ClaimLabel kSupported = ClaimLabel::kSupported;
constexpr ClaimLabel kContradicted = ClaimLabel::kContradicted;
constexpr ClaimLabel kUndecided = ClaimLabel::kNotEnoughEvidence;

TEST(VerifyWith, SaysWhatTheModelSaysWhereNothingIsAgainstIt) {
  EXPECT_EQ(verdict_by(kSupported, kLines[1]).label, kSupported);
  EXPECT_EQ(verdict_by(kContradicted, kLines[1]).label, kContradicted);
}

TEST(VerifyWith, CopiedClaimsHaveAModelOfTheirOwn) {
  EXPECT_EQ(verdict_by(kSupported, kContradicted, kLines[1]).label, kContradicted);
  EXPECT_EQ(verdict_by(kSupported, kContradicted, "Many who took rizatriptan were in remission.").label,
            kSupported);
}

TEST(VerifyWith, NoModelOverrulesAQuestion) {
  const ClaimVerdict verdict = verdict_by(kSupported, "Was remission seen in 81% with rizatriptan?");
  EXPECT_EQ(verdict.label, ClaimLabel::kNotEnoughEvidence);
  EXPECT_EQ(verdict.decided_by, std::vector<std::string>{"a question claims nothing"});
  EXPECT_TRUE(verdict.rationale.empty());
  EXPECT_GT(verdict.confidence, 0.9);
}

TEST(VerifyWith, NoModelOverrulesADrugThatIsNotNamed) {
  for (const ClaimLabel said : {kSupported, kContradicted}) {
    const ClaimVerdict verdict = verdict_by(said, "Remission was seen in 81% of patients with sumatriptan.");
    EXPECT_EQ(verdict.label, ClaimLabel::kNotEnoughEvidence);
    EXPECT_EQ(verdict.decided_by, std::vector<std::string>{"no sentence is about: sumatriptan"});
    EXPECT_GT(verdict.confidence, 0.9);
  }
}

TEST(VerifyWith, NoModelOverrulesThatItWasOnlyAsked) {
  const ClaimVerdict verdict =
      verdict_by(kSupported, "Rizatriptan shortens attacks of migraine in adolescents.");
  EXPECT_EQ(verdict.label, ClaimLabel::kNotEnoughEvidence);
  EXPECT_EQ(verdict.decided_by, std::vector<std::string>{"the nearest sentence says only what was asked"});
}

TEST(VerifyWith, NoModelOverrulesThatATrialIsOnlyPlanned) {
  const test::Paper plan("Yoga for hot flashes",
                         {"Participants will attend eight yoga sessions in eight weeks.",
                          "Yoga lowers the number of hot flashes by relaxation, as is believed.",
                          "Hot flashes will be counted in a diary.", "Sleep will be measured as well."});
  const auto label = [&](std::string_view claim) {
    return verify_against(claim, plan.source, SourceChoice::kNamed).label;
  };
  EXPECT_EQ(label("Yoga lowers the number of hot flashes."), kUndecided);
  const test::Paper done("Yoga for hot flashes", {"Participants attended eight yoga sessions in eight weeks.",
                                                  "Yoga lowered the number of hot flashes."});
  EXPECT_EQ(
      verify_against("Yoga lowered the number of hot flashes.", done.source, SourceChoice::kNamed).label,
      kSupported);
}

TEST(VerifyWith, AReviewThatLooksAheadTellsWhatIsKnown) {
  const test::Paper review(
      "Yoga for hot flashes",
      {"This article will review the treatment of hot flashes.", "Yoga lowers the number of hot flashes.",
       "Hormones will be discussed as well.", "Most women will have hot flashes at some time."});
  const auto label = [&](std::string_view claim) {
    return verify_against(claim, review.source, SourceChoice::kNamed).label;
  };
  EXPECT_EQ(label("Yoga lowers the number of hot flashes."), kSupported);
  EXPECT_EQ(label("Yoga raises the number of hot flashes."), kContradicted);
  // Tests that were done "to assess" something are no plan.
  const test::Paper done("Yoga for hot flashes", {"Diaries were kept to assess hot flashes.",
                                                  "Yoga lowers the number of hot flashes.",
                                                  "Scores were computed to determine sleep."});
  EXPECT_EQ(verify_against("Yoga lowers the number of hot flashes.", done.source, SourceChoice::kNamed).label,
            kSupported);
}

TEST(VerifyWith, AnotherPercentageIsNeverSupported) {
  const ClaimVerdict verdict =
      verdict_by(kSupported, "Remission was seen in 52% of patients with rizatriptan.");
  EXPECT_EQ(verdict.label, kContradicted);
  EXPECT_GT(verdict.confidence, 0.9);
  EXPECT_FALSE(verdict.rationale.empty());
  EXPECT_EQ(verdict_by(kSupported, "Remission was seen in 81% of patients with rizatriptan.").label,
            kSupported);
}

TEST(VerifyWith, FiguresSayWhichOfTwoIsBetter) {
  const std::string right = "Rizatriptan works better than paracetamol.";
  const std::string wrong = "Paracetamol works better than rizatriptan.";
  for (const ClaimLabel said : {kSupported, kContradicted}) {
    EXPECT_EQ(verdict_by(said, right).label, kSupported);
    EXPECT_EQ(verdict_by(said, wrong).label, kContradicted);
  }
}

TEST(VerifyAgainst, TheOtherWayRoundIsNotSupported) {
  const test::Paper paper("Intrauterine devices for contraception",
                          {"TCu380A was more effective in preventing pregnancy than MLCu375."});
  EXPECT_NE(
      verify_against("MLCu375 prevents pregnancy better than TCu380A.", paper.source, SourceChoice::kNamed)
          .label,
      kSupported);
}

TEST(VerifyAgainst, AnotherOutcomeThatGoesThatWayIsNoSupport) {
  const test::Paper paper(
      "Epidural fentanyl with mepivacaine",
      {"Blood pressure was unchanged in the three groups, but heart rate decreased in the "
       "mixed groups."});
  EXPECT_NE(verify_against("Adding fentanyl to epidural mepivacaine lowered blood pressure.", paper.source,
                           SourceChoice::kNamed)
                .label,
            kSupported);
}

TEST(VerifyAgainst, AHeadingThatAsksDecidesNothing) {
  const test::Paper paper("Gastrocutaneous syndrome",
                          {"What are the signs and symptoms of gastrocutaneous syndrome?"});
  EXPECT_EQ(
      verify_against("Gastrocutaneous syndrome has symptoms.", paper.source, SourceChoice::kNamed).label,
      kUndecided);
}

}  // namespace
}  // namespace attest
