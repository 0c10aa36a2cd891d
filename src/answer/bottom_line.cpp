// The sentence a hurried reader takes away: what is recommended first and by whom, with the grade each body
// states; the best-placed warning against it; or, for other questions, the strongest direct statement.
#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <utility>

#include "answer/choice/finding_order.h"
#include "answer/choice/torn_results.h"
#include "answer/lay/told_harms.h"
#include "answer/lines/asked_treatment.h"
#include "answer/lines/failed_people.h"
#include "answer/lines/recommended_first.h"
#include "answer/lines/unranked_first.h"
#include "answer/sections.h"
#include "answer/wording.h"
#include "base/ascii.h"
#include "findings/cues.h"
#include "reconcile/outcomes/others_results.h"
#include "reconcile/outcomes/own_results.h"
#include "reconcile/outcomes/plain_results.h"
#include "reconcile/outcomes/verdict_sentences.h"
#include "text/phrases.h"

namespace attest {

namespace {

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

// A trial's introduction, and what it tells of others, answers for nothing that it found.
bool is_no_finding_of_its_study(const Evidence& evidence, const Finding& finding) {
  const AnswerSource& source = evidence.source_of(finding);
  const Intent asks = evidence.question.intent;
  if (asks != Intent::kEffect && asks != Intent::kComparison && asks != Intent::kPrevention) return false;
  if (!has_results_in_people(source.appraisal.design) ||
      source.appraisal.design == StudyDesign::kSystematicReview)
    return false;
  return finding.role.role == SentenceRole::kBackground || finding.role.role == SentenceRole::kAim ||
         repeats_others(source, finding);
}

// "Other treatments did no better": but "This review found…" stands by itself.
bool lacks_what_is_before(std::string_view sentence) {
  const std::string lower = lower_ascii(sentence);
  return is_torn_result(lower) || (points_back(lower) && !lower.starts_with("this "));
}

bool tells_of_practice(std::string_view lower) {
  static constexpr std::string_view kDone[] = {"recommended by", "prescribed by", "used by",
                                               "favoured by",    "favored by",    "preferred by"};
  static constexpr std::string_view kPeople[] = {"physicians",    "surgeons",    "doctors", "clinicians",
                                                 "practitioners", "respondents", "gps",     "therapists"};
  return has_any_phrase(lower, kDone) && has_any_phrase(lower, kPeople);
}

// "Future research should focus on…" answers nothing.
bool opens_with_wish_for_research(std::string_view lower) {
  static constexpr std::string_view kWishes[] = {"future research", "further research", "more research",
                                                 "future studies",  "further studies",  "more studies",
                                                 "future trials",   "further trials",   "further work"};
  constexpr size_t kOpeningMax = 40;
  return has_any_phrase(lower.substr(0, kOpeningMax), kWishes);
}

// Why an option comes next; one sentence may name several.
void add_reasons(const Evidence& evidence, std::vector<const Finding*> reasons,
                 std::vector<Statement>& statements) {
  constexpr size_t kBytesMax = 400;  // a longer one is no line to take away
  constexpr size_t kStatementsMax = 3;
  std::erase_if(reasons, [&](const Finding* finding) {
    const bool told = finding->kind == FindingKind::kRecommendation ||
                      finding->kind == FindingKind::kEffect || finding->kind == FindingKind::kRate;
    const bool to_come =
        finding->role.role == SentenceRole::kMethod || finding->role.role == SentenceRole::kAim;
    const std::string_view sentence = evidence.sentence_of(*finding);
    return sentence.size() > kBytesMax || !told ||
           (to_come && finding->kind != FindingKind::kRecommendation) || points_back(lower_ascii(sentence));
  });
  for (const Finding* finding : pick_findings(evidence, reasons, 2)) {
    const bool told = std::any_of(statements.begin(), statements.end(), [&](const Statement& one) {
      return one.citations.front().quote == evidence.sentence_of(*finding);
    });
    if (!told && statements.size() < kStatementsMax) statements.push_back(quote_finding(evidence, *finding));
  }
}

// Who cannot take a treatment is told what is given instead of it, else what comes first.
int rank_that_leads(const Evidence& evidence, const std::vector<InterventionEvidence>& interventions) {
  const int asked = std::max(1, evidence.question.line_of_therapy);
  const bool any = std::any_of(interventions.begin(), interventions.end(),
                               [&](const InterventionEvidence& group) { return group.rank == asked; });
  return !any && FailedPeople(evidence).not_tolerated() ? 1 : asked;
}

std::vector<Statement> treatment_bottom_line(const Evidence& evidence,
                                             const std::vector<InterventionEvidence>& interventions,
                                             const std::vector<TherapyLine>& lines) {
  std::vector<Statement> statements;
  // What others were given leads nobody in whom a treatment has failed.
  if (std::any_of(interventions.begin(), interventions.end(),
                  [](const InterventionEvidence& group) { return group.of_others; }))
    return {};
  const int asked_rank = rank_that_leads(evidence, interventions);
  size_t firsts = 0;
  size_t bodies_of_first = 0;
  std::vector<const Finding*> calling_first;
  std::set<std::string> told;  // listed with another
  for (const InterventionEvidence& group : interventions) {
    if (group.rank != asked_rank) continue;
    if (asked_rank == 1) {
      // Several may stand side by side in the first line: what one sentence lists with the first, or what
      // about as many bodies name.
      constexpr size_t kFirstsMax = 4;
      constexpr size_t kBodiesMin = 2;
      if (told.contains(group.id)) continue;
      const CallingBodies bodies = bodies_for(evidence, group);
      const auto listed = [&](const Finding* finding) {
        return std::find(calling_first.begin(), calling_first.end(), finding) != calling_first.end();
      };
      const bool listed_with_it = std::any_of(bodies.call_first.begin(), bodies.call_first.end(), listed) ||
                                  std::any_of(bodies.recommend.begin(), bodies.recommend.end(), listed);
      const bool named_as_often = group.ranked_by >= kBodiesMin && group.ranked_by * 2 >= bodies_of_first;
      if (firsts > 0 && !listed_with_it && !named_as_often) continue;
      if (firsts == kFirstsMax) break;
      const FirstLine together = listed_with(evidence, group, interventions);
      for (const InterventionEvidence* one : together) told.insert(one->id);
      statements.push_back(recommended_first(evidence, together));
      if (firsts++ == 0) {
        bodies_of_first = group.ranked_by;
        calling_first = bodies.call_first;
        if (calling_first.empty()) calling_first = bodies.recommend;
      }
      if (evidence.audience == Audience::kClinician && firsts == 1) {
        if (const Finding* doubt = best_doubt(evidence, group))
          statements.push_back(quote_finding(evidence, *doubt));
      }
    } else {
      const auto line = std::find_if(lines.begin(), lines.end(),
                                     [&](const TherapyLine& l) { return l.intervention_id == group.id; });
      const std::vector<const Finding*>& reasons = group.rank_sentences;
      if (evidence.audience == Audience::kClinician) {
        add_reasons(evidence, reasons, statements);
      } else if (line != lines.end() && !line->statements.empty()) {
        statements.push_back(line->statements.front());
      }
    }
  }
  if (!statements.empty()) return statements;
  // What sources advise against does not lead, whatever one trial found, unless it was asked about.
  std::vector<TherapyLine> leading = lines;
  if (asked_interventions(evidence).empty()) {
    std::erase_if(leading, [&](const TherapyLine& line) {
      return std::any_of(interventions.begin(), interventions.end(), [&](const InterventionEvidence& group) {
        return group.id == line.intervention_id && !group.advised_against.empty() &&
               group.recommended.empty();
      });
    });
  }
  return unranked_first(evidence, leading);
}

// "Is X recommended?" is answered by what is said of X alone, and not by what else is given.
std::vector<Statement> bottom_line_on_asked(const Evidence& evidence, const PertinenceReader& reader,
                                            const std::vector<InterventionEvidence>& interventions,
                                            const std::vector<TherapyLine>& lines,
                                            const std::vector<std::string>& asked) {
  std::vector<InterventionEvidence> of_asked;
  std::copy_if(interventions.begin(), interventions.end(), std::back_inserter(of_asked),
               [&](const InterventionEvidence& group) { return is_of_asked(evidence, asked, group.id); });
  std::vector<TherapyLine> asked_lines;
  std::copy_if(lines.begin(), lines.end(), std::back_inserter(asked_lines),
               [&](const TherapyLine& line) { return is_of_asked(evidence, asked, line.intervention_id); });
  const bool ranked = std::any_of(of_asked.begin(), of_asked.end(),
                                  [](const InterventionEvidence& group) { return group.rank == 1; });
  if (!ranked && asks_for_advice(evidence.question)) {
    if (std::optional<Statement> advice = advice_on_asked(evidence, reader, asked)) return {*advice};
  }
  std::vector<Statement> statements = treatment_bottom_line(evidence, of_asked, asked_lines);
  // Called a later line and no more: that is what is said of it.
  for (const InterventionEvidence& group : of_asked) {
    if (!statements.empty() || evidence.audience != Audience::kClinician || group.rank < 2) continue;
    for (const Finding* finding : pick_findings(evidence, group.recommended, 1))
      statements.push_back(quote_finding(evidence, *finding));
  }
  return statements;
}

}  // namespace

std::vector<Statement> bottom_line(const Evidence& evidence, const PertinenceReader& reader,
                                   const std::vector<InterventionEvidence>& interventions,
                                   const std::vector<TherapyLine>& lines, AskedResults& results) {
  const std::vector<std::string> focus = asked_interventions(evidence);
  if (is_treatment_question(evidence.question)) {
    const bool of_asked = !focus.empty() && evidence.question.line_of_therapy <= 1;
    return of_asked ? bottom_line_on_asked(evidence, reader, interventions, lines, focus)
                    : treatment_bottom_line(evidence, interventions, lines);
  }
  const std::vector<SectionPlan> plans = section_plans(evidence.question);
  std::vector<Statement> statements;
  if (evidence.question.intent == Intent::kEffect && asks_for_advice(evidence.question)) {
    if (std::optional<Statement> advice = advice_on_asked(evidence, reader, focus))
      statements.push_back(std::move(*advice));
  }
  std::vector<const Finding*> candidates = results.best();
  const std::vector<const Finding*> others = findings_for(evidence, reader, plans.front(), focus);
  std::copy_if(others.begin(), others.end(), std::back_inserter(candidates), [&](const Finding* finding) {
    return !results.is_beside(*finding) && results.may_lead(*finding);
  });
  for (const Finding* finding : candidates) {
    constexpr size_t kStatements = 2;
    if (statements.size() >= kStatements) break;
    const std::string_view sentence = evidence.sentence_of(*finding);
    if (lacks_what_is_before(sentence) || opens_with_wish_for_research(lower_ascii(sentence))) continue;
    if (is_no_finding_of_its_study(evidence, *finding)) continue;
    if (tells_of_controls_alone(lower_ascii(sentence))) continue;
    // "Was recommended by a minority of physicians": what people do.
    if (evidence.question.intent == Intent::kEffect && tells_of_practice(lower_ascii(sentence))) continue;
    const bool told = std::any_of(statements.begin(), statements.end(), [&](const Statement& one) {
      return one.citations.front().quote == sentence;
    });
    if (told) continue;
    // What came to some of those in a trial is no answer for all.
    const bool for_all = evidence.question.intent == Intent::kEffect ||
                         (evidence.audience != Audience::kClinician && !focus.empty());
    if (for_all && tells_of_subgroup(sentence)) continue;
    // Who kept to a treatment does not say whether it helps, unless that is what is asked.
    if (evidence.question.intent == Intent::kEffect && cues::attendance(lower_ascii(sentence)) &&
        !cues::attendance(lower_ascii(evidence.question.resolved)))
      continue;
    std::optional<Statement> statement =
        word_for_audience(evidence, *finding, focus.empty() ? std::string() : focus.front());

    const StudyDesign design = evidence.source_of(*finding).appraisal.design;
    if (!statement && finding->kind != FindingKind::kDose && names_its_subject(evidence, *finding) &&
        (design == StudyDesign::kPatientPage || design == StudyDesign::kOpinion ||
         easy_to_read(evidence.sentence_of(*finding), *finding) || is_harm_of_asked(evidence, *finding))) {
      statement = quote_finding(evidence, *finding);
    }
    if (!statement) continue;
    if (results.is_verdict(*finding)) statement->of_asked = true;
    statements.push_back(std::move(*statement));
  }
  return statements;
}

}  // namespace attest
