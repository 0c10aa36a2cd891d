#include "question/verbs_of_complaint.h"

#include <gtest/gtest.h>

#include "text/tokens.h"

namespace attest {
namespace {

bool complains(std::string_view text, std::string_view verb) {
  Stemmer stemmer;
  const std::vector<QuestionWord> words = question_words(text, stemmer);
  for (size_t at = 0; at < words.size(); ++at) {
    if (words[at].folded == verb) return is_verb_of_complaint(text, words, at);
  }
  return false;
}

TEST(VerbsOfComplaint, AreNoNamesWhereSomebodyDoesThem) {
  EXPECT_TRUE(complains("sex burns since I had my baby", "burns"));
  EXPECT_TRUE(complains("it burns", "burns"));
  EXPECT_TRUE(complains("I have to strain on the toilet", "strain"));
}

TEST(VerbsOfComplaint, AreNamesElsewhere) {
  EXPECT_FALSE(complains("how are burns treated", "burns"));
  EXPECT_FALSE(complains("scalds and burns after hot tea", "burns"));
  EXPECT_FALSE(complains("burns of the hand", "burns"));
  EXPECT_FALSE(complains("treatment of muscle strain", "strain"));
  EXPECT_FALSE(complains("my child has burns. When can he swim", "burns"));
}

}  // namespace
}  // namespace attest
