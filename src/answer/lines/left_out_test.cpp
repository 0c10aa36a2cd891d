#include "answer/lines/left_out.h"

#include <gtest/gtest.h>

#include "evidence/evidence_test_support.h"

namespace attest {
namespace {

class LeftOutOfQuestion : public testing::Test {
 protected:
  LeftOutOfQuestion() {
    evidence_.vocabulary =
        test::vocabulary_of({"metformin", "hysterectomy", "fluoxetine", "acupuncture", "hormone therapy"},
                            {"migraine"}, stemmer_);
  }

  bool leaves_out(const std::string& question, const std::string& name) {
    evidence_.question.asked = question;
    return LeftOut(evidence_).holds(name, name);
  }

  Stemmer stemmer_;
  Evidence evidence_;
};

TEST_F(LeftOutOfQuestion, IsTheThingItself) {
  EXPECT_TRUE(leaves_out("alternatives to metformin for type 2 diabetes", "metformin"));
  EXPECT_FALSE(leaves_out("alternatives to metformin for type 2 diabetes", "glipizide"));
  EXPECT_TRUE(leaves_out("What can I take for hot flashes without hormones?", "hormone therapy"));
}

TEST_F(LeftOutOfQuestion, IsAllOfAKind) {
  EXPECT_TRUE(leaves_out("treatment of menorrhagia without surgery", "hysterectomy"));
  EXPECT_TRUE(leaves_out("How can I treat anxiety without medication?", "fluoxetine"));
  EXPECT_TRUE(
      leaves_out("treatment of depression other than drugs", "selective serotonin reuptake inhibitors"));
  EXPECT_TRUE(leaves_out("hot flushes without hormones", "oestrogen"));
  EXPECT_FALSE(leaves_out("How can I treat anxiety without medication?", "acupuncture"));
  EXPECT_FALSE(leaves_out("How can I treat anxiety without medication?", "cognitive behavioural therapy"));
  EXPECT_FALSE(leaves_out("treatment of menorrhagia without surgery", "danazol"));
}

TEST_F(LeftOutOfQuestion, IsNothingWhereTheConditionIsWithoutSomething) {
  EXPECT_FALSE(leaves_out("treatment of migraine without aura", "metformin"));
  EXPECT_FALSE(leaves_out("treatment of cough without fever, with metformin", "metformin"));
  EXPECT_FALSE(leaves_out("treatment of migraine", "metformin"));
}

}  // namespace
}  // namespace attest
