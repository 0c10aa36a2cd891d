#include "answer/lay/lay_caution.h"

#include <algorithm>
#include <iterator>
#include <span>
#include <string>
#include <vector>

#include "answer/choice/asked_harm.h"
#include "answer/choice/finding_order.h"
#include "answer/lay/kinds_of_asked.h"
#include "base/ascii.h"
#include "evidence/relevance.h"
#include "findings/cues.h"
#include "question/intents.h"
#include "question/words.h"
#include "text/phrases.h"

namespace attest {
namespace {

// What a lay reader calls what was prescribed; a pattern of question/intents.h.
constexpr std::string_view kMedicine =
    "medicine~|medication~|meds|drug|drugs|tablet~|pill|pills|capsule~|injection~|antidepressant~|"
    "antibiotic~|painkiller~|steroid~|treatment";

enum class Act : uint8_t { kNone, kStop, kOverdose };

// "Stop taking my warfarin", "stop it"; not "stop smoking with varenicline".
bool is_stopped_of(const UnderstoodQuestion& question, std::span<const PlainWord> words, size_t at) {
  static constexpr std::string_view kBetween =
      "taking|using|having|giving|to|take|use|on|off|my|the|his|her|our|their|your|these|a|all|abruptly|"
      "suddenly|dose|doses|of";
  while (at < words.size() && matches_pattern_at(words, at, kBetween)) ++at;
  if (at == words.size() || matches_pattern_at(words, at, "it|them|this") ||
      matches_pattern_at(words, at, kMedicine))
    return true;
  return std::any_of(question.concepts.begin(), question.concepts.end(), [&](const Concept& asked) {
    return asked.role == ConceptRole::kIntervention &&
           lower_ascii(asked.asked_as).starts_with(words[at].text);
  });
}

Act asked_act(const UnderstoodQuestion& question) {
  const std::vector<PlainWord> words = plain_words(question.resolved);
  if (matches_pattern(words, "overdos~|poison~|swallowed|swallow") ||
      matches_pattern(words, "too|twice|double many|much|dose") ||
      matches_pattern(words, "baby|child|toddler|son|daughter|kid|dog took|ate|swallowed my|his|her|our|a"))
    return Act::kOverdose;
  for (size_t at = 0; at < words.size(); ++at) {
    const bool stops = matches_pattern_at(words, at, "stop|stopping|quit|quitting|discontinue|skip|halve") ||
                       matches_pattern_at(words, at, "wean|come|coming|came|get|getting off") ||
                       matches_pattern_at(words, at, "missed|forgot|forget");
    if (stops && is_stopped_of(question, words, at + 1)) return Act::kStop;
  }
  return matches_pattern(words, "be|is|are|was stopped|discontinued|withdrawn") ? Act::kStop : Act::kNone;
}

bool is_time_at_risk(const Concept& asked) {
  return asked.thesaurus_id == "attest:pregnancy" || asked.thesaurus_id == "attest:breastfeeding";
}

bool is_at_risk(const Concept& asked) {
  return is_time_at_risk(asked) || asked.thesaurus_id == "attest:infants" ||
         asked.thesaurus_id == "attest:preterm-infants" || asked.thesaurus_id == "attest:children";
}

// The clause of `lower` that holds the place.
std::string_view clause_with(std::string_view lower, size_t place, size_t& start) {
  static constexpr std::string_view kEnds[] = {", ", "; ", ": ", " but ", " while ", " when ", " once "};
  start = 0;
  size_t end = lower.size();
  for (const std::string_view mark : kEnds) {
    if (const size_t before = lower.rfind(mark, place); before != std::string_view::npos)
      start = std::max(start, before + 1);
    end = std::min(end, lower.find(mark, place));
  }
  return lower.substr(start, end - start);
}

// "Once the warfarin works, the heparin is stopped" stops no warfarin: the treatment stands in the clause.
bool speaks_of_stopping(const Evidence& evidence, const Finding& finding, std::string_view lower) {
  static constexpr std::string_view kStops[] = {"stop*",  "discontinu*", "withdr*", "cessation",
                                                "taper*", "interrupt*",  "miss",    "missed"};
  for (const std::string_view stop : kStops) {
    const size_t place = find_phrase(lower, stop);
    if (place == std::string_view::npos) continue;
    size_t start = 0;
    const std::string_view clause = clause_with(lower, place, start);
    for (const Mention& mention : finding.interventions) {
      if (mention.span.start < finding.sentence.start + start ||
          mention.span.start >= finding.sentence.start + start + clause.size())
        continue;
      for (const Concept& asked : evidence.question.concepts) {
        if (asked.role == ConceptRole::kIntervention &&
            evidence.vocabulary->is_a(mention.id, vocabulary_id(asked)))
          return true;
      }
    }
  }
  return false;
}

}  // namespace

bool passes_by_stopping(const Evidence& evidence, const Finding& finding) {
  return evidence.audience != Audience::kClinician && names_treatment(evidence.question) &&
         asked_act(evidence.question) == Act::kStop &&
         !speaks_of_stopping(evidence, finding, lower_ascii(evidence.sentence_of(finding)));
}

bool is_of_its_disease_only(const Evidence& evidence, const Finding& finding) {
  const std::vector<Concept>& concepts = evidence.question.concepts;
  if (evidence.audience == Audience::kClinician || !names_treatment(evidence.question) ||
      std::none_of(concepts.begin(), concepts.end(), is_at_risk) ||
      std::any_of(concepts.begin(), concepts.end(),
                  [](const Concept& asked) { return asked.role == ConceptRole::kCondition; }))
    return false;
  const std::string_view sentence = evidence.sentence_of(finding);
  if (cues::contraindication(lower_ascii(sentence))) return false;
  Stemmer stemmer;
  const auto names_disease = [&](std::string_view words) {
    const std::vector<VocabularyMatch> named = evidence.vocabulary->match(words, tokenize(words), stemmer);
    return std::any_of(named.begin(), named.end(), [&](const VocabularyMatch& match) {
      return evidence.vocabulary->entry(match.entry).role == ConceptRole::kCondition;
    });
  };
  return names_disease(evidence.source_of(finding).document.record.title) && !names_disease(sentence);
}

bool hides_its_treatment(const Evidence& evidence, const Finding& finding) {
  if (evidence.audience == Audience::kClinician || evidence.question.intent != Intent::kPrognosis ||
      names_treatment(evidence.question))
    return false;
  const bool result = finding.kind == FindingKind::kRate || finding.kind == FindingKind::kEffect;
  const bool named = std::any_of(
      finding.interventions.begin(), finding.interventions.end(),
      [&](const Mention& mention) { return !mention.is_control && finding.sentence.contains(mention.span); });
  const bool of_treatment =
      !finding.interventions.empty() || !evidence.source_of(finding).title_interventions.empty();
  return result && !named && of_treatment;
}

bool is_near_for_lay(const Evidence& evidence, const Finding& finding) {
  const UnderstoodQuestion& question = evidence.question;
  if (evidence.audience == Audience::kClinician) return true;
  if (is_of_unnamed_kind(evidence, finding)) return false;
  if (names_treatment(question)) return true;
  const bool all_named =
      std::all_of(question.concepts.begin(), question.concepts.end(), [&](const Concept& asked) {
        if (!asked.required || asked.role == ConceptRole::kPopulation) return true;
        const std::string id = vocabulary_id(asked);
        return std::find(finding.asked_here.begin(), finding.asked_here.end(), id) !=
               finding.asked_here.end();
      });
  if (!all_named) return false;
  if (advises(evidence.source_of(finding))) return true;
  switch (question.intent) {
    case Intent::kDefinition:
    case Intent::kGeneral:
    case Intent::kSymptoms:
    case Intent::kDiagnosis: return false;
    case Intent::kTreatment:
    case Intent::kLineOfTherapy:
      return finding.other_conditions == 0 && !finding.other_subject &&
             (finding.kind == FindingKind::kRecommendation || finding.kind == FindingKind::kEffect ||
              finding.kind == FindingKind::kRate);
    default: return true;
  }
}

bool tells_result_of_treatment(const Evidence& evidence, const Finding& finding) {
  if (evidence.audience == Audience::kClinician || names_treatment(evidence.question)) return false;
  switch (evidence.question.intent) {
    case Intent::kDefinition:
    case Intent::kGeneral:
    case Intent::kSymptoms:
    case Intent::kDiagnosis:
    case Intent::kCause:
    case Intent::kPrevalence:
    case Intent::kMechanism: break;
    default: return false;
  }
  const bool result = finding.kind == FindingKind::kRate || finding.kind == FindingKind::kEffect ||
                      finding.kind == FindingKind::kUncertainty || finding.kind == FindingKind::kHarm;
  return result && !advises(evidence.source_of(finding)) &&
         (!finding.interventions.empty() || !evidence.source_of(finding).title_interventions.empty() ||
          has_phrase(lower_ascii(evidence.sentence_of(finding)), "treatment*"));
}

bool is_title_of_source(const Evidence& evidence, const Finding& finding) {
  const bool told = finding.kind == FindingKind::kEffect || finding.kind == FindingKind::kRate ||
                    finding.kind == FindingKind::kRecommendation;
  return !told && sentence_key(evidence.sentence_of(finding)) ==
                      sentence_key(evidence.source_of(finding).document.record.title);
}

bool may_come_near(const Evidence& evidence, const Finding& finding) {
  const UnderstoodQuestion& question = evidence.question;
  if (!may_answer_harm(evidence, finding)) return false;
  if (evidence.audience == Audience::kClinician) return true;
  if (is_title_of_source(evidence, finding) || hides_its_treatment(evidence, finding) ||
      tells_result_of_treatment(evidence, finding))
    return false;
  if (!names_treatment(question)) return true;
  if (is_of_its_disease_only(evidence, finding)) return false;
  const bool tells_nothing = finding.kind == FindingKind::kMethod || finding.kind == FindingKind::kOther;
  if (tells_nothing && !advises(evidence.source_of(finding))) return false;
  const auto named_here = [&](const Concept& asked) {
    const std::string id = vocabulary_id(asked);
    return std::find(finding.asked_here.begin(), finding.asked_here.end(), id) != finding.asked_here.end();
  };
  const bool named = std::any_of(
      question.concepts.begin(), question.concepts.end(),
      [&](const Concept& asked) { return asked.role == ConceptRole::kIntervention && named_here(asked); });
  if (!named) return false;
  const bool other_people = std::any_of(
      question.concepts.begin(), question.concepts.end(),
      [&](const Concept& asked) { return is_at_risk(asked) && !names_asked(finding, vocabulary_id(asked)); });
  if (other_people) return false;
  const std::string lower = lower_ascii(evidence.sentence_of(finding));
  static constexpr std::string_view kOverdose[] = {"overdos*", "poison*",  "toxic*",
                                                   "ingest*",  "swallow*", "too much"};
  switch (asked_act(question)) {
    case Act::kStop: return speaks_of_stopping(evidence, finding, lower);
    case Act::kOverdose: return has_any_phrase(lower, kOverdose);
    case Act::kNone: break;
  }
  return true;
}

bool asks_to_bring_on(const UnderstoodQuestion& question, Audience audience) {
  if (audience == Audience::kClinician) return false;
  const std::vector<PlainWord> words = plain_words(question.resolved);
  const bool wants_rid = matches_pattern(words, "stop|keep|keeps|prevent|avoid|without|why|hate");
  return !wants_rid &&
         (matches_pattern(words,
                          "make|making|force|forcing myself|me|herself|himself|yourself * "
                          "throw|vomit|puke|sick|faint|ill|bleed|miscarry|unconscious|anorexic|bulimic") ||
          matches_pattern(words, "how * give|giving|cause|induce myself|yourself") ||
          matches_pattern(words, "how * induce|inducing vomiting|seizure|seizures|miscarriage|fever"));
}

std::string_view caution_of(const UnderstoodQuestion& question, Audience audience) {
  if (audience == Audience::kClinician) return {};
  const std::vector<PlainWord> words = plain_words(question.resolved);
  if (!names_treatment(question) && !matches_pattern(words, kMedicine)) return {};
  const bool in_time = std::any_of(question.concepts.begin(), question.concepts.end(), is_time_at_risk) ||
                       matches_pattern(words, "pregnan~|unborn|breastfeed~|breastfed|fetus|foetus");
  if (!in_time && asked_act(question) != Act::kStop) return {};
  return "Please ask a doctor, midwife or pharmacist before you use or stop anything.";
}

}  // namespace attest
