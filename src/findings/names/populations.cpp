#include "findings/names/populations.h"

#include <algorithm>

#include "base/affix.h"
#include "base/ascii.h"
#include "base/one_of.h"
#include "text/people_words.h"
#include "text/phrases.h"
#include "text/word_bounds.h"

namespace attest {
namespace {

constexpr std::string_view kPopulations[] = {
    "children",
    "infants",
    "adolescents",
    "pregnan*",
    "older adults",
    "elderly",
    "healthy women",
    "healthy adults",
    "healthy volunteers",
    "healthy people",
    "postmenopausal women",
    "parkinson's disease",
    "men",
    "women",
};

// Before or behind a group of people: it is left out.
bool is_left_out(std::string_view lower, size_t start, size_t end) {
  static constexpr std::string_view kBefore[] = {"non-",     "non ",       "not ",        "other than ",
                                                 "except ",  "except in ", "excluding ",  "excluded ",
                                                 "without ", "exclude ",   "except for ", "never "};
  const std::string_view before = lower.substr(0, start);
  if (ends_with_one_of(before, kBefore)) return true;
  constexpr size_t kReach = 40;
  const std::string_view behind = lower.substr(end, kReach);
  return has_phrase(behind.substr(0, behind.find_first_of(",;.")), "excluded");
}

constexpr std::string_view kPeopleLeads[] = {"in", "among", "for", "of", "amongst"};

// Where the phrase begins that ends with the noun at `noun`: behind "in", "among"; npos where none leads.
size_t people_start(std::string_view lower, size_t noun) {
  constexpr size_t kWordsMax = 3;
  size_t start = noun;
  for (size_t words = 0; words <= kWordsMax; ++words) {
    if (start < 2 || lower[start - 1] != ' ') return std::string_view::npos;
    const std::string_view word = word_ending(lower, start);
    if (word.empty()) return std::string_view::npos;
    const auto at = static_cast<size_t>(word.data() - lower.data());
    if (is_one_of(word, kPeopleLeads)) {
      const std::string_view before = word_ending(lower, at);
      return before == "not" || before == "except" ? std::string_view::npos : start;
    }
    start = at;
  }
  return std::string_view::npos;
}

// Where it ends: before a verb, a mark, or what was done to them.
size_t people_end(std::string_view lower, size_t from) {
  static constexpr std::string_view kStops[] = {
      "who",     "were",      "was",    "had",       "have",    "has",     "is",         "are",
      "to",      "in",        "at",     "after",     "during",  "from",    "than",       "on",
      "by",      "given",     "taking", "receiving", "but",     "while",   "compared",   "versus",
      "vs",      "did",       "may",    "can",       "should",  "will",    "showed",     "receive",
      "that",    "which",     "when",   "without",   "using",   "before",  "between",    "within",
      "under",   "p",         "as",     "over",      "because", "achieve", "experience", "report",
      "despite", "following", "among",  "into",      "then",    "also",    "undergoing"};
  constexpr size_t kWordsMax = 8;
  size_t end = from;
  std::string_view last = "with";
  for (size_t words = 0; words < kWordsMax; ++words) {
    if (end >= lower.size() || lower[end] != ' ') return end;
    const size_t stop = word_end(lower, end + 1);
    const std::string_view word = lower.substr(end + 1, stop - end - 1);
    if (word.empty() || is_one_of(word, kStops)) break;
    // "With advanced cancer" goes on; "with cancer improved" ends.
    if (word.ends_with("ed") && last != "with" && last != "and" && last != "or" && !last.ends_with("ly"))
      break;
    last = word;
    end = stop;
  }
  // Nothing hangs at the end.
  while (end > from) {
    const std::string_view hanging = word_ending(lower, end);
    if (hanging != "and" && hanging != "or" && hanging != "with" && hanging != "of" && hanging != "a" &&
        hanging != "the")
      break;
    end = static_cast<size_t>(hanging.data() - lower.data());
    while (end > from && lower[end - 1] == ' ') --end;
  }
  return end;
}

}  // namespace

std::vector<std::string> people_in(std::string_view lower) {
  std::vector<std::string> people;
  for (const std::string_view population : kPopulations) {
    for (size_t at = find_phrase(lower, population); at != std::string_view::npos;
         at = find_phrase(lower, population, at + 1)) {
      if (is_left_out(lower, at, word_end(lower, at))) continue;
      people.emplace_back(population.ends_with('*') ? "pregnancy" : population);
      break;
    }
  }
  return people;
}

std::string stated_people(std::string_view sentence, std::string_view lower) {
  std::string_view found;
  for (const std::string_view noun : kPeopleNouns) {
    for (size_t at = find_phrase(lower, noun); at != std::string_view::npos;
         at = find_phrase(lower, noun, at + 1)) {
      const size_t behind = at + noun.size();
      constexpr std::string_view kWith = " with ";
      if (!lower.substr(behind).starts_with(kWith)) continue;
      const size_t start = people_start(lower, at);
      if (start == std::string_view::npos) continue;
      const size_t with = behind + kWith.size() - 1;
      const size_t end = people_end(lower, with);
      if (end == with) continue;
      const std::string_view people = sentence.substr(start, end - start);
      if (!found.empty() && found != people) return {};
      found = people;
    }
  }
  // "Patients with and without": no one group.
  static constexpr std::string_view kBoth[] = {"without", "placebo"};
  return has_any_phrase(lower_ascii(found), kBoth) ? std::string() : std::string(found);
}

}  // namespace attest
