// Figures of two groups that were exchanged.
#include "verify/figure_sides.h"

#include <gtest/gtest.h>

#include "verify/claim_test_support.h"

namespace attest {
namespace {

int sides(std::string_view claim, std::string_view sentence) {
  const test::Pair pair(claim, sentence);
  return hold_figure_sides(pair.claim, pair.sentence, pair.aligned);
}

TEST(FigureSides, BehindTheFigures) {
  const std::string sentence =
      "Ulcers occurred in 2.3% of patients taking naproxen compared with 1.1% taking placebo.";
  EXPECT_EQ(sides("Ulcers occurred in 2.3% on naproxen and 1.1% on placebo.", sentence), 1);
  EXPECT_EQ(sides("Ulcers occurred in 1.1% on naproxen and 2.3% on placebo.", sentence), -1);
  EXPECT_EQ(sides("Ulcers occurred in 1.1% on placebo and 2.3% on naproxen.", sentence), 1);
}

TEST(FigureSides, BeforeTheFigures) {
  const std::string sentence =
      "Ibuprofen reduced blood loss by 20% (mean of three cycles) and mefenamic acid reduced it by 54%.";
  EXPECT_EQ(sides("Mefenamic acid reduced blood loss by 54% and ibuprofen by 20%.", sentence), 1);
  EXPECT_EQ(sides("Mefenamic acid reduced blood loss by 20% and ibuprofen by 54%.", sentence), -1);
}

TEST(FigureSides, OneBeforeAndOneBehind) {
  const std::string sentence =
      "The incidence of fracture with denosumab was 3.8% compared with 7.4% in women on placebo.";
  EXPECT_EQ(sides("Fracture occurred in 7.4% on denosumab and 3.8% on placebo.", sentence), -1);
  EXPECT_EQ(sides("Fracture occurred in 3.8% on denosumab and 7.4% on placebo.", sentence), 1);
}

TEST(FigureSides, NothingWhereItCannotBeTold) {
  const std::string sentence = "Ulcers occurred in 2.3% of patients taking naproxen and 1.1% taking placebo.";
  EXPECT_EQ(sides("Ulcers occurred in 2.3% or 1.1%.", sentence), 0);
  EXPECT_EQ(sides("Ulcers occurred in 2.3% of smokers and 1.1% of others.", sentence), 0);
  EXPECT_EQ(sides("Ulcers occurred in 5% on naproxen and 1.1% on placebo.", sentence), 0);
  EXPECT_EQ(sides("Naproxen at 500 mg eased more pain than ibuprofen at 400 mg.",
                  "Ibuprofen and naproxen were given at 400 mg for pain and 500 mg for ibuprofen."),
            0);
  EXPECT_EQ(sides("Volunteers aged 80 to 84 took naproxen.", "Naproxen was taken by those aged 80 to 84."),
            0);
}

}  // namespace
}  // namespace attest
