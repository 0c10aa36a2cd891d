// A place among treatments that is lost, spoiled or disputed is none.
#include <gtest/gtest.h>

#include "findings/arms/control_arms.h"
#include "findings/extract.h"

namespace attest {
namespace {

class LostPlaceTest : public testing::Test {
 protected:
  LostPlaceTest() {
    add_control_arms(vocabulary_, stemmer_);
    for (const char* name : {"atenolol", "losartan", "amlodipine"})
      vocabulary_.add({"t:" + std::string(name), name, "", ConceptRole::kIntervention, false, {}},
                      std::vector<std::string>{name}, stemmer_);
  }
  int line(const std::string& sentence, const std::string& of) {
    Document document;
    document.text = sentence;
    Appraisal appraisal;
    appraisal.design = StudyDesign::kReview;
    const SentenceContext context{&document, &appraisal, 0, "", 2, {}, {}};
    const Finding finding =
        extract_finding(context, {0, static_cast<uint32_t>(sentence.size())}, vocabulary_, stemmer_);
    return line_said_of(finding, "t:" + of);
  }
  Stemmer stemmer_;
  Vocabulary vocabulary_;
};

TEST_F(LostPlaceTest, WhatHasLostItsPlaceIsNotFirst) {
  for (const char* const sentence : {
           "In 1999 atenolol had ceased to be a satisfactory first-line treatment.",
           "Atenolol has been superseded as the first-line treatment of hypertension.",
           "Atenolol has been abandoned as first-line treatment.",
           "Atenolol has been replaced as first-line treatment of hypertension.",
           "Atenolol is inadequate as first-line treatment of hypertension.",
           "Most states have withdrawn atenolol as their first-line drug.",
           "Atenolol has lost its place as first-line treatment.",
           "Atenolol is unsuitable as first-line treatment of hypertension.",
           "Atenolol had become ineffective as first-line treatment.",
           "Atenolol is too expensive to be the first-line treatment of hypertension.",
           "The failure of atenolol as first-line treatment of hypertension was shown.",
           "Slow heart rates prevent the use of atenolol as first-line treatment.",
           "Such effects preclude atenolol as first-line treatment of hypertension.",
           "The cost of atenolol may limit its use as a first-line option.",
           "There were fewer responses with atenolol as first-line therapy.",
           "There is dispute about what should be the first line of treatment: atenolol is one.",
           "Atenolol is used beside others rather than as first-line treatment.",
       })
    EXPECT_EQ(line(sentence, "atenolol"), 0) << sentence;
}

TEST_F(LostPlaceTest, WhatTookThePlaceHasIt) {
  for (const char* const sentence : {
           "Losartan has replaced atenolol as first-line treatment of hypertension.",
           "Losartan and amlodipine have superseded atenolol as the drugs of choice.",
       }) {
    EXPECT_EQ(line(sentence, "losartan"), 1) << sentence;
    EXPECT_EQ(line(sentence, "atenolol"), 0) << sentence;
  }
  EXPECT_EQ(line("Atenolol has been replaced by losartan as the first-line treatment.", "atenolol"), 0);
}

TEST_F(LostPlaceTest, WhatIsSaidOfOthersTakesNothingAway) {
  for (const char* const sentence : {
           "Because losartan is ineffective, atenolol is the first-line treatment.",
           "Where diet is inadequate, atenolol is recommended as first-line treatment.",
           "In patients with inadequate control, atenolol is the drug of choice.",
           "Losartan was withdrawn in 2001, and atenolol is the first-line treatment.",
           "Atenolol is limited in cost and is the first-line treatment.",
           "Atenolol has become the first-line treatment.",
       })
    EXPECT_EQ(line(sentence, "atenolol"), 1) << sentence;
}

}  // namespace
}  // namespace attest
