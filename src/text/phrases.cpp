#include "text/phrases.h"

#include "base/ascii.h"

namespace attest {

size_t find_phrase(std::string_view lower, std::string_view phrase, size_t from) {
  const bool open_end = !phrase.empty() && phrase.back() == '*';
  if (open_end) phrase.remove_suffix(1);
  if (phrase.empty()) return std::string_view::npos;
  for (size_t at = lower.find(phrase, from); at != std::string_view::npos; at = lower.find(phrase, at + 1)) {
    const size_t end = at + phrase.size();
    const bool starts = at == 0 || !is_word_byte(lower[at - 1]) || !is_word_byte(phrase.front());
    const bool ends =
        open_end || end == lower.size() || !is_word_byte(lower[end]) || !is_word_byte(phrase.back());
    if (starts && ends) return at;
  }
  return std::string_view::npos;
}

std::string_view first_phrase(std::string_view lower, std::span<const std::string_view> phrases) {
  for (const std::string_view phrase : phrases) {
    if (has_phrase(lower, phrase)) return phrase;
  }
  return {};
}

bool has_any_phrase(std::string_view lower, std::span<const std::string_view> phrases) {
  return !first_phrase(lower, phrases).empty();
}

}  // namespace attest
