// Where the name of a group starts and ends among the words of a sentence, and what is none.
#include "appraise/arm_names.h"

#include <algorithm>
#include <string>

#include "appraise/people_counts.h"
#include "base/affix.h"
#include "base/ascii.h"
#include "base/one_of.h"
#include "text/people_words.h"
#include "text/phrases.h"
#include "text/tokens.h"
#include "text/word_bounds.h"

namespace attest {
namespace {

constexpr size_t kNameBytesMax = 80;

bool has_letters(std::string_view text) {
  return std::count_if(text.begin(), text.end(), is_letter_byte) >= 1;
}

size_t end_of_last(std::string_view lower, std::string_view word) {
  const size_t at = lower.rfind(word);
  return at == std::string_view::npos ? 0 : at + word.size();
}

// Another bracket than one with a short form of the name: "magnesium treatment (MST) group".
bool holds_bracket(std::string_view name) {
  const size_t open = name.find('(');
  if (open == std::string_view::npos) return false;
  const size_t close = name.find(')', open);
  constexpr size_t kShortFormMax = 6;
  if (open == 0 || close == std::string_view::npos || close - open - 1 > kShortFormMax || close < open + 3 ||
      name.find('(', open + 1) != std::string_view::npos)
    return true;
  const std::string_view inside = name.substr(open + 1, close - open - 1);
  return !std::all_of(inside.begin(), inside.end(), [](char c) { return is_upper(c) || c == '-'; });
}

}  // namespace

size_t behind_those_assigned(std::string_view lower) {
  size_t verb = 0;
  for (const std::string_view word : {"randomised ", "randomized ", "randomly assigned ",
                                      "randomly allocated ", "randomly assign ", " assigned ", " allocated "})
    verb = std::max(verb, end_of_last(lower, word));
  if (verb == 0) return 0;
  const std::string_view those = lower.substr(verb);
  const size_t to = those.find(" to ");
  if (to == std::string_view::npos) return 0;
  constexpr size_t kThoseMax = 160;
  const std::string_view who = those.substr(0, to);
  const std::vector<Token> words = tokenize(who);
  const bool people =
      std::any_of(words.begin(), words.end(), [](const Token& word) { return is_people_noun(word.folded); });
  // "patients admitted to hospital to …": it is not sure which is meant.
  constexpr size_t kNextWords = 30;
  const bool again = those.substr(to + 4, kNextWords).find(" to ") != std::string_view::npos;
  return people && !again && who.size() <= kThoseMax ? verb + to + 4 : 0;
}

size_t behind_those_who_got(std::string_view lower) {
  static constexpr std::string_view kGot[] = {" received either ", " were given either ", " received ",
                                              " were treated with either "};
  constexpr size_t kThoseMax = 60;
  for (const std::string_view got : kGot) {
    const size_t at = lower.find(got);
    if (at == std::string_view::npos) continue;
    const std::string_view who = lower.substr(0, at);
    // "Patients received either A or B", "They received A or B": at the start, and nobody in particular.
    const bool all = who == "patients" || who == "they" || who == "subjects" || who == "participants" ||
                     who == "women" || who == "children" || who == "all patients";
    const bool counted = got != " received " && at <= kThoseMax && is_people_noun(word_ending(lower, at));
    const bool either = lower.substr(at + got.size()).starts_with("either ");
    if (all || counted) return at + got.size() + (either ? 7 : 0);
  }
  return 0;
}

size_t arm_word_count(std::string_view text) {
  size_t words = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    if (!is_space(text[i]) && (i == 0 || is_space(text[i - 1]))) ++words;
  }
  return words;
}

// Takes separators and little words off both ends.
ByteSpan trimmed_arm(std::string_view text, ByteSpan span) {
  static constexpr std::string_view kStarts[] = {"and ",
                                                 "or ",
                                                 "the ",
                                                 "a ",
                                                 "an ",
                                                 "either ",
                                                 "versus ",
                                                 "vs ",
                                                 "vs. ",
                                                 "to ",
                                                 "receive ",
                                                 "received ",
                                                 "into ",
                                                 "with ",
                                                 "with: ",
                                                 "while ",
                                                 "whereas ",
                                                 "by ",
                                                 "treatment with ",
                                                 "therapy with "};
  for (bool changed = true; changed;) {
    changed = false;
    while (!span.empty() && (is_space(text[span.start]) ||
                             std::string_view(",;:.-").find(text[span.start]) != std::string_view::npos))
      ++span.start;
    while (!span.empty() && (is_space(text[span.end - 1]) ||
                             std::string_view(",;:").find(text[span.end - 1]) != std::string_view::npos))
      --span.end;
    const std::string lower = lower_ascii(span.of(text));
    for (const std::string_view start : kStarts) {
      if (!lower.starts_with(start)) continue;
      span.start += static_cast<uint32_t>(start.size());
      changed = true;
      break;
    }
    // "A (25 patients) and the other 25 were given B"
    for (const std::string_view end :
         {" and", " or", " and the other", " and the others", " and the remaining", " and the rest"}) {
      if (changed || !lower.ends_with(end)) continue;
      span.end -= static_cast<uint32_t>(end.size());
      changed = true;
    }
  }
  return span;
}

bool is_arm_name(std::string_view name) {
  constexpr size_t kWordsMax = 10;
  static constexpr std::string_view kNoStarts[] = {
      "one of", "two ",          "three ",  "four ",     "different", "treatment groups", "groups", "were ",
      "was ",   "patients were", "receive", "continue ", "open",      "double-blind",     "any ",   "each ",
      "all ",   "subjects were", "the two", "both ",     "one ",      "randomly",         "who ",   "which ",
      "that ",  "these ",        "not "};
  const std::string lower = lower_ascii(name);
  // "1200 adults to aspirin": who were assigned, and not what they got.
  if (!lower.empty() && is_digit(lower.front())) {
    const std::vector<Token> words = tokenize(lower);
    if (std::any_of(words.begin(), words.end(),
                    [](const Token& word) { return is_people_noun(word.folded); }))
      return false;
  }
  // "160 mg of valsartan" is a name, "40 mg" is none.
  constexpr size_t kWordsWithDose = 3;
  if (!lower.empty() && is_digit(lower.front()) && arm_word_count(name) < kWordsWithDose) return false;
  if (is_one_of(lower, kSexesCounted)) return false;
  if (lower.ends_with(" with") || lower == "with" || lower == "without" || lower == "not" ||
      lower == "treated" || lower == "treatment")
    return false;
  if (name.empty() || name.size() > kNameBytesMax || !has_letters(name) || arm_word_count(name) > kWordsMax)
    return false;
  if (has_phrase(lower, "respectively") || has_phrase(lower, "were") || has_phrase(lower, "was") ||
      has_phrase(lower, "we") || holds_bracket(name) || lower.find('=') != std::string::npos ||
      lower.find(". ") != std::string::npos || has_phrase(lower, "patients") || has_phrase(lower, "who"))
    return false;
  return !starts_with_one_of(lower, kNoStarts);
}

// Where the name of a first arm starts: behind the last word that introduces it.
size_t arm_name_start(std::string_view lower) {
  size_t start = 0;
  for (const std::string_view word : {"assigned to ",     "allocated to ", "randomised to ",
                                      "randomized to ",   " to receive ",  " received ",
                                      " receiving ",      " into ",        ": ",
                                      " between ",        " to either ",   "either ",
                                      " groups, ",        "arms, ",        "; ",
                                      " assigned ",       " receive ",     "patients to ",
                                      "participants to ", "subjects to ",  "women to ",
                                      "volunteers to ",   " with either ", " in the ",
                                      " in a ",           " versus ",      "randomly to ",
                                      "ratio to ",        "fashion to ",   "manner to "})
    start = std::max(start, end_of_last(lower, word));
  start = std::max(start, behind_those_assigned(lower));
  for (const std::string_view time :
       {"comparison of ", " weeks of therapy with ", " weeks of treatment with ", " months of therapy with ",
        " months of treatment with "})
    start = std::max(start, end_of_last(lower, time));
  if (start == 0) start = end_of_last(lower, " treated with ");
  return start;
}

// Where a name ends that nothing closes: at what says how, how long, for what.
size_t arm_name_end(std::string_view lower) {
  static constexpr std::string_view kDosing[] = {
      " once ",  " twice ",        " three times",     " each ",          " daily",   " every ", " a day",
      " orally", " intravenously", " intramuscularly", " subcutaneously", " per day", " t.i.d",  " b.i.d"};
  size_t end = arm_list_end(lower);
  for (const std::string_view word : kDosing) end = std::min(end, lower.find(word));
  while (end > 0 && (lower[end - 1] == '.' || is_space(lower[end - 1]))) --end;
  return end;
}

size_t arm_list_end(std::string_view lower) {
  size_t end = lower.size();
  for (const std::string_view word :
       {" for ",          " in a ",      " in the ",      " in an ",    " over ",
        " during ",       " at ",        " before ",      " after ",    " until ",
        " using ",        " followed ",  " within ",      " prior ",    " from ",
        " while ",        " when ",      " as ",          " were ",     " was ",
        " on day",        " on the ",    " in addition",  "; ",         ". ",
        " in order",      " in double",  " in blind",     " in random", " in single",
        " in 1",          " in 2",       " according",    " starting",  " given ",
        " administered ", " plus usual", " and followed", " and were",  " by ",
        " if ",           " then ",      " of the study", ": "})
    end = std::min(end, lower.find(word));
  while (end > 0 && (lower[end - 1] == '.' || is_space(lower[end - 1]))) --end;
  return end;
}

}  // namespace attest
