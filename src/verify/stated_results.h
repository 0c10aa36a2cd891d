// What a text says that came out, clause by clause: "ethamsylate did not reduce blood loss whereas tranexamic
// acid did" has two results. Only wordings are read that can mean one thing: a treatment that lowers or
// raises something, something that is lower or higher with it, or no difference.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "verify/claim_text.h"
#include "verify/comparison.h"

namespace attest {

struct StatedResult {
  std::vector<uint32_t> subject;     // words of the text: what was given
  std::vector<uint32_t> comparator;  // what it was held against, where that is said
  std::vector<uint32_t> outcome;
  int way = 0;            // 1 more of the outcome, -1 less of it, 0 neither
  bool quality = false;   // better or worse, not more or less
  bool between = false;   // no difference between those whom `subject` names
  bool withheld = false;  // said of stopping or lacking the subject
};

// In reading order; what one clause leaves out ("but increased bleeding", "but agomelatine did not") is
// taken from the one before.
std::vector<StatedResult> stated_results(const ReadText& text);

// How the results of a text stand to the claim's only result: 1 one says the same of the same things, -1 the
// opposite, 0 none does, or one each. `aligned`: for each word of the claim, its word in the text.
int hold_results(const ReadText& claim, const ReadText& evidence, const std::vector<AlignedWord>& aligned);
// The same of two texts that are not read yet. `meanings`: other names of what the claim speaks of.
int hold_results(std::string_view claim, std::string_view evidence, std::span<const SameMeaning> meanings);

}  // namespace attest
