// Whose trial it was, and whether chance decided it.
#include <algorithm>
#include <string>
#include <vector>

#include "appraise/own_design.h"
#include "base/affix.h"
#include "base/ascii.h"
#include "text/phrases.h"
#include "text/sentences.h"
#include "text/tokens.h"

namespace attest {
namespace {

// Chance said outright, or what nobody does without it. One group that is crossed over, a placebo for all,
// readers or one side blinded: these say nothing of how people came into their groups.
constexpr std::string_view kChance[] = {
    "randomi*",          "randomly",      "random order",  "random allocation",
    "random assignment", "at random",     "latin square",  "random sequence",

    "double-blind*",     "double blind*", "doubleblind*",  "double-mask*",
    "double mask*",      "triple-blind*", "triple blind*", "double-dummy",
    "double dummy",      "rct",           "rcts",          "sham-controlled",
    "sham controlled",   "by lot",        "drawing lots",
};

// "In a 4-week trial in 132 children … In a noncomparative study in 22 children": one after the other.
bool tells_several(std::string_view text) {
  static constexpr std::string_view kOpens[] = {"in a ",   "in an ",    "in one ",
                                                "in two ", "in three ", "in another "};
  constexpr size_t kOpeningBytes = 70;
  constexpr size_t kSeveralMin = 2;
  size_t told = 0;
  for (const ByteSpan sentence : split_sentences(text)) {
    const std::string opening = lower_ascii(sentence.of(text).substr(0, kOpeningBytes));
    const bool opens = starts_with_one_of(opening, kOpens);
    if (opens && (has_phrase(opening, "trial") || has_phrase(opening, "study") ||
                  has_phrase(opening, "trials") || has_phrase(opening, "studies")))
      ++told;
  }
  return told >= kSeveralMin;
}

}  // namespace

bool names_chance(std::string_view lower) {
  if (has_any_phrase(lower, kChance)) return true;
  // A test with a placebo of which only the patient does not know is often one order for all.
  static constexpr std::string_view kPlaceboControlled[] = {"placebo-controlled", "placebo controlled"};
  static constexpr std::string_view kOneBlind[] = {"single-blind*", "single blind*"};
  return has_any_phrase(lower, kPlaceboControlled) && !has_any_phrase(lower, kOneBlind);
}

bool retells_trials(std::string_view text) {
  static constexpr std::string_view kOwnWords[] = {"we",
                                                   "our",
                                                   "this study",
                                                   "this trial",
                                                   "present study",
                                                   "were randomi*",
                                                   "were randomly",
                                                   "the study was",
                                                   "the study had",
                                                   "the trial was"};
  if (has_any_phrase(lower_ascii(text), kOwnWords)) return false;
  if (tells_several(text)) return true;
  constexpr size_t kNameMin = 3;
  constexpr size_t kTrialsMin = 2;
  std::vector<std::string_view> names;
  const std::vector<Token> tokens = tokenize(text);
  for (size_t i = 1; i < tokens.size(); ++i) {
    if (tokens[i].folded != "trial" && tokens[i].folded != "study") continue;
    // "the PROSPER trial", "the ALLHAT-LLT trial"
    const std::string_view name = tokens[i - 1].span.of(text);
    const bool capitals = name.size() >= kNameMin && std::all_of(name.begin(), name.end(), [](char c) {
                            return is_upper(c) || is_digit(c) || c == '-';
                          });
    const bool has_letter = std::any_of(name.begin(), name.end(), is_upper);
    if (capitals && has_letter && std::find(names.begin(), names.end(), name) == names.end())
      names.push_back(name);
  }
  return names.size() >= kTrialsMin;
}

}  // namespace attest
