#include <gtest/gtest.h>

#include "findings/cues.h"

namespace attest {
namespace {

TEST(Contraindication, SaysInWhom) {
  for (const char* sentence :
       {"the drug is contraindicated in asthma.", "asthma is a contraindication.",
        "it should not be used in pregnancy.", "if it is contraindicated in asthma, others are given."})
    EXPECT_TRUE(cues::contraindication(sentence)) << sentence;
}

TEST(Contraindication, WhatIsGivenInsteadIsNone) {
  for (const char* sentence :
       {"if beta-blockers are contraindicated, urapidil is an alternative.",
        "others are possible where the first fails or is contraindicated.",
        "they should no longer be contraindicated in diabetes.",
        "the benefits outweigh relative contraindications.", "there was no contraindication."})
    EXPECT_FALSE(cues::contraindication(sentence)) << sentence;
}

}  // namespace
}  // namespace attest
