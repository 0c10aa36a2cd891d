#include "answer/lines/file_finding.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>

#include "answer/lines/advised_against.h"
#include "answer/lines/given_together.h"
#include "answer/lines/moved_on_to.h"
#include "answer/lines/option_harms.h"
#include "answer/lines/option_results.h"
#include "answer/sections.h"
#include "base/ascii.h"
#include "evidence/animal_subjects.h"
#include "evidence/indication.h"
#include "evidence/relevance.h"
#include "findings/cues.h"
#include "findings/effects/less_harm.h"
#include "findings/names/combinations.h"
#include "question/asks_to_prevent.h"

namespace attest {
namespace {

bool in_title(const AnswerSource& source, const std::string& id) {
  return std::any_of(source.title_interventions.begin(), source.title_interventions.end(),
                     [&](const Mention& mention) { return is_or_has_part(id, mention.id); });
}

double design_weight(const AnswerSource& source) {
  return 1.0 / (1.0 + design_rank(source.appraisal.design));
}

// "Treat each newly enrolled patient with X": a protocol's order, unless the sentence names the condition.
bool is_order_of_study(const Evidence& evidence, const Finding& finding, const AdviceStatement& advice) {
  const AnswerSource& source = evidence.source_of(finding);
  return !advises(source) && finding.condition_match != 2 &&
         cues::is_order(lower_ascii(advice.cue.of(source.document.text)));
}

// "None of them improved", "the drug was well tolerated": who or what that is stands in another sentence,
// unless the title names it.
bool stands_for_another(const AnswerSource& source, const Mention& mention, std::string_view lower) {
  static constexpr std::string_view kPeople[] = {"none of them", "neither of them", "both of them",
                                                 "all of them",  "most of them",    "of them ",
                                                 "they ",        "of these "};
  static constexpr std::string_view kThings[] = {"it ", "the drug ", "this drug ", "the former",
                                                 "the latter"};
  const auto opens = [lower](std::string_view opening) { return lower.starts_with(opening); };
  return std::any_of(std::begin(kPeople), std::end(kPeople), opens) ||
         (std::any_of(std::begin(kThings), std::end(kThings), opens) && !in_title(source, mention.id));
}

bool is_said_for_another(const Evidence& evidence, const Finding& finding, const Mention& mention,
                         std::string_view lower) {
  if (mention.span.empty() || !finding.sentence.contains(mention.span)) return false;
  return lower.substr(mention.span.end - finding.sentence.start).starts_with(" for ") &&
         indication_of(evidence, finding, mention.id).fit == IndicationFit::kOther;
}

}  // namespace

void file_finding(const Evidence& evidence, const Finding& finding, const Mention& mention, bool sole,
                  InterventionEvidence& group) {
  const AnswerSource& source = evidence.source_of(finding);
  const std::string lower = lower_ascii(evidence.sentence_of(finding));
  if (cues::move_on(lower) && !is_moved_on_to(finding, mention, lower)) group.move_on.push_back(&finding);
  switch (finding.kind) {
    case FindingKind::kRecommendation:
      // "X for colitis, Y for Crohn disease": of each only its own.
      if (is_said_for_another(evidence, finding, mention, lower)) return;
      if (const AdviceStatement* advice = advice_on_option(finding, mention.id);
          advice != nullptr && advice->against) {
        if (advises_against_use(lower)) group.advised_against.push_back(&finding);
      } else if (asks_to_prevent(evidence.question)) {
        // Asked for what prevents attacks, what treats them is no answer.
        if (!cues::prevention(lower) && !cues::prevention(lower_ascii(source.document.record.title))) return;
        if (advice == nullptr && line_said_of(finding, mention.id) == 0) return;
        group.recommended.push_back(&finding);
      } else if (is_treatment_question(evidence.question) && cues::prevention_alone(lower)) {
        return;  // "immunisation is recommended for those at risk": no treatment
      } else if (advice != nullptr && !is_order_of_study(evidence, finding, *advice)) {
        group.recommended.push_back(&finding);
      } else if (line_said_of(finding, mention.id) != 0) {
        group.recommended.push_back(&finding);
      } else {
        return;
      }
      break;
    case FindingKind::kRate:
    case FindingKind::kEffect:
      if (!has_results_in_people(source.appraisal.design) &&
          source.appraisal.design != StudyDesign::kUnclear &&
          source.appraisal.design != StudyDesign::kReview && !is_guidance(source)) {
        return;
      }
      if (speaks_of_animals(source, lower) || stands_for_another(source, mention, lower) ||
          !is_result_of_option(evidence, finding, mention))
        return;
      group.results.push_back(&finding);
      break;
    case FindingKind::kHarm:
      if (!tells_of_less_harm(lower)) {
        if (tells_nothing_of_harm(finding, evidence.sentence_of(finding))) return;
        group.harms.push_back(&finding);
        break;
      }
      if (!is_result_of_option(evidence, finding, mention)) return;
      group.results.push_back(&finding);
      break;
    case FindingKind::kDose:
      if (speaks_of_animals(source, lower)) return;
      if (std::none_of(finding.dose_of.begin(), finding.dose_of.end(),
                       [&](const std::string& id) { return is_or_has_part(mention.id, id); }))
        return;
      if (is_for_another_chapter(source, finding) || is_dose_for_other(evidence, finding)) return;
      group.doses.push_back(&finding);
      // What a guideline for the condition, or under a heading for it, doses it recommends.
      if (is_guidance(source) && source.about_condition &&
          (source.naming == 3 || (finding.condition_above && finding.condition_match == 2)))
        group.recommended.push_back(&finding);
      break;
    case FindingKind::kDuration: group.durations.push_back(&finding); break;
    case FindingKind::kUncertainty: group.doubts.push_back(&finding); break;
    default: return;
  }
  if (in_title(source, mention.id) || sole) group.is_subject = true;
  if (finding.condition_match == 2 || source.naming == 3) group.direct = true;
  const double named = finding.condition_match == 2 ? 1.0 : 0.5;
  group.weight += design_weight(source) * named * (0.5 + static_cast<double>(finding.relevance));
}

}  // namespace attest
