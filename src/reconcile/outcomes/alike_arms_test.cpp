// Sentences in which two treatments are one subject.
#include "reconcile/outcomes/alike_arms.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace attest {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

std::vector<std::string> unchanged(std::string_view lower) {
  std::vector<std::string> names;
  for (const OutcomeChange& one : read_alike(lower, {})) {
    EXPECT_EQ(one.change, 0);
    names.push_back(one.outcome);
  }
  return names;
}

TEST(AlikeArms, OfWhatBothAreSaidToBeAlike) {
  EXPECT_THAT(unchanged("carvedilol and metoprolol were equally effective in improving quality of life."),
              ElementsAre("quality of life"));
  EXPECT_THAT(
      unchanged("both drugs produced improvement in symptoms (p < 0.001) and lv ejection fraction, and "
                "there were no significant differences between the two drugs."),
      UnorderedElementsAre("symptoms", "ejection fraction"));
  EXPECT_THAT(unchanged("healing with omeprazole 20 mg and lansoprazole 30 mg was comparable."),
              ElementsAre("healing"));
  EXPECT_THAT(unchanged("pain relief was similar with morphine and oxycodone, but nausea differed."),
              ElementsAre("pain"));
}

TEST(AlikeArms, WhereOneIsBetterNothingIsRead) {
  EXPECT_THAT(
      unchanged("carvedilol and metoprolol improved symptoms equally, and mortality was lower with one."),
      IsEmpty());
  EXPECT_THAT(unchanged("carvedilol and metoprolol improved symptoms."), IsEmpty());
  EXPECT_THAT(unchanged("pain was similar with morphine and oxycodone except in men."), IsEmpty());
  EXPECT_THAT(unchanged("nausea was less common and vomiting similar with morphine and oxycodone."),
              IsEmpty());
}

}  // namespace
}  // namespace attest
