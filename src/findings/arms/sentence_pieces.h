// A sentence as words and signs, for finding the names of groups in it.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "quantities/quantities.h"

namespace attest {

// A word with the hyphens in it, or a sign.
struct SentencePiece {
  std::string_view text;
  size_t start = 0;
  size_t end = 0;
  bool word = false;
  bool figure = false;  // part of a quantity that is no dose and no time
};

std::vector<SentencePiece> pieces_of(std::string_view lower, std::span<const Quantity> quantities);

// "Group", "arms", "cohort".
bool names_group(std::string_view word);

// "Group 2", "arm B", "group L-L": a short name behind the word, in figures or capitals of `sentence`.
bool is_short_label(std::string_view sentence, const SentencePiece& piece);

}  // namespace attest
