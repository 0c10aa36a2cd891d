#include "verify/withheld.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/one_of.h"

namespace attest {
namespace {

using namespace std::string_view_literals;

constexpr size_t kObjectReach = 4;  // words between the stopping and what is stopped

// Finite forms are left out: "tranexamic acid stopped the bleeding" tells of an effect.
constexpr std::array kStopping = {"quitting"sv,    "stopping"sv,     "ceasing"sv,      "discontinuing"sv,
                                  "withdrawing"sv, "avoiding"sv,     "omitting"sv,     "withholding"sv,
                                  "abstaining"sv,  "interrupting"sv, "deprescribing"sv};
constexpr std::array kStopped = {"cessation"sv, "discontinuation"sv, "withdrawal"sv,  "avoidance"sv,
                                 "omission"sv,  "abstinence"sv,      "interruption"sv};
// "To prevent", "for avoiding": an aim, and no going without.
constexpr std::array kAimPrepositions = {"for"sv, "in"sv, "at"sv, "by"sv, "of"sv};
constexpr std::array kLight = {"the"sv,    "of"sv,    "from"sv,    "a"sv,         "use"sv,
                               "taking"sv, "drug"sv,  "therapy"sv, "treatment"sv, "intake"sv,
                               "all"sv,    "using"sv, "to"sv,      "exposure"sv};

// The words of the text that are gone without.
std::vector<uint32_t> withheld(const ReadText& text) {
  std::vector<uint32_t> found;
  const std::vector<ClaimWord>& words = text.words;
  for (size_t i = 0; i < words.size(); ++i) {
    const bool gerund = is_one_of(words[i].folded, kStopping);
    const bool noun = is_one_of(words[i].folded, kStopped);
    if (!gerund && !noun) continue;
    if (gerund && i > 0 && is_one_of(words[i - 1].folded, kAimPrepositions) && words[i - 1].folded != "by")
      continue;
    const bool of = i + 1 < words.size() && (words[i + 1].folded == "of" || words[i + 1].folded == "from");
    if (noun && !of) {  // "smoking cessation", "withdrawal of"
      if (i > 0 && !words[i].clause_start && words[i - 1].weight > 0)
        found.push_back(static_cast<uint32_t>(i - 1));
      continue;
    }
    for (size_t k = i + 1; k < words.size() && k <= i + kObjectReach; ++k) {
      if (words[k].clause_start && !is_one_of(words[k].folded, kLight)) break;
      if (words[k].weight <= 0 || is_one_of(words[k].folded, kLight)) continue;
      found.push_back(static_cast<uint32_t>(k));
      break;
    }
  }
  return found;
}

bool holds(const std::vector<uint32_t>& words, uint32_t word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

std::string withheld_on_one_side(const ReadText& claim, const ReadText& sentence,
                                 const std::vector<AlignedWord>& aligned) {
  const std::vector<uint32_t> claimed = withheld(claim);
  const std::vector<uint32_t> said = withheld(sentence);
  if (claimed.empty() && said.empty()) return {};
  for (uint32_t i = 0; i < claim.words.size(); ++i) {
    if (aligned[i].strength < kAlignedFrom) continue;
    if (holds(claimed, i) != holds(said, aligned[i].word)) return claim.words[i].folded;
  }
  return {};
}

}  // namespace attest
