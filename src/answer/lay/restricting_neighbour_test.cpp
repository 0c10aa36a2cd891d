#include "answer/lay/restricting_neighbour.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace attest {
namespace {

using testing::SizeIs;

const std::string kAspirin = "A low dose of aspirin every day can help reduce the risk of heart disease.";
const std::string kNotAll = "However, taking aspirin is not safe for everyone.";

Evidence page(const std::string& text) {
  Evidence evidence;
  evidence.audience = Audience::kPatient;
  AnswerSource source;
  source.id = "one";
  source.document.text = text;
  Section section;
  section.body = {0, static_cast<uint32_t>(text.size())};
  source.document.sections.push_back(section);
  evidence.sources.push_back(std::move(source));
  return evidence;
}

Answer quoting(const std::string& text, const std::string& sentence) {
  const auto at = static_cast<uint32_t>(text.find(sentence));
  Statement statement;
  statement.text = sentence;
  statement.quoted = true;
  statement.citations.push_back({"one", 0, {at, at + static_cast<uint32_t>(sentence.size())}, sentence, 0});
  Answer answer;
  answer.audience = Audience::kPatient;
  answer.bottom_line.push_back(statement);
  return answer;
}

TEST(RestrictingNeighbour, ItIsQuotedWithTheSentence) {
  const std::string text = "Talk about it. " + kAspirin + " " + kNotAll + " Exercise helps too.";
  const Evidence evidence = page(text);
  Answer answer = quoting(text, kAspirin);
  EXPECT_TRUE(quote_with_restrictions(evidence, answer));
  ASSERT_THAT(answer.bottom_line, SizeIs(1));
  const Statement& one = answer.bottom_line[0];
  EXPECT_EQ(one.text, kAspirin + " " + kNotAll);
  EXPECT_EQ(one.citations[0].span.of(text), one.text);
  EXPECT_EQ(one.citations[0].quote, one.text);
}

TEST(RestrictingNeighbour, WhatMayNotBeToldTakesTheSentenceWithIt) {
  const std::string text = kAspirin + " However, the odds ratio of bleeding was 1.6 (95% CI 1.2 to 2.1).";
  const Evidence evidence = page(text);
  Answer answer = quoting(text, kAspirin);
  EXPECT_TRUE(quote_with_restrictions(evidence, answer));
  EXPECT_THAT(answer.bottom_line, SizeIs(0));
}

TEST(RestrictingNeighbour, WhatIsMostlyMildIsToldWithTheRareRest) {
  const std::string mild = "Most cases of croup are mild and can be treated at home.";
  const std::string rest =
      "Rarely, croup can become serious. If you are worried about your child's breathing, call a doctor.";
  const std::string text = mild + " " + rest + " Croup is more common in winter.";
  Answer answer = quoting(text, mild);
  EXPECT_TRUE(quote_with_restrictions(page(text), answer));
  EXPECT_EQ(answer.bottom_line[0].text, mild + " " + rest);
}

TEST(RestrictingNeighbour, WhatFrightensIsToldWithHowRareItIs) {
  const std::string cancer = "Testicles can also develop cancer.";
  const std::string rare = "Testicular cancer is rare and highly treatable.";
  const std::string behind = "Examine them monthly. " + cancer + " " + rare + " It comes between 15 and 40.";
  Answer answer = quoting(behind, cancer);
  EXPECT_TRUE(quote_with_restrictions(page(behind), answer));
  EXPECT_EQ(answer.bottom_line[0].text, cancer + " " + rare);
  const std::string before = "It hurts. " + rare + " " + cancer + " Wear a cup.";
  answer = quoting(before, cancer);
  EXPECT_TRUE(quote_with_restrictions(page(before), answer));
  EXPECT_EQ(answer.bottom_line[0].text, rare + " " + cancer);
}

TEST(RestrictingNeighbour, WhatHelpsManyIsToldWithWhatTheOthersNeed) {
  const std::string many = "Creams will get rid of many tinea infections, such as jock itch.";
  const std::string others = "Other cases require prescription medicine.";
  const std::string text = many + " " + others + " Keep your feet dry.";
  Answer answer = quoting(text, many);
  EXPECT_TRUE(quote_with_restrictions(page(text), answer));
  EXPECT_EQ(answer.bottom_line[0].text, many + " " + others);
  const std::string all = "Creams will get rid of jock itch.";
  const std::string of_all = all + " " + others;
  answer = quoting(of_all, all);
  EXPECT_FALSE(quote_with_restrictions(page(of_all), answer));
}

TEST(RestrictingNeighbour, OtherNeighboursStayWhereTheyAre) {
  for (const char* next :
       {"Exercise helps too.", "Although rare, bleeding happens.", "Buttermilk is a drink.", ""}) {
    const std::string text = kAspirin + " " + next;
    const Evidence evidence = page(text);
    Answer answer = quoting(text, kAspirin);
    EXPECT_FALSE(quote_with_restrictions(evidence, answer)) << next;
    EXPECT_EQ(answer.bottom_line[0].text, kAspirin);
  }
  const std::string text = kAspirin + " " + kNotAll;
  Evidence evidence = page(text);
  evidence.audience = Audience::kClinician;
  Answer answer = quoting(text, kAspirin);
  EXPECT_FALSE(quote_with_restrictions(evidence, answer));
}

TEST(RestrictingNeighbour, WhatRestricts) {
  for (const char* lower : {"however, it is not safe for everyone.", "but it can harm the stomach.",
                            "this does not mean that you are cured.", "unfortunately, it often comes back."})
    EXPECT_TRUE(restricts(lower)) << lower;
  for (const char* lower : {"in most people it heals.", "butter is fat.", "it is common in children.",
                            "other treatments include creams."})
    EXPECT_FALSE(restricts(lower)) << lower;
}

}  // namespace
}  // namespace attest
