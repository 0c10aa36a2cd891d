#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace attest {

// One step through UTF-8 of unknown origin.
struct DecodedCharacter {
  char32_t value = 0;  // U+FFFD when the bytes are not UTF-8
  uint32_t size = 0;   // bytes taken, at least 1
  bool valid = true;
};

// The character that starts at `at`, which must be inside `text`.
DecodedCharacter decode_character(std::string_view text, size_t at);

// The character that ends just before `at` (`at` > 0).
DecodedCharacter decode_character_before(std::string_view text, size_t at);

void append_character(std::string& out, char32_t value);

// The greatest character border that is not after `at`; `at` itself when it is past the end.
size_t character_border(std::string_view text, size_t at);

}  // namespace attest
