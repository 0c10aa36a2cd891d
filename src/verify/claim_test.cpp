#include "verify/claim.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "verify/citation_check.h"
#include "verify/claim_lines.h"
#include "verify/claim_test_support.h"
#include "verify/comparison.h"
#include "verify/statement_check.h"

namespace attest {
namespace {

using test::Paper;

const std::vector<std::string> kTrial = {
    "Constipation is common in elderly patients.",
    "We randomised 84 elderly patients to polyethylene glycol or placebo for 12 weeks.",
    "Polyethylene glycol increased the number of bowel movements compared with placebo (p = 0.01).",
    "In conclusion, polyethylene glycol improves chronic constipation in elderly patients."};

ClaimVerdict verdict_on(const std::string& claim, const std::vector<std::string>& lines = kTrial) {
  const Paper paper("Polyethylene glycol for constipation in the elderly", lines);
  return verify_against(claim, paper.source, SourceChoice::kNamed);
}

bool says(const std::vector<std::string>& reasons, const std::string& part) {
  for (const std::string& reason : reasons) {
    if (reason.find(part) != std::string::npos) return true;
  }
  return false;
}

TEST(VerifyAgainst, SupportsWhatTheConclusionSays) {
  const ClaimVerdict verdict = verdict_on("Polyethylene glycol improves constipation in elderly patients.");
  EXPECT_EQ(verdict.label, ClaimLabel::kSupported);
  ASSERT_FALSE(verdict.rationale.empty());
  EXPECT_NE(verdict.rationale[0].quote.find("In conclusion"), std::string::npos);
  EXPECT_TRUE(says(verdict.decided_by, "the same direction: improves"));
}

TEST(VerifyAgainst, ContradictsTheOppositeDirection) {
  const ClaimVerdict verdict =
      verdict_on("Polyethylene glycol decreases the number of bowel movements compared with placebo.");
  EXPECT_EQ(verdict.label, ClaimLabel::kContradicted);
  EXPECT_TRUE(says(verdict.decided_by, "opposite direction: decreases v increased"));
}

TEST(VerifyAgainst, DoesNotDecideWhatNobodySpeaksOf) {
  const ClaimVerdict verdict = verdict_on("Rivaroxaban prevents stroke in atrial fibrillation.");
  EXPECT_EQ(verdict.label, ClaimLabel::kNotEnoughEvidence);
  EXPECT_TRUE(verdict.rationale.empty());
  EXPECT_TRUE(says(verdict.decided_by, "no sentence is about: Rivaroxaban"));
}

TEST(VerifyAgainst, NoWordThatOnlyNamesIsADirection) {
  const Paper paper("Inhibitors of the proton pump",
                    {"Proton pump inhibitors caused cough in elderly women, and "
                     "most needed triple therapy of lateral pain."});
  const ClaimVerdict verdict = verify_against("Proton pump inhibitors caused cough in elderly women.",
                                              paper.source, SourceChoice::kNamed);
  for (const std::string& reason : verdict.decided_by) {
    if (!reason.starts_with("the same direction")) continue;
    EXPECT_EQ(reason, "the same direction: caused");
  }
  EXPECT_EQ(verdict.label, ClaimLabel::kSupported);
}

TEST(VerifyAgainst, ExchangedFiguresAndOtherWaysAreNotSupported) {
  const Paper paper("A trial of naproxen",
                    {"Ulcers occurred in 2.3% of patients taking naproxen compared with 1.1% taking placebo.",
                     "Mortality was lower with naproxen than with placebo."});
  const ClaimVerdict figures =
      verify_against("Ulcers occurred in 1.1% of patients on naproxen and 2.3% on placebo.", paper.source,
                     SourceChoice::kNamed);
  EXPECT_NE(figures.label, ClaimLabel::kSupported);
  const ClaimVerdict survival = verify_against("Survival was lower with naproxen than with placebo.",
                                               paper.source, SourceChoice::kNamed);
  EXPECT_NE(survival.label, ClaimLabel::kSupported);
}

TEST(VerifyAgainst, QuotesAreTheBytesOfTheSource) {
  const Paper paper("Polyethylene glycol for constipation in the elderly", kTrial);
  const ClaimVerdict verdict =
      verify_against("Polyethylene glycol improves constipation.", paper.source, SourceChoice::kNamed);
  for (const RationaleSpan& rationale : verdict.rationale) {
    EXPECT_EQ(rationale.span.of(paper.text), rationale.quote);
    EXPECT_EQ(rationale.document, "pmid:1");
  }
}

TEST(VerifyAgainst, ProbabilitiesSumToOneAtMost) {
  for (const char* claim : {"Polyethylene glycol is harmful.", "x", "…", "42", "no not never without"}) {
    const ClaimVerdict verdict = verdict_on(claim);
    EXPECT_GE(verdict.supported, 0);
    EXPECT_GE(verdict.contradicted, 0);
    EXPECT_LE(verdict.supported + verdict.contradicted, 1 + 1e-9);
    EXPECT_FALSE(verdict.decided_by.empty()) << claim;
  }
}

TEST(VerifyClaim, WithoutSourcesNothingIsDecided) {
  const ClaimVerdict verdict = verify_claim("Aspirin works.", {}, SourceChoice::kFound);
  EXPECT_EQ(verdict.label, ClaimLabel::kNotEnoughEvidence);
  EXPECT_DOUBLE_EQ(verdict.confidence, 1);
}

TEST(VerifyClaim, ASourceWithoutSentencesDecidesNothing) {
  const Paper paper("Title only", {});
  EXPECT_EQ(verify_against("Title only.", paper.source, SourceChoice::kNamed).label,
            ClaimLabel::kNotEnoughEvidence);
}

TEST(VerifyAgainst, ARetractedSourceSupportsNothing) {
  Paper paper("Polyethylene glycol for constipation in the elderly", kTrial);
  paper.source.retracted = true;
  const ClaimVerdict verdict = verify_against(
      "Polyethylene glycol improves constipation in elderly patients.", paper.source, SourceChoice::kNamed);
  EXPECT_EQ(verdict.label, ClaimLabel::kNotEnoughEvidence);
  EXPECT_TRUE(verdict.rationale.empty());
  EXPECT_TRUE(says(verdict.decided_by, "retracted: pmid:1"));
}

TEST(VerifyClaim, NamesTheSourceThatSaysOtherwise) {
  const Paper one("Polyethylene glycol for constipation in the elderly", kTrial);
  Paper other("Polyethylene glycol and constipation",
              {"We studied polyethylene glycol in constipation.",
               "Polyethylene glycol decreased the number of bowel movements compared with placebo."});
  other.source.id = "pmid:2";
  const std::vector<ClaimSource> sources = {one.source, other.source};
  const ClaimVerdict verdict =
      verify_claim("Polyethylene glycol increases the number of bowel movements compared with placebo.",
                   sources, SourceChoice::kNamed);
  ASSERT_NE(verdict.label, ClaimLabel::kNotEnoughEvidence);
  EXPECT_TRUE(says(verdict.decided_by, "another source"));
}

Comparison comparison_of(const std::string& claim, const std::string& sentence) {
  Stemmer stemmer;
  return compare(read_claim_text(claim, {}, stemmer), read_claim_text(sentence, {}, stemmer));
}

TEST(VerifyAgainst, KnowsOtherNamesThatItIsGiven) {
  const Paper paper("A trial", {"We studied adults.", "Biofeedback improves dyssynergic defecation."});
  const std::vector<SameMeaning> meanings = {{{"anismus"}, {"dyssynerg", "defec"}}};
  const std::string claim = "Biofeedback improves anismus.";
  const auto without = verify_against(claim, paper.source, SourceChoice::kNamed);
  const auto with = verify_against(claim, paper.source, SourceChoice::kNamed, meanings);
  EXPECT_GT(with.supported, without.supported);
  EXPECT_EQ(with.label, ClaimLabel::kSupported);
}

TEST(Compare, FindsNamesWrittenApart) {
  EXPECT_DOUBLE_EQ(comparison_of("PGE2 in mice", "PGE 2 was measured in mice").covered_exactly, 1);
  EXPECT_DOUBLE_EQ(comparison_of("PGE 2 in mice", "PGE2 was measured in mice").covered_exactly, 1);
}

TEST(Compare, ReadsTheLongFormOfAnAbbreviation) {
  Stemmer stemmer;
  const std::string abstract = "Chronic kidney disease (CKD) is common.";
  const auto meanings = abbreviations_of(abstract, stemmer);
  const Comparison with =
      compare(read_claim_text("CKD progression", meanings, stemmer),
              read_claim_text("Progression of chronic kidney disease", meanings, stemmer));
  EXPECT_GT(with.covered_exactly, 0.99);
  EXPECT_LT(comparison_of("CKD progression", "Progression of chronic kidney disease").covered_exactly, 0.99);
}

TEST(Compare, SeesOppositeDirectionsAroundSharedWords) {
  const Comparison same = comparison_of("Statins reduce mortality", "Mortality was reduced by statins");
  EXPECT_GT(same.direction_agrees, 0.9);
  EXPECT_EQ(same.antonyms, 0u);
  const Comparison opposite = comparison_of("Statins reduce mortality", "Statins increased mortality");
  EXPECT_GT(opposite.direction_opposed, 0.9);
  EXPECT_EQ(opposite.antonyms, 1u);
}

TEST(Compare, SeesPrefixesThatTurnAWordRound) {
  EXPECT_TRUE(comparison_of("methylated promoters", "unmethylated promoters").prefix_antonym);
  EXPECT_FALSE(comparison_of("methylated promoters", "methylated promoters").prefix_antonym);
}

TEST(Compare, SeesADenialOnOneSide) {
  EXPECT_GT(comparison_of("Zinc shortens colds", "Zinc does not shorten colds").denial_differs, 0.5);
  EXPECT_DOUBLE_EQ(comparison_of("Zinc shortens colds", "Zinc shortens colds").denial_differs, 0);
}

TEST(Compare, CountsNumbersInCommon) {
  const Comparison c = comparison_of("61% of 24 patients", "Relief in 61 % of patients");
  EXPECT_EQ(c.numbers, 2u);
  EXPECT_EQ(c.numbers_found, 1u);
}

TEST(ClaimLine, ReadsObjectsAndWords) {
  const auto object =
      read_claim_line(R"({"id": 7, "claim": "A b.", "documents": ["pmid:1", 2]})", 1, "f", false);
  ASSERT_TRUE(object) << object.error().to_line();
  EXPECT_EQ(object->id, "7");
  EXPECT_EQ(*object->documents, (std::vector<std::string>{"pmid:1", "2"}));
  const auto words = read_claim_line("Aspirin works.", 3, "standard input, line 3", true);
  ASSERT_TRUE(words);
  EXPECT_EQ(words->id, "3");
  EXPECT_FALSE(words->documents);
}

TEST(ClaimLine, SaysWhatIsWrongAndWhere) {
  for (const char* line : {"Aspirin works.", "{", "[1]", "{}", R"({"claim": ""})", R"({"claim": 5})",
                           R"({"claim": "a", "id": []})", R"({"claim": "a", "documents": 5})",
                           R"({"claim": "a", "documents": [null]})", "{\"claim\": \"\xFF\"}"}) {
    const auto read = read_claim_line(line, 2, "claims.jsonl, line 2", false);
    ASSERT_FALSE(read) << line;
    EXPECT_EQ(read.error().place, "claims.jsonl, line 2");
  }
}

TEST(ClaimLine, HasLimits) {
  std::string many = R"({"claim": "a", "documents": [)";
  for (int i = 0; i < 200; ++i) many += "1,";
  many += "1]}";
  const auto read = read_claim_line(many, 1, "f", false);
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, ErrorCode::kLimit);
  EXPECT_FALSE(read_claim_line(R"({"claim": ")" + std::string(20'000, 'a') + "\"}", 1, "f", false));
  std::string deep = R"({"claim": "a", "x": )" + std::string(50'000, '[');
  EXPECT_FALSE(read_claim_line(deep, 1, "f", false));
}

TEST(VerdictLine, HasTheMembersOfTheContract) {
  ClaimVerdict verdict;
  verdict.label = ClaimLabel::kSupported;
  verdict.confidence = 0.81234567;
  verdict.rationale.push_back({"pmid:1", {3, 7}, "text", 0.9});
  verdict.decided_by = {"the same number: 7"};
  EXPECT_EQ(
      verdict_line({"\"c\"", "claim", {}}, verdict),
      R"({"id":"c","label":"SUPPORTED","confidence":0.8123,"rationale":[{"document":"pmid:1","start":3,)"
      R"("end":7,"quote":"text"}],"decided_by":["the same number: 7"]})");
}

TEST(ContradictedByQuotes, SaysNothingOfWhatTheQuotesSay) {
  const std::vector<std::string> quotes = {kTrial[2], kTrial[3]};
  EXPECT_FALSE(contradicted_by_quotes("Polyethylene glycol improves chronic constipation", quotes));
  EXPECT_FALSE(contradicted_by_quotes("Improvement: 17/24 (71 %)", quotes));
  EXPECT_FALSE(contradicted_by_quotes("Polyethylene glycol improves constipation", {}));
}

TEST(CheckCitation, DoesNotReadTheMarksOfCitations) {
  const Paper paper("Polyethylene glycol for constipation in the elderly", kTrial);
  const auto plain =
      check_citation("Polyethylene glycol improves constipation in the elderly.", paper.source);
  const auto marked =
      check_citation("Polyethylene glycol improves constipation in the elderly [12,13].", paper.source);
  EXPECT_EQ(plain.claim.label, marked.claim.label);
  // A space may be left where a mark stood.
  EXPECT_NEAR(plain.claim.confidence, marked.claim.confidence, 0.001);
  EXPECT_GT(plain.supported, 0);
}

TEST(CheckCitation, OnlyThePartIsJudgedThatTheMarkedCitationStandsFor) {
  const Paper paper("Polyethylene glycol for constipation in the elderly", kTrial);
  const std::string other =
      "Lactulose causes bloating and flatulence in most children with anismus <|other_cit|>, ";
  const std::string part =
      "while polyethylene glycol improves chronic constipation in elderly patients <|cit|>.";
  const double marked = check_citation(other + part, paper.source).supported;
  const double unmarked =
      check_citation("Lactulose causes bloating and flatulence in most children with anismus, " + part,
                     paper.source)
          .supported;
  EXPECT_GT(marked, unmarked);
}

}  // namespace
}  // namespace attest
