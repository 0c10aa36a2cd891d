// Slips in words of need are mended; other real words stay as they are.
#include "question/meant_words.h"

#include <gtest/gtest.h>

#include <string>

namespace attest {
namespace {

std::string meant(const char* question) {
  std::string text;
  for (const PlainWord& word : meant_words(question)) text += (text.empty() ? "" : " ") + word.text;
  return text;
}

TEST(MeantWords, AreMended) {
  EXPECT_EQ(meant("hurt my self"), "hurt myself");
  EXPECT_EQ(meant("not any more"), "not anymore");
  EXPECT_EQ(meant("took to many"), "took too many");
  EXPECT_EQ(meant("heart atack"), "heart attack");
  EXPECT_EQ(meant("swollowed a batery"), "swallowed a battery");
  EXPECT_EQ(meant("slured speach and wekness"), "slurred speech and weakness");
  EXPECT_EQ(meant("over 20 paracetemols, unconcious"), "over 20 paracetamol unconscious");
  EXPECT_EQ(meant("if i wasnt here"), "if i was not here");
}

TEST(MeantWords, OfOtherThingsAreKept) {
  for (const char* kept :
       {"my self esteem", "one tablet", "attach the patch", "a deep breath", "on the beach",
        "dropping things", "drooling baby", "cooking oil", "batter for pancakes", "breeding budgies",
        "headaches", "seizures", "wellness week", "going to school"})
    EXPECT_EQ(meant(kept), kept);
}

}  // namespace
}  // namespace attest
