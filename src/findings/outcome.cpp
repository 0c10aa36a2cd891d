#include "findings/outcome.h"

#include <algorithm>

#include "base/ascii.h"
#include "text/phrases.h"

namespace attest {

namespace {

struct Plain {
  std::string_view cue;
  std::string_view says;
};

// Order matters: the more exact cue first.
constexpr Plain kPlainOutcomes[] = {
    {"major improvement", "got much better"},
    {"complete relief", "had complete relief"},
    {"adequate relief", "had good relief"},
    {"initial improvement", "got better at first"},
    {"initial response", "got better at first"},
    {"improvement persisted", "were still better"},
    {"improvement was sustained", "were still better"},
    {"response was sustained", "were still better"},
    {"sustained", "were still better"},
    {"pain-free intercourse", "could have sex without pain"},
    {"intercourse", "could have intercourse"},
    {"dyssynergic pattern was corrected", "had a normal muscle pattern again"},
    {"dyssynergia was corrected", "had a normal muscle pattern again"},
    {"satisfied", "were satisfied"},
    {"satisfaction", "were satisfied"},
    {"felt improved", "felt better"},
    {"symptoms improved", "felt better"},
    {"symptoms had improved", "felt better"},
    {"had improved", "got better"},
    {"patients improved", "got better"},
    {"improved", "got better"},
    {"improvement", "got better"},
    {"relief", "had relief"},
    {"remission", "had no or few symptoms left (remission)"},
    {"cured", "were cured"},
    {"cure rate", "were cured"},
    {"healed", "healed"},
    {"healing", "healed"},
    {"pain-free", "were free of pain"},
    {"seizure-free", "had no more seizures"},
    {"success", "did well"},
    {"responded", "got better"},
    {"response", "got better"},
    {"survival", "were alive"},
    {"recurrence", "had the problem come back"},
    {"recurred", "had the problem come back"},
    {"relapse", "had the problem come back"},
};

constexpr Plain kPlainHarms[] = {
    {"urgency or incontinence", "leaked stool or had to rush to the toilet"},
    {"incontinence of flatus", "could not always hold wind"},
    {"flatus incontinence", "could not always hold wind"},
    {"urinary or faecal incontinence", "leaked urine or stool for a time"},
    {"faecal incontinence", "leaked stool"},
    {"fecal incontinence", "leaked stool"},
    {"incontinence", "leaked"},
    {"nausea", "felt sick"},
    {"headache", "had headaches"},
    {"dizziness", "felt dizzy"},
    {"cough", "had a cough"},
    {"bleeding", "had bleeding"},
    {"reintervention", "needed another operation"},
    {"reoperation", "needed another operation"},
    {"complications", "had a complication"},
    {"adverse events", "had an unwanted effect"},
    {"adverse effects", "had an unwanted effect"},
    {"side effects", "had a side effect"},
};

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

std::string plain_outcome(std::string_view outcome_lower, std::string_view sentence_lower) {
  for (const Plain& plain : kPlainOutcomes) {
    if (outcome_lower.find(plain.cue) != std::string_view::npos) return std::string(plain.says);
  }
  for (const Plain& plain : kPlainOutcomes) {
    if (sentence_lower.find(plain.cue) != std::string_view::npos) return std::string(plain.says);
  }
  return {};
}

std::string plain_harm(std::string_view sentence_lower) {
  for (const Plain& plain : kPlainHarms) {
    if (sentence_lower.find(plain.cue) != std::string_view::npos) return std::string(plain.says);
  }
  return {};
}

}  // namespace attest
