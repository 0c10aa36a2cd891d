#include "evidence/condition_names.h"

#include <algorithm>

#include "base/ascii.h"
#include "text/spelling.h"

namespace attest {

std::vector<std::string> condition_names(const UnderstoodQuestion& question, bool any) {
  constexpr float kSameThing = 0.75F;
  const bool known = std::any_of(question.concepts.begin(), question.concepts.end(),
                                 [](const Concept& one) { return one.role == ConceptRole::kCondition; });
  const ConceptRole wanted = known || !any ? ConceptRole::kCondition : ConceptRole::kOther;
  std::vector<std::string> names;
  const auto add = [&](std::string name) {
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
  };
  for (const Concept& asked : question.concepts) {
    if (asked.role != wanted) continue;
    for (const ConceptVariant& variant : asked.variants) {
      if (variant.weight < kSameThing) continue;
      add(lower_ascii(variant.words));
      add(american_words(lower_ascii(variant.words)));
    }
  }
  return names;
}

}  // namespace attest
