#include "reconcile/outcomes/asked_effect.h"

#include <algorithm>
#include <string_view>

#include "base/ascii.h"
#include "evidence/relevance.h"
#include "question/asked_outcome.h"
#include "reconcile/outcomes/verdict_sentences.h"
#include "text/phrases.h"

namespace attest {

namespace {

// "More effective than Y", "compared with Y": behind it stands what it is to be held against.
size_t where_it_turns(std::string_view lower) {
  static constexpr std::string_view kTurns[] = {"than",          "versus",      "vs",
                                                "compared with", "compared to", "over"};
  size_t turn = std::string_view::npos;
  for (const std::string_view word : kTurns) turn = std::min(turn, find_phrase(lower, word));
  return turn;
}

}  // namespace

std::optional<AskedEffect> asked_effect(const Evidence& evidence) {
  const std::string& question = evidence.question.resolved;
  const AskedOutcome asked = asked_outcome(question);
  if (asked.words.empty()) return std::nullopt;
  const std::string lower = lower_ascii(question);
  AskedEffect effect;
  effect.outcome = asked.words;
  const size_t turn = where_it_turns(lower);
  for (const Concept& one : evidence.question.concepts) {
    const std::string words = lower_ascii(one.asked_as);
    const size_t at = lower.find(words);
    if (words.empty() || at == std::string::npos || find_phrase(asked.words, words) != std::string_view::npos)
      continue;
    if (one.role == ConceptRole::kIntervention && at > turn)
      effect.against = vocabulary_id(one);
    else if (at < asked.behind && one.role == ConceptRole::kIntervention)
      effect.given.push_back(vocabulary_id(one));
    else if (one.required)  // "after noncardiac surgery": what was done to them tells who they are
      effect.in_whom.push_back(
          {vocabulary_id(one), one.role == ConceptRole::kCondition, one.role == ConceptRole::kPopulation});
  }
  if (effect.given.empty()) return std::nullopt;
  effect.against_control = effect.against.empty() && turn != std::string_view::npos &&
                           names_control(std::string_view(lower).substr(turn));
  return effect;
}

}  // namespace attest
