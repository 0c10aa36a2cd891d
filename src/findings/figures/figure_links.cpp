#include "findings/figures/figure_links.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/ascii.h"
#include "base/one_of.h"
#include "findings/figures/rate_figures.h"

namespace attest {
namespace {

constexpr std::string_view kLinkWords[] = {"in",
                                           "the",
                                           "and",
                                           "group",
                                           "arm",
                                           "groups",
                                           "arms",
                                           "versus",
                                           "vs",
                                           "with",
                                           "for",
                                           "compared",
                                           "comparison",
                                           "to",
                                           "than",
                                           "patients",
                                           "respectively",
                                           "v",
                                           ",",
                                           "those",
                                           "on",
                                           "at",
                                           "after",
                                           "control",
                                           "controls",
                                           "treated",
                                           "treatment",
                                           "of",
                                           "women",
                                           "men",
                                           "by",
                                           "months",
                                           "weeks",
                                           "days",
                                           "years",
                                           "month",
                                           "week",
                                           "day",
                                           "year",
                                           "hours",
                                           "baseline",
                                           "from",
                                           "users",
                                           "p",
                                           "first",
                                           "second",
                                           "third",
                                           "other",
                                           "follow-up",
                                           "participants",
                                           "a",
                                           "receiving",
                                           "taking",
                                           "given",
                                           "among",
                                           "intervention",
                                           "or",
                                           "against",
                                           "as",
                                           ":",
                                           "subjects",
                                           "recipients",
                                           "received",
                                           "children",
                                           "therapy",
                                           "who",
                                           "whom",
                                           "assigned",
                                           "randomised",
                                           "randomized",
                                           "allocated",
                                           "only",
                                           "about",
                                           "under",
                                           "alone",
                                           "approximately",
                                           "preoperatively",
                                           "initially",
                                           "significantly",
                                           "was",
                                           "were",
                                           "just",
                                           "nearly",
                                           "almost",
                                           "both",
                                           "all",
                                           "while",
                                           "whereas",
                                           "but",
                                           "had",
                                           "did",
                                           "mg",
                                           "g",
                                           "daily",
                                           "twice",
                                           "once",
                                           "dose",
                                           "before",
                                           "patient",
                                           "people",
                                           "individuals",
                                           "infants",
                                           "adults",
                                           "it",
                                           "this",
                                           "that",
                                           "postoperatively"};

// What is called an estimate, and what it says of its interval.
constexpr std::string_view kEstimateWords[] = {
    "hazard",    "hazards",    "odds",  "risk",       "ratio",    "rate",     "relative",   "rr",
    "or",        "hr",         "ci",    "confidence", "interval", "adjusted", "unadjusted", "absolute",
    "reduction", "difference", "value", "crude",      "ard",      "rrr",      "arr",        "mean",
    "md",        "aor",        "ahr",   "irr",        "incidence"};

// The text with spaces for the names that stand in it.
std::string without_mentions(std::string_view between, std::span<const Mention> named, size_t from) {
  std::string text(between);
  for (const Mention& mention : named) {
    if (mention.span.start < from || mention.span.end > from + between.size()) continue;
    std::fill(text.begin() + static_cast<std::ptrdiff_t>(mention.span.start - from),
              text.begin() + static_cast<std::ptrdiff_t>(mention.span.end - from), ' ');
  }
  return text;
}

bool is_link(std::string_view word) {
  const bool digits = std::all_of(word.begin(), word.end(), [](char c) { return c < 'a' || c > 'z'; });
  return digits || is_one_of(word, kLinkWords);
}

}  // namespace

bool only_links(std::string_view between, std::span<const Mention> named, size_t from) {
  if (between.find(';') != std::string_view::npos) return false;
  const std::vector<std::string> words = words_outside_brackets(without_mentions(between, named, from));
  return std::all_of(words.begin(), words.end(), [](const std::string& word) { return is_link(word); });
}

bool only_links_to_estimate(std::string_view between, std::span<const Mention> named, size_t from) {
  std::string text = without_mentions(between, named, from);
  // "(35 percent; hazard ratio 0.7": a semicolon inside a bracket parts nothing else.
  const size_t open = text.rfind('(');
  const size_t sign = text.find(';');
  if (sign != std::string::npos && text.find(')', sign) != std::string::npos && open == std::string::npos)
    return false;
  std::replace(text.begin(), text.end(), ';', ',');
  const std::vector<std::string> words = words_outside_brackets(text);
  return std::all_of(words.begin(), words.end(), [](const std::string& word) {
    return is_link(word) || is_one_of(word, kEstimateWords);
  });
}

size_t links_end(std::string_view between, std::span<const Mention> named, size_t from) {
  const std::string text = without_mentions(between, named, from);
  int depth = 0;
  size_t at = 0;
  while (at < text.size()) {
    const char c = text[at];
    if (c == '(' || c == '[') ++depth;
    if (c == ')' || c == ']') depth = std::max(0, depth - 1);
    if (!is_letter_byte(c) && !is_digit(c)) {
      ++at;
      continue;
    }
    size_t end = at;
    while (end < text.size() &&
           (is_letter_byte(text[end]) || is_digit(text[end]) || text[end] == '-' || text[end] == '\''))
      ++end;
    if (depth == 0 && !is_link(std::string_view(text).substr(at, end - at))) return at;
    at = end;
  }
  return text.size();
}

}  // namespace attest
