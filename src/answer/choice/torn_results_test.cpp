#include "answer/choice/torn_results.h"

#include <gtest/gtest.h>

namespace attest {
namespace {

TEST(TornResults, WhatTheyAreStandsBeforeThem) {
  for (const char* sentence : {"these results were stable at the four-month follow-up.",
                               "this lower mortality risk was seen in men.",
                               "such improvement lasted for a year.", "this effect was not seen in women."})
    EXPECT_TRUE(is_torn_result(sentence)) << sentence;
  for (const char* sentence : {"these results suggest that enalapril lowers the pressure.",
                               "this review found no difference.", "this treatment healed eight of ten.",
                               "these data confirm that it works.", "results were stable at four months."})
    EXPECT_FALSE(is_torn_result(sentence)) << sentence;
}

}  // namespace
}  // namespace attest
