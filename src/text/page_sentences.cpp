#include "text/page_sentences.h"

#include <algorithm>
#include <iterator>

#include "base/ascii.h"
#include "text/sentences.h"

namespace attest {
namespace {

// Where a sentence begins behind the last point of a list, or npos: a word that opens sentences, in a
// capital, behind a word that no stop follows.
size_t sentence_after_list(std::string_view sentence) {
  static constexpr std::string_view kOpeners[] = {
      "Treatment ", "Treatments ",  "The ",       "There ",      "If ",    "Your ", "You ",    "Most ",
      "Some ",      "Many ",        "Medicines ", "Doctors ",    "Not ",   "No ",   "People ", "Symptoms ",
      "Causes ",    "Antibiotics ", "Anyone ",    "Antifungal ", "Women ", "Men "};
  constexpr std::string_view kPoint = " - ";
  const size_t first = sentence.find(kPoint);
  if (first == std::string_view::npos) return std::string_view::npos;
  size_t found = std::string_view::npos;
  for (const std::string_view opener : kOpeners) {
    for (size_t at = sentence.find(opener, first); at != std::string_view::npos;
         at = sentence.find(opener, at + 1)) {
      const bool behind_word = at >= 2 && sentence[at - 1] == ' ' && is_lower(sentence[at - 2]);
      const bool goes_on = at + opener.size() < sentence.size() && is_lower(sentence[at + opener.size()]);
      const bool last_point = sentence.find(kPoint, at) == std::string_view::npos;
      if (behind_word && goes_on && last_point) found = std::min(found, at);
    }
  }
  constexpr size_t kSentenceBytesMin = 25;
  return found != std::string_view::npos && sentence.size() - found >= kSentenceBytesMin
             ? found
             : std::string_view::npos;
}

}  // namespace

std::vector<ByteSpan> page_sentences(std::string_view text) {
  std::vector<ByteSpan> sentences;
  for (const ByteSpan span : split_sentences(text)) {
    const size_t at = sentence_after_list(span.of(text));
    if (at == std::string_view::npos) {
      sentences.push_back(span);
      continue;
    }
    const auto start = static_cast<uint32_t>(span.start + at);
    sentences.push_back({span.start, start - 1});
    sentences.push_back({start, span.end});
  }
  return sentences;
}

}  // namespace attest
