// Complaints told as people tell them: denied verbs, words of the body, private places and lay phrases.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "question/question_test_support.h"

namespace attest {
namespace {

using test::labels;
using testing::Contains;
using testing::ElementsAre;
using testing::Not;

UnderstoodQuestion read(std::string_view question) {
  static const FakeCollection collection({"constipation", "larva migrans", "haven for the homeless"});
  return test::read_question(question, collection);
}

TEST(EverydayWords, ADeniedVerbNamesNothing) {
  for (const char* question :
       {"I haven't slept, what helps with constipation?", "i havent slept what helps with constipation",
        "I haven\xE2\x80\x99t slept, what helps with constipation?"})
    EXPECT_THAT(labels(read(question)), Not(Contains("haven"))) << question;
}

TEST(EverydayWords, AWordOfTheBodyTellsOfWhatIsAsked) {
  EXPECT_THAT(labels(read("I pooped little, what helps with constipation?")), ElementsAre("constipation"));
}

TEST(EverydayWords, PrivateMattersAreUnderstood) {
  const std::pair<const char*, const char*> told[] = {
      {"my erections don't last long enough for sex", "erectile dysfunction"},
      {"he always comes too quickly", "premature ejaculation"},
      {"my wife has no desire for sex", "decreased libido"},
      {"I am so dry down there", "vaginal atrophy"},
      {"it is itchy down there", "pruritus vulvae"},
      {"I pee a little when I cough", "stress urinary incontinence"},
      {"my balls ache", "testicular pain"},
      {"is a fast heartbeat dangerous", "palpitations"},
      {"my son's cough sounds like a seal", "croup"},
      {"there is blood on the toilet paper", "rectal bleeding"},
  };
  for (const auto& [question, thing] : told) EXPECT_THAT(labels(read(question)), Contains(thing)) << question;
  EXPECT_THAT(labels(read("dry skin in Down syndrome, and there is a rash")),
              Not(Contains("vaginal atrophy")));
  EXPECT_THAT(labels(read("how come symptoms start so fast")), Not(Contains("premature ejaculation")));
}

TEST(EverydayWords, AnAgeAloneNamesNothing) {
  EXPECT_THAT(labels(read("my grandpa is 90, why?")), testing::IsEmpty());
  EXPECT_THAT(labels(read("my grandpa is 90 and his feet are swollen, why?")), Contains("oedema"));
}

TEST(EverydayWords, WorryAndReasonsAreAskedFor) {
  EXPECT_EQ(read("should I be worried about constipation").intent, Intent::kPrognosis);
  EXPECT_EQ(read("I have constipation, what could be the reason").intent, Intent::kCause);
  EXPECT_THAT(labels(read("father can't hold his urine at night")), Contains("urinary incontinence"));
}

TEST(EverydayWords, APluralSlipIsNoWordOfTheSameStem) {
  std::vector<std::string> texts(2, "larva migrans of the skin");
  texts.resize(120, "migraine attacks");
  const UnderstoodQuestion plural = test::read_question("what helps against migranes", FakeCollection(texts));
  ASSERT_EQ(plural.spelling.size(), 1u);
  EXPECT_EQ(plural.spelling[0].to, "migraines");
}

TEST(EverydayWords, ALastLetterTypedTwiceIsASlip) {
  const FakeCollection collection({"scarlett is a name", "scarlet fever", "scarlet fever in children"});
  const UnderstoodQuestion fever = test::read_question("is scarlett fever catching", collection);
  ASSERT_EQ(fever.spelling.size(), 1u);
  EXPECT_EQ(fever.spelling[0].to, "scarlet");
}

TEST(EverydayWords, WhyAtTheEndAsksForACause) {
  EXPECT_EQ(read("dad is 75 and gets confused at night since hospital, why?").intent, Intent::kCause);
  EXPECT_EQ(read("my son has constipation and is 5 years old, why").intent, Intent::kCause);
}

}  // namespace
}  // namespace attest
