// Claims that stand in the words of their source, true or with one thing changed; and what is no claim.
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "verify/claim.h"
#include "verify/claim_test_support.h"

namespace attest {
namespace {

const std::vector<std::string> kTrial = {
    "Dyssynergic defecation is a common cause of constipation in adults.",
    "We aimed to compare biofeedback with polyethylene glycol in dyssynergic defecation.",
    "We randomised 109 adults to biofeedback or polyethylene glycol for six months.",
    std::string(
        "Major improvement was reported by 80% of patients with biofeedback and by 22% of patients ") +
        "with polyethylene glycol.",
    "Straining was significantly lower with biofeedback than with polyethylene glycol.",
    "There was no significant difference in stool frequency between the two groups.",
    "Biofeedback significantly increased the rectal threshold for the urge to defecate.",
    std::string("In conclusion, biofeedback is more effective than polyethylene glycol in adults with ") +
        "dyssynergic defecation."};

ClaimVerdict verdict_on(const std::string& claim, SourceChoice choice = SourceChoice::kNamed) {
  const test::Paper paper("Biofeedback or polyethylene glycol for dyssynergic defecation", kTrial);
  return verify_against(claim, paper.source, choice);
}

ClaimLabel label_of(const std::string& claim) { return verdict_on(claim).label; }

std::string changed(std::string sentence, const std::string& from, const std::string& to) {
  const size_t at = sentence.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return at == std::string::npos ? sentence : sentence.replace(at, from.size(), to);
}

TEST(CopiedClaim, AsItStandsItIsSupported) {
  for (const size_t line : {3, 4, 5, 6, 7}) {
    const ClaimVerdict verdict = verdict_on(kTrial[line]);
    EXPECT_EQ(verdict.label, ClaimLabel::kSupported) << kTrial[line];
    ASSERT_FALSE(verdict.rationale.empty());
    EXPECT_EQ(verdict.rationale[0].quote, kTrial[line]);
  }
}

TEST(CopiedClaim, AnotherPercentageIsContradicted) {
  EXPECT_EQ(label_of(changed(kTrial[3], "80%", "57%")), ClaimLabel::kContradicted);
  EXPECT_EQ(label_of(changed(kTrial[3], "22%", "45%")), ClaimLabel::kContradicted);
}

TEST(CopiedClaim, ATurnedDirectionIsContradicted) {
  EXPECT_EQ(label_of(changed(kTrial[4], "lower", "higher")), ClaimLabel::kContradicted);
  EXPECT_EQ(label_of(changed(kTrial[6], "increased", "decreased")), ClaimLabel::kContradicted);
  EXPECT_EQ(label_of(changed(kTrial[7], "more effective", "less effective")), ClaimLabel::kContradicted);
}

TEST(CopiedClaim, ExchangedSidesAreContradicted) {
  EXPECT_EQ(label_of("Straining was significantly lower with polyethylene glycol than with biofeedback."),
            ClaimLabel::kContradicted);
  EXPECT_EQ(label_of("Polyethylene glycol is more effective than biofeedback in adults with dyssynergic "
                     "defecation."),
            ClaimLabel::kContradicted);
}

TEST(CopiedClaim, WhatTheSourceDeniesIsContradicted) {
  EXPECT_EQ(label_of(changed(kTrial[5], "no significant", "a significant")), ClaimLabel::kContradicted);
  EXPECT_EQ(label_of(changed(kTrial[6], "significantly increased", "did not increase")),
            ClaimLabel::kContradicted);
}

TEST(VerifyAgainst, FiguresOfTwoSidesDecideWhichIsBetter) {
  const ClaimVerdict verdict =
      verdict_on("Polyethylene glycol works better than biofeedback for major improvement.");
  EXPECT_EQ(verdict.label, ClaimLabel::kContradicted);
  ASSERT_FALSE(verdict.rationale.empty());
  EXPECT_EQ(verdict.rationale[0].quote, kTrial[3]);
}

TEST(VerifyAgainst, AQuestionClaimsNothing) {
  const std::string claim = changed(kTrial[6], ".", "?");
  for (const SourceChoice choice : {SourceChoice::kNamed, SourceChoice::kFound}) {
    const ClaimVerdict verdict = verdict_on(claim + " \n", choice);
    EXPECT_EQ(verdict.label, ClaimLabel::kNotEnoughEvidence);
    EXPECT_TRUE(verdict.rationale.empty());
  }
  const ClaimVerdict verdict = verdict_on(claim);
  ASSERT_FALSE(verdict.decided_by.empty());
  EXPECT_EQ(verdict.decided_by[0], "a question claims nothing");
}

TEST(VerifyAgainst, ADrugThatTheSourceNeverNamesIsNotDecided) {
  const ClaimVerdict verdict = verdict_on(changed(kTrial[6], "Biofeedback", "Linaclotide"));
  EXPECT_EQ(verdict.label, ClaimLabel::kNotEnoughEvidence);
  EXPECT_TRUE(verdict.rationale.empty());
  ASSERT_FALSE(verdict.decided_by.empty());
  EXPECT_EQ(verdict.decided_by[0].substr(0, 22), "no sentence is about: ");
  EXPECT_GT(verdict.confidence, verdict.supported);
}

}  // namespace
}  // namespace attest
