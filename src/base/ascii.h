// Classes of single bytes, the same under every locale. What is outside ASCII belongs to no class but
// is_word_byte and is_letter_byte, which take every byte of a longer UTF-8 character.
#pragma once

#include <string>
#include <string_view>

namespace attest {

constexpr bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_letter(char c) { return is_upper(c) || is_lower(c); }
constexpr bool is_letter_or_digit(char c) { return is_letter(c) || is_digit(c); }
constexpr bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
constexpr bool is_letter_byte(char c) { return is_letter(c) || !is_ascii(c); }
constexpr bool is_word_byte(char c) { return is_letter_or_digit(c) || !is_ascii(c); }

constexpr char to_lower(char c) { return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; }
constexpr char to_upper(char c) { return is_lower(c) ? static_cast<char>(c - 'a' + 'A') : c; }

// ASCII lower case; other bytes unchanged, so that offsets stay those of the original.
inline std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = to_lower(c);
  return lower;
}
inline std::string upper_ascii(std::string_view text) {
  std::string upper(text);
  for (char& c : upper) c = to_upper(c);
  return upper;
}

}  // namespace attest
