#include "answer/lines/moved_on_to.h"

#include <gtest/gtest.h>

#include "base/ascii.h"
#include "evidence/evidence_test_support.h"

namespace attest {
namespace {

class MovedOnTo : public testing::Test {
 protected:
  MovedOnTo() {
    evidence_.vocabulary = test::vocabulary_of({"vigabatrin", "corticotropin"}, {"spasms"}, stemmer_);
  }
  bool to(const std::string& sentence, const char* id) {
    const AnswerSource& source =
        test::add_source(evidence_, stemmer_, "A trial", {sentence}, StudyDesign::kRandomisedTrial);
    for (const Mention& one : source.findings[0].interventions) {
      if (one.id == id) return is_moved_on_to(source.findings[0], one, lower_ascii(sentence));
    }
    ADD_FAILURE() << id << " is not named in: " << sentence;
    return false;
  }
  Stemmer stemmer_;
  Evidence evidence_;
};

TEST_F(MovedOnTo, TheSecondIsNotWhatFails) {
  const char* const switched =
      "Children without a response to vigabatrin should be switched to corticotropin.";
  EXPECT_TRUE(to(switched, "corticotropin"));
  EXPECT_FALSE(to(switched, "vigabatrin"));
}

}  // namespace
}  // namespace attest
