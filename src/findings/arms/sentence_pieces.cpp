#include "findings/arms/sentence_pieces.h"

#include <algorithm>

#include "base/ascii.h"

namespace attest {
namespace {

bool is_name_byte(char c) {
  return is_letter_byte(c) || is_digit(c) || c == '-' || c == '\'' || c == '/' || c == '+' || c == '%';
}

}  // namespace

bool names_group(std::string_view word) {
  return word == "group" || word == "groups" || word == "arm" || word == "arms" || word == "cohort" ||
         word == "cohorts";
}

std::vector<SentencePiece> pieces_of(std::string_view lower, std::span<const Quantity> quantities) {
  std::vector<SentencePiece> pieces;
  for (size_t at = 0; at < lower.size();) {
    if (lower[at] == ' ') {
      ++at;
      continue;
    }
    size_t end = at;
    // "The 0.5-mg group"
    const auto in_number = [&](size_t i) {
      return lower[i] == '.' && i > at && is_digit(lower[i - 1]) && i + 1 < lower.size() &&
             is_digit(lower[i + 1]);
    };
    // "In the conventional group--an 11% reduction"
    const auto is_dash = [&](size_t i) { return lower.substr(i).starts_with("--"); };
    while (end < lower.size() && !is_dash(end) && (is_name_byte(lower[end]) || in_number(end))) ++end;
    const bool word = end > at;
    if (!word) ++end;
    pieces.push_back({lower.substr(at, end - at), at, end, word, false});
    at = end;
  }
  for (const Quantity& quantity : quantities) {
    if (quantity.kind == QuantityKind::kDose || quantity.kind == QuantityKind::kDuration) continue;
    for (SentencePiece& piece : pieces) {
      if (piece.start < quantity.span.end && quantity.span.start < piece.end) piece.figure = true;
    }
  }
  return pieces;
}

bool is_short_label(std::string_view sentence, const SentencePiece& piece) {
  constexpr size_t kLettersMax = 6;
  constexpr size_t kJoinedMax = 8;  // "P-Bolus"
  constexpr size_t kDigitsMax = 2;
  if (!piece.word || piece.text == "a" || piece.text == "i")
    return piece.word && is_upper(sentence[piece.start]);
  if (std::all_of(piece.text.begin(), piece.text.end(), is_digit)) return piece.text.size() <= kDigitsMax;
  const size_t hyphen = piece.text.find('-');
  if (hyphen != std::string_view::npos && hyphen > 0 && hyphen + 1 < piece.text.size() &&
      piece.text.size() <= kJoinedMax && is_upper(sentence[piece.start]) &&
      is_upper(sentence[piece.start + hyphen + 1]))
    return true;
  return piece.text.size() <= kLettersMax && is_upper(sentence[piece.start]) &&
         !std::any_of(sentence.begin() + static_cast<std::ptrdiff_t>(piece.start),
                      sentence.begin() + static_cast<std::ptrdiff_t>(piece.end),
                      [](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace attest
