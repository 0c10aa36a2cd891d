#include "findings/spans/pico_spans.h"

#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace attest {
namespace {

TEST(PicoTokens, WordsAndSigns) {
  const std::string text = "Hb-A1c fell (−0.5 %).";
  std::vector<std::string> words;
  for (const ByteSpan& span : pico_tokens(text))
    words.push_back(text.substr(span.start, span.end - span.start));
  EXPECT_EQ(words, (std::vector<std::string>{"Hb", "-", "A1c", "fell", "(", "−0", ".", "5", "%", ")", "."}));
}

bool has(const std::vector<PicoSpan>& spans, const std::vector<std::string>& sentences, PicoClass kind,
         const std::string& words) {
  return std::any_of(spans.begin(), spans.end(), [&](const PicoSpan& span) {
    return span.kind == kind &&
           sentences[span.sentence].substr(span.span.start, span.span.end - span.span.start).find(words) !=
               std::string::npos;
  });
}

// Made up for this test.
TEST(PicoSpans, SayWhoWhatAndWhatWasMeasured) {
  const std::vector<std::string> texts = {
      "Metformin versus placebo in adults with knee osteoarthritis: a randomised trial.",
      "We randomly assigned 120 patients with knee osteoarthritis to receive metformin or placebo for 6 "
      "months.",
      "The primary outcome was the change in pain score at 6 months."};
  std::vector<PicoSentence> sentences;
  for (const std::string& text : texts) sentences.push_back({text, sentences.empty()});
  const auto spans = find_pico_spans(sentences);
  std::string all;
  for (const PicoSpan& span : spans)
    all += std::string(pico_class_name(span.kind)) + ": " +
           texts[span.sentence].substr(span.span.start, span.span.end - span.span.start) + "; ";
  SCOPED_TRACE(all);
  EXPECT_TRUE(has(spans, texts, PicoClass::kPopulation, "patients with knee"));
  EXPECT_TRUE(has(spans, texts, PicoClass::kIntervention, "Metformin"));
  EXPECT_TRUE(has(spans, texts, PicoClass::kComparator, "placebo"));
  EXPECT_TRUE(has(spans, texts, PicoClass::kOutcome, "pain"));
  for (const PicoSpan& span : spans) EXPECT_LT(span.span.start, span.span.end);
}

TEST(PicoSpans, OddTextIsRead) {
  EXPECT_TRUE(find_pico_spans({}).empty());
  const std::string odd(5000, '(');
  const std::vector<PicoSentence> sentences = {{"", false}, {odd, true}, {"\xff", false}};
  for (const PicoSpan& span : find_pico_spans(sentences)) EXPECT_LE(span.span.end, odd.size());
}

}  // namespace
}  // namespace attest
