#include "evidence/source_sentences.h"

#include <algorithm>
#include <string_view>

#include "base/ascii.h"
#include "text/nested_lists.h"
#include "text/page_sentences.h"
#include "text/phrases.h"
#include "text/sentences.h"
#include "text/utf8.h"

namespace attest {
namespace {

constexpr size_t kShortTextBytes = 12'000;
constexpr size_t kChapterBytes = 60'000;  // of a condition: all of it is about that
constexpr uint32_t kItemBytes = 110;      // longer ones stand for themselves
constexpr uint32_t kListBytes = 400;
constexpr uint32_t kRegimenBytes = 700;

bool citable(SectionKind kind) {
  return kind == SectionKind::kAbstract || kind == SectionKind::kBody || kind == SectionKind::kTable ||
         kind == SectionKind::kOtherAbstract;
}

// Between two sentences there is the mark of a list's item, and nothing else.
bool is_next_item(std::string_view text, ByteSpan before, ByteSpan item) {
  bool mark = false;
  for (size_t at = before.end; at < item.start;) {
    const DecodedCharacter character = decode_character(text, at);
    if (!is_space(text[at]) && !is_list_mark(character.value)) return false;
    mark = mark || !is_space(text[at]);
    at += character.size;
  }
  return mark;
}

// One that says nothing by itself. Doses and other figures do, and so does "surgery may be necessary".
bool is_short_item(std::string_view text, ByteSpan span) {
  static constexpr std::string_view kVerbs[] = {"is",
                                                "are",
                                                "was",
                                                "were",
                                                "be",
                                                "should",
                                                "must",
                                                "may",
                                                "can",
                                                "will",
                                                "would",
                                                "has",
                                                "have",
                                                "does",
                                                "do",
                                                "need",
                                                "needs",
                                                "recommended",
                                                "indicated",
                                                "contraindicated",
                                                "contra-indicated"};
  const std::string_view words = span.of(text);
  return words.size() <= kItemBytes && words.back() != '.' && words.back() != '?' &&
         std::none_of(words.begin(), words.end(), is_digit) && !has_any_phrase(lower_ascii(words), kVerbs);
}

void join_items(std::string_view text, std::vector<ByteSpan>& sentences) {
  std::vector<ByteSpan> joined;
  bool open = false;  // the last of `joined` is a list that may go on
  for (size_t i = 0; i < sentences.size(); ++i) {
    const ByteSpan span = sentences[i];
    const bool item = i > 0 && is_next_item(text, sentences[i - 1], span) && is_short_item(text, span);
    if (item && open && span.end - joined.back().start <= kListBytes)
      joined.back().end = span.end;
    else
      joined.push_back(span);
    open = is_short_item(text, span);
  }
  sentences = std::move(joined);
}

// "A 1 g daily Plus • B 2 g daily": the mark of a list parts what is given together.
void join_regimens_of_lists(std::string_view text, std::vector<ByteSpan>& sentences) {
  const auto goes_on = [&](ByteSpan span) {
    std::string lower = lower_ascii(span.of(text));
    while (lower.ends_with(':') || lower.ends_with(' ')) lower.pop_back();
    return lower.ends_with(" plus") || lower == "plus";
  };
  std::vector<ByteSpan> joined;
  for (const ByteSpan span : sentences) {
    const bool plus_alone = span.size() < sizeof("plus:") && goes_on(span);
    if (joined.empty() || !(plus_alone || goes_on(joined.back())) ||
        span.end - joined.back().start > kRegimenBytes) {
      joined.push_back(span);
      continue;
    }
    // "A 1 g daily. May be doubled Plus • B": all that the item says of A.
    while (joined.size() > 1 && !is_next_item(text, joined[joined.size() - 2], joined.back()) &&
           span.end - joined[joined.size() - 2].start <= kRegimenBytes) {
      joined[joined.size() - 2].end = joined.back().end;
      joined.pop_back();
    }
    joined.back().end = span.end;
  }
  sentences = std::move(joined);
}

}  // namespace

std::vector<DocumentSentence> read_sentences(const Document& document, StudyDesign design,
                                             const std::vector<ByteSpan>& chosen) {
  std::vector<DocumentSentence> places;
  const bool chapter = document.record.type == "chapter";
  const bool all = document.text.size() <= (chapter ? kChapterBytes : kShortTextBytes);
  const bool only_other = std::none_of(
      document.sections.begin(), document.sections.end(),
      [](const Section& s) { return s.kind == SectionKind::kAbstract || s.kind == SectionKind::kBody; });
  for (const Section& section : document.sections) {
    if (!citable(section.kind)) continue;
    if (section.kind == SectionKind::kOtherAbstract && !only_other) continue;
    if (all || section.kind == SectionKind::kAbstract) {
      const std::string_view body = section.body.of(document.text);
      std::vector<ByteSpan> spans =
          design == StudyDesign::kPatientPage ? page_sentences(body) : split_sentences(body);
      for (ByteSpan& span : spans) span = {section.body.start + span.start, section.body.start + span.end};
      if (section.kind == SectionKind::kBody) {
        join_items(document.text, spans);
        join_regimens_of_lists(document.text, spans);
      }
      for (const ByteSpan span : spans) places.push_back({span, 0, &section, {}});
      continue;
    }
    for (const ByteSpan span : chosen) {
      if (section.body.contains(span)) places.push_back({span, 0, &section, {}});
    }
  }
  std::sort(places.begin(), places.end(),
            [](const DocumentSentence& a, const DocumentSentence& b) { return a.span < b.span; });
  places.erase(
      std::unique(places.begin(), places.end(),
                  [](const DocumentSentence& a, const DocumentSentence& b) { return a.span == b.span; }),
      places.end());
  read_roles(document, design, places);
  return places;
}

}  // namespace attest
