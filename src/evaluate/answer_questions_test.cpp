// The file of questions: what is read, and that a broken line is named.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "evaluate/datasets/answer_questions.h"

namespace attest {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TEST(AnswerQuestions, groups_and_comments) {
  const auto questions = parse_answer_questions(
      "# a comment\n"
      "a\tDoes it work?\tanswered\t1,2|3\tnote\n"
      "b\tWhat of the unicorn?\tnone\t\tmade up\n",
      "questions.tsv");
  ASSERT_TRUE(questions.has_value());
  ASSERT_EQ(questions->size(), 2u);
  EXPECT_THAT((*questions)[0].must_cite, ElementsAre(ElementsAre("1", "2"), ElementsAre("3")));
  EXPECT_THAT((*questions)[1].must_cite, IsEmpty());
}

TEST(AnswerQuestions, broken_lines_are_named) {
  for (const char* line : {"a\tq\tanswered\t1", "a\tq\tmaybe\t1\t", "a\tq\tanswered\t\t", "a\tq\tnone\t1\t",
                           "a\tq\tanswered\t1,|2\t", "\tq\tanswered\t1\t"}) {
    const auto questions = parse_answer_questions(line, "questions.tsv");
    ASSERT_FALSE(questions.has_value()) << line;
    EXPECT_THAT(questions.error().to_line(), HasSubstr("questions.tsv, line 1"));
  }
  EXPECT_FALSE(parse_answer_questions("a\tq\tnone\t\t\na\tr\tnone\t\t\n", "f").has_value());
}

TEST(AnswerQuestions, the_sets_of_the_sources_are_whole) {
  struct Set {
    const char* file;
    size_t questions;
    size_t answerable;
  };
  for (const Set& set : {Set{"questions.tsv", 100, 80}, Set{"questions_read.tsv", 400, 274},
                         Set{"questions_particular.tsv", 360, 360}, Set{"questions_unseen.tsv", 145, 114}}) {
    const auto questions =
        read_answer_questions(std::string(ATTEST_SOURCE_DIR) + "/eval/answers/" + set.file);
    ASSERT_TRUE(questions.has_value()) << questions.error().to_line();
    size_t answerable = 0;
    for (const AnswerQuestion& question : *questions) answerable += question.must_cite.empty() ? 0 : 1;
    EXPECT_EQ(questions->size(), set.questions) << set.file;
    EXPECT_EQ(answerable, set.answerable) << set.file;
  }
}

}  // namespace
}  // namespace attest
