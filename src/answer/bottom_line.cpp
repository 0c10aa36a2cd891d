// The sentence a hurried reader takes away: what is recommended first and by whom, with the grade each body
// states; the best-placed warning against it; or, for other questions, the strongest direct statement.
#include <algorithm>
#include <set>
#include <utility>

#include "answer/disagreement_kinds.h"
#include "answer/finding_order.h"
#include "answer/indication.h"
#include "answer/plain_results.h"
#include "answer/sections.h"
#include "answer/told_harms.h"
#include "answer/wording.h"
#include "base/ascii.h"
#include "findings/cues.h"
#include "text/phrases.h"

namespace attest {

namespace {

// "ACG 2021 (strong recommendation, moderate quality of evidence, GRADE)", "Smith 2004 (case series) for
// infantile spasms".
void append_body(const Evidence& evidence, const Finding& finding, std::string_view intervention,
                 Statement& statement) {
  const AnswerSource& source = evidence.source_of(finding);
  const StudyDesign design = source.appraisal.design;
  statement.text += source_label(source, statement.computations);
  if (design != StudyDesign::kGuideline && design != StudyDesign::kUnclear)
    statement.text += " (" + std::string(study_design_name(design)) + ")";
  for (const StatedGrade& grade : source.appraisal.grades) {
    if (!finding.sentence.contains(grade.span)) continue;
    statement.text += " (" + grade.text + ")";
    break;
  }
  if (const Indication told = indication_of(evidence, finding, intervention); !told.words.empty())
    statement.text += " " + told.words;
  statement.citations.push_back(cite(evidence, finding));
}

// Who calls the intervention the first line, and which guidelines recommend it and name no line. Each must
// say so itself: a dose that is "recommended" makes nothing the first treatment.
struct Bodies {
  std::vector<const Finding*> call_first;
  std::vector<const Finding*> recommend;
};

Bodies bodies_for(const Evidence& evidence, const InterventionEvidence& group) {
  Bodies guidance;
  Bodies others;
  const IndicationFit wanted = group.narrow ? IndicationFit::kNarrower : IndicationFit::kAsked;
  for (const Finding* finding : group.recommended) {
    const AnswerSource& source = evidence.source_of(*finding);
    const bool guideline = source.appraisal.design == StudyDesign::kGuideline;
    if (source.status.status == PublicationStatus::kSuperseded || (!source.about_condition && !guideline))
      continue;
    const Indication told = indication_of(evidence, *finding, group.id);
    if (told.fit != wanted || told.other_people) continue;
    const int line = line_said_of(*finding, group.id);
    if (line == 1) (guideline ? guidance : others).call_first.push_back(finding);
    const bool says_no_line = finding->lines.empty() && finding->trigger.empty() && !group.narrow;
    if (guideline && says_no_line && finding->kind == FindingKind::kRecommendation)
      guidance.recommend.push_back(finding);
  }
  return guidance.call_first.empty() && guidance.recommend.empty() ? others : guidance;
}

// At most `count`, one of each source, those that state a grade first: the reader weighs them by it.
std::vector<const Finding*> pick_bodies(const Evidence& evidence, const std::vector<const Finding*>& from,
                                        std::set<uint32_t>& seen, size_t count) {
  std::vector<const Finding*> bodies = pick_findings(evidence, from, count * 2);
  std::erase_if(bodies, [&](const Finding* finding) { return !seen.insert(finding->source).second; });
  std::stable_partition(bodies.begin(), bodies.end(), [&](const Finding* finding) {
    const AnswerSource& source = evidence.source_of(*finding);
    return !source.appraisal.second_hand &&
           std::any_of(source.appraisal.grades.begin(), source.appraisal.grades.end(),
                       [&](const StatedGrade& grade) { return finding->sentence.contains(grade.span); });
  });
  if (bodies.size() > count) bodies.resize(count);
  return bodies;
}

// What calls a treatment the first, for a reader who is no clinician.
std::string name_of_sources(const Evidence& evidence, const std::vector<const Finding*>& findings) {
  std::set<StudyDesign> designs;
  std::set<uint32_t> studies;
  for (const Finding* finding : findings) {
    designs.insert(evidence.source_of(*finding).appraisal.design);
    studies.insert(evidence.source_of(*finding).study);
  }
  const bool one = studies.size() == 1;
  if (designs.size() != 1) return "Published papers name";
  switch (*designs.begin()) {
    case StudyDesign::kConsensus: return one ? "A group of experts names" : "Groups of experts name";
    case StudyDesign::kSystematicReview:
    case StudyDesign::kReview: return one ? "A published review names" : "Published reviews name";
    case StudyDesign::kRandomisedTrial:
    case StudyDesign::kNonRandomisedTrial:
      return one ? "The authors of a trial name" : "The authors of trials name";
    case StudyDesign::kCohort:
    case StudyDesign::kCaseControl:
    case StudyDesign::kCrossSectional:
    case StudyDesign::kDiagnosticStudy:
    case StudyDesign::kCaseSeries:
    case StudyDesign::kQualitative:
    case StudyDesign::kEconomic: return one ? "The authors of a study name" : "The authors of studies name";
    case StudyDesign::kCaseReport: return "A report on single patients names";
    case StudyDesign::kOpinion: return one ? "An author names" : "Authors name";
    case StudyDesign::kPatientPage: return one ? "A page for patients names" : "Pages for patients name";
    default: return one ? "A published paper names" : "Published papers name";
  }
}

Statement recommended_first(const Evidence& evidence, const InterventionEvidence& group) {
  constexpr size_t kBodies = 5;
  const Bodies all = bodies_for(evidence, group);
  std::set<uint32_t> seen;
  const std::vector<const Finding*> first = pick_bodies(evidence, all.call_first, seen, kBodies);
  const std::vector<const Finding*> recommend =
      pick_bodies(evidence, all.recommend, seen, kBodies - first.size());
  std::vector<const Finding*> stated = recommend;
  stated.insert(stated.end(), first.begin(), first.end());
  std::vector<const Finding*> against = advice_against_same(evidence, group, stated);
  if (against.size() > kBodies) against.resize(kBodies);
  Statement statement;
  statement.kind = "recommendation";
  statement.ranks = group.id;
  const Finding* strongest = !recommend.empty() ? recommend.front()
                             : !first.empty()   ? first.front()
                                                : nullptr;
  if (strongest != nullptr) statement.strength = describe(evidence.source_of(*strongest).appraisal);
  if (evidence.audience != Audience::kClinician) {
    const bool guideline =
        strongest != nullptr && evidence.source_of(*strongest).appraisal.design == StudyDesign::kGuideline;
    std::string narrower;
    if (group.narrow && strongest != nullptr)
      narrower = " " + indication_of(evidence, *strongest, group.id).words;
    statement.text =
        (against.empty() ? "What usually helps first" : "Sources disagree about this treatment") + narrower +
        ": " + plain_name(evidence, group.id, group.name) + ". " +
        (!guideline      ? name_of_sources(evidence, first) + " it as the first treatment."
         : first.empty() ? "Expert groups recommend it."
                         : "Expert groups recommend it as the first treatment.");
    if (!against.empty())
      statement.text +=
          guideline ? " Other expert groups advise against it." : " Expert groups advise against it.";
    for (const auto* list : {&recommend, &first, &std::as_const(against)}) {
      for (const Finding* finding : *list) statement.citations.push_back(cite(evidence, *finding));
    }
    return statement;
  }
  statement.text = capitalised(group.name);
  const auto add = [&](std::string_view how, const std::vector<const Finding*>& bodies) {
    for (size_t i = 0; i < bodies.size(); ++i) {
      statement.text += i == 0 ? how : "; ";
      append_body(evidence, *bodies[i], group.id, statement);
    }
  };
  add(", recommended by ", recommend);
  add(recommend.empty() ? ", called first-line by " : "; called first-line by ", first);
  add("; advised against by ", against);
  statement.text += ".";
  return statement;
}

const Finding* best_doubt(const Evidence& evidence, const InterventionEvidence& group) {
  std::vector<const Finding*> doubts;
  for (const Finding* finding : group.doubts) {
    const StudyDesign design = evidence.source_of(*finding).appraisal.design;
    if (design == StudyDesign::kSystematicReview || design == StudyDesign::kGuideline)
      doubts.push_back(finding);
  }
  // A review that doubts its trials often says so without repeating what was tested.
  if (doubts.empty()) {
    for (const AnswerSource& source : evidence.sources) {
      const bool about_it = std::any_of(source.title_interventions.begin(), source.title_interventions.end(),
                                        [&](const Mention& m) { return m.id == group.id; });
      if (!about_it || source.appraisal.design != StudyDesign::kSystematicReview || !evidence.usable(source))
        continue;
      for (const Finding& finding : source.findings) {
        if (finding.kind == FindingKind::kUncertainty) doubts.push_back(&finding);
      }
    }
  }
  const auto picked = pick_findings(evidence, doubts, 1);
  return picked.empty() ? nullptr : picked.front();
}

// "Other treatments did no better": but "This review found…" stands by itself.
bool lacks_what_is_before(std::string_view sentence) {
  const std::string lower = lower_ascii(sentence);
  return points_back(lower) && !lower.starts_with("this ");
}

std::vector<Statement> treatment_bottom_line(const Evidence& evidence,
                                             const std::vector<InterventionEvidence>& interventions,
                                             const std::vector<TherapyLine>& lines) {
  std::vector<Statement> statements;
  const int asked_rank = std::max(1, evidence.question.line_of_therapy);
  size_t firsts = 0;
  size_t bodies_of_first = 0;
  std::vector<const Finding*> calling_first;
  for (const InterventionEvidence& group : interventions) {
    if (group.rank != asked_rank) continue;
    if (asked_rank == 1) {
      // Several may stand side by side in the first line: what one sentence lists with the first, or what
      // about as many bodies name.
      constexpr size_t kFirstsMax = 4;
      constexpr size_t kBodiesMin = 2;
      const std::vector<const Finding*> calling = bodies_for(evidence, group).call_first;
      const bool listed_with_it = std::any_of(calling.begin(), calling.end(), [&](const Finding* finding) {
        return std::find(calling_first.begin(), calling_first.end(), finding) != calling_first.end();
      });
      const bool beside =
          group.ranked_by >= kBodiesMin && (listed_with_it || group.ranked_by * 2 >= bodies_of_first);
      if (firsts > 0 && !beside) continue;
      if (firsts == kFirstsMax) break;
      statements.push_back(recommended_first(evidence, group));
      if (firsts++ == 0) {
        bodies_of_first = group.ranked_by;
        calling_first = calling;
      }
      if (evidence.audience == Audience::kClinician && firsts == 1) {
        if (const Finding* doubt = best_doubt(evidence, group))
          statements.push_back(quote_finding(evidence, *doubt));
      }
    } else {
      const auto line = std::find_if(lines.begin(), lines.end(),
                                     [&](const TherapyLine& l) { return l.intervention_id == group.id; });
      std::vector<const Finding*> reasons =
          group.recommended.empty() ? group.after_failure : group.recommended;
      if (evidence.audience == Audience::kClinician) {
        for (const Finding* finding : pick_findings(evidence, reasons, 2))
          statements.push_back(quote_finding(evidence, *finding));
      } else if (line != lines.end() && !line->statements.empty()) {
        statements.push_back(line->statements.front());
      }
    }
  }
  if (!statements.empty()) return statements;
  // Nothing is ranked: the strongest result stands first, and the gaps say that no source gives an order.
  constexpr size_t kUnranked = 2;
  // What comes after something else is no answer before it.
  std::vector<const TherapyLine*> in_order;
  for (const TherapyLine& line : lines) in_order.push_back(&line);
  std::stable_partition(in_order.begin(), in_order.end(),
                        [](const TherapyLine* line) { return line->rank <= 1; });
  for (const TherapyLine* line : in_order) {
    if (statements.size() >= kUnranked) break;
    const auto first =
        std::find_if(line->statements.begin(), line->statements.end(),
                     [](const Statement& statement) { return !lacks_what_is_before(statement.text); });
    if (first == line->statements.end()) continue;
    const Statement& best = *first;
    const bool said = std::any_of(statements.begin(), statements.end(),
                                  [&](const Statement& statement) { return statement.text == best.text; });
    if (!said) statements.push_back(best);
  }
  return statements;
}

}  // namespace

std::vector<Statement> bottom_line(const Evidence& evidence, const PertinenceReader& reader,
                                   const std::vector<InterventionEvidence>& interventions,
                                   const std::vector<TherapyLine>& lines) {
  if (is_treatment_question(evidence.question)) return treatment_bottom_line(evidence, interventions, lines);
  const std::vector<SectionPlan> plans = section_plans(evidence.question);
  std::vector<Statement> statements;
  const std::vector<std::string> focus = asked_interventions(evidence);
  for (const Finding* finding : findings_for(evidence, reader, plans.front(), focus)) {
    constexpr size_t kStatements = 2;
    if (statements.size() >= kStatements) break;
    const std::string_view sentence = evidence.sentence_of(*finding);
    if (lacks_what_is_before(sentence)) continue;
    // Who kept to a treatment does not say whether it helps.
    if (evidence.question.intent == Intent::kEffect && cues::attendance(lower_ascii(sentence))) continue;
    std::optional<Statement> statement =
        word_for_audience(evidence, *finding, focus.empty() ? std::string() : focus.front());
    const StudyDesign design = evidence.source_of(*finding).appraisal.design;
    if (!statement && finding->kind != FindingKind::kDose && names_its_subject(evidence, *finding) &&
        (design == StudyDesign::kPatientPage || design == StudyDesign::kOpinion ||
         easy_to_read(evidence.sentence_of(*finding), *finding) || is_harm_of_asked(evidence, *finding))) {
      statement = quote_finding(evidence, *finding);
    }
    if (statement) statements.push_back(std::move(*statement));
  }
  return statements;
}

}  // namespace attest
