#include "findings/outcome.h"

#include <algorithm>

#include "base/ascii.h"
#include "text/phrases.h"

namespace attest {

namespace {

// Verbs that end the subject of a result sentence.
constexpr std::string_view kVerbs[] = {" was ",      " were ", " occurred ",  " persisted ", " is ",  " are ",
                                       " had been ", " had ",  " increased ", " rose ",      " fell "};

}  // namespace

std::string outcome_words(std::string_view sentence, size_t figure_start, size_t figure_end) {
  const std::string lower = lower_ascii(sentence);
  // Subject before the figure, from behind the last comma that closes an opening phrase ("At 3 months, …").
  size_t verb = std::string::npos;
  for (const std::string_view candidate : kVerbs) {
    const size_t at = lower.find(candidate);
    if (at != std::string::npos && at < figure_start) verb = std::min(verb, at);
  }
  if (verb != std::string::npos) {
    size_t start = lower.rfind(", ", verb);
    start = start == std::string::npos || start > verb ? 0 : start + 2;
    std::string_view subject = std::string_view(lower).substr(start, verb - start);
    if (const size_t group = subject.find(" group ");
        subject.starts_with("in the ") && group != std::string_view::npos) {
      subject.remove_prefix(group + std::string_view(" group ").size());
    }
    for (const std::string_view article :
         {"the ", "an ", "a ", "and ", "overall ", "rate of ", "percentage of ", "proportion of "}) {
      if (subject.starts_with(article)) subject.remove_prefix(article.size());
    }
    // "When results were limited to…" has not come to its subject yet.
    static constexpr std::string_view kClauses[] = {"when ",  "if ",    "after ", "although ", "because ",
                                                    "while ", "since ", "in ",    "of ",       "as "};
    const bool clause = std::any_of(std::begin(kClauses), std::end(kClauses),
                                    [&](std::string_view word) { return subject.starts_with(word); });
    constexpr size_t kSubjectBytesMax = 70;
    const bool people = has_phrase(subject, "patients") || has_phrase(subject, "participants") ||
                        has_phrase(subject, "women") || subject == "it" || subject == "there" ||
                        subject.empty();
    if (!people && !clause && subject.size() <= kSubjectBytesMax) return std::string(subject);
  }
  // "69 of 82 patients (84%) had improved": the predicate behind the figure.
  std::string_view tail = std::string_view(lower).substr(std::min(figure_end, lower.size()));
  static constexpr std::string_view kPredicates[] = {
      "had improved", "improved",   "were satisfied", "felt improved",
      "responded",    "relapsed",   "were cured",     "could expel a balloon",
      "recovered",    "had relief", "died",           "were able to expel a balloon"};
  for (const std::string_view predicate : kPredicates) {
    const size_t at = find_phrase(tail, predicate);
    constexpr size_t kNear = 60;
    if (at < kNear) return std::string(predicate);
  }
  return {};
}

}  // namespace attest
