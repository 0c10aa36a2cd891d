#include "search/passage_ranking.h"

#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace attest {
namespace {

// Made up for this test.
const std::vector<Passage> kPassages = {
    {"The capital of the district has a new hospital.", 0},
    {"Hereditary angioedema (HAE) is caused by mutations of the C1 inhibitor gene.", 1},
    {"Attacks of HAE are treated with icatibant.", 2},
    {"Icatibant blocks the bradykinin B2 receptor.", 2},
    {"Statins lower cholesterol in adults.", 3},
};

TEST(PassagePool, RanksByTheQuestion) {
  const PassagePool pool(kPassages);
  EXPECT_EQ(pool.size(), kPassages.size());
  const auto ranked = pool.rank("Which gene is mutated in hereditary angioedema?");
  ASSERT_EQ(ranked.size(), kPassages.size());
  EXPECT_EQ(ranked[0].passage, 1U);
  EXPECT_TRUE(std::is_sorted(ranked.begin(), ranked.end(), [](const PassageScore& a, const PassageScore& b) {
    return a.probability > b.probability;
  }));
}

TEST(PassagePool, AnAbbreviationStandsForItsLongForm) {
  const PassagePool pool(kPassages);
  const auto ranked = pool.rank("How are attacks of hereditary angioedema treated?");
  const auto place = [&ranked](size_t passage) {
    return std::find_if(ranked.begin(), ranked.end(),
                        [passage](const PassageScore& score) { return score.passage == passage; }) -
           ranked.begin();
  };
  EXPECT_LT(place(2), 2);
  EXPECT_LT(place(3), place(4));  // of the same document as an answer
}

TEST(PassagePool, NothingAskedOrNothingThere) {
  EXPECT_TRUE(PassagePool({}).rank("icatibant").empty());
  const PassagePool pool(kPassages);
  EXPECT_EQ(pool.rank("").size(), kPassages.size());
  EXPECT_EQ(pool.rank("xyzzy \xff").size(), kPassages.size());
}

}  // namespace
}  // namespace attest
