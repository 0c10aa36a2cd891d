#include "answer/lines/given_together.h"

#include <algorithm>
#include <string>
#include <utility>

#include "answer/sections.h"
#include "base/ascii.h"
#include "findings/names/between_names.h"
#include "findings/names/combinations.h"
#include "findings/names/regimens.h"
#include "findings/names/title_treatment.h"
#include "text/phrases.h"
#include "text/tokens.h"

namespace attest {
namespace {

bool holds(const std::vector<Mention>& mentions, const std::string& id) {
  return std::any_of(mentions.begin(), mentions.end(), [&](const Mention& one) { return one.id == id; });
}

// Those of the finding and its comparator at each of their places, spans local to the sentence. What else the
// sentence names was left out of the finding for a reason.
std::vector<Mention> each_place(const Evidence& evidence, const Finding& finding) {
  std::vector<Mention> named;
  const std::string_view sentence = evidence.sentence_of(finding);
  Stemmer stemmer;
  for (const VocabularyMatch& match : evidence.vocabulary->match(sentence, tokenize(sentence), stemmer)) {
    const VocabularyEntry& entry = evidence.vocabulary->entry(match.entry);
    if (entry.id == finding.comparator.id || holds(finding.interventions, entry.id))
      named.push_back({entry.id, entry.name, match.span, entry.is_control});
  }
  return named;
}

// The regimen of the title, where the sentence names nothing but a part of it, not alone.
bool is_of_regimen(const Mention& regimen, const std::vector<Mention>& named, std::string_view lower) {
  static constexpr std::string_view kAlone[] = {"alone", "monotherapy", "each", "either", "single-agent"};
  return !regimen.id.empty() && !named.empty() && !has_any_phrase(lower, kAlone) &&
         std::all_of(named.begin(), named.end(),
                     [&](const Mention& one) { return is_or_has_part(regimen.id, one.id); });
}

}  // namespace

std::vector<Mention> options_told_of(const Evidence& evidence, const Finding& finding) {
  switch (finding.kind) {
    case FindingKind::kRate:
    case FindingKind::kEffect:
    case FindingKind::kHarm:
    case FindingKind::kDose:
    case FindingKind::kRecommendation: break;
    default: return finding.interventions;
  }
  if (!is_treatment_question(evidence.question)) return finding.interventions;
  const AnswerSource& source = evidence.source_of(finding);
  const std::string lower = lower_ascii(evidence.sentence_of(finding));
  Mention regimen = regimen_of_title(lower_ascii(source.document.record.title), source.title_interventions);
  regimen.span = {};
  if (finding.interventions.empty()) {
    const bool told = !regimen.id.empty() && may_be_of_title(finding, lower);
    return told ? std::vector<Mention>{std::move(regimen)} : std::vector<Mention>();
  }
  const bool advice = finding.kind == FindingKind::kRecommendation;
  if (!advice && is_of_regimen(regimen, finding.interventions, lower)) {
    const ByteSpan first = finding.interventions.front().span;
    if (!first.empty()) regimen.span = {first.start, finding.interventions.back().span.end};
    return {std::move(regimen)};
  }
  std::vector<Mention> options;
  std::vector<std::string> opposed;
  size_t end = 0;
  for (Mention& thing : join_regimens(lower, each_place(evidence, finding))) {
    const std::string_view gap =
        std::string_view(lower).substr(end, std::max<size_t>(thing.span.start, end) - end);
    const bool is_opposed = end > 0 && stands_opposed(gap);
    end = thing.span.end;
    if (thing.is_control) continue;
    if (advice && (!is_combination(thing.id) || holds(finding.interventions, thing.id))) continue;
    if (is_opposed && is_combination(thing.id)) {
      opposed.push_back(thing.id);
      continue;
    }
    if (holds(options, thing.id) || (!is_combination(thing.id) && !holds(finding.interventions, thing.id)))
      continue;
    thing.span.start += finding.sentence.start;
    thing.span.end += finding.sentence.start;
    options.push_back(std::move(thing));
  }
  // Where nothing was given together the finding stands as it was read, in its order.
  if (opposed.empty() &&
      std::none_of(options.begin(), options.end(), [](const Mention& one) { return is_combination(one.id); }))
    return finding.interventions;
  // "Compared with A alone": of a part nothing is told beside the whole.
  std::erase_if(options, [&](const Mention& one) {
    return std::any_of(options.begin(), options.end(), [&](const Mention& whole) {
      return whole.id != one.id && is_or_has_part(whole.id, one.id);
    });
  });
  // What only the title or the name of a group tells stands nowhere in the sentence.
  for (const Mention& one : finding.interventions) {
    const bool told = std::any_of(options.begin(), options.end(),
                                  [&](const Mention& option) { return is_or_has_part(option.id, one.id); });
    const bool against = std::any_of(opposed.begin(), opposed.end(),
                                     [&](const std::string& id) { return is_or_has_part(id, one.id); });
    if (!told && !against) options.push_back(one);
  }
  return options;
}

const AdviceStatement* advice_on_option(const Finding& finding, std::string_view option) {
  if (const AdviceStatement* advice = advice_on(finding, option); advice != nullptr) return advice;
  for (const std::string& part : parts_of_combination(option)) {
    if (const AdviceStatement* advice = advice_on(finding, part); advice != nullptr) return advice;
  }
  return nullptr;
}

}  // namespace attest
