#include "answer/lines/option_results.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "base/ascii.h"
#include "evidence/relevance.h"
#include "findings/cues.h"
#include "findings/names/between_names.h"
#include "findings/names/given_beside.h"
#include "reconcile/outcomes/own_results.h"
#include "text/phrases.h"
#include "text/tokens.h"

namespace attest {
namespace {

bool compares_figures(const Finding& finding) {
  return std::any_of(finding.quantities.begin(), finding.quantities.end(), [](const Quantity& one) {
    return one.kind == QuantityKind::kPValue || one.kind == QuantityKind::kRatio ||
           one.kind == QuantityKind::kDifference;
  });
}

// What it costs, unless the words before tell what it does.
bool tells_only_cost(std::string_view lower) {
  static constexpr std::string_view kCost[] = {"cost-effective*",
                                               "cost effective*",
                                               "costs",
                                               "cost of",
                                               "cost per",
                                               "cost saving*",
                                               "cost-saving*",
                                               "incremental cost*",
                                               "cost reduction*",
                                               "associated cost*",
                                               "net monetary benefit",
                                               "willingness to pay",
                                               "willingness-to-pay",
                                               "quality-adjusted life*",
                                               "quality adjusted life*",
                                               "qaly*",
                                               "qalys",
                                               "icer",
                                               "budget*",
                                               "healthcare system",
                                               "health care system"};
  size_t first = std::string_view::npos;
  for (const std::string_view cost : kCost) first = std::min(first, find_phrase(lower, cost));
  if (first == std::string_view::npos) return false;
  const std::string_view before = lower.substr(0, first);
  size_t border = std::string_view::npos;
  for (const std::string_view join : {", ", "; ", " and ", " but "}) {
    const size_t at = before.rfind(join);
    if (at == std::string_view::npos || is_digit(lower[at + join.size()])) continue;
    if (border == std::string_view::npos || at > border) border = at;
  }
  if (border == std::string_view::npos) return true;
  static constexpr std::string_view kDoes[] = {
      "reduc*",       "improv*",      "prevent*", "increas*", "decreas*", "lower*", "more effective",
      "as effective", "effective in", "superior", "relie*",   "heal*",    "better", "cure*",
      "fewer",        "efficac*",     "surviv*",  "respon*",  "remission"};
  return !has_any_phrase(before.substr(0, border), kDoes);
}

// What was asked, how it was done, or what nobody has studied.
bool tells_no_finding(const Finding& finding, std::string_view lower) {
  static constexpr std::string_view kNothing[] = {
      "no trials were",   "no studies were",      "no rcts were",           "no trial was",
      "no study was",     "no rct evidence",      "no randomised trial*",   "no randomized trial*",
      "is need for",      "is a need for",        "was introduced because", "was started because",
      "were taking part", "document contains",    "was defined as",         "were defined as",
      "defined as a",     "primary outcome used", "primary endpoint was",   "primary outcome was",
      "the parameters",   "market share*",        "prescription rate*",     "were prescribed",
      "much debated",     "cannot attribute",     "cannot be attributed",   "help researchers",
      "results are in",   "were followed on",     "patients followed on",   "have attempted to"};
  if (has_any_phrase(lower, kNothing)) return true;
  static constexpr std::string_view kElsewhere[] = {"summarized in", "summarised in",    "are shown in",
                                                    "is shown in",   "are presented in", "shows the response",
                                                    "are given in"};
  if (has_any_phrase(lower, kElsewhere) && !compares_figures(finding) && finding.rates.empty()) return true;
  static constexpr std::string_view kAims[] = {
      "we evaluated",    "we assessed",    "we investigated", "we examined",   "we tested",
      "we sought",       "we compared",    "we studied",      "we aimed",      "aim of",
      "aims of",         "purpose of",     "objective of",    "to evaluate",   "to assess",
      "to determine",    "to investigate", "to examine",      "to compare",    "were randomly",
      "was randomly",    "were randomi*",  "were allocated",  "were assigned", "can be compared with",
      "was designed to", "hypothesi*"};
  static constexpr std::string_view kFound[] = {
      "found",       "showed",        "shown",   "significant*", "resulted in", "improved",
      "improves",    "reduced",       "reduces", "concluded",    "conclude",    "suggest*",
      "demonstrat*", "effective",     "more",    "less",         "greater",     "fewer",
      "better",      "no difference", "did not", "responded",    "respectively"};
  return has_any_phrase(lower, kAims) && !compares_figures(finding) && !has_any_phrase(lower, kFound);
}

// Who stayed, and how things stood before anything was given.
bool tells_of_course_of_study(const Finding& finding, std::string_view lower) {
  static constexpr std::string_view kStayed[] = {"completed the", "discontinued", "discontinuation*",
                                                 "withdrew",      "dropout*",     "drop-out*",
                                                 "dropped out",   "withdrawals",  "completion rate*"};
  const std::string_view first_half = lower.substr(0, lower.size() / 2);
  const bool stayed = finding.attendance || has_any_phrase(first_half, kStayed) ||
                      (has_any_phrase(lower, kStayed) && !compares_figures(finding));
  if (stayed && !cues::benefit_outcome(lower)) return true;
  static constexpr std::string_view kSame[] = {"similar",        "comparable", "did not differ",
                                               "no difference*", "balanced",   "no significant difference*"};
  static constexpr std::string_view kAtFirst[] = {"baseline mortality", "baseline characteristics",
                                                  "at baseline",        "baseline demographic*",
                                                  "at study entry",     "at entry"};
  return has_any_phrase(lower, kAtFirst) && has_any_phrase(lower, kSame) &&
         !has_phrase(lower, "from baseline");
}

// "A subgroup analysis of those without plus disease": of a part, and not of all parts alike.
bool tells_of_part(std::string_view sentence, std::string_view lower) {
  static constexpr std::string_view kAll[] = {
      "all subgroups", "across subgroups", "each subgroup",         "regardless",
      "irrespective",  "both subgroups",   "all switched subgroups"};
  return tells_of_subgroup(sentence) && !has_any_phrase(lower, kAll);
}

bool is_asked_condition(const Evidence& evidence, const VocabularyEntry& entry) {
  return std::any_of(
      evidence.question.concepts.begin(), evidence.question.concepts.end(), [&](const Concept& asked) {
        const std::string id = vocabulary_id(asked);
        return evidence.vocabulary->is_a(entry.id, id) || evidence.vocabulary->is_a(id, entry.id);
      });
}

// "In preeclampsia the drug lowers blood pressure": of what was asked about only the title speaks.
bool opens_with_other_condition(const Evidence& evidence, const Finding& finding, std::string_view lower) {
  if (finding.condition_match == 2 || finding.other_conditions == 0) return false;
  static constexpr std::string_view kOpens[] = {"in ", "among ", "for ", "with "};
  if (std::none_of(std::begin(kOpens), std::end(kOpens),
                   [&](std::string_view word) { return lower.starts_with(word); }))
    return false;
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
    other = true;
  }
  return other;
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
    if (entry.id == mention.id)
      places.push_back(match.span);
    else if (entry.role == ConceptRole::kIntervention && !entry.is_control)
      others = true;
  }
  if (places.empty() && finding.sentence.contains(mention.span))
    places.push_back(
        {mention.span.start - finding.sentence.start, mention.span.end - finding.sentence.start});
  return places;
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
  if (repeats_others(source, finding) || tells_only_cost(lower) || tells_no_finding(finding, lower) ||
      tells_of_course_of_study(finding, lower) || tells_of_part(sentence, lower) ||
      opens_with_other_condition(evidence, finding, lower) || is_of_other_in_title(evidence, finding))
    return false;
  bool others = false;
  const std::vector<ByteSpan> places = places_of(evidence, finding, mention, others);
  return has_own_rate(finding, mention) || !is_given_beside(lower, places, others);
}

}  // namespace attest
