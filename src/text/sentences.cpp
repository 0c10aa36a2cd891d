#include "text/sentences.h"

namespace attest {

namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

}  // namespace

std::vector<ByteSpan> split_sentences(std::string_view text) {
  std::vector<ByteSpan> sentences;
  size_t start = 0;
  const auto flush = [&](size_t end) {
    while (start < end && is_space(text[start])) ++start;
    size_t last = end;
    while (last > start && is_space(text[last - 1])) --last;
    if (last > start) sentences.push_back({static_cast<uint32_t>(start), static_cast<uint32_t>(last)});
    start = end;
  };
  for (size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '\n') flush(at);
    else if ((c == '.' || c == '?' || c == '!') && at + 2 < text.size() && text[at + 1] == ' ' &&
             text[at + 2] >= 'A' && text[at + 2] <= 'Z') flush(at + 1);
  }
  flush(text.size());
  return sentences;
}

}  // namespace attest
