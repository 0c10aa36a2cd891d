// A number, the adjectives of its studies, "trials" or "studies", and beside them a word that says that they
// were chosen: "18 published double-blind trials were included", "we combined 18 trials".
#include "appraise/study_counts.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <vector>

#include "base/ascii.h"
#include "base/one_of.h"
#include "text/number_words.h"
#include "text/phrases.h"
#include "text/tokens.h"

namespace attest {
namespace {

constexpr std::string_view kCountedStudies[] = {"trials",  "studies",      "rcts",   "articles",
                                                "reports", "publications", "papers", "cohorts"};

// Between a number and its studies stands none of these.
constexpr std::string_view kBorders[] = {
    "of",    "in",  "from",  "with",         "and",    "or",       "were",     "was",    "patients",
    "women", "men", "weeks", "years",        "months", "children", "subjects", "people", "adults",
    "cases", "to",  "for",   "participants", "that",   "which",    "other",    "more",
};

constexpr std::string_view kIncludedBehind[] = {
    "were included", "was included",  "included in",
    "met the",       "met our",       "met all",
    "met inclusion", "met eligib*",   "met criteria",
    "fulfilled",     "satisfied",     "were eligible",
    "were selected", "were analysed", "were analyzed",
    "were pooled",   "were combined", "qualified",
    "were reviewed", "meeting",       "were considered eligible",
    "were entered",
};

constexpr std::string_view kIncludedBefore[] = {
    "included",    "we include",       "includes",         "including data from", "pooled",
    "combined",    "combining",        "we analysed",      "we analyzed",         "we reviewed",
    "we selected", "meta-analysis of", "meta-analyses of", "data from",           "results of all",
    "review of",   "selected",
};

constexpr std::string_view kFound[] = {"identified", "were found", "we found", "yielded", "available"};

constexpr std::string_view kLeftOut[] = {"excluded",     "retrieved",    "screened",     "potentially",
                                         "assessed for", "not included", "not eligible", "abstracts",
                                         "citations",    "discarded",    "removed",      "removal"};

// 0 where the word is no whole number of at least two.
uint32_t number_of(std::string_view word, std::string_view before, std::string_view behind) {
  // A part of "2.5", "-4", "1,358", "p<0.05", "1-4", "18%" or of "twenty-two".
  const auto joins = [](char c) { return c == '.' || c == ',' || c == '-' || c == '<' || c == '='; };
  if (!before.empty() && joins(before.back())) return 0;
  if (before.size() > 1 && before.back() == ' ' && is_digit(before[before.size() - 2])) return 0;
  if (behind.size() > 1 && (behind[0] == '%' || (joins(behind[0]) && is_digit(behind[1])))) return 0;
  if (!is_digit(word.front())) {
    // "thirty-two", "thirty"
    const auto value = static_cast<uint32_t>(value_of_number_word(word).value_or(0));
    if (value < 2) return 0;
    if (!behind.starts_with("-")) return value;
    // A smaller number with something behind it: "six-month trials".
    if (value < 20) return 0;
    const std::string_view unit = behind.substr(1, behind.find_first_of(" ,;", 1) - 1);
    const int units = value_of_number_word(unit).value_or(0);
    return units > 0 && units < 10 ? value + static_cast<uint32_t>(units) : 0;
  }
  uint32_t value = 0;
  const auto read = std::from_chars(word.data(), word.data() + word.size(), value);
  constexpr uint32_t kYearsFrom = 1900;
  constexpr uint32_t kYearsTo = 2100;
  const bool year = value >= kYearsFrom && value <= kYearsTo;
  return read.ptr == word.data() + word.size() && value > 1 && !year ? value : 0;
}

int trust_of(std::string_view before, std::string_view behind) {
  constexpr size_t kBehindBytes = 70;
  constexpr size_t kBeforeBytes = 45;
  behind = behind.substr(0, std::min({kBehindBytes, behind.size(), behind.find(';')}));
  if (before.size() > kBeforeBytes) before = before.substr(before.size() - kBeforeBytes);
  if (has_any_phrase(behind, kIncludedBehind)) return has_phrase(behind, "were not") ? 0 : 3;
  if (has_any_phrase(before, kLeftOut) || has_any_phrase(behind, kLeftOut)) return 0;
  if (has_any_phrase(before, kIncludedBefore)) return 2;
  return has_any_phrase(before, kFound) || has_any_phrase(behind, kFound) ? 1 : 0;
}

// A number that alone stands for the studies named before it.
bool includes_it(std::string_view before, std::string_view behind) {
  if (!has_any_phrase(before, kCountedStudies) && !has_phrase(before, "citations") &&
      !has_phrase(before, "abstracts"))
    return false;
  while (!behind.empty() && is_space(behind.front())) behind.remove_prefix(1);
  return std::any_of(std::begin(kIncludedBehind), std::end(kIncludedBehind),
                     [&](std::string_view phrase) { return find_phrase(behind, phrase) == 0; });
}

}  // namespace

StudyNumber studies_reviewed(std::string_view lower) {
  constexpr size_t kAdjectivesMax = 9;
  const std::vector<Token> tokens = tokenize(lower);
  StudyNumber best;
  for (size_t i = 0; i < tokens.size(); ++i) {
    const ByteSpan span = tokens[i].span;
    const std::string_view before = lower.substr(0, span.start);
    const uint32_t value = number_of(tokens[i].folded, before, lower.substr(span.end));
    if (value == 0) continue;
    // "506 articles, of which 67 were included".
    int trust = includes_it(before, lower.substr(span.end)) ? 3 : 0;
    for (size_t j = i + 1; j < tokens.size() && j <= i + kAdjectivesMax; ++j) {
      const std::string_view word = tokens[j].folded;
      if (trust != 0) break;
      if (is_one_of(word, kCountedStudies)) {
        trust = trust_of(before, lower.substr(tokens[j].span.end));
        break;
      }
      if (is_one_of(word, kBorders) || is_digit(word.front())) break;
    }
    if (trust > best.trust) best = {value, trust};
  }
  return best;
}

}  // namespace attest
