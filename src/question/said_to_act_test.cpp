// What a question says to act, and what only stands beside it.
#include "question/said_to_act.h"

#include <gtest/gtest.h>

namespace attest {
namespace {

TEST(SaidToAct, TheSubjectOfAnEffect) {
  EXPECT_TRUE(is_said_to_act("Does zorblax reduce pain?", "zorblax"));
  EXPECT_TRUE(is_said_to_act("Can oral Zorblax prevent falls in children?", "Zorblax"));
}

TEST(SaidToAct, WhatIsMeasuredOrWhoIsTreatedDoesNotAct) {
  EXPECT_FALSE(is_said_to_act("Does zinc reduce zorblax?", "zorblax"));
  EXPECT_FALSE(is_said_to_act("Does zinc for zorblax people reduce pain?", "zorblax"));
  EXPECT_FALSE(is_said_to_act("Does zinc reduce pain compared with zorblax?", "zorblax"));
  EXPECT_FALSE(is_said_to_act("Which zorblax reduces pain?", "zorblax"));
  EXPECT_FALSE(is_said_to_act("Does zorblax exist?", "zorblax"));
  EXPECT_FALSE(is_said_to_act("Does zinc reduce pain?", ""));
}

}  // namespace
}  // namespace attest
