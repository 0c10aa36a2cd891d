#include "question/feelings.h"

#include <gtest/gtest.h>

#include "question/fake_collection.h"

namespace attest {
namespace {

TEST(Feelings, BesideAComplaintAreNotAskedFor) {
  for (const char* feeling : {"angry", "upset", "lonely", "sad"}) {
    std::vector<Concept> concepts = {concept_of("snoring", ConceptRole::kCondition, true),
                                     concept_of(feeling, ConceptRole::kOther, false)};
    drop_feelings(concepts);
    ASSERT_EQ(concepts.size(), 1u) << feeling;
    EXPECT_EQ(concepts.front().label, "snoring");
  }
}

TEST(Feelings, ThatMayBeTheComplaintStay) {
  std::vector<Concept> alone = {concept_of("angry", ConceptRole::kOther, false)};
  drop_feelings(alone);
  EXPECT_EQ(alone.size(), 1u);
  std::vector<Concept> known = {concept_of("snoring", ConceptRole::kCondition, true),
                                concept_of("shame", ConceptRole::kOther, true)};
  drop_feelings(known);
  EXPECT_EQ(known.size(), 2u);
  std::vector<Concept> other = {concept_of("snoring", ConceptRole::kCondition, true),
                                concept_of("pillow", ConceptRole::kOther, false)};
  drop_feelings(other);
  EXPECT_EQ(other.size(), 2u);
}

}  // namespace
}  // namespace attest
