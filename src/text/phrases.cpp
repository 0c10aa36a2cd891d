#include "text/phrases.h"

namespace attest {

namespace {
bool is_word_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') ||
         byte >= 0x80;
}
}  // namespace

std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

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
