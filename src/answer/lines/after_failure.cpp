#include "answer/lines/after_failure.h"

#include <algorithm>
#include <cstdint>
#include <iterator>

#include "answer/sections.h"
#include "base/ascii.h"
#include "findings/names/between_names.h"
#include "findings/names/combinations.h"
#include "question/failed_treatment.h"
#include "question/given_before.h"
#include "text/phrases.h"
#include "text/tokens.h"

namespace attest {
namespace {

// "For maintenance after conservative treatment": that had helped.
bool keeps_what_was_reached(std::string_view lower) {
  static constexpr std::string_view kKeeps[] = {"maintenance", "maintain remission", "maintain the remission",
                                                "once healed", "after healing",      "healed fissure*"};
  return has_any_phrase(lower, kKeeps);
}

// "Patients with an inadequate response entered early escape, with concomitant X": how a trial went on for
// some, by its plan.
bool is_plan_of_trial(std::string_view lower) {
  static constexpr std::string_view kPlans[] = {"early escape", "escape arm",         "escape therapy",
                                                "stable dose*", "background therapy", "background treatment"};
  return has_any_phrase(lower, kPlans);
}

std::vector<std::string> named_in_trigger(const Evidence& evidence, const Finding& finding) {
  std::vector<std::string> ids;
  Stemmer stemmer;
  for (const VocabularyMatch& match :
       evidence.vocabulary->match(finding.trigger, tokenize(finding.trigger), stemmer)) {
    const VocabularyEntry& entry = evidence.vocabulary->entry(match.entry);
    if (entry.role == ConceptRole::kIntervention) ids.push_back(entry.id);
  }
  return ids;
}

}  // namespace

bool had_failed_itself(const Evidence& evidence, const Finding& finding, const std::string& intervention,
                       std::string_view name) {
  if (finding.trigger.empty()) return false;
  Stemmer stemmer;
  const std::vector<VocabularyMatch> failed =
      evidence.vocabulary->match(finding.trigger, tokenize(finding.trigger), stemmer);
  return std::any_of(failed.begin(), failed.end(), [&](const VocabularyMatch& match) {
    const VocabularyEntry& entry = evidence.vocabulary->entry(match.entry);
    if (entry.role != ConceptRole::kIntervention) return false;
    // "Glyceryl trinitrate ointment" is glyceryl trinitrate.
    return entry.id == intervention || evidence.vocabulary->is_a(entry.id, intervention) ||
           has_phrase(lower_ascii(name), lower_ascii(entry.name));
  });
}

bool tells_of_germs(std::string_view lower) {
  static constexpr std::string_view kGerms[] = {"strain*",
                                                "isolate*",
                                                "susceptib*",
                                                "inhibitory concentration*",
                                                "mic",
                                                "mics",
                                                "in vitro",
                                                "resistance rate*",
                                                "rate of resistance",
                                                "rates of resistance",
                                                "prevalence of resistance",
                                                "cross-resistance",
                                                "pretreatment resist*",
                                                "primary resistance",
                                                "cell line*"};
  return has_any_phrase(lower, kGerms);
}

bool was_given_after(const Evidence& evidence, const Finding& finding, const std::string& intervention) {
  const std::string lower = lower_ascii(evidence.sentence_of(finding));
  if (keeps_what_was_reached(lower) || tells_of_germs(lower) || is_plan_of_trial(lower)) return false;
  const ByteSpan trigger = finding.trigger_span;
  const uint32_t from = finding.sentence.start;
  if (trigger.empty() || !finding.sentence.contains(trigger)) return true;
  static constexpr std::string_view kPutOff[] = {"delay*", "avoid*",   "postpon*",   "prevent*",
                                                 "defer*", "need for", "without",    "before",
                                                 "versus", "than",     "instead of", "comparing"};
  for (const Mention& mention : finding.interventions) {
    if (!is_or_has_part(intervention, mention.id)) continue;
    if (mention.span.empty() || !finding.sentence.contains(mention.span)) return true;  // of the title
    // What stands behind a semicolon is another statement.
    const uint32_t left = std::min(mention.span.end, trigger.end);
    const uint32_t right = std::max(mention.span.start, trigger.start);
    if (left < right && lower.substr(left - from, right - left).find(';') != std::string::npos) continue;
    constexpr size_t kBefore = 20;
    const size_t start = mention.span.start - from;
    const std::string_view near =
        std::string_view(lower).substr(start > kBefore ? start - kBefore : 0, std::min(start, kBefore));
    if (has_any_phrase(near.substr(near.find_last_of(",;:.") + 1), kPutOff)) continue;
    if (mention.span.start < trigger.end) return true;
    // The list that goes on behind what had failed, up to its last name.
    uint32_t end = trigger.end;
    for (const Mention& listed : finding.interventions) {
      if (listed.span.start < end || !finding.sentence.contains(listed.span)) continue;
      if (!is_list_gap(std::string_view(lower).substr(end - from, listed.span.start - end))) break;
      end = listed.span.end;
    }
    if (end < mention.span.end) return true;
    const std::string_view next = std::string_view(lower).substr(end - from);
    if (!next.empty() && std::string_view(",.;:)").find(next.front()) == std::string_view::npos) return true;
  }
  return false;
}

std::vector<std::string> failed_in_question(const Evidence& evidence) {
  const UnderstoodQuestion& question = evidence.question;
  if (question.line_of_therapy < 2) return {};
  const std::string lower = lower_ascii(question.resolved.empty() ? question.asked : question.resolved);
  std::vector<std::string_view> told = read_failed_treatment(lower).named;
  if (told.empty()) told = read_given_before(lower);
  std::vector<std::string> ids;
  for (const Concept& one : question.concepts) {
    const bool named = std::any_of(told.begin(), told.end(),
                                   [&](std::string_view stretch) { return names_failed(one, stretch); });
    if (one.role == ConceptRole::kIntervention && named)
      ids.push_back(one.thesaurus_id.empty() ? "asked:" + one.label : one.thesaurus_id);
  }
  return ids;
}

bool is_after_another(const Evidence& evidence, const Finding& finding,
                      const std::vector<std::string>& failed) {
  if (failed.empty() || finding.trigger.empty()) return false;
  const std::vector<std::string> named = named_in_trigger(evidence, finding);
  return !named.empty() && std::none_of(named.begin(), named.end(), [&](const std::string& id) {
    return std::any_of(failed.begin(), failed.end(), [&](const std::string& one) {
      return id == one || evidence.vocabulary->is_a(one, id) || evidence.vocabulary->is_a(id, one);
    });
  });
}

bool asks_of_refractory(const UnderstoodQuestion& question) {
  static constexpr std::string_view kAsked[] = {"refractory",    "resistant",     "intractable",
                                                "relapsed",      "unresponsive",  "treatment-resistant",
                                                "nonresponders", "non-responders"};
  return has_any_phrase(lower_ascii(question.asked + " " + question.resolved), kAsked);
}

bool is_before_refractory(const Evidence& evidence, const Finding& finding, std::string_view intervention) {
  static constexpr std::string_view kRefractory[] = {
      "refractory", "resistant",      "resistance", "intractable", "unresponsive", "not respond*",
      "fail*",      "non-responders", "relaps*",    "recurren*",   "salvage",      "second-line"};
  std::string said = lower_ascii(evidence.sentence_of(finding));
  if (const LineStatement* line = line_statement_of(finding, intervention); line != nullptr) {
    // "X is first-line, and the rest were considered refractory": of the first line it is not said.
    said = lower_ascii(line->clause.of(evidence.source_of(finding).document.text));
    const size_t cue = line->cue.end - line->clause.start;
    said.resize(std::min(said.size(), said.find(", and ", std::min(cue, said.size()))));
  }
  return asks_of_refractory(evidence.question) && !has_any_phrase(said, kRefractory) &&
         !has_any_phrase(lower_ascii(evidence.source_of(finding).document.record.title), kRefractory);
}

}  // namespace attest
