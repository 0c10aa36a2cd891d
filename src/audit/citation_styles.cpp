// Which of the places that may be citations are, told by the page as a whole.
#include "audit/citation_styles.h"

#include <algorithm>

#include "base/ascii.h"
#include "text/phrases.h"

namespace attest::audit {

namespace {

constexpr size_t kStyleTimesMin = 3;  // places that make a doubtful style credible

// "(2,4–5)" beside a numbered list: several numbers, all of them listed.
bool lists_works(const InTextCitation& one, uint32_t highest, const ReferenceList& list,
                 std::string_view text) {
  const std::string_view printed = one.span.of(text);
  const std::string before = word_before(text, one.span.start);
  return one.style == CitationStyle::kParenthesis && list.numbered && one.numbers.size() > 1 &&
         one.numbers.back() <= highest && printed.find(',') != std::string_view::npos && !before.empty() &&
         !is_digit(before.front());
}

}  // namespace

// The word that ends just before `at`, lower case.
std::string word_before(std::string_view text, size_t at) {
  while (at > 0 && text[at - 1] == ' ') --at;
  size_t start = at;
  while (start > 0 && (is_letter_byte(text[start - 1]) || is_digit(text[start - 1]))) --start;
  return lower_ascii(text.substr(start, at - start));
}

bool tells_of_a_work(std::string_view after) {
  static constexpr std::string_view kVerbs[] = {
      "showed",    "show",      "shows",       "found",       "finds",     "reported", "reports",
      "described", "concluded", "observed",    "noted",       "suggested", "suggests", "argued",
      "compared",  "studied",   "recommended", "proposed",    "states",    "stated",   "wrote",
      "reviewed",  "confirmed", "evaluated",   "demonstrated"};
  while (after.starts_with(' ')) after.remove_prefix(1);
  size_t end = 0;
  while (end < after.size() && is_letter_byte(after[end])) ++end;
  return std::find(std::begin(kVerbs), std::end(kVerbs), after.substr(0, end)) != std::end(kVerbs);
}

void drop_unlikely_styles(std::vector<InTextCitation>& found, const ReferenceList& list,
                          std::string_view text) {
  const auto times = [&](CitationStyle style) {
    return static_cast<size_t>(std::count_if(found.begin(), found.end(),
                                             [&](const InTextCitation& one) { return one.style == style; }));
  };
  const size_t sure = times(CitationStyle::kBracket) + times(CitationStyle::kRaised);
  uint32_t highest = 0;
  for (const ListedWork& work : list.works) highest = std::max(highest, work.number);
  highest = std::max<uint32_t>(highest, static_cast<uint32_t>(list.works.size()));
  for (const CitationStyle style : {CitationStyle::kParenthesis, CitationStyle::kTrailing}) {
    // Beyond the list there may be numbers that are not listed, but not many times more.
    const auto possible = [&](const InTextCitation& one) {
      return one.numbers.back() <= std::max<uint32_t>(3 * highest, 20);
    };
    const auto likely =
        static_cast<size_t>(std::count_if(found.begin(), found.end(), [&](const InTextCitation& one) {
          return one.style == style && possible(one);
        }));
    const bool has_first = std::any_of(found.begin(), found.end(), [&](const InTextCitation& one) {
      return one.style == style && one.numbers.front() == 1;
    });
    const bool keep = sure == 0 && likely >= kStyleTimesMin && has_first && !list.works.empty();
    std::erase_if(found, [&](const InTextCitation& one) {
      return one.style == style && (!keep || !possible(one)) && !lists_works(one, highest, list, text);
    });
  }
}

void keep_likely_names(std::vector<InTextCitation>& found, std::vector<InTextCitation>& doubtful,
                       const ReferenceList& list) {
  const auto cites_by_name = [](const InTextCitation& one) {
    return one.style == CitationStyle::kAuthorYear;
  };
  const bool by_number = std::any_of(found.begin(), found.end(), [](const InTextCitation& one) {
    return !one.numbers.empty() && one.style != CitationStyle::kAuthorYear;
  });
  const bool by_name = std::any_of(found.begin(), found.end(), cites_by_name) ||
                       (!list.works.empty() && !list.numbered && !by_number);
  if (!by_name) return;
  for (InTextCitation& one : doubtful) found.push_back(std::move(one));
}

std::vector<InTextCitation> merged(std::vector<InTextCitation> found) {
  std::vector<InTextCitation> kept;
  for (InTextCitation& one : found) {
    if (kept.empty() || !kept.back().span.overlaps(one.span)) {
      kept.push_back(std::move(one));
      continue;
    }
    InTextCitation& last = kept.back();
    last.span.end = std::max(last.span.end, one.span.end);
    if (last.numbers.empty() && last.names.empty() && (!one.numbers.empty() || !one.names.empty()))
      last.style = one.style;
    for (const uint32_t number : one.numbers) {
      if (std::find(last.numbers.begin(), last.numbers.end(), number) == last.numbers.end())
        last.numbers.push_back(number);
    }
    if (last.names.empty()) last.names = std::move(one.names);
    if (last.anchor.empty()) last.anchor = std::move(one.anchor);
    if (last.link.url.empty() && last.link.pmid.empty() && last.link.doi.empty())
      last.link = std::move(one.link);
  }
  return kept;
}

}  // namespace attest::audit
