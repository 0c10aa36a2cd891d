#include "answer/choice/compared_apart.h"

#include <gtest/gtest.h>

#include "base/ascii.h"
#include "evidence/evidence_test_support.h"

namespace attest {
namespace {

class ComparedApart : public testing::Test {
 protected:
  ComparedApart() {
    evidence_.vocabulary = test::vocabulary_of({"aspirin", "clopidogrel"}, {"stroke"}, stemmer_);
    for (const char* name : {"aspirin", "clopidogrel"}) {
      Concept one;
      one.role = ConceptRole::kIntervention;
      one.label = name;
      one.thesaurus_id = name;
      evidence_.question.concepts.push_back(one);
    }
  }
  bool combines(const std::string& sentence) {
    const AnswerSource& source =
        test::add_source(evidence_, stemmer_, "A trial", {sentence}, StudyDesign::kRandomisedTrial);
    return only_combines(evidence_, source.findings[0], lower_ascii(sentence));
  }
  Stemmer stemmer_;
  Evidence evidence_;
};

TEST_F(ComparedApart, WhatTwoDoTogetherComparesThemNot) {
  for (const char* sentence :
       {"The addition of clopidogrel to aspirin prevented few strokes.",
        "Clopidogrel plus aspirin inhibited platelets better than aspirin alone.",
        "The fixed combination of 75 mg clopidogrel and 100 mg aspirin prevented more strokes.",
        "A clopidogrel-aspirin tablet prevented strokes.",
        "Compared with aspirin alone, a combination of clopidogrel and aspirin prevented strokes.",
        "Bleeding came in 1.7% (aspirin + clopidogrel) and 1.3% (aspirin with placebo)."})
    EXPECT_TRUE(combines(sentence)) << sentence;
  for (const char* sentence :
       {"Clopidogrel prevented more strokes than aspirin.", "Aspirin and clopidogrel did not differ.",
        "Strokes came in 3% with 75 mg clopidogrel and 100 mg aspirin.",
        "Aspirin alone prevented few strokes."})
    EXPECT_FALSE(combines(sentence)) << sentence;
}

}  // namespace
}  // namespace attest
