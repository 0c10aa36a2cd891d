// What a lay reader wants to know of a disease in particular: whether it is dangerous, whether it can be
// caught, what comes of it when nothing is done. "Is it dangerous and will it go away?" asks two such things.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "question/question.h"

namespace attest {

enum class Focus : uint8_t {
  kDeath,
  kDanger,
  kUntreated,
  kGrowsOut,
  kRecovery,
  kCure,
  kGoesAway,
  kGoesWorse,
  kCatching
};

// In the order in which the question names them; empty where it asks for nothing of the kind.
std::vector<Focus> foci_of(const UnderstoodQuestion& question);

// Whether the sentence, in small letters, tells of it.
bool tells_of(Focus focus, std::string_view lower);

// How much it tells of it, on the scale of page_telling.h; 0: nothing.
double telling_focus(Focus focus, std::string_view lower);

}  // namespace attest
