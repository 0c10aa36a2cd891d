// Kinds of pages that no record names: their title, their headings and what is not known of them tell.
#include "appraise/page_kinds.h"

#include <algorithm>

#include "base/affix.h"
#include "base/ascii.h"
#include "text/phrases.h"

namespace attest {
namespace {

bool has_no_record(const BibliographicRecord& record) {
  return record.pmid.empty() && record.doi.empty() && record.authors.empty() && record.journal.title.empty();
}

// National standard treatment guidelines give each condition one text under the same headings.
bool has_guideline_headings(std::string_view text) {
  static constexpr std::string_view kGuidelineHeadings[] = {
      "Treatment Goals",      "Treatment goals",
      "Drug Treatment",       "Drug treatment",
      "Non-drug Treatment",   "Non-drug treatment",
      "Supportive Measures",  "Supportive measures",
      "Notable Adverse Drug", "Contraindications and Caution",
      "Clinical Features",    "Clinical features",
      "Differential Diagnos", "Differential diagnos"};
  constexpr size_t kGuidelineHeadingsMin = 3;
  constexpr size_t kLookBytes = 30'000;
  const std::string_view start = text.substr(0, kLookBytes);
  const auto count = static_cast<size_t>(
      std::count_if(std::begin(kGuidelineHeadings), std::end(kGuidelineHeadings),
                    [&](std::string_view heading) { return start.find(heading) != std::string_view::npos; }));
  const bool treats = start.find("Drug Treatment") != std::string_view::npos ||
                      start.find("Drug treatment") != std::string_view::npos ||
                      start.find("Treatment Goals") != std::string_view::npos;
  return treats && count >= kGuidelineHeadingsMin;
}

// A chapter of such a book without these headings: its title in capitals, then the first heading of the book,
// then something on treatment or prevention.
bool opens_like_a_chapter(std::string_view text) {
  static constexpr std::string_view kFirst[] = {"Introduction", "Definition", "Clinical Features",
                                                "Aetiology"};
  constexpr size_t kTitleMax = 120;
  constexpr size_t kTitleMin = 4;
  size_t end = 0;
  while (end < text.size() && !is_lower(text[end])) ++end;
  if (end == 0 || end > kTitleMax) return false;
  --end;  // the capital of the heading
  if (end < kTitleMin || std::count_if(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(end),
                                       is_upper) < static_cast<std::ptrdiff_t>(kTitleMin))
    return false;
  const std::string_view behind = text.substr(end);
  constexpr size_t kLookBytes = 6'000;
  const std::string lower = lower_ascii(text.substr(0, kLookBytes));
  return starts_with_one_of(behind, kFirst) &&
         (has_phrase(lower, "treat*") || has_phrase(lower, "manage*") || has_phrase(lower, "prevent*"));
}

}  // namespace

bool is_guideline_chapter(const BibliographicRecord& record, std::string_view text) {
  return has_guideline_headings(text) || (has_no_record(record) && opens_like_a_chapter(text));
}

bool is_answer_for_patients(const BibliographicRecord& record, std::string_view lower_title) {
  static constexpr std::string_view kOpenings[] = {
      "what is",        "what are",    "what causes", "what to do", "what research",
      "what happens",   "what should", "what can",    "how to",     "how many people",
      "who is at risk", "how can",     "how common"};
  if (!has_no_record(record)) return false;
  if (lower_title.starts_with("do you have information about ")) return true;
  if (lower_title.empty() || lower_title.back() != '?') return false;
  const bool inherited = lower_title.starts_with("is ") && has_phrase(lower_title, "inherited");
  return inherited || std::any_of(std::begin(kOpenings), std::end(kOpenings), [&](std::string_view opening) {
           return find_phrase(lower_title, opening) == 0;
         });
}

}  // namespace attest
