#include "findings/cue_links.h"

#include <algorithm>

#include "base/affix.h"
#include "base/one_of.h"
#include "text/phrases.h"

namespace attest {
namespace {

constexpr size_t kNotInGap = std::string_view::npos;

// clang-format off
constexpr std::string_view kLinkBefore[] = {
    "is", "are", "be", "as", "was", "were", "remain", "remains", "become*", "represent*", "constitut*",
    "consider*", "been",
};
constexpr std::string_view kLinkBehind[] = {
    "is", "are", "be", "was", "were", "remain", "remains", "includ*", "consist*", "compris*",
    "with", "been",
    "such as", "namely", "using", "involv*",
};
// clang-format on

}  // namespace

bool has_linking_verb(std::string_view gap) { return has_any_phrase(gap, kLinkBefore); }

bool is_linked_before(std::string_view gap) {
  if (gap.size() <= 2 || has_linking_verb(gap) || gap.find(':') != kNotInGap) return true;
  if (gap.ends_with(" at ")) return true;  // "offer X at step 1"
  // "Recommend X for first-line use".
  if (gap.ends_with(" for ") && gap.size() < 25 && gap.find_first_of(",(") == kNotInGap) return true;
  return gap == ", the " || gap == ", a " || gap == " (" || gap == " (the ";
}

bool says_what_ought_to_be(std::string_view clause) {
  static constexpr std::string_view kWords[] = {"recommend*", "should", "is",       "are",  "remain*",
                                                "prefer*",    "advis*", "suggest*", "offer"};
  return has_any_phrase(clause, kWords);
}

bool has_own_subject(std::string_view gap) {
  static constexpr std::string_view kFormsOfBe[] = {"is", "are", "was", "were", "has", "have", "had"};
  size_t at = gap.rfind(',');
  size_t skip = 1;
  if (const size_t joined = gap.rfind(" and "); joined != kNotInGap && (at == kNotInGap || joined > at)) {
    at = joined;
    skip = 5;
  }
  if (at == kNotInGap || !has_any_phrase(gap.substr(0, at), kFormsOfBe)) return false;
  std::string_view tail = gap.substr(std::min(at + skip, gap.size()));
  static constexpr std::string_view kNoSubject[] = {"it", "they",  "therefore", "thus",
                                                    "so", "which", "cannot"};
  const size_t letter = tail.find_first_not_of(' ');
  if (letter == kNotInGap) return false;
  tail = tail.substr(letter);
  const std::string_view word = tail.substr(0, tail.find(' '));
  return !word.ends_with("ly") && !has_any_phrase(word, kNoSubject) && !has_any_phrase(word, kFormsOfBe);
}

bool speaks_of_something_else(std::string_view before, std::string_view gap) {
  static constexpr std::string_view kLight[] = {
      "it",      "treatment", "therapy",    "therapies",   "drug",      "drugs",     "agent",     "agents",
      "use",     "the",       "a",          "an",          "following", "initial",   "first",     "also",
      "which",   "what",      "medication", "medications", "medicine",  "medicines", "choice",    "option",
      "options", "regimen",   "regimens",   "therefore",   "thus",      "this",      "there",     "all",
      "both",    "strongly",  "currently",  "generally",   "usually",   "now",       "patients",  "people",
      "is",      "are",       "be",         "and",         "then",      "next",      "preferred", "medical",
      "drug",    "of",        "management"};
  static constexpr std::string_view kNames[] = {"with", "using", "by giving", "to use", "to give", "on"};
  if (gap.find(':') != kNotInGap) return false;
  const std::string_view next = gap.substr(0, gap.find_first_of(",;"));
  static constexpr std::string_view kPlaces[] = {"where",  "when",    "if",    "while",
                                                 "during", "because", "unless"};
  if (has_any_phrase(next, kPlaces)) return true;
  if (has_any_phrase(next, kNames) || has_phrase(next, "that")) return false;
  before = before.substr(before.find_last_of(",;:(") + 1);
  for (size_t at = 0; at < before.size();) {
    const size_t start = before.find_first_not_of(' ', at);
    if (start == kNotInGap) break;
    const size_t end = std::min(before.find(' ', start), before.size());
    const std::string_view word = before.substr(start, end - start);
    if (!is_one_of(word, kLight)) return true;
    at = end;
  }
  return false;
}

bool is_quality(std::string_view behind) {
  static constexpr std::string_view kQualities[] = {
      "-sparing",   " sparing",     "-free",       "-naive",   "-naïve",     "-induced",
      "-resistant", "-refractory",  "-associated", "-related", "-dependent", "-intolerant",
      "-treated",   "-experienced", " reuptake",   " uptake",  " receptor",  "-receptor"};
  return starts_with_one_of(behind, kQualities);
}

bool is_linked_behind(std::string_view gap) {
  constexpr size_t kWordBytes = 20;
  const bool next_word = gap.size() <= kWordBytes && gap.find_first_of(",.(") == kNotInGap &&
                         std::count(gap.begin(), gap.end(), ' ') <= 2;
  return next_word || has_any_phrase(gap, kLinkBehind) || gap.find(':') != kNotInGap ||
         gap.find('(') != kNotInGap;
}

bool is_advised_behind(std::string_view gap) {
  constexpr size_t kNearBytes = 60;
  static constexpr std::string_view kAdvising[] = {" recommends ", " recommend ", " suggests ",
                                                   " suggest ",    " advises ",   " advise "};
  return gap.size() <= kNearBytes && gap.starts_with(", ") && ends_with_one_of(gap, kAdvising);
}

}  // namespace attest
