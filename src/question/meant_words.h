// Words typed in need, as they were meant: "my self", "to many", "heart atack". The table of emergencies and
// the reader of overdoses look at these; nothing else does.
#pragma once

#include <string_view>
#include <vector>

#include "question/words.h"

namespace attest {

// The plain words of a question; slips in the words that tell of danger are mended, other real words are
// kept.
std::vector<PlainWord> meant_words(std::string_view question);

}  // namespace attest
