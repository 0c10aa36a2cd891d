// What a lay reader's question comes to, without what is told around it: "I haven't pooped in 6 days, what
// helps with constipation?" asks what helps with constipation.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "question/question.h"

namespace attest {

struct AtHeart {
  UnderstoodQuestion question;        // of one condition
  bool suspected = false;             // "could it be piles?": only an examination can tell
  std::vector<std::string> left_out;  // words that were not passed over lightly: the reader is told
};

// Empty where the question is no open one ("what helps", "could it be"), names a treatment or a test, or
// where more than one condition is left.
std::optional<AtHeart> asked_at_heart(const UnderstoodQuestion& question);

}  // namespace attest
