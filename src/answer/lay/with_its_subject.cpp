#include "answer/lay/with_its_subject.h"

#include <algorithm>
#include <string>
#include <vector>

#include "answer/choice/pertinence.h"
#include "answer/lay/torn_sentences.h"
#include "answer/wording.h"
#include "base/affix.h"
#include "base/ascii.h"
#include "text/sentences.h"

namespace attest {
namespace {

constexpr size_t kSentencesBefore = 2;
constexpr size_t kBytesMax = 420;
constexpr size_t kListBytesMax = 540;

bool points_to_subject(std::string_view lower) {
  static constexpr std::string_view kOpenings[] = {
      "they ",        "it ",           "but they ", "but it ", "they're ", "it's ", "people who have it ",
      "however, it ", "however, they "};
  return starts_with_one_of(lower, kOpenings);
}

// "It is important to…", "it is not known why": the pronoun stands for nothing before it, and "they may be
// asked to" for people.
bool points_nowhere(std::string_view lower) {
  static constexpr std::string_view kOpenings[] = {"it is important", "it is not known",    "it is not clear",
                                                   "it is likely",    "it is possible",     "it is thought",
                                                   "it is estimated", "it is recommended",  "it takes",
                                                   "it may take",     "it may be possible", "it is unclear"};
  return starts_with_one_of(lower, kOpenings);
}

}  // namespace

bool begins_with_pronoun(std::string_view lower) {
  return points_to_subject(lower) && !points_nowhere(lower);
}

std::optional<ByteSpan> with_its_subject(const Document& document, ByteSpan sentence) {
  constexpr size_t kSectionBytesMax = 20'000;
  const std::string_view text = document.text;
  if (!begins_with_pronoun(lower_ascii(sentence.of(text)))) return std::nullopt;
  for (const Section& section : document.sections) {
    if (sentence.start < section.body.start || sentence.end > section.body.end) continue;
    if (section.body.size() > kSectionBytesMax) return std::nullopt;
    const std::vector<ByteSpan> spans = split_sentences(section.body.of(text));
    const auto here = std::find_if(spans.begin(), spans.end(), [&](ByteSpan span) {
      return section.body.start + span.start == sentence.start;
    });
    for (size_t back = 1; here != spans.end() && back <= kSentencesBefore; ++back) {
      if (here - spans.begin() < static_cast<std::ptrdiff_t>(back)) return std::nullopt;
      const ByteSpan first = *(here - static_cast<std::ptrdiff_t>(back));
      const ByteSpan whole{section.body.start + first.start, sentence.end};
      const std::string lower = lower_ascii(first.of(section.body.of(text)));
      const bool list = sentence.of(text).find(" - ") != std::string_view::npos;
      if (whole.size() > (list ? kListBytesMax : kBytesMax) || lower.find(" - ") != std::string::npos)
        return std::nullopt;
      if (begins_with_pronoun(lower)) continue;
      // "There are many things you can do. They include…": the list says which.
      const bool announces = list && lower.starts_with("there are");
      if (lacks_its_subject(announces ? lower_ascii(whole.of(text)) : lower) || points_back(lower) ||
          lower.starts_with("some, ") || is_lower(first.of(section.body.of(text)).front()))
        return std::nullopt;
      return whole;
    }
    return std::nullopt;
  }
  return std::nullopt;
}

Statement quote_with_subject(const Evidence& evidence, const Finding& finding) {
  Statement statement = quote_finding(evidence, finding);
  const Document& document = evidence.source_of(finding).document;
  const std::optional<ByteSpan> whole = with_its_subject(document, finding.sentence);
  if (!whole) return statement;
  Citation& citation = statement.citations.front();
  citation.span = *whole;
  citation.quote = std::string(whole->of(document.text));
  statement.text = citation.quote;
  return statement;
}

}  // namespace attest
