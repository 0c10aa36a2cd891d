#include "answer/lay/unsaid_qualifier.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace attest {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

std::string qualifier(const std::string& text) {
  UnderstoodQuestion question;
  question.asked = question.resolved = text;
  return qualifier_of(question);
}

Answer answer_with(const std::string& question, const std::string& told) {
  Answer answer;
  answer.audience = Audience::kPatient;
  answer.verdict = Answer::Verdict::kAnswered;
  answer.understood.asked = answer.understood.resolved = question;
  Statement statement;
  statement.text = told;
  answer.bottom_line.push_back(statement);
  return answer;
}

TEST(UnsaidQualifier, IsWhatStandsBehindTheButUpToTheQuestion) {
  EXPECT_EQ(qualifier("he has HIV but undetectable can he infect me"), "undetectable");
  EXPECT_EQ(qualifier("she has TB but is on treatment, can I catch it"), "on treatment");
  EXPECT_EQ(qualifier("I leak since having my baby what helps"), "since having my baby");
}

TEST(UnsaidQualifier, IsNeitherAQuestionNorAFeelingNorWhatFailed) {
  for (const char* text :
       {"I take senna but can I drink", "I have gout but what helps", "I have psoriasis but I am scared",
        "I took senna but it did not help, what next", "what helps with gout"})
    EXPECT_EQ(qualifier(text), "") << text;
}

TEST(UnsaidQualifier, IsToldWhereNothingSpeaksOfIt) {
  const std::string question = "he has HIV but is undetectable, can he infect me";
  Answer answer = answer_with(question, "HIV spreads through sex.");
  tell_unsaid_qualifier(answer);
  ASSERT_THAT(answer.gaps, SizeIs(1));
  EXPECT_NE(answer.gaps[0].find("undetectable"), std::string::npos);
  EXPECT_EQ(answer.verdict, Answer::Verdict::kPartly);
  answer = answer_with(question, "Who has an undetectable amount of HIV does not pass it on.");
  tell_unsaid_qualifier(answer);
  EXPECT_THAT(answer.gaps, IsEmpty());
  answer = answer_with(question, "HIV spreads through sex.");
  answer.audience = Audience::kClinician;
  tell_unsaid_qualifier(answer);
  EXPECT_THAT(answer.gaps, IsEmpty());
}

}  // namespace
}  // namespace attest
