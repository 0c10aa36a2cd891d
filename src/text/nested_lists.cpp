#include "text/nested_lists.h"

#include <algorithm>

#include "base/ascii.h"

namespace attest {
namespace {

constexpr uint32_t kSentenceBytes = 500;  // shorter ones are read as they are

// Items between " - " or " – ". A dash between figures is a range.
std::vector<ByteSpan> items_of(std::string_view text, ByteSpan sentence) {
  constexpr std::string_view kDashes[] = {" - ", " \u2013 "};
  std::vector<ByteSpan> items;
  uint32_t start = sentence.start;
  for (uint32_t at = sentence.start; at < sentence.end; ++at) {
    if (text[at] != ' ') continue;
    for (const std::string_view dash : kDashes) {
      const auto after = static_cast<uint32_t>(at + dash.size());
      if (text.substr(at, dash.size()) != dash || after >= sentence.end || at == start) continue;
      if (is_digit(text[at - 1]) && is_digit(text[after])) continue;
      items.push_back({start, at});
      start = after;
      at = after - 1;
      break;
    }
  }
  items.push_back({start, sentence.end});
  return items;
}

// "Adult: 30 mg": a word or two before a colon.
bool starts_with_label(std::string_view item) {
  constexpr size_t kLabelBytes = 24;
  const size_t colon = item.substr(0, kLabelBytes).find(':');
  return colon != std::string_view::npos && colon > 0 && is_upper(item.front());
}

// "Carbimazole": a name that says nothing of itself.
bool is_name(std::string_view item) {
  constexpr size_t kNameBytes = 60;
  constexpr auto kWords = 6;
  return !item.empty() && item.size() <= kNameBytes && is_upper(item.front()) &&
         std::count(item.begin(), item.end(), ' ') < kWords &&
         std::none_of(item.begin(), item.end(), [](char c) { return is_digit(c) || c == ':' || c == '.'; });
}

}  // namespace

bool is_list_mark(char32_t character) {
  static constexpr char32_t kMarks[] = {0x2022, 0x30FB, 0x25A0, 0x25AA, 0x25CF, 0x2023, 0x25E6};
  return std::find(std::begin(kMarks), std::end(kMarks), character) != std::end(kMarks);
}

std::vector<ByteSpan> split_nested_list(std::string_view text, ByteSpan sentence) {
  if (sentence.size() <= kSentenceBytes) return {sentence};
  const std::vector<ByteSpan> items = items_of(text, sentence);
  std::vector<ByteSpan> parts{{sentence.start, sentence.end}};
  for (size_t i = 1; i + 1 < items.size(); ++i) {
    if (!is_name(items[i].of(text)) || !starts_with_label(items[i + 1].of(text))) continue;
    parts.back().end = items[i - 1].end;
    parts.push_back({items[i].start, sentence.end});
  }
  return parts;
}

}  // namespace attest
