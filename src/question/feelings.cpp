#include "question/feelings.h"

#include <algorithm>

#include "question/intents.h"
#include "question/words.h"

namespace attest {
namespace {

bool is_named_thing(const Concept& asked) {
  return asked.required && !asked.thesaurus_id.empty() &&
         (asked.role == ConceptRole::kCondition || asked.role == ConceptRole::kIntervention ||
          asked.role == ConceptRole::kTest);
}

bool tells_a_feeling(const Concept& asked) {
  constexpr std::string_view kFeelings =
      "angry|upset|sad|unhappy|lonely|guilty|hopeless|helpless|jealous|nervous|stressed|shy|anxious|furious|"
      "tearful|crying|hate|hating|disgusting|gross|ashamed|shame|scary|horrible|awful|dreadful|depressing";
  const std::vector<PlainWord> words = plain_words(asked.asked_as);
  for (size_t at = 0; at < words.size(); ++at) {
    if (!matches_pattern_at(words, at, kFeelings)) return false;
  }
  return asked.thesaurus_id.empty() && asked.role == ConceptRole::kOther && !asked.sought && !words.empty();
}

}  // namespace

void drop_feelings(std::vector<Concept>& concepts) {
  if (std::any_of(concepts.begin(), concepts.end(), is_named_thing)) std::erase_if(concepts, tells_a_feeling);
}

}  // namespace attest
