#include "findings/names/between_names.h"

#include <algorithm>
#include <string>

#include "base/affix.h"
#include "base/ascii.h"
#include "base/one_of.h"
#include "quantities/quantities.h"
#include "text/brackets.h"
#include "text/phrases.h"

namespace attest {

std::string outside_amounts(std::string_view text) {
  if (std::none_of(text.begin(), text.end(), is_digit)) return std::string(text);
  static constexpr std::string_view kBefore[] = {"at least ", "up to ",     "over ",
                                                 "at ",       "a flow of ", "a dose of "};
  std::string outside;
  size_t from = 0;
  for (const Quantity& quantity : find_quantities(text)) {
    const bool amount =
        quantity.kind == QuantityKind::kDose || quantity.kind == QuantityKind::kDuration ||
        (quantity.kind == QuantityKind::kNumber && quantity.unit.find('/') != std::string::npos);
    if (!amount || quantity.span.start < from) continue;
    outside += text.substr(from, quantity.span.start - from);
    for (const std::string_view words : kBefore) {
      if (outside.ends_with(words)) outside.resize(outside.size() - words.size());
    }
    from = quantity.span.end;
  }
  outside += text.substr(from);
  // What the amounts stood between: "with  and  ".
  outside.erase(
      std::unique(outside.begin(), outside.end(), [](char a, char b) { return a == ' ' && b == ' '; }),
      outside.end());
  return outside;
}

bool is_list_gap(std::string_view gap) {
  constexpr size_t kGapBytesMax = 24;
  const std::string between = outside_amounts(without_round_brackets(gap));
  if (between.size() > kGapBytesMax) return false;
  // "- Isoniazid (INH) - rifampicin (RIF) - ethambutol": rows that hold nothing but the names.
  const size_t dash = between.find_first_not_of(' ');
  if (dash != std::string::npos && between[dash] == '-' && between.find_last_not_of(' ') == dash &&
      between.starts_with(' ') && between.ends_with(' '))
    return true;
  return between.find(',') != std::string_view::npos || between.find('/') != std::string_view::npos ||
         between.find('+') != std::string_view::npos || has_phrase(between, "and") ||
         has_phrase(between, "or") || has_phrase(between, "plus") || has_phrase(between, "with");
}

bool stands_opposed(std::string_view gap) {
  const std::string between = without_round_brackets(gap);
  static constexpr std::string_view kPhrases[] = {
      "rather than", "instead of", "in preference to", "compared with", "compared to", "versus",
      "vs",          "than",       "against"};
  if (has_any_phrase(between, kPhrases)) return true;
  // "Oxygen over 15 min and sumatriptan": how long it is given.
  constexpr std::string_view kOver = "over ";
  for (size_t at = find_phrase(between, "over"); at != std::string::npos;
       at = find_phrase(between, "over", at + 1)) {
    static constexpr std::string_view kTimes[] = {"a", "an", "the", "one", "two", "three", "several", "time"};
    const std::string_view next =
        std::string_view(between).substr(std::min(at + kOver.size(), between.size()));
    const std::string_view word = next.substr(0, next.find(' '));
    if (word.empty() || (!is_digit(word.front()) && !is_one_of(word, kTimes))) return true;
  }
  return false;
}

bool is_excepted(std::string_view lower, size_t start) {
  std::string_view before = lower.substr(0, std::min(start, lower.size()));
  for (const std::string_view article : {" the", " a", " an"}) {
    if (before.ends_with(' ') && before.substr(0, before.size() - 1).ends_with(article))
      before.remove_suffix(article.size());
  }
  static constexpr std::string_view kPhrases[] = {"other than ", "except ",     "except for ",
                                                  "excluding ",  "apart from ", "aside from "};
  return ends_with_one_of(before, kPhrases);
}

bool is_part_of_combination(std::string_view lower, ByteSpan name) {
  static constexpr std::string_view kJoins[] = {" plus ", "/", "+", " + "};
  const std::string_view before = lower.substr(0, name.start);
  const std::string_view behind = lower.substr(std::min<size_t>(name.end, lower.size()));
  return std::any_of(std::begin(kJoins), std::end(kJoins), [&](std::string_view join) {
    return before.ends_with(join) || behind.starts_with(join);
  });
}

}  // namespace attest
