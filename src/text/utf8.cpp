#include "text/utf8.h"

#include <algorithm>

#include <unicode/utf8.h>

namespace attest {

namespace {

constexpr char32_t kReplacement = 0xFFFD;
constexpr size_t kCharacterBytesMax = 4;

}  // namespace

DecodedCharacter decode_character(std::string_view text, size_t at) {
  // ICU counts in int32_t; a window of one character keeps texts of any size in range.
  const auto* bytes = reinterpret_cast<const uint8_t*>(text.data()) + at;
  const auto length = static_cast<int32_t>(std::min(kCharacterBytesMax, text.size() - at));
  int32_t index = 0;
  UChar32 value = 0;
  U8_NEXT(bytes, index, length, value);
  if (value < 0) return {kReplacement, static_cast<uint32_t>(index), false};
  return {static_cast<char32_t>(value), static_cast<uint32_t>(index), true};
}

DecodedCharacter decode_character_before(std::string_view text, size_t at) {
  const size_t window = std::min(kCharacterBytesMax, at);
  const auto* bytes = reinterpret_cast<const uint8_t*>(text.data()) + (at - window);
  auto index = static_cast<int32_t>(window);
  const int32_t end = index;
  UChar32 value = 0;
  U8_PREV(bytes, 0, index, value);
  const auto size = static_cast<uint32_t>(end - index);
  if (value < 0) return {kReplacement, size, false};
  return {static_cast<char32_t>(value), size, true};
}

void append_character(std::string& out, char32_t value) {
  uint8_t bytes[kCharacterBytesMax];
  int32_t length = 0;
  UBool failed = false;
  U8_APPEND(bytes, length, static_cast<int32_t>(kCharacterBytesMax), static_cast<UChar32>(value), failed);
  if (failed) return append_character(out, kReplacement);
  out.append(reinterpret_cast<const char*>(bytes), static_cast<size_t>(length));
}

size_t character_border(std::string_view text, size_t at) {
  if (at >= text.size()) return text.size();
  const size_t lowest = at > kCharacterBytesMax ? at - kCharacterBytesMax : 0;
  size_t border = at;
  while (border > lowest && (static_cast<uint8_t>(text[border]) & 0xC0) == 0x80) --border;
  return border;
}

}  // namespace attest
