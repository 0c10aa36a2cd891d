#include "answer/lay/with_its_subject.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace attest {
namespace {

std::string told_with(const std::string& text, const std::string& sentence) {
  Document document;
  document.text = text;
  Section section;
  section.body = {0, static_cast<uint32_t>(text.size())};
  document.sections.push_back(section);
  const auto at = static_cast<uint32_t>(text.find(sentence));
  const auto whole = with_its_subject(document, {at, at + static_cast<uint32_t>(sentence.size())});
  return whole ? std::string(whole->of(document.text)) : "";
}

TEST(WithItsSubject, UpToTwoSentencesBack) {
  EXPECT_EQ(
      told_with("Drugs lower it. Statins are safe for most people. But they are not recommended in "
                "pregnancy. They can also cause serious muscle problems. Ask about them.",
                "They can also cause serious muscle problems."),
      "Statins are safe for most people. But they are not recommended in pregnancy. They can also cause "
      "serious muscle problems.");
  EXPECT_EQ(told_with("Endometriosis is common. It can cause pain.", "It can cause pain."),
            "Endometriosis is common. It can cause pain.");
}

TEST(WithItsSubject, NothingWhereNoneIsNamed) {
  EXPECT_EQ(told_with("Gout is common. Rest helps.", "Rest helps."), "");
  EXPECT_EQ(told_with("Gout is common. It is not known why it comes.", "It is not known why it comes."), "");
  EXPECT_EQ(told_with("It hurts. They help.", "They help."), "");
  EXPECT_EQ(told_with("For example, creams. They help.", "They help."), "");
  EXPECT_EQ(told_with("Others get sores. They turn into blisters.", "They turn into blisters."), "");
  EXPECT_EQ(told_with("They help.", "They help."), "");
  EXPECT_EQ(told_with("Signs are - pain - fever - a rash. They go away.", "They go away."), "");
  EXPECT_EQ(told_with(std::string(500, 'A') + " is long. They help.", "They help."), "");
}

}  // namespace
}  // namespace attest
