#include <gtest/gtest.h>

#include "verify/verify_answer.h"

namespace attest {
namespace {

Answer one_statement(const std::string& text, const std::string& quote, uint32_t start) {
  Answer answer;
  Reference reference;
  reference.number = 1;
  reference.document = "pmid:1";
  reference.status = "current";
  answer.references.push_back(reference);
  Statement statement;
  statement.text = text;
  statement.citations.push_back(
      {"pmid:1", 1, {start, start + static_cast<uint32_t>(quote.size())}, quote, 0});
  answer.bottom_line.push_back(statement);
  return answer;
}

const std::string kText = "Title\n\nRelief in 17 of 24 patients (71%) at six months.";
const TextOf kTextOf = [](const std::string& id) { return id == "pmid:1" ? &kText : nullptr; };

TEST(Numbers, AreReadInOneForm) {
  EXPECT_EQ(numbers_of("1,112 v 0·72, .05 and 80.0 %"),
            (std::vector<std::string>{"1112", "0.72", "0.05", "80"}));
  EXPECT_EQ(numbers_of("six months"), (std::vector<std::string>{"6"}));
}

TEST(VerifyAnswer, AcceptsNumbersOfTheQuote) {
  EXPECT_TRUE(verify_answer(one_statement("17/24 (71 %), 6 months", kText.substr(7), 7), kTextOf).empty());
}

TEST(VerifyAnswer, ReportsANumberThatStandsNowhere) {
  const auto problems = verify_answer(one_statement("18/24 (71 %)", kText.substr(7), 7), kTextOf);
  ASSERT_EQ(problems.size(), 1u);
  EXPECT_NE(problems[0].problem.find("18"), std::string::npos);
}

TEST(VerifyAnswer, AcceptsAComputedNumberOnlyWithItsRule) {
  Answer answer = one_statement("p = 0.24", kText.substr(7), 7);
  EXPECT_EQ(verify_answer(answer, kTextOf).size(), 1u);
  answer.bottom_line[0].computations.push_back({"Fisher's exact test", "17/24, 12/24", "0.24"});
  EXPECT_TRUE(verify_answer(answer, kTextOf).empty());
}

TEST(VerifyAnswer, ReportsAMovedQuote) {
  EXPECT_EQ(verify_answer(one_statement("17/24", kText.substr(7), 8), kTextOf).size(), 1u);
}

TEST(VerifyAnswer, ReportsRetractedSupportAndDropsIt) {
  Answer answer = one_statement("17/24", kText.substr(7), 7);
  answer.references[0].status = "retracted";
  EXPECT_EQ(drop_unsupported(answer, kTextOf).size(), 1u);
  EXPECT_TRUE(answer.bottom_line.empty());
}

TEST(VerifyAnswer, DropsWhatItsOwnQuoteGoesAgainst) {
  const std::string text = "Title\n\nBiofeedback significantly reduced straining compared with laxatives.";
  const TextOf text_of = [&](const std::string&) { return &text; };
  const std::string quote = text.substr(7);
  const auto says = [&](const std::string& statement) {
    Answer answer = one_statement(statement, quote, 7);
    return drop_unsupported(answer, text_of);
  };
  EXPECT_TRUE(says("Biofeedback reduced straining compared with laxatives.").empty());
  EXPECT_TRUE(says("Biofeedback reduced straining, says “Laxatives increased straining…”.").empty());
  const auto problems = says("Biofeedback significantly increased straining compared with laxatives.");
  ASSERT_EQ(problems.size(), 1u);
  EXPECT_NE(problems[0].problem.find("goes against it"), std::string::npos) << problems[0].problem;
}

// "Non-insulin-dependent" in one of the titles' sentences is no denial of what the others say.
TEST(VerifyAnswer, OneOfSeveralQuotesDoesNotGoAgainstAStatementThatAnotherHolds) {
  const std::string text =
      "Biofeedback did not reduce straining. Biofeedback significantly reduced straining compared with "
      "laxatives.";
  const TextOf text_of = [&](const std::string&) { return &text; };
  Answer answer = one_statement("Biofeedback reduced straining.", text.substr(38), 38);
  Citation other = answer.bottom_line[0].citations[0];
  other.span = {0, 37};
  other.quote = text.substr(0, 37);
  answer.bottom_line[0].citations.push_back(other);
  EXPECT_TRUE(drop_unsupported(answer, text_of).empty());
}

TEST(VerifyAnswer, KeepsOutcomesWithTheirStatements) {
  Answer answer = one_statement("17/24", kText.substr(7), 7);
  TherapyLine line;
  line.statements = {answer.bottom_line[0], answer.bottom_line[0]};
  line.statements[0].text = "99/100";
  Outcome first;
  first.statement = 0;
  Outcome second;
  second.statement = 1;
  line.outcomes = {first, second};
  answer.lines.push_back(line);
  drop_unsupported(answer, kTextOf);
  ASSERT_EQ(answer.lines[0].statements.size(), 1u);
  ASSERT_EQ(answer.lines[0].outcomes.size(), 1u);
  EXPECT_EQ(answer.lines[0].outcomes[0].statement, 0);
}

}  // namespace
}  // namespace attest
