#include "answer/sections.h"

#include <algorithm>
#include <set>

#include "answer/choice/answer_type.h"
#include "answer/choice/asked_cause.h"
#include "answer/choice/asked_danger.h"
#include "answer/choice/asked_harm.h"
#include "answer/choice/compared_apart.h"
#include "answer/choice/finding_order.h"
#include "answer/choice/told_as_asked.h"
#include "answer/lay/told_harms.h"
#include "answer/lines/no_outcome.h"
#include "answer/lines/option_harms.h"
#include "answer/partners_section.h"
#include "answer/wording.h"
#include "base/ascii.h"
#include "evidence/animal_subjects.h"
#include "evidence/indication.h"
#include "evidence/relevance.h"
#include "findings/cues.h"
#include "findings/sentences/page_furniture.h"
#include "reconcile/outcomes/others_results.h"
#include "reconcile/outcomes/plain_results.h"
#include "text/phrases.h"
#include "text/readability.h"

namespace attest {

namespace {

bool fits_intent(const Evidence& evidence, std::string_view lower, const Finding& finding) {
  const Intent intent = evidence.question.intent;
  // Whom a treatment is for is said where it is named.
  const std::vector<std::string> asked =
      intent == Intent::kIndication ? asked_interventions(evidence) : std::vector<std::string>();
  if (!asked.empty() && std::none_of(asked.begin(), asked.end(), [&](const std::string& id) {
        return std::find(finding.asked_here.begin(), finding.asked_here.end(), id) !=
               finding.asked_here.end();
      }))
    return false;
  if (!may_answer_danger(evidence.question, finding, lower)) return false;
  return (!wants_answer_type(intent) && asks_the_same(evidence, finding)) ||
         asks_for_danger(evidence.question) || has_answer_type(intent, finding, lower);
}

bool has_kind(const SectionPlan& plan, FindingKind kind) {
  return std::find(plan.kinds.begin(), plan.kinds.end(), kind) != plan.kinds.end();
}

bool names_any(const Finding& finding, const std::vector<std::string>& ids, const AnswerSource& source) {
  if (ids.empty()) return true;
  const auto in = [&](const std::vector<Mention>& mentions) {
    return std::any_of(mentions.begin(), mentions.end(), [&](const Mention& m) {
      return std::find(ids.begin(), ids.end(), m.id) != ids.end();
    });
  };
  // What the question names counts where it is measured too: "repaglinide lowered glucose levels".
  const bool asked_here = std::any_of(ids.begin(), ids.end(), [&](const std::string& id) {
    return std::find(finding.asked_here.begin(), finding.asked_here.end(), id) != finding.asked_here.end();
  });
  return asked_here || in(finding.interventions) ||
         (finding.interventions.empty() && in(source.title_interventions));
}

bool names_all(const Finding& finding, const std::vector<std::string>& ids, const AnswerSource& source) {
  return std::all_of(ids.begin(), ids.end(), [&](const std::string& id) {
    if (finding.comparator.id == id || names_asked(finding, id)) return true;
    if (std::any_of(finding.rates.begin(), finding.rates.end(),
                    [&](const ArmRate& r) { return r.arm.id == id; }))
      return true;
    return names_any(finding, {id}, source);
  });
}

// Findings that name everything that `wanted` accepts, where there are any: else all.
template <typename Accept>
void prefer(std::vector<const Finding*>& found, Accept&& accept) {
  if (std::any_of(found.begin(), found.end(), accept))
    std::erase_if(found, [&](const Finding* finding) { return !accept(finding); });
}

bool names_everything(const UnderstoodQuestion& question, const Finding& finding) {
  return std::all_of(question.concepts.begin(), question.concepts.end(), [&](const Concept& asked) {
    return !asked.required || names_asked(finding, vocabulary_id(asked));
  });
}

// What stands beside the answer (harms, advice, doubts) must be about all that was asked, or it distracts.
bool fits_beside(const Evidence& evidence, const SectionPlan& plan, const Finding& finding) {
  const bool contraindication = evidence.question.intent == Intent::kContraindication;
  if (finding.background || (!contraindication && !names_everything(evidence.question, finding)))
    return false;
  const std::string lower = lower_ascii(evidence.sentence_of(finding));
  // "The trials were small" is no doubt of whether a thing does harm.
  if (evidence.question.intent == Intent::kHarm && !may_answer_harm(evidence, finding)) return false;
  if (std::string_view(plan.kind) != "harms") return true;
  return tells_of_harm(lower) &&
         (asked_interventions(evidence).empty() || is_of_asked_treatment(evidence, finding));
}

bool is_first_plan(const Evidence& evidence, const SectionPlan& plan) {
  return section_plans(evidence.question).front().kind == std::string_view(plan.kind);
}

// In a chapter on the condition, under the heading for what is asked.
bool stands_where_asked(const Evidence& evidence, const Finding& finding) {
  constexpr uint8_t kNamedInTitle = 3;
  return finding.under_heading && evidence.source_of(finding).naming == kNamedInTitle;
}

// A sentence of no telling kind must at least be where results and conclusions stand.
bool is_evidence(const Evidence& evidence, const Finding& finding) {
  constexpr double kEvidenceMin = 0.4;
  const bool plain = finding.kind == FindingKind::kOther || finding.kind == FindingKind::kDose;
  // "Patients in whom surgery was indicated": who was included is no advice on whom to include.
  constexpr double kNoMethodMin = 0.25;
  if (wants_answer_type(evidence.question.intent) && !advises(evidence.source_of(finding)) &&
      finding.role.evidence < kNoMethodMin)
    return false;
  return !plain || ((finding.role.evidence >= kEvidenceMin || asks_the_same(evidence, finding)) &&
                    !cues::announces_study(lower_ascii(evidence.sentence_of(finding))));
}

// What a guideline's chapter on the condition gives a dose of stands before the regimens of trials.
bool is_dose_of_chapter(const Evidence& evidence, const Finding& finding) {
  const AnswerSource& source = evidence.source_of(finding);
  constexpr uint8_t kNamedInTitle = 3;
  if (evidence.question.intent != Intent::kDose || !is_guidance(source) || source.naming != kNamedInTitle)
    return false;
  // A chapter on another condition in pregnancy is none on what is asked of pregnancy.
  const auto is_condition = [](const Concept& one) { return one.role == ConceptRole::kCondition; };
  if (std::none_of(evidence.question.concepts.begin(), evidence.question.concepts.end(), is_condition))
    return false;
  const bool dose = std::any_of(finding.quantities.begin(), finding.quantities.end(),
                                [](const Quantity& one) { return one.kind == QuantityKind::kDose; });
  const std::vector<std::string> asked = asked_interventions(evidence);
  return dose && std::any_of(asked.begin(), asked.end(), [&](const std::string& id) {
           return std::find(finding.asked_here.begin(), finding.asked_here.end(), id) !=
                  finding.asked_here.end();
         });
}

// What was found or concluded about everything that the question requires, of whatever kind.
std::vector<const Finding*> nearest_findings(const Evidence& evidence) {
  std::vector<const Finding*> found;
  for (const AnswerSource& source : evidence.sources) {
    if (!evidence.reports_evidence(source) || !source.about_condition) continue;
    for (const Finding& finding : source.findings) {
      const bool says_something =
          finding.kind != FindingKind::kMethod && finding.kind != FindingKind::kWarning;
      if (!says_something || finding.background || finding.attendance ||
          !bears_on_question(evidence.question, finding))
        continue;
      if (!names_everything(evidence.question, finding)) continue;
      if (!is_evidence(evidence, finding) || is_page_furniture(evidence.sentence_of(finding))) continue;
      if (finding.kind == FindingKind::kDose && is_dose_for_other(evidence, finding)) continue;
      found.push_back(&finding);
    }
  }
  return found;
}

// What is told of a diagnosis beside an answer is of the condition asked about, and of finding it: not of the
// tests that a treatment needs, nor of how one did that was planned on an image.
bool is_diagnosis_of_asked(const Evidence& evidence, const Finding& finding, std::string_view lower) {
  constexpr uint8_t kNamedInTitle = 3;
  const AnswerSource& source = evidence.source_of(finding);
  const bool of_chapter = advises(source) && source.naming == kNamedInTitle && !finding.other_subject;
  // How well a test does, by a source on the condition, is of finding it.
  if (finding.kind == FindingKind::kAccuracy && source.about_condition) return true;
  return cues::tells_diagnosis(lower) && (finding.condition_match == 2 || of_chapter) &&
         (finding.interventions.empty() ||
          (has_phrase(lower, "diagnos*") && !has_phrase(lower, "treat*") && !has_phrase(lower, "therap*")));
}

// What was only planned or measured is no result; that little is known of harms is no harm.
bool tells_nothing(const Evidence& evidence, const SectionPlan& plan, const Finding& finding) {
  const std::string_view kind = plan.kind;
  const std::string_view sentence = evidence.sentence_of(finding);
  if (kind == "harms") return tells_nothing_of_harm(finding, sentence);
  const bool result = finding.kind == FindingKind::kEffect || finding.kind == FindingKind::kRate;
  return (kind == "results" || kind == "prevention") && result && tells_no_finding(finding, sentence);
}

std::vector<const Finding*> of_plan(const Evidence& evidence, const SectionPlan& plan,
                                    const std::vector<std::string>& focus) {
  std::vector<const Finding*> found;
  const bool main_intent = !is_treatment_question(evidence.question);
  const bool first = is_first_plan(evidence, plan);
  const bool first_asked = first && main_intent;
  const bool comparison = evidence.question.intent == Intent::kComparison &&
                          std::string_view(plan.kind) == "results" && focus.size() >= 2;
  for (const AnswerSource& source : evidence.sources) {
    if (!evidence.reports_evidence(source)) continue;
    for (const Finding& finding : source.findings) {
      if (!has_kind(plan, finding.kind) || finding.condition_match == 0) continue;
      if (main_intent && finding.attendance) continue;
      // A definition is of what it names.
      if (finding.kind == FindingKind::kDefinition && finding.condition_match < 2) continue;
      const bool condition_asked =
          std::any_of(evidence.question.concepts.begin(), evidence.question.concepts.end(),
                      [](const Concept& c) { return c.role == ConceptRole::kCondition; });
      const bool guidance = source.appraisal.design == StudyDesign::kGuideline;
      if (condition_asked && !source.about_condition && !guidance) continue;
      if (condition_asked && is_for_another_chapter(source, finding)) continue;
      if (finding.kind == FindingKind::kDose && is_dose_for_other(evidence, finding)) continue;
      const std::string lower = lower_ascii(evidence.sentence_of(finding));
      if (finding.kind == FindingKind::kDose && speaks_of_animals(source, lower)) continue;
      // Beside an answer of a form of its own stands what has another.
      const bool typed = wants_answer_type(evidence.question.intent);
      if (main_intent && (first || !typed) && !fits_intent(evidence, lower, finding)) continue;
      const bool monitoring = evidence.question.intent == Intent::kMonitoring;
      if ((typed || monitoring) && first && !is_evidence(evidence, finding)) continue;
      const bool doses = std::string_view(plan.kind) == "doses" && !focus.empty();
      const bool of_focus = std::any_of(focus.begin(), focus.end(), [&](const std::string& id) {
        return std::find(finding.dose_of.begin(), finding.dose_of.end(), id) != finding.dose_of.end();
      });
      if (doses && !of_focus) continue;
      if (comparison ? !names_all(finding, focus, source) : !names_any(finding, focus, source)) continue;
      if (std::string_view(plan.kind) == "diagnosis" && finding.kind == FindingKind::kRecommendation &&
          !cues::diagnosis(lower))
        continue;
      if (std::string_view(plan.kind) == "diagnosis" && !first_asked &&
          !is_diagnosis_of_asked(evidence, finding, lower))
        continue;
      if (!bears_on_question(evidence.question, finding)) continue;
      if (is_page_furniture(evidence.sentence_of(finding))) continue;
      if (tells_nothing(evidence, plan, finding)) continue;
      found.push_back(&finding);
    }
  }
  return found;
}

// Whether it can answer a question for harms, danger, causes or accuracy.
bool may_answer(const Evidence& evidence, const Finding& finding) {
  const std::string lower = lower_ascii(evidence.sentence_of(finding));
  return may_answer_harm(evidence, finding) && may_answer_cause(evidence, finding) &&
         may_answer_danger(evidence.question, finding, lower) &&
         (evidence.question.intent != Intent::kComparison || !only_combines(evidence, finding, lower)) &&
         may_answer_accuracy(evidence.question, finding, lower);
}

// Who asks for tests is not helped by advice on treatment.
bool fits_intent_loosely(const Evidence& evidence, const Finding& finding) {
  const std::string lower = lower_ascii(evidence.sentence_of(finding));
  if (wants_answer_type(evidence.question.intent)) return fits_intent(evidence, lower, finding);
  switch (evidence.question.intent) {
    case Intent::kDiagnosis: return finding.kind != FindingKind::kRecommendation || cues::diagnosis(lower);
    default: return true;
  }
}

}  // namespace

bool is_of_kind(const Evidence& evidence, const SectionPlan& plan, const Finding& finding,
                std::string_view lower) {
  return has_kind(plan, finding.kind) &&
         (is_treatment_question(evidence.question) || fits_intent(evidence, lower, finding));
}

std::vector<const Finding*> section_candidates(const Evidence& evidence, const SectionPlan& plan,
                                               const std::vector<std::string>& focus) {
  std::vector<const Finding*> found = of_plan(evidence, plan, focus);
  if (is_treatment_question(evidence.question)) return found;
  if (!is_first_plan(evidence, plan)) {
    std::erase_if(found, [&](const Finding* finding) { return !fits_beside(evidence, plan, *finding); });
    return found;
  }
  // Kinds and cue words miss much that answers: what else says something about all that was asked.
  std::erase_if(found, [&](const Finding* finding) { return !may_answer(evidence, *finding); });
  const std::set<const Finding*> known(found.begin(), found.end());
  for (const Finding* finding : nearest_findings(evidence)) {
    if (!known.contains(finding) && fits_intent_loosely(evidence, *finding) && may_answer(evidence, *finding))
      found.push_back(finding);
  }
  return found;
}

std::vector<const Finding*> findings_for(const Evidence& evidence, const PertinenceReader& reader,
                                         const SectionPlan& plan, const std::vector<std::string>& focus) {
  std::vector<const Finding*> found = section_candidates(evidence, plan, focus);
  const bool first_plan = is_first_plan(evidence, plan);
  // "Do antibiotics after tonsillectomy…": what names both comes alone.
  if (focus.size() >= 2) {
    prefer(found,
           [&](const Finding* finding) { return names_all(*finding, focus, evidence.source_of(*finding)); });
  }
  // "Vitamin E for prevention of cardiovascular disease": not of what nothing but the vitamin has in common.
  if (first_plan && evidence.question.intent == Intent::kPrevention)
    prefer(found, [](const Finding* finding) { return finding->asked_words > 0; });
  if (std::string_view(plan.kind) == "harms") prefer_named_harms(evidence, found);
  // Where an outcome is asked about, sentences that name it come alone.
  std::vector<const Finding*> on_outcome;
  for (const Finding* finding : found) {
    const std::string lower = lower_ascii(evidence.sentence_of(*finding));
    for (const Concept& asked : evidence.question.concepts) {
      if (asked.role != ConceptRole::kOutcome) continue;
      const bool named = std::any_of(
          asked.variants.begin(), asked.variants.end(),
          [&](const ConceptVariant& variant) { return has_phrase(lower, lower_ascii(variant.words)); });
      if (named) on_outcome.push_back(finding);
    }
  }
  if (!on_outcome.empty()) found = std::move(on_outcome);
  // Not every finding can be put plainly: more are picked for a patient than are shown.
  const size_t spare = evidence.audience == Audience::kClinician ? 1 : 6;
  std::vector<WeighedFinding> weighed = weigh(reader, found, plan.kind, "");
  // The model has read few statements of the rarer kinds: what is of the kind asked for has a start.
  constexpr float kOfKind = 0.12f;
  constexpr float kWhereAsked = 0.3f;
  constexpr float kFar = 0.15f;
  constexpr float kByGuideline = 1;
  // What a study's introduction tells of others is no result of it.
  constexpr float kOfOthers = 0.25f;
  const Intent asks = evidence.question.intent;
  const bool of_results =
      asks == Intent::kEffect || asks == Intent::kComparison || asks == Intent::kPrevention;
  if (first_plan && !is_treatment_question(evidence.question)) {
    for (WeighedFinding& one : weighed) {
      if (is_dose_of_chapter(evidence, *one.finding)) one.pertinence += kByGuideline;
      const std::string lower = lower_ascii(evidence.sentence_of(*one.finding));
      if (of_results && repeats_others(evidence.source_of(*one.finding), *one.finding))
        one.pertinence -= kOfOthers;
      if (one.pertinence >= kFar) one.pertinence += told_as_asked(evidence, *one.finding, lower);
      if (one.pertinence >= kFar && is_of_kind(evidence, plan, *one.finding, lower))
        one.pertinence += stands_where_asked(evidence, *one.finding) ? kWhereAsked : kOfKind;
    }
  }
  float best = 0;
  for (const WeighedFinding& one : weighed) best = std::max(best, one.pertinence);
  // Of what was asked for, the best that there is stands, where it is not far from the point; what only
  // stands beside the answer must be to the point by itself.
  const bool beside = !first_plan || is_treatment_question(evidence.question);
  constexpr float kNearBest = 0.8f;
  const float wanted = evidence.audience == Audience::kClinician ? kPertinenceMin : kPertinenceMinPlain;
  const float least = beside ? wanted : std::max(kFar, std::min(wanted, kNearBest * best));
  return pick_findings(evidence, std::move(weighed), least, plan.count * spare);
}

std::vector<AnswerSection> word_sections(const Evidence& evidence, const PertinenceReader& reader,
                                         const std::vector<std::string>& focus,
                                         const std::vector<Statement>& bottom_line) {
  std::vector<AnswerSection> sections;
  std::set<std::string> used;
  for (const Statement& statement : bottom_line) {
    for (const Citation& citation : statement.citations)
      used.insert(citation.document + ":" + std::to_string(citation.span.start));
  }
  for (const SectionPlan& plan : section_plans(evidence.question)) {
    AnswerSection section{plan.kind, plan.title, {}};
    for (const Finding* finding : findings_for(evidence, reader, plan, focus)) {
      const std::string key = evidence.source_of(*finding).id + ":" + std::to_string(finding->sentence.start);
      if (used.contains(key)) continue;
      std::optional<Statement> statement =
          word_for_audience(evidence, *finding, focus.empty() ? std::string() : focus.front());
      // A definition or a warning in a patient page is already in a patient's words.
      const StudyDesign design = evidence.source_of(*finding).appraisal.design;
      const std::string_view sentence = evidence.sentence_of(*finding);
      constexpr double kPatientPageGradeMax = 12;
      const bool for_patients = design == StudyDesign::kPatientPage || design == StudyDesign::kOpinion;
      const bool plain_source = (for_patients && reading_grade(sentence) <= kPatientPageGradeMax) ||
                                easy_to_read(sentence, *finding) || is_harm_of_asked(evidence, *finding);
      if (!statement && plain_source && finding->kind != FindingKind::kDose &&
          names_its_subject(evidence, *finding))
        statement = quote_finding(evidence, *finding);
      if (!statement || section.statements.size() >= plan.count) continue;
      used.insert(key);
      section.statements.push_back(std::move(*statement));
    }
    if (!section.statements.empty()) sections.push_back(std::move(section));
  }
  const Intent intent = evidence.question.intent;
  if (is_treatment_question(evidence.question) || intent == Intent::kDefinition || intent == Intent::kCause) {
    AnswerSection section = partners_section(evidence);
    std::erase_if(section.statements, [&](const Statement& statement) {
      const Citation& citation = statement.citations.front();
      return used.contains(citation.document + ":" + std::to_string(citation.span.start));
    });
    if (!section.statements.empty()) sections.push_back(std::move(section));
  }
  return sections;
}

}  // namespace attest
