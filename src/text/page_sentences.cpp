#include "text/page_sentences.h"

#include <algorithm>
#include <iterator>

#include "base/ascii.h"
#include "base/one_of.h"
#include "text/sentences.h"

namespace attest {
namespace {

constexpr std::string_view kOpeners[] = {
    "Treatment ", "Treatments ",  "The ",       "There ",      "If ",    "Your ", "You ",    "Most ",
    "Some ",      "Many ",        "Medicines ", "Doctors ",    "Not ",   "No ",   "People ", "Symptoms ",
    "Causes ",    "Antibiotics ", "Anyone ",    "Antifungal ", "Women ", "Men ",  "To "};

// "Genes Play a Role No one knows…", "Outlook Palpitations are common": where the sentence begins behind a
// heading that lost its line, or 0. A heading has capitals throughout but for its small words.
size_t sentence_after_heading(std::string_view sentence) {
  static constexpr std::string_view kHeadings[] = {"Outlook ", "Overview ", "Summary "};
  static constexpr std::string_view kSmall[] = {"a",  "an", "and", "for", "in", "is",
                                                "of", "on", "or",  "the", "to", "with"};
  constexpr size_t kWordsMax = 10;
  const auto goes_on = [&](size_t at) {
    const size_t space = sentence.find(' ', at);
    return space != std::string_view::npos && space + 1 < sentence.size() && is_lower(sentence[space + 1]);
  };
  for (const std::string_view heading : kHeadings) {
    if (sentence.starts_with(heading) && sentence.size() > heading.size() &&
        is_upper(sentence[heading.size()]) && goes_on(heading.size()))
      return heading.size();
  }
  size_t at = 0;
  for (size_t count = 0; count <= kWordsMax; ++count) {
    const std::string_view rest = sentence.substr(at);
    const bool opens = std::any_of(std::begin(kOpeners), std::end(kOpeners),
                                   [&](std::string_view opener) { return rest.starts_with(opener); });
    if (opens && goes_on(at)) return count >= 2 ? at : 0;
    const size_t space = sentence.find(' ', at);
    if (space == std::string_view::npos) return 0;
    const std::string_view word = sentence.substr(at, space - at);
    const bool small = count > 0 && is_one_of(word, kSmall);
    if (!small && !is_upper(word.empty() ? ' ' : word.front()) &&
        !is_digit(word.empty() ? ' ' : word.front()))
      return 0;
    at = space + 1;
  }
  return 0;
}

// Where a sentence begins behind the last point of a list, or npos: a word that opens sentences, in a
// capital, behind a word that no stop follows.
size_t sentence_after_list(std::string_view sentence) {
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
  for (ByteSpan span : split_sentences(text)) {
    span.start += static_cast<uint32_t>(sentence_after_heading(span.of(text)));
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
