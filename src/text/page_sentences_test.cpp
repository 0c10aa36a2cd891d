#include "text/page_sentences.h"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace attest {
namespace {

using testing::ElementsAre;

std::vector<std::string> told(const std::string& text) {
  std::vector<std::string> sentences;
  for (const ByteSpan span : page_sentences(text)) sentences.emplace_back(span.of(text));
  return sentences;
}

TEST(PageSentences, TheSentenceBehindAListStandsByItself) {
  EXPECT_THAT(told("If you have acne - Clean your skin gently - Avoid the sun Treatments for acne include "
                   "medicines and creams."),
              ElementsAre("If you have acne - Clean your skin gently - Avoid the sun",
                          "Treatments for acne include medicines and creams."));
  EXPECT_THAT(told("Symptoms may include - Swelling - Low fever Not everyone with appendicitis has all these "
                   "symptoms."),
              ElementsAre("Symptoms may include - Swelling - Low fever",
                          "Not everyone with appendicitis has all these symptoms."));
}

TEST(PageSentences, APointOfAListIsNone) {
  for (const char* text :
       {"Causes include - The flu - Your diet - Some medicines - Stress.",
        "Avoid - Foods that You like very much and eat often - Sun.",
        "Ask the doctor if You have any pain at night.", "Clean your skin - Avoid The Sun Treatment."})
    EXPECT_THAT(told(text), ElementsAre(text));
}

TEST(PageSentences, AHeadingThatLostItsLineIsNoPartOfTheSentence) {
  EXPECT_THAT(told("Genes Play a Role No one knows what causes it."),
              ElementsAre("No one knows what causes it."));
  EXPECT_THAT(told("Outlook Palpitations are very common."), ElementsAre("Palpitations are very common."));
  for (const char* text :
       {"The Treatment is known.", "Parkinson's Disease is common.", "Most people recover.",
        "Doctors and The nurses help.", "Vitamin D is good for bones."})
    EXPECT_THAT(told(text), ElementsAre(text));
}

}  // namespace
}  // namespace attest
