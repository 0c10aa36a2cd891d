#include "findings/sentences/prose.h"

#include <algorithm>
#include <cstddef>
#include <string>

#include "base/ascii.h"
#include "text/nested_lists.h"
#include "text/utf8.h"

namespace attest {
namespace {

// "Fever ・ Headache ・ Dizziness": items that were joined.
bool is_list(std::string_view sentence) {
  for (size_t at = 0; at < sentence.size();) {
    const DecodedCharacter character = decode_character(sentence, at);
    if (at > 0 && sentence[at - 1] == ' ' && is_list_mark(character.value)) return true;
    at += character.size;
  }
  return false;
}

// "Example of an Inheritance Pattern for Cystic Fibrosis": nearly every longer word with a capital, and no
// full stop.
bool is_title(std::string_view sentence) {
  if (sentence.empty() || sentence.back() == '.' || sentence.back() == '!' || is_list(sentence)) return false;
  constexpr size_t kLetters = 4;
  constexpr size_t kWordsMin = 3;
  constexpr size_t kCapitalsPercent = 75;
  size_t words = 0;
  size_t capitals = 0;
  for (size_t at = 0; at < sentence.size();) {
    size_t end = at;
    while (end < sentence.size() && is_letter_byte(sentence[end])) ++end;
    if (end - at >= kLetters) {
      ++words;
      capitals += is_upper(sentence[at]) ? 1 : 0;
    }
    at = std::max(end, at + 1);
  }
  return words >= kWordsMin && capitals * 100 >= words * kCapitalsPercent;
}

// Letters enough, most of them small, and not only items between semicolons and bars.
bool has_words(std::string_view text) {
  constexpr size_t kSeparatorsPer100 = 3;
  constexpr size_t kLettersPercent = 55;
  constexpr size_t kLowerPercent = 80;
  size_t lower = 0;
  size_t letters = 0;
  size_t separators = 0;
  for (const char byte : text) {
    lower += is_lower(byte) ? 1 : 0;
    letters += is_letter(byte) ? 1 : 0;
    separators += byte == ';' || byte == '|' || byte == '\t' ? 1 : 0;
  }
  const auto spaces = static_cast<size_t>(std::count(text.begin(), text.end(), ' '));
  if (letters * 100 < (text.size() - spaces) * kLettersPercent) return false;
  if (lower * 100 < letters * kLowerPercent) return false;
  return separators * 100 <= text.size() * kSeparatorsPer100 / 2 || separators <= 4;
}

// "Fell (MD -19.0 min, 95% CI -14.1 to -23.9; I2 = 38%) by 12% in adults" → "Fell by in adults": what
// brackets with figures hold, and words with figures, make no table of a sentence. Empty where words are too
// few among the figures.
std::string without_figures(std::string_view sentence) {
  std::string outside;
  for (size_t at = 0; at < sentence.size(); ++at) {
    if (sentence[at] != '(' && sentence[at] != '[') {
      outside += sentence[at];
      continue;
    }
    int depth = 0;
    size_t end = at;
    bool figures = false;
    for (; end < sentence.size(); ++end) {
      if (sentence[end] == '(' || sentence[end] == '[') ++depth;
      if (sentence[end] == ')' || sentence[end] == ']') --depth;
      figures = figures || is_digit(sentence[end]);
      if (depth == 0) break;
    }
    if (end == sentence.size() || !figures) {
      outside += sentence[at];
    } else {
      at = end;
    }
  }
  std::string words;
  size_t with_letters = 0;
  size_t with_figures = 0;
  for (size_t at = 0; at < outside.size();) {
    const size_t end = std::min(outside.find(' ', at), outside.size());
    const std::string_view word = std::string_view(outside).substr(at, end - at);
    const bool figure = std::any_of(word.begin(), word.end(), is_digit);
    const bool letters = std::any_of(word.begin(), word.end(), is_letter_byte);
    with_figures += figure ? 1 : 0;
    with_letters += !figure && letters ? 1 : 0;
    // A word that only ends in figures ("group.12", "onDay") stays.
    constexpr size_t kWordMin = 4;
    const auto letter_count = std::count_if(word.begin(), word.end(), is_letter_byte);
    if ((!figure && letters) || static_cast<size_t>(letter_count) >= kWordMin) words.append(word).append(" ");
    at = end + 1;
  }
  constexpr size_t kWordsPerFigure = 2;
  return with_letters >= kWordsPerFigure * with_figures ? words : std::string();
}

}  // namespace

bool is_prose(std::string_view sentence) {
  constexpr size_t kBytesMax = 900;
  constexpr size_t kShortBytes = 60;    // too short for shares to say anything
  constexpr size_t kWordsGluedMax = 3;  // "CIFever", "valuesAs"
  if (sentence.size() > kBytesMax) return false;
  if (is_title(sentence)) return false;
  // Rows of a table, and the marks of a text that was never laid out.
  if (sentence.find("| |") != std::string_view::npos || sentence.find("**") != std::string_view::npos)
    return false;
  if (sentence.size() < kShortBytes) return true;
  size_t glued = 0;
  size_t capitals = 0;                      // in a row
  constexpr size_t kHeadingLettersMin = 6;  // "METHODSObese": a heading that was glued to its text
  for (size_t i = 0; i < sentence.size(); ++i) {
    const char byte = sentence[i];
    if (is_lower(byte) && capitals >= kHeadingLettersMin) return false;
    capitals = is_upper(byte) ? capitals + 1 : 0;
    const auto lower_at = [&](size_t at) { return at < sentence.size() && is_lower(sentence[at]); };
    if (i >= 2 && is_upper(byte) && lower_at(i - 1) && lower_at(i - 2) && lower_at(i + 1)) ++glued;
    if (i >= 2 && is_upper(byte) && is_digit(sentence[i - 1]) && lower_at(i + 1)) ++glued;  // "0Day 1Day"
  }
  // Figures make a text long on digits and short on letters; words are what tells a sentence from a table.
  if (!has_words(sentence)) {
    const std::string words = without_figures(sentence);
    if (words.size() < kShortBytes / 2 || !has_words(words)) return false;
  }
  if (glued >= kWordsGluedMax) return false;
  const bool caption = sentence.starts_with("Table") || sentence.starts_with("TABLE") ||
                       sentence.starts_with("Figure") || sentence.starts_with("Fig. ");
  return !(caption && sentence.size() > 6 && (sentence[5] == ' ' || is_digit(sentence[5])));
}

}  // namespace attest
