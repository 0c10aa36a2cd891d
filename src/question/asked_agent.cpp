#include "question/asked_agent.h"

#include <algorithm>
#include <string>

#include "base/ascii.h"
#include "question/concepts.h"
#include "question/intents.h"
#include "question/words.h"
#include "text/phrases.h"
#include "text/tokens.h"

namespace attest {

namespace {

constexpr size_t kAgentWordsMax = 6;

// As they stand behind "does X": "lowering" and "lowers" belong to what does it.
constexpr std::string_view kVerbs =
    "reduce|decrease|lower|prevent|improve|increase|raise|shorten|prolong|affect|influence|relieve|ease|"
    "alleviate|delay|slow|extend|lessen|accelerate|hasten|promote|enhance|worsen|impair|protect|cure|help|"
    "work";

// Who they are does not do it; "my diet" is hers, not what diets do.
constexpr std::string_view kNoAgents =
    "i|we|you|he|she|it|they|this|that|these|those|there|someone|anyone|everyone|people|person|patient|"
    "patients|"
    "men|women|man|woman|adults|child|children|baby|babies|husband|wife|partner|doctor|doctors|son|daughter|"
    "mother|father|parents|my|your|his|her|our|their|what|which|who|how|why|anything|something|nothing|"
    "treatment|treatments|therapy|therapies|medicine|medicines|medication|medications|drug|drugs|surgery|"
    "operation|symptoms|pain|or|and|with|in|for|after|of";

}  // namespace

std::string_view asked_agent(std::string_view question) {
  const std::vector<PlainWord> words = plain_words(question);
  if (words.empty() || !matches_pattern_at(words, 0, "does|do|did|can|could|will|would")) return {};
  size_t first = 1;
  while (first < words.size() && matches_pattern_at(words, first, "the|a|an")) ++first;
  for (size_t at = first; at < words.size() && at - first <= kAgentWordsMax; ++at) {
    if (at > first && matches_pattern_at(words, at, kVerbs)) {
      // "Does kidney function improve after …": nothing is said to do it.
      const bool nothing = at + 1 == words.size() && !matches_pattern_at(words, at, "help|work");
      if (nothing || matches_pattern_at(words, at + 1, "after|when|if|over|during|without")) return {};
      const uint32_t from = words[first].span.start;
      return question.substr(from, words[at - 1].span.end - from);
    }
    if (matches_pattern_at(words, at, kNoAgents)) return {};
  }
  return {};
}

void name_agent(std::string_view question, std::vector<Concept>& concepts, Stemmer& stemmer) {
  const std::string_view agent = asked_agent(question);
  if (agent.empty()) return;
  const std::string lower = lower_ascii(agent);
  const std::vector<std::string> stems = stems_of(agent, stemmer);
  if (stems.empty()) return;
  const auto is_within = [&](const Concept& one) {
    return !one.asked_as.empty() && find_phrase(lower, lower_ascii(one.asked_as)) != std::string::npos;
  };
  for (const Concept& one : concepts) {
    if (!is_within(one)) continue;
    if (one.role == ConceptRole::kIntervention || one.role == ConceptRole::kCondition) return;
    // Of the states that make people a group only this one is something that is done.
    if (one.role == ConceptRole::kPopulation && one.thesaurus_id != "attest:breastfeeding") return;
  }
  // One name that says all of it, or nearly so ("PSA screening").
  for (Concept& one : concepts) {
    if (!is_within(one) ||
        stems_of(one.asked_as, stemmer).size() + (one.thesaurus_id.empty() ? 0 : 1) < stems.size())
      continue;
    one.role = ConceptRole::kIntervention;
    one.required = true;
    return;
  }
  std::erase_if(concepts, is_within);
  concepts.push_back(concept_in_words(agent, ConceptRole::kIntervention, stemmer));
}

}  // namespace attest
