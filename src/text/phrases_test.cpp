#include "text/phrases.h"

#include <gtest/gtest.h>

#include <array>
#include <random>
#include <string>
#include <vector>

namespace attest {
namespace {

TEST(Phrases, AreWholeWords) {
  EXPECT_EQ(find_phrase("no pain at all", "pain"), 3u);
  EXPECT_EQ(find_phrase("painful", "pain"), std::string_view::npos);
  EXPECT_EQ(find_phrase("painful", "pain*"), 0u);
  EXPECT_EQ(find_phrase("spain", "pain*"), std::string_view::npos);
  EXPECT_EQ(find_phrase("a (n = 4) b", "(n ="), 2u);
  EXPECT_EQ(find_phrase("pain and pain", "pain", 1), 9u);
  EXPECT_EQ(find_phrase("anything", ""), std::string_view::npos);
}

TEST(Phrases, TheFirstOfTheListIsGiven) {
  constexpr std::array<std::string_view, 6> kPhrases = {"not there", "was", "we recommend*",
                                                        "ii",        "is",  "the"};
  EXPECT_EQ(first_phrase("the committee said: we recommended it was", kPhrases), "was");
  EXPECT_EQ(first_phrase("grade ii", kPhrases), "ii");
  EXPECT_EQ(first_phrase("", kPhrases), "");
  EXPECT_FALSE(has_any_phrase("wasp nest", kPhrases));
}

// A long list is looked through another way than a phrase by itself, and finds the same.
TEST(Phrases, LongListsFindWhatSinglePhrasesFind) {
  std::mt19937 random(7);
  const auto letter = [&random] { return "abc *"[random() % 4]; };
  for (int round = 0; round < 2'000; ++round) {
    std::string text(random() % 40, ' ');
    for (char& byte : text) byte = letter();
    std::vector<std::string> owned(12);
    std::vector<std::string_view> phrases;
    for (std::string& phrase : owned) {
      for (size_t length = 1 + random() % 5; length > 0; --length) phrase += letter();
      if (random() % 3 == 0) phrase += '*';
      phrases.push_back(phrase);
    }
    std::string_view wanted;
    for (const std::string_view phrase : phrases) {
      if (wanted.empty() && has_phrase(text, phrase)) wanted = phrase;
    }
    ASSERT_EQ(first_phrase(text, phrases), wanted) << text;
  }
}

}  // namespace
}  // namespace attest
