// The words of asking begin at the last "what", "how" or "why"; what stands before, between commas or after a
// "when", tells of it. A complaint before "could it be piles?" is told so that piles are described.
#include "answer/lay/asked_at_heart.h"

#include <algorithm>
#include <string_view>

#include "answer/lay/asked_focus.h"
#include "answer/lay/asked_leave.h"
#include "base/ascii.h"
#include "question/intents.h"
#include "question/words.h"
#include "search/coverage.h"

namespace attest {
namespace {

constexpr std::string_view kOpen = "what|how|why|which|anything|something";

// From the last word of asking to the next comma. All of it where the question ends with that word.
std::string_view asking_clause(std::string_view text, const std::vector<PlainWord>& words) {
  for (size_t at = words.size(); at-- > 0;) {
    if (!matches_pattern_at(words, at, kOpen)) continue;
    if (at + 1 == words.size()) return text;
    const std::string_view rest = text.substr(words[at].span.start);
    return rest.substr(0, rest.find_first_of(",.;?!:"));
  }
  return {};
}

std::string pattern_of(std::string_view name) {
  std::string pattern;
  for (const PlainWord& word : plain_words(name)) pattern += " " + word.text;
  return pattern;
}

// "Could it be NAME", "do I have NAME", "is it NAME?".
bool is_suspected_as(const std::string& name, const std::vector<PlainWord>& words) {
  return matches_pattern(words, "is|are it|this|that|these|they" + name + " $") ||
         matches_pattern(words, "is|are it|this|that|these|they" + name + " or") ||
         matches_pattern(words, "could|can|might|is it|this|that|these|they be" + name) ||
         matches_pattern(words, "could|can|might it|this|that|these|they be a|an|the" + name) ||
         matches_pattern(words, "worry|worried|concerned about a|an|this|these|the" + name) ||
         matches_pattern(words, "do|does|could|might i|we|he|she|they have" + name) ||
         matches_pattern(words, "do|does|could|might i|we|he|she|they have a|an|the" + name);
}

// "A lump on my testicle, is it cancer?" asks of cancer of the testicle.
bool is_suspected(const Concept& asked, const std::vector<PlainWord>& words) {
  return is_suspected_as(pattern_of(asked.asked_as), words) ||
         (asked.label.ends_with(" cancer") && is_suspected_as(" cancer", words));
}

// "When I laugh or sneeze": the moment at which it comes. "When I have diabetes" is no such moment.
bool is_moment(const Concept& asked, const std::vector<PlainWord>& words) {
  const std::string name = pattern_of(asked.asked_as);
  return matches_pattern(words, "when|whenever|while|if i|he|she|we|they|you" + name) ||
         matches_pattern(words,
                         "when|whenever|while|if i|he|she|we|they|you !have|has|had|got|get * or|and" + name);
}

// "Since menopause", "after my stroke".
bool is_time(const Concept& asked, const std::vector<PlainWord>& words) {
  const std::string name = pattern_of(asked.asked_as);
  if (asked.role == ConceptRole::kIntervention && (name.ends_with("operation") || name.ends_with("surgery")))
    return matches_pattern(words, "since|after *" + name);
  return matches_pattern(words, "since|after" + name) ||
         matches_pattern(words, "since|after my|his|her|the|their|our|a|an" + name);
}

bool may_be_asked(Intent intent) {
  switch (intent) {
    case Intent::kTreatment:
    case Intent::kLineOfTherapy:
    case Intent::kCause:
    case Intent::kSymptoms:
    case Intent::kPrevention:
    case Intent::kDiagnosis:
    case Intent::kPrognosis:
    case Intent::kDuration: return true;
    default: return false;
  }
}

bool is_suspicion(const UnderstoodQuestion& question, const std::vector<PlainWord>& words) {
  return std::any_of(question.concepts.begin(), question.concepts.end(), [&](const Concept& one) {
    return one.role == ConceptRole::kCondition && is_suspected(one, words);
  });
}

}  // namespace

std::optional<AtHeart> asked_at_heart(const UnderstoodQuestion& question) {
  const std::vector<PlainWord> words = plain_words(question.resolved);
  AtHeart heart{question, false, {}};
  UnderstoodQuestion& left = heart.question;
  const bool suspected = is_suspicion(question, words);
  const std::vector<Focus> foci = foci_of(question);
  const bool catching = !suspected && std::find(foci.begin(), foci.end(), Focus::kCatching) != foci.end();
  const std::string clause =
      suspected || catching ? "" : lower_ascii(asking_clause(question.resolved, words));
  if ((!suspected && !catching && !may_be_asked(question.intent)) || question.line_of_therapy > 1 ||
      question.is_follow_up || asks_for_act(question) || (!suspected && !catching && clause.empty()))
    return std::nullopt;
  // What could it be: what it comes of. Could it be piles: how piles show.
  heart.suspected = suspected;
  if (suspected)
    left.intent = Intent::kSymptoms;
  else if (catching)
    left.intent = Intent::kCause;
  else if (question.intent == Intent::kDiagnosis &&
           matches_pattern(words, "what could|can|might|is it|this|that|be|causing|wrong"))
    left.intent = Intent::kCause;
  std::vector<Concept> kept;
  for (Concept& one : left.concepts) {
    const bool named = one.role == ConceptRole::kCondition || one.role == ConceptRole::kPopulation;
    const bool in_time = is_time(one, words) && one.role == ConceptRole::kIntervention;
    if (one.sought || (one.role == ConceptRole::kIntervention && !in_time) || one.role == ConceptRole::kTest)
      return std::nullopt;
    if (in_time) {
      heart.left_out.push_back(one.asked_as);
      continue;
    }
    if (suspected && one.role == ConceptRole::kCondition && !is_suspected(one, words)) continue;
    if (one.role == ConceptRole::kCondition && is_moment(one, words)) continue;
    if (one.role == ConceptRole::kCondition && is_time(one, words)) {
      heart.left_out.push_back(one.asked_as);
      continue;
    }
    if (named) {
      kept.push_back(std::move(one));
      continue;
    }
    if (!one.required) continue;
    if (left.intent != Intent::kTreatment && !suspected && !catching) return std::nullopt;
    if (!suspected && !catching) heart.left_out.push_back(one.asked_as);
  }
  const auto conditions = std::count_if(
      kept.begin(), kept.end(), [](const Concept& one) { return one.role == ConceptRole::kCondition; });
  if (conditions != 1) return std::nullopt;
  left.concepts = std::move(kept);
  Stemmer stemmer;
  const StemSet asked = stem_set(clause, stemmer);
  std::erase_if(left.other_stems, [&](const std::string& stem) { return !asked.contains(stem); });
  left.words_share_min = 0;
  return heart;
}

}  // namespace attest
