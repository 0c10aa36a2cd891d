#include "answer/lines/option_results.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "answer/lines/no_outcome.h"
#include "base/affix.h"
#include "base/ascii.h"
#include "base/one_of.h"
#include "evidence/condition_names.h"
#include "evidence/relevance.h"
#include "findings/names/between_names.h"
#include "findings/names/given_beside.h"
#include "findings/names/words_before.h"
#include "reconcile/outcomes/others_results.h"
#include "text/phrases.h"
#include "text/tokens.h"

namespace attest {
namespace {

bool is_asked_condition(const Evidence& evidence, const VocabularyEntry& entry) {
  return std::any_of(
      evidence.question.concepts.begin(), evidence.question.concepts.end(), [&](const Concept& asked) {
        const std::string id = vocabulary_id(asked);
        return evidence.vocabulary->is_a(entry.id, id) || evidence.vocabulary->is_a(id, entry.id);
      });
}

// What is eased in people with the condition.
bool is_symptom_of_many(const VocabularyEntry& entry) {
  static constexpr std::string_view kSymptoms[] = {"pain", "fatigue", "headache", "fever", "nausea"};
  const std::string name = lower_ascii(entry.name);
  return is_one_of(name, kSymptoms) || has_phrase(name, "symptom*");
}

// "In preeclampsia the drug lowers blood pressure": of what was asked about only the title speaks.
bool opens_with_other_condition(const Evidence& evidence, const Finding& finding, std::string_view lower) {
  if (finding.condition_match == 2 || finding.other_conditions == 0) return false;
  static constexpr std::string_view kOpens[] = {"in ", "among ", "for ", "with "};
  if (!starts_with_one_of(lower, kOpens)) return false;
  constexpr size_t kOpeningBytesMax = 70;
  const std::string_view sentence = evidence.sentence_of(finding);
  std::string_view opening = sentence.substr(0, std::min(kOpeningBytesMax, sentence.size()));
  opening = opening.substr(0, opening.find_first_of(",;("));
  Stemmer stemmer;
  const auto& vocabulary = *evidence.vocabulary;
  bool other = false;
  for (const VocabularyMatch& match : vocabulary.match(opening, tokenize(opening), stemmer)) {
    const VocabularyEntry& entry = vocabulary.entry(match.entry);
    if (entry.role == ConceptRole::kIntervention) return other;
    if (entry.role != ConceptRole::kCondition) continue;
    if (is_asked_condition(evidence, entry)) return false;
    other = other || !is_symptom_of_many(entry);
  }
  return other;
}

// "Is as effective as the other in treating atopic dermatitis": what the sentence says that it treats is
// another condition.
bool treats_other_condition(const Evidence& evidence, const Finding& finding, std::string_view lower) {
  if (finding.condition_match == 2 || finding.other_conditions == 0) return false;
  static constexpr std::string_view kTreats[] = {"treatment of", "treatment for", "treat",         "treating",
                                                 "therapy for",  "management of", "treatments for"};
  if (!has_any_phrase(lower, kTreats)) return false;
  const std::string_view sentence = evidence.sentence_of(finding);
  const std::string question = lower_ascii(evidence.question.resolved + " " + evidence.question.asked);
  Stemmer stemmer;
  bool other = false;
  for (const VocabularyMatch& match : evidence.vocabulary->match(sentence, tokenize(sentence), stemmer)) {
    const VocabularyEntry& entry = evidence.vocabulary->entry(match.entry);
    if (entry.role != ConceptRole::kCondition) continue;
    // "Nausea and vomiting" where "nausea in pregnancy" was asked about.
    const std::string_view words = match.span.of(lower);
    if (is_asked_condition(evidence, entry) || has_phrase(question, words.substr(0, words.find(' '))))
      return false;
    other =
        other || (!is_symptom_of_many(entry) && ends_with_any(lower.substr(0, match.span.start), kTreats));
  }
  return other;
}

// "In women without vasomotor symptoms": wherever it names the condition, of people who do not have it.
bool is_of_people_without(const Evidence& evidence, std::string_view lower) {
  static constexpr std::string_view kWith[] = {"with", "had", "and those", "versus"};
  static constexpr std::string_view kWithout[] = {
      "women without",        "men without",      "patients without", "people without",
      "those without",        "subjects without", "children without", "adults without",
      "participants without", "without known",    "no history of",    "free of"};
  // "The share of patients without bleeding": who was spared.
  static constexpr std::string_view kShares[] = {"fraction of", "proportion of", "percentage of", "number of",
                                                 "share of",    "rate of",       "% of"};
  if (!has_any_phrase(lower, kWithout) || has_any_phrase(lower, kShares) ||
      lower.find("% of") != std::string_view::npos)
    return false;
  constexpr size_t kReach = 45;
  bool named = false;
  for (const std::string& name : condition_names(evidence.question, false)) {
    for (size_t at = find_phrase(lower, name); at != std::string_view::npos;
         at = find_phrase(lower, name, at + 1)) {
      const std::optional<std::string_view> gap = words_since(lower.substr(0, at), kWithout, kReach);
      if (!gap || has_any_phrase(*gap, kWith)) return false;
      named = true;
    }
  }
  return named;
}

// Of a study of two conditions, "of migraine and cluster headache", the sentence names only the other.
bool is_of_other_in_title(const Evidence& evidence, const Finding& finding) {
  if (finding.condition_match == 2 || finding.other_conditions == 0) return false;
  const std::string& title = evidence.source_of(finding).document.record.title;
  const std::string lower = lower_ascii(title);
  Stemmer stemmer;
  const auto& vocabulary = *evidence.vocabulary;
  std::vector<std::string> listed;  // the conditions of one list in the title, one of them asked about
  bool asked = false;
  size_t end = 0;
  for (const VocabularyMatch& match : vocabulary.match(title, tokenize(title), stemmer)) {
    const VocabularyEntry& entry = vocabulary.entry(match.entry);
    if (entry.role != ConceptRole::kCondition) continue;
    const std::string_view gap = std::string_view(lower).substr(end, match.span.start - end);
    if (end != 0 && (!is_list_gap(gap) || has_phrase(gap, "with"))) {
      if (asked) break;
      listed.clear();
    }
    end = match.span.end;
    if (is_asked_condition(evidence, entry))
      asked = true;
    else
      listed.push_back(entry.id);
  }
  if (!asked || listed.empty()) return false;
  const std::string_view sentence = evidence.sentence_of(finding);
  bool other = false;
  for (const VocabularyMatch& match : vocabulary.match(sentence, tokenize(sentence), stemmer)) {
    const VocabularyEntry& entry = vocabulary.entry(match.entry);
    if (entry.role != ConceptRole::kCondition) continue;
    if (is_asked_condition(evidence, entry)) return false;
    other = other || std::find(listed.begin(), listed.end(), entry.id) != listed.end();
  }
  return other;
}

// Where the sentence names the treatment; none where only its title does.
std::vector<ByteSpan> places_of(const Evidence& evidence, const Finding& finding, const Mention& mention,
                                bool& others) {
  std::vector<ByteSpan> places;
  if (mention.span.empty()) return places;
  const std::string_view sentence = evidence.sentence_of(finding);
  Stemmer stemmer;
  for (const VocabularyMatch& match : evidence.vocabulary->match(sentence, tokenize(sentence), stemmer)) {
    const VocabularyEntry& entry = evidence.vocabulary->entry(match.entry);
    const ByteSpan place{match.span.start + finding.sentence.start, match.span.end + finding.sentence.start};
    if (entry.id == mention.id)
      places.push_back(match.span);
    else if (entry.role == ConceptRole::kIntervention && !entry.is_control && !mention.span.contains(place))
      others = true;
  }
  if (places.empty() && finding.sentence.contains(mention.span))
    places.push_back(
        {mention.span.start - finding.sentence.start, mention.span.end - finding.sentence.start});
  return places;
}

// "Montelukast-loratadine improved control": of the two together, unless a sentence holds one against it.
bool is_joined_by_hyphen(const Evidence& evidence, const Finding& finding, const Mention& mention,
                         std::string_view lower) {
  static constexpr std::string_view kAlone[] = {"alone", "monotherapy"};
  if (has_any_phrase(lower, kAlone)) return false;
  const std::string_view sentence = evidence.sentence_of(finding);
  Stemmer stemmer;
  size_t named = 0;
  size_t joined = 0;
  const VocabularyEntry* last = nullptr;
  ByteSpan last_span;
  for (const VocabularyMatch& match : evidence.vocabulary->match(sentence, tokenize(sentence), stemmer)) {
    const VocabularyEntry& entry = evidence.vocabulary->entry(match.entry);
    if (entry.role != ConceptRole::kIntervention || entry.is_control) continue;
    named += entry.id == mention.id ? 1 : 0;
    const bool touches = last != nullptr && last->id != entry.id && last_span.end + 1 == match.span.start &&
                         sentence[last_span.end] == '-';
    if (touches && (entry.id == mention.id || last->id == mention.id)) ++joined;
    last = &entry;
    last_span = match.span;
  }
  return named > 0 && joined >= named;
}

// "As effective for the bladder, with less dry mouth": of a study of another condition, in which the one
// asked about is a harm.
bool is_harm_of_other_study(const Evidence& evidence, const Finding& finding, std::string_view lower) {
  if (!finding.other_subject) return false;
  static constexpr std::string_view kHarm[] = {
      "toler*",      "incidence",   "side effect*",   "side-effect*", "adverse*",
      "more common", "less common", "more frequent*", "fewer cases",  "less frequent*"};
  const std::string title = lower_ascii(evidence.source_of(finding).document.record.title);
  const std::vector<std::string> names = condition_names(evidence.question, false);
  return !names.empty() && has_any_phrase(lower, kHarm) &&
         std::none_of(names.begin(), names.end(),
                      [&](const std::string& name) { return has_phrase(title, name); });
}

// Salt water is what others are compared with, unless the study is of it.
bool is_inert_comparator(const AnswerSource& source, const Mention& mention) {
  static constexpr std::string_view kInert[] = {"saline", "sodium chloride", "water", "lactose", "vehicle"};
  const std::string name = lower_ascii(mention.name);
  return is_one_of(name, kInert) && !has_phrase(lower_ascii(source.document.record.title), name);
}

// "For drug-induced tremor": the title names it only as what came before.
bool title_names_beside(const AnswerSource& source, const Mention& mention) {
  if (!mention.span.empty()) return false;
  std::vector<ByteSpan> places;
  for (const Mention& one : source.title_interventions) {
    if (one.id == mention.id) places.push_back(one.span);
  }
  return is_given_beside(lower_ascii(source.document.record.title), places, false);
}

bool has_own_rate(const Finding& finding, const Mention& mention) {
  return std::any_of(finding.rates.begin(), finding.rates.end(),
                     [&](const ArmRate& rate) { return rate.arm.id == mention.id; });
}

}  // namespace

bool is_result_of_option(const Evidence& evidence, const Finding& finding, const Mention& mention) {
  const AnswerSource& source = evidence.source_of(finding);
  const std::string_view sentence = evidence.sentence_of(finding);
  const std::string lower = lower_ascii(sentence);
  if (repeats_others(source, finding) || tells_no_outcome(finding, sentence) ||
      opens_with_other_condition(evidence, finding, lower) || is_of_other_in_title(evidence, finding) ||
      treats_other_condition(evidence, finding, lower) || is_of_people_without(evidence, lower) ||
      is_harm_of_other_study(evidence, finding, lower))
    return false;
  bool others = false;
  const std::vector<ByteSpan> places = places_of(evidence, finding, mention, others);
  if (is_inert_comparator(source, mention) || title_names_beside(source, mention)) return false;
  return has_own_rate(finding, mention) ||
         !(is_given_beside(lower, places, others) || is_joined_by_hyphen(evidence, finding, mention, lower));
}

}  // namespace attest
