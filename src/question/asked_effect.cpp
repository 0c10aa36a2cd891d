#include "question/asked_effect.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>

#include "base/ascii.h"
#include "question/asked_agent.h"
#include "question/asked_outcome.h"
#include "question/intents.h"
#include "text/phrases.h"

namespace attest {

bool asks_for_effect(const UnderstoodQuestion& question, std::span<const PlainWord> words) {
  switch (question.intent) {
    case Intent::kTreatment:
    case Intent::kPrognosis:
    case Intent::kPrevention:
    case Intent::kCause:
    case Intent::kGeneral: break;
    default: return false;
  }
  const bool named = std::any_of(question.concepts.begin(), question.concepts.end(), [](const Concept& one) {
    return one.role == ConceptRole::kIntervention && one.required;
  });
  if (!named) return false;
  static constexpr std::string_view kPatterns[] = {
      "^ does|do|did|can|could|will|would|is|are * "
      "reduce|improve|increase|decrease|lower|prevent|stop|lessen|slow|protect|extend|prolong|shorten|delay|"
      "help|work|"
      "effective|beneficial|useful|efficacious|benefit|relieve|ease|cure|affect|worth",
      "how well|effective|successful|useful",
      "effect|effects|efficacy|effectiveness|impact of",
      "^ should * be given|used|taken|added|offered|avoided|operated",
  };
  return std::any_of(std::begin(kPatterns), std::end(kPatterns),
                     [&](std::string_view pattern) { return matches_pattern(words, pattern); });
}

std::optional<Intent> intent_with_disease_as_agent(const UnderstoodQuestion& question) {
  switch (question.intent) {
    case Intent::kTreatment:
    case Intent::kHarm:
    case Intent::kGeneral: break;
    default: return std::nullopt;
  }
  const std::string agent = lower_ascii(asked_agent(question.resolved));
  const std::string outcome = asked_outcome(question.resolved).words;
  if (agent.empty() || outcome.empty()) return std::nullopt;
  const auto names = [](std::string_view words, const Concept& one) {
    return !one.asked_as.empty() && find_phrase(words, lower_ascii(one.asked_as)) != std::string_view::npos;
  };
  bool disease = false;
  bool brought_about = false;  // else its own causes would be told
  for (const Concept& one : question.concepts) {
    if (one.role == ConceptRole::kIntervention) return std::nullopt;
    if (one.role != ConceptRole::kCondition) continue;
    disease = disease || names(agent, one);
    brought_about = brought_about || names(outcome, one);
  }
  if (!disease) return std::nullopt;
  if (brought_about) return Intent::kCause;
  return question.intent == Intent::kTreatment ? Intent::kGeneral : question.intent;
}

bool asks_of_danger(const UnderstoodQuestion& question, std::span<const PlainWord> words) {
  const auto has = [&](ConceptRole role) {
    return std::any_of(question.concepts.begin(), question.concepts.end(),
                       [&](const Concept& one) { return one.role == role; });
  };
  return has(ConceptRole::kCondition) && !has(ConceptRole::kIntervention) && !has(ConceptRole::kTest) &&
         (matches_pattern(words, "dangerous|danger|dangers|serious|fatal|deadly|lethal|kill|kills") ||
          matches_pattern(words, "life threatening") || matches_pattern(words, "bad $")) &&
         !matches_pattern(words, "treat~|medicine~|medication~|drug|drugs|tablet~|therap~|surgery|operation");
}

bool asks_what_raises_risk(const UnderstoodQuestion& question, std::span<const PlainWord> words) {
  const auto has = [&](ConceptRole role) {
    return std::any_of(question.concepts.begin(), question.concepts.end(),
                       [&](const Concept& one) { return one.role == role; });
  };
  return has(ConceptRole::kCondition) && !has(ConceptRole::kIntervention) &&
         matches_pattern(words, "^ what|which|who * risk|risks|chance|chances|likelihood|odds of|for") &&
         matches_pattern(words, "increase~|raise~|higher|high|greater|more|affect~|influence~");
}

bool asks_which_of_two(const UnderstoodQuestion& question, std::string_view text) {
  switch (question.intent) {
    case Intent::kTreatment:
    case Intent::kPrevention:
    case Intent::kEffect:
    case Intent::kGeneral: break;
    default: return false;
  }
  const std::string lower = lower_ascii(text);
  const auto is_treatment = [](const Concept& one) {
    return one.role == ConceptRole::kIntervention && !one.asked_as.empty();
  };
  for (const Concept& one : question.concepts) {
    const std::string start = lower_ascii(one.asked_as) + " or ";
    if (!is_treatment(one) || !lower.starts_with(start)) continue;
    const std::string_view rest = std::string_view(lower).substr(start.size());
    if (std::any_of(question.concepts.begin(), question.concepts.end(), [&](const Concept& other) {
          return is_treatment(other) && rest.starts_with(lower_ascii(other.asked_as));
        }))
      return true;
  }
  return false;
}

bool asks_for_outcome(const UnderstoodQuestion& question, std::span<const PlainWord> words) {
  const auto has = [&](ConceptRole role) {
    return std::any_of(question.concepts.begin(), question.concepts.end(),
                       [&](const Concept& one) { return one.role == role; });
  };
  return question.intent == Intent::kGeneral && has(ConceptRole::kCondition) &&
         !has(ConceptRole::kIntervention) && !has(ConceptRole::kTest) &&
         matches_pattern(words, "outcome|outcomes of|in|after");
}

}  // namespace attest
