// The sentence a hurried reader takes away: what is recommended first and by whom, with the grade each body
// states; the best-placed warning against it; or, for other questions, the strongest direct statement.
#include <algorithm>
#include <set>

#include "answer/sections.h"
#include "answer/wording.h"
#include "text/phrases.h"

namespace attest {

namespace {

// "ACG 2021 (strong recommendation, moderate quality of evidence, GRADE)".
void append_body(const Evidence& evidence, const Finding& finding, Statement& statement) {
  const AnswerSource& source = evidence.source_of(finding);
  statement.text += source_label(source, statement.computations);
  for (const StatedGrade& grade : source.appraisal.grades) {
    if (!finding.sentence.contains(grade.span)) continue;
    statement.text += " (" + grade.text + ")";
    break;
  }
  statement.citations.push_back(cite(evidence, finding));
}

Statement recommended_first(const Evidence& evidence, const InterventionEvidence& group) {
  const bool clinician = evidence.audience == Audience::kClinician;
  std::vector<const Finding*> guidance;
  std::vector<const Finding*> others;
  for (const Finding* finding : group.recommended) {
    const AnswerSource& source = evidence.source_of(*finding);
    const bool guideline = source.appraisal.design == StudyDesign::kGuideline;
    if (source.status.status == PublicationStatus::kSuperseded || (!source.about_condition && !guideline))
      continue;
    const int line = line_said_of(*finding, group.id);
    const bool unconditional = finding->trigger.empty() || line == 1;
    const bool of_another = finding->line_of_therapy != 0 && line != 1;
    if (!unconditional || of_another) continue;
    (guideline ? guidance : others).push_back(finding);
  }
  constexpr size_t kBodies = 5;
  std::vector<const Finding*> bodies =
      pick_findings(evidence, guidance.empty() ? others : guidance, kBodies * 2);
  std::set<uint32_t> seen;
  std::erase_if(bodies, [&](const Finding* finding) { return !seen.insert(finding->source).second; });
  // Bodies that state a grade come first: the reader weighs them by it.
  std::stable_partition(bodies.begin(), bodies.end(), [&](const Finding* finding) {
    const AnswerSource& source = evidence.source_of(*finding);
    return !source.appraisal.second_hand &&
           std::any_of(source.appraisal.grades.begin(), source.appraisal.grades.end(),
                       [&](const StatedGrade& grade) { return finding->sentence.contains(grade.span); });
  });
  if (bodies.size() > kBodies) bodies.resize(kBodies);
  Statement statement;
  statement.kind = "recommendation";
  if (!clinician) {
    statement.text = "What usually helps first: " + plain_name(evidence, group.id, group.name) + ". " +
                     (guidance.empty()      ? "Published reviews name it as the first treatment."
                      : group.ranked_by > 0 ? "Expert groups recommend it as the first treatment."
                                            : "Expert groups recommend it.");
    for (const Finding* finding : bodies) statement.citations.push_back(cite(evidence, *finding));
  } else {
    statement.text = capitalised(group.name) + (guidance.empty()      ? ", called first-line by "
                                                : group.ranked_by > 0 ? ", recommended first by "
                                                                      : ", recommended by ");
    for (size_t i = 0; i < bodies.size(); ++i) {
      if (i > 0) statement.text += "; ";
      append_body(evidence, *bodies[i], statement);
    }
    statement.text += ".";
  }
  if (!bodies.empty()) statement.strength = describe(evidence.source_of(*bodies.front()).appraisal);
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

std::vector<Statement> treatment_bottom_line(const Evidence& evidence,
                                             const std::vector<InterventionEvidence>& interventions,
                                             const std::vector<TherapyLine>& lines) {
  std::vector<Statement> statements;
  const int asked_rank = std::max(1, evidence.question.line_of_therapy);
  size_t firsts = 0;
  size_t bodies_of_first = 0;
  for (const InterventionEvidence& group : interventions) {
    if (group.rank != asked_rank) continue;
    if (asked_rank == 1) {
      // Several may stand side by side in the first line, where about as many bodies name them.
      constexpr size_t kFirstsMax = 4;
      constexpr size_t kBodiesMin = 2;
      const bool beside = group.ranked_by >= kBodiesMin && group.ranked_by * 2 >= bodies_of_first;
      if (firsts == kFirstsMax || (firsts > 0 && !beside)) break;
      statements.push_back(recommended_first(evidence, group));
      if (firsts++ == 0) bodies_of_first = group.ranked_by;
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
  for (const TherapyLine& line : lines) {
    if (!line.statements.empty()) {
      statements.push_back(line.statements.front());
      constexpr size_t kUnranked = 2;
      if (statements.size() >= kUnranked) break;
    }
  }
  return statements;
}

}  // namespace

std::vector<Statement> bottom_line(const Evidence& evidence,
                                   const std::vector<InterventionEvidence>& interventions,
                                   const std::vector<TherapyLine>& lines) {
  if (is_treatment_question(evidence.question)) return treatment_bottom_line(evidence, interventions, lines);
  const std::vector<SectionPlan> plans = section_plans(evidence.question);
  std::vector<Statement> statements;
  const std::vector<std::string> focus = asked_interventions(evidence);
  for (const Finding* finding : findings_for(evidence, plans.front(), focus)) {
    constexpr size_t kStatements = 2;
    if (statements.size() >= kStatements) break;
    std::optional<Statement> statement =
        word_for_audience(evidence, *finding, focus.empty() ? std::string() : focus.front());
    const StudyDesign design = evidence.source_of(*finding).appraisal.design;
    if (!statement && finding->kind != FindingKind::kDose &&
        (design == StudyDesign::kPatientPage || design == StudyDesign::kOpinion ||
         easy_to_read(evidence.sentence_of(*finding), *finding))) {
      statement = quote_finding(evidence, *finding);
    }
    if (statement) statements.push_back(std::move(*statement));
  }
  return statements;
}

}  // namespace attest
