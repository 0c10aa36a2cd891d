#include "answer/json/answer_changes.h"

#include <gtest/gtest.h>

namespace attest {
namespace {

Statement said(const std::string& text, const std::string& document, uint32_t start) {
  Statement statement;
  statement.text = text;
  statement.citations.push_back({document, 1, {start, start + 10}, "", 0});
  return statement;
}

StoredAnswer answer(std::vector<StoredPart> parts, std::vector<std::string> ids = {}) {
  StoredAnswer stored;
  stored.parts = std::move(parts);
  stored.document_ids = std::move(ids);
  return stored;
}

std::vector<std::string> texts(const std::vector<Statement>& statements) {
  std::vector<std::string> all;
  for (const Statement& one : statements) all.push_back(one.text);
  return all;
}

using Texts = std::vector<std::string>;

TEST(AnswerChanges, EveryStatementIsInOneOfFourPlaces) {
  const StoredAnswer then = answer({{"bottom line", "Bottom line", {said("a", "1", 0), said("b", "1", 20)}},
                                    {"line x", "1. x", {said("a", "1", 0), said("c", "2", 0)}}},
                                   {"1", "2"});
  const StoredAnswer now = answer({{"bottom line", "Bottom line", {said("b", "1", 20), said("d", "3", 0)}},
                                   {"line x", "2. x", {said("c, said better", "2", 0)}}},
                                  {"1", "3", "2"});
  const AnswerChanges changes = changes_between(then, now);
  EXPECT_EQ(changes.both, 1U);
  EXPECT_EQ(changes.reworded, 1U);
  EXPECT_EQ(changes.only_first, 1U);
  EXPECT_EQ(changes.only_second, 1U);
  EXPECT_TRUE(changes.no_longer_cited.empty());
  EXPECT_EQ(changes.newly_cited, Texts{"3"});
  ASSERT_EQ(changes.parts.size(), 2U);
  EXPECT_EQ(texts(changes.parts[0].both), Texts{"b"});
  EXPECT_EQ(texts(changes.parts[0].only_first), Texts{"a"});
  EXPECT_EQ(texts(changes.parts[0].only_second), Texts{"d"});
  EXPECT_EQ(changes.parts[0].title_second, "");
  ASSERT_EQ(changes.parts[1].reworded.size(), 1U);
  EXPECT_EQ(changes.parts[1].reworded[0].second.text, "c, said better");
  EXPECT_EQ(changes.parts[1].title, "1. x");
  EXPECT_EQ(changes.parts[1].title_second, "2. x");
  EXPECT_TRUE(changes.parts[1].only_first.empty()) << "a stands in the first of its parts only";
}

TEST(AnswerChanges, NewPartsStandWhereTheyStandInTheSecond) {
  const StoredAnswer then = answer(
      {{"a", "A", {said("1", "1", 0)}}, {"b", "B", {said("2", "1", 20)}}, {"c", "C", {said("3", "1", 40)}}});
  const StoredAnswer now = answer(
      {{"n", "N", {said("4", "1", 60)}}, {"b", "B", {said("2", "1", 20)}}, {"m", "M", {said("5", "1", 80)}}});
  Texts titles;
  for (const ChangedPart& part : changes_between(then, now).parts) titles.push_back(part.title);
  EXPECT_EQ(titles, (Texts{"N", "A", "B", "M", "C"}));
}

TEST(AnswerChanges, TheSameBytesWhateverTheLastLineBreak) {
  StoredAnswer then, now;
  then.bytes = "{}\n";
  now.bytes = "{}";
  EXPECT_TRUE(changes_between(then, now).same_bytes);
  now.bytes = "{ }";
  EXPECT_FALSE(changes_between(then, now).same_bytes);
}

TEST(AnswerChanges, StatementsWithoutCitationsNeverCountAsReworded) {
  Statement one, other;
  one.text = "one";
  other.text = "other";
  const AnswerChanges changes = changes_between(answer({{"a", "A", {one}}}), answer({{"a", "A", {other}}}));
  EXPECT_EQ(changes.reworded, 0U);
  EXPECT_EQ(changes.only_first + changes.only_second, 2U);
}

}  // namespace
}  // namespace attest
