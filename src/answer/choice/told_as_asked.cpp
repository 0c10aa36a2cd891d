#include "answer/choice/told_as_asked.h"

#include <algorithm>
#include <string>
#include <vector>

#include "answer/choice/pertinence.h"
#include "answer/lay/told_harms.h"
#include "base/ascii.h"
#include "evidence/build_vocabulary.h"
#include "evidence/relevance.h"
#include "findings/cues.h"
#include "findings/effects/less_harm.h"
#include "findings/effects/null_results.h"
#include "findings/sentences/told_conclusion.h"
#include "question/concepts.h"
#include "text/phrases.h"

namespace attest {
namespace {

struct NamedHere {
  size_t asked = 0;    // how many of those asked about
  bool other = false;  // and something else that may be given
};

// "DTFC" in a report on "dorzolamide/timolol fixed combination": a short form of more than was asked about.
bool may_stand_for_more(const Evidence& evidence, const Finding& finding, const Mention& one,
                        const std::vector<std::string>& asked) {
  const AnswerSource& source = evidence.source_of(finding);
  if (!looks_like_abbreviation(one.span.of(source.document.text))) return false;
  return std::any_of(
      source.title_interventions.begin(), source.title_interventions.end(), [&](const Mention& other) {
        return !other.is_control && std::none_of(asked.begin(), asked.end(), [&](const std::string& id) {
          return other.id == id || evidence.vocabulary->is_a(other.id, id);
        });
      });
}

// By one of its names, and not by a short form of something else.
bool stands_there(const Evidence& evidence, const std::string& id, std::string_view lower) {
  return std::any_of(
      evidence.question.concepts.begin(), evidence.question.concepts.end(), [&](const Concept& one) {
        return vocabulary_id(one) == id &&
               (has_phrase(lower, lower_ascii(one.label)) ||
                std::any_of(one.variants.begin(), one.variants.end(), [&](const ConceptVariant& variant) {
                  return has_phrase(lower, lower_ascii(variant.words));
                }));
      });
}

NamedHere named_here(const Evidence& evidence, const Finding& finding, std::string_view lower) {
  const std::vector<std::string> asked = asked_interventions(evidence);
  NamedHere named;
  std::vector<bool> met(asked.size(), false);
  // What something is compared with stands apart from it.
  std::vector<Mention> mentions = finding.interventions;
  const size_t own = mentions.size();
  mentions.push_back(finding.comparator);
  for (const ArmRate& rate : finding.rates) mentions.push_back(rate.arm);
  for (size_t at = 0; at < mentions.size(); ++at) {
    const Mention& one = mentions[at];
    if (one.span.empty() || !finding.sentence.contains(one.span)) continue;
    bool meant = false;
    for (size_t i = 0; i < asked.size(); ++i) {
      const bool is_it = one.id == asked[i] || evidence.vocabulary->is_a(one.id, asked[i]);
      // "The two drugs", "this class": wider names stand for what is asked.
      meant = meant || is_it || evidence.vocabulary->is_a(asked[i], one.id);
      met[i] = met[i] || is_it;
    }
    if (meant && may_stand_for_more(evidence, finding, one, asked)) named.other = true;
    named.other = named.other || (at < own && !meant && !one.is_control);
  }
  for (size_t i = 0; i < asked.size(); ++i) {
    if (met[i] || stands_there(evidence, asked[i], lower)) ++named.asked;
  }
  return named;
}

bool compares_something(const Finding& finding, std::string_view lower) {
  static constexpr std::string_view kCompares[] = {"both", "similar*", "equally", "more", "less", "fewer"};
  return cues::compares(lower) || has_any_phrase(lower, kCompares) || find_null(lower).found() ||
         finding.direction != Direction::kUnstated || finding.rates.size() > 1;
}

// "The dose was adjusted to minimise side effects", "X did not differ from it in side effects".
bool only_avoids_harm(std::string_view lower) {
  static constexpr std::string_view kAvoids[] = {
      "to minimize",      "to minimise", "to reduce side", "to reduce adverse", "to avoid side",
      "to avoid adverse", "in order to", "did not differ", "no difference*",    "less significant"};
  return has_any_phrase(lower, kAvoids);
}

bool names_what_it_brings(std::string_view lower) {
  static constexpr std::string_view kBrings[] = {"most common adverse",
                                                 "most common side",
                                                 "most commonly reported",
                                                 "most frequent adverse",
                                                 "most frequent side",
                                                 "most frequently reported",
                                                 "most frequently observed",
                                                 "side effects include*",
                                                 "side effects included",
                                                 "side effects such as",
                                                 "side effects, such as",
                                                 "adverse effects include*",
                                                 "adverse effects such as",
                                                 "adverse effects on",
                                                 "adverse events include*",
                                                 "adverse reactions include*",
                                                 "known side effect*",
                                                 "common side effects",
                                                 "common adverse",
                                                 "side effect of",
                                                 "side effects of",
                                                 "adverse effect of",
                                                 "caused",
                                                 "causes",
                                                 "can cause",
                                                 "may cause",
                                                 "induced",
                                                 "increases the risk",
                                                 "increased the risk",
                                                 "increased risk",
                                                 "toxicities",
                                                 "excess risks",
                                                 "attributable to",
                                                 "reported significantly more",
                                                 "potentially serious"};
  return has_any_phrase(lower, kBrings);
}

// "Both improved pain compared with placebo" leaves open which did more.
bool is_against_placebo(std::string_view lower) {
  static constexpr std::string_view kPlacebo[] = {
      "than placebo",   "than with placebo", "compared with placebo", "compared to placebo",
      "versus placebo", "vs placebo",        "superior to placebo",   "differed from placebo"};
  return has_any_phrase(lower, kPlacebo);
}

bool asks_to_compare(const Evidence& evidence) {
  return evidence.question.intent == Intent::kComparison && asked_interventions(evidence).size() >= 2;
}

}  // namespace

bool is_head_to_head(const Evidence& evidence, const Finding& finding, std::string_view lower) {
  if (!asks_to_compare(evidence)) return false;
  const NamedHere named = named_here(evidence, finding, lower);
  return named.asked >= 2 && !named.other && !is_against_placebo(lower) && compares_something(finding, lower);
}

float told_as_asked(const Evidence& evidence, const Finding& finding, std::string_view lower) {
  constexpr float kMore = 0.3f;
  constexpr float kLess = -0.25f;
  if (asks_to_compare(evidence)) {
    // Which is better comes before what each brings besides, and a verdict before one of its figures.
    constexpr float kVerdict = 0.15f;
    if (is_head_to_head(evidence, finding, lower)) {
      const bool own = start_of_conclusion(lower) < lower.size();
      const bool beside = finding.about_harm || (points_back(lower) && !own) || lower.starts_with("however");
      return beside ? kMore - kVerdict : cues::tells_direction(lower) ? kMore + kVerdict : kMore;
    }
    return named_here(evidence, finding, lower).other ? kLess : 0.0f;
  }
  const bool of_disease = std::any_of(evidence.question.concepts.begin(), evidence.question.concepts.end(),
                                      [](const Concept& one) { return one.role == ConceptRole::kCondition; });
  if (evidence.question.intent != Intent::kHarm || of_disease || asked_interventions(evidence).empty())
    return 0.0f;
  // "Serious adverse events were infrequent": of what, and which.
  if (finding.rates.empty() && plays_down_harm(lower)) return kLess;
  if (tells_of_less_harm(lower) || only_avoids_harm(lower)) return kLess;
  if (named_here(evidence, finding, lower).asked == 0) return kLess;
  constexpr float kNamed = 0.2f;
  return names_what_it_brings(lower) && !plays_down_harm(lower) ? kNamed : 0.0f;
}

}  // namespace attest
