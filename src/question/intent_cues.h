// The cue patterns of intents.cpp, in a file of their own. The syntax of a pattern is that of
// matches_pattern.
#pragma once

#include <span>
#include <string_view>

#include "question/question.h"

namespace attest {

struct IntentCue {
  Intent intent;
  float weight;
  std::string_view pattern;
  int line = 0;  // of therapy
};

std::span<const IntentCue> intent_cues();

}  // namespace attest
