#include "answer/choice/asked_cause.h"

#include <algorithm>
#include <array>
#include <string>

#include "answer/choice/answer_type.h"
#include "base/ascii.h"
#include "evidence/relevance.h"
#include "findings/cues.h"
#include "text/phrases.h"

namespace attest {
namespace {

// The thing asked about stands behind them.
constexpr auto kLeadsTo = std::to_array<std::string_view>({"cause",
                                                           "causes",
                                                           "caused",
                                                           "causing",
                                                           "cause of",
                                                           "causes of",
                                                           "leads to",
                                                           "lead to",
                                                           "led to",
                                                           "leading to",
                                                           "result in",
                                                           "results in",
                                                           "resulting in",
                                                           "induce*",
                                                           "trigger*",
                                                           "risk of",
                                                           "risk for",
                                                           "risks of",
                                                           "risk factor*",
                                                           "associated",
                                                           "association with",
                                                           "association between",
                                                           "predispose*",
                                                           "contribute*",
                                                           "responsible for",
                                                           "link*",
                                                           "aetiolog*",
                                                           "etiolog*",
                                                           "ratios for",
                                                           "more likely to",
                                                           "account for",
                                                           "accounts for",
                                                           "predictor* of",
                                                           "predictor* for",
                                                           "develop"});
// It stands before them.
constexpr auto kComesFrom = std::to_array<std::string_view>(
    {"caused by",       "due to",       "result from",  "results from", "resulted from", "resulting from",
     "result of",       "because of",   "triggered by", "related to",   "secondary to",  "attributed to",
     "attributable to", "inherited",    "mutation*",    "risk factor*", "induced by",    "occurs when",
     "happens when",    "occurs after", "comes from",   "arises from",  "develops when", "is unknown",
     "not known",       "unclear",      "aetiology",    "etiology"});
// Between the two: the opposite, or nothing at all.
constexpr auto kNot =
    std::to_array<std::string_view>({"lower risk", "reduced risk", "decreased risk", "reduced the risk",
                                     "reduces the risk", "lowers the risk", "treat*", "therap*", "management",
                                     "patients with", "people with", "those with", "women with"});

// What is to have been caused: asked "does A cause B", the last that is named.
const Concept* asked_effect_of(const UnderstoodQuestion& question) {
  const std::string resolved = lower_ascii(question.resolved);
  const bool passive = has_phrase(resolved, "caused by") || has_phrase(resolved, "due to");
  const Concept* effect = nullptr;
  size_t place = 0;
  for (const Concept& asked : question.concepts) {
    if (!asked.required || asked.role == ConceptRole::kPopulation ||
        asked.role == ConceptRole::kIntervention || asked.role == ConceptRole::kTest)
      continue;
    const size_t at = resolved.find(lower_ascii(asked.asked_as));
    if (at == std::string::npos) continue;
    if (effect == nullptr || (passive ? at < place : at > place)) {
      effect = &asked;
      place = at;
    }
  }
  return effect;
}

bool stands_between(std::string_view gap) {
  constexpr size_t kReach = 110;
  return gap.size() <= kReach && !has_any_phrase(gap, kNot);
}

bool is_brought(std::string_view lower, ByteSpan name) {
  for (const std::string_view cue : kLeadsTo) {
    for (size_t at = find_phrase(lower, cue); at < name.start; at = find_phrase(lower, cue, at + 1)) {
      if (stands_between(lower.substr(at, name.start - at))) return true;
    }
  }
  return std::any_of(kComesFrom.begin(), kComesFrom.end(), [&](std::string_view cue) {
    const size_t at = find_phrase(lower, cue, name.end);
    return at != std::string_view::npos && stands_between(lower.substr(name.end, at - name.end));
  });
}

}  // namespace

bool may_answer_cause(const Evidence& evidence, const Finding& finding) {
  const UnderstoodQuestion& question = evidence.question;
  if (question.intent != Intent::kCause) return true;
  // "Does A cause fewer ulcers than B?" is no question for a cause.
  static constexpr auto kFewer =
      std::to_array<std::string_view>({"fewer", "less", "reduce", "reduces", "prevent", "prevents", "lower",
                                       "lowers", "protect", "protects"});
  if (has_any_phrase(lower_ascii(question.resolved), kFewer)) return true;
  const AnswerSource& source = evidence.source_of(finding);
  constexpr uint8_t kInTitle = 3;
  if (source.naming == kInTitle && (finding.under_heading || source.title_asks == Intent::kCause))
    return true;
  const Concept* effect = asked_effect_of(question);
  if (effect == nullptr) return true;
  const std::string_view sentence = evidence.sentence_of(finding);
  const std::string lower = lower_ascii(sentence);
  const std::string id = vocabulary_id(*effect);
  Stemmer stemmer;
  bool named = false;
  for (const VocabularyMatch& match : evidence.vocabulary->match(sentence, tokenize(sentence), stemmer)) {
    const std::string& of = evidence.vocabulary->entry(match.entry).id;
    if (of != id && !evidence.vocabulary->is_a(of, id)) continue;
    named = true;
    if (is_brought(lower, match.span)) return true;
  }
  return !named && advises(source) && source.naming == kInTitle && cues::cause(lower);
}

bool asks_for_accuracy(const UnderstoodQuestion& question) {
  static constexpr auto kAsks = std::to_array<std::string_view>(
      {"accurate", "accuracy", "sensitivity", "specificity", "how reliable", "predictive value"});
  return question.intent == Intent::kDiagnosis && has_any_phrase(lower_ascii(question.resolved), kAsks);
}

bool may_answer_accuracy(const UnderstoodQuestion& question, const Finding& finding, std::string_view lower) {
  if (!asks_for_accuracy(question)) return true;
  static constexpr auto kTells = std::to_array<std::string_view>(
      {"sensitivity",     "specificity",       "sensitive",       "specific", "predictive value*",
       "accura*",         "likelihood ratio*", "area under",      "auc",      "false positive*",
       "false negative*", "false-positive*",   "false-negative*", "missed",   "correctly",
       "rule out",        "ruled out",         "exclude",         "excluded", "detection rate*",
       "detected"});
  using enum QuantityKind;
  const bool figure =
      has_quantity(finding, {kPercentage, kProportion, kNumber, kRange, kCount, kMean, kMedian});
  return finding.kind == FindingKind::kAccuracy ||
         (has_any_phrase(lower, kTells) &&
          (figure || has_phrase(lower, "accura*") || has_phrase(lower, "rule out")));
}

}  // namespace attest
