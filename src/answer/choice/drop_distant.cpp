// Leaves out of an answer what a model of readers' verdicts calls far from its question.
#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "answer/audit.h"
#include "answer/choice/nearest.h"
#include "answer/choice/section_plans.h"
#include "answer/disagreements/balanced_bottom_line.h"
#include "answer/lines/cited_finding.h"
#include "answer/lines/failed_people.h"
#include "answer/lines/lines.h"
#include "answer/lines/unranked_first.h"
#include "answer/own_doubt.h"
#include "answer/references.h"
#include "answer/sections.h"
#include "answer/wording.h"

namespace attest {
namespace {

// Of what reaches it in a bottom line 0.62 is to the point, by cross-validation (eval/answers/README.md).
constexpr double kStatedMin = 0.35;
constexpr double kBesideMin = 0.3;
// What comes next is chosen by the people it was given to, who are not in the words of each result.
constexpr double kNextShare = 0.6;
constexpr const char* kUncertainty = "uncertainty";

class StatedNearness {
 public:
  StatedNearness(const Evidence& nearest, const std::vector<NearFinding>& near,
                 const MeasureNearness& measure)
      : nearest_(nearest), measure_(measure), people_(nearest) {
    if (const auto plans = section_plans(nearest.question); !plans.empty())
      first_section_ = plans.front().kind;
    for (const NearFinding& one : near) by_document_[nearest.source_of(*one.finding).id].push_back(&one);
  }

  // Far where none of the sentences that a statement quotes comes near. `place` is empty in a bottom line.
  bool is_far(const Statement& statement, std::string_view place, const std::string& intervention) const {
    if (statement.of_asked) return false;
    if (place.empty() && statement.kind == kUncertainty) place = kUncertainty;
    return std::none_of(statement.citations.begin(), statement.citations.end(),
                        [&](const Citation& citation) { return comes_near(citation, place, intervention); });
  }

  bool comes_near(const Citation& citation, std::string_view place, const std::string& intervention) const {
    const auto found = by_document_.find(citation.document);
    if (found == by_document_.end()) return people_.asked();
    return std::any_of(found->second.begin(), found->second.end(), [&](const NearFinding* near) {
      if (!near->finding->sentence.overlaps(citation.span)) return false;
      return (people_.asked() && people_.tells_itself(*near->finding)) ||
             (!place.empty() && is_dose_under_heading(*near->finding)) ||
             measure_(*near, place_of(*near->finding, place, intervention)) >= least_of(place);
    });
  }

  void drop_far(std::vector<Statement>& statements, std::string_view place,
                const std::string& intervention = "") const {
    std::erase_if(statements,
                  [&](const Statement& statement) { return is_far(statement, place, intervention); });
  }

 private:
  NearPlace place_of(const Finding& finding, std::string_view place, const std::string& intervention) const {
    if (place.empty()) {
      NearPlace at = near_place(nearest_.question, finding);
      at.part = kBottomLine;
      return at;
    }
    const bool advice = place == kOptionResult && finding.kind == FindingKind::kRecommendation;
    const bool dose = place == kOptionResult && finding.kind == FindingKind::kDose;
    const std::string name(advice ? kOptionAdvice : dose ? kOptionDose : place);
    return {name, intervention, name};
  }

  // "Acute gout" stands over the list in a guideline's chapter on gout, "treatment of gout" over all of its
  // lists: their items need not name it again.
  bool is_dose_under_heading(const Finding& finding) const {
    constexpr uint8_t kInTitle = 3;  // AnswerSource::naming
    const AnswerSource& source = nearest_.source_of(finding);
    const bool under_subject = finding.condition_above && finding.condition_match == 2;
    const bool in_chapter = source.document.record.type == "chapter" && source.naming == kInTitle &&
                            finding.under_heading && finding.condition_match > 0;
    return is_treatment_question(nearest_.question) && finding.kind == FindingKind::kDose &&
           (under_subject || in_chapter) && is_guidance(source);
  }

  // What is asked for must answer; what stands beside it may round it off.
  double least_of(std::string_view place) const {
    const bool asked = place.empty() || place == kOptionResult || place == first_section_;
    const double least = asked ? kStatedMin : kBesideMin;
    return people_.asked() ? kNextShare * least : least;
  }

  const Evidence& nearest_;
  const MeasureNearness& measure_;
  FailedPeople people_;  // who is asked about in a question for what comes next
  std::string first_section_;
  std::map<std::string, std::vector<const NearFinding*>> by_document_;
};

// Those of a line, whose outcomes name their statements by place.
void drop_far_results(const StatedNearness& stated, bool stands, TherapyLine& line) {
  // A line that stands keeps the sentence that gives it its place.
  const auto is_reason = [&](const Statement& statement) {
    return stands && line.rank > 0 &&
           std::any_of(line.ranked_by.begin(), line.ranked_by.end(), [&](const Citation& reason) {
             return reason.document == statement.citations.front().document &&
                    reason.quote == statement.citations.front().quote;
           });
  };
  std::vector<int> places(line.statements.size(), -1);
  std::vector<Statement> kept;
  for (size_t i = 0; i < line.statements.size(); ++i) {
    if (stated.is_far(line.statements[i], kOptionResult, line.intervention_id) &&
        !is_reason(line.statements[i]))
      continue;
    places[i] = static_cast<int>(kept.size());
    kept.push_back(std::move(line.statements[i]));
  }
  line.statements = std::move(kept);
  std::erase_if(line.outcomes, [&](Outcome& outcome) {
    if (outcome.statement < 0) return false;
    outcome.statement = places[static_cast<size_t>(outcome.statement)];
    return outcome.statement < 0;
  });
}

// Its sides speak of the same treatment, comparator and outcome: where one comes near, its opposite belongs
// to it, however short its sentence is. Where none does, the disagreement is about something else.
void drop_far_sides(const StatedNearness& stated, Disagreement& disagreement) {
  bool comes_near = false;
  for (DisagreementSide& side : disagreement.sides) {
    std::vector<Statement> kept = side.statements;
    stated.drop_far(kept, "results");
    if (kept.empty()) continue;
    comes_near = true;
    // Reasons are read off the first of each side.
    std::vector<Statement> first = {side.statements.front()};
    stated.drop_far(first, "results");
    if (first.empty()) disagreement.likely_reasons.clear();
    side.statements = std::move(kept);
  }
  if (!comes_near) disagreement.sides.clear();
}

bool gives_dose_of_guidance(const Evidence& evidence, const TherapyLine& line) {
  return std::any_of(line.doses.begin(), line.doses.end(), [&](const Statement& dose) {
    return std::any_of(evidence.sources.begin(), evidence.sources.end(), [&](const AnswerSource& source) {
      return source.id == dose.citations.front().document && is_guidance(source);
    });
  });
}

// The bottom line that is left still says so: then the pathway says the same.
bool called_first(const Answer& answer, const std::string& intervention) {
  return std::any_of(answer.bottom_line.begin(), answer.bottom_line.end(), [&](const Statement& statement) {
    return std::find(statement.ranks.begin(), statement.ranks.end(), intervention) != statement.ranks.end();
  });
}

// What is not known, and what to ask next, of the options that are left; other gaps stay.
void renew_gaps(const Evidence& evidence, bool had_bottom_line, Answer& answer) {
  // Gathered anew, as before withheld ranks: the answer keeps only what it shows, and it takes little time.
  std::vector<InterventionEvidence> options = gather_interventions(evidence);
  const std::vector<std::string> of_all = find_gaps(evidence, options, had_bottom_line);
  std::erase_if(answer.gaps, [&](const std::string& gap) {
    return std::find(of_all.begin(), of_all.end(), gap) != of_all.end();
  });
  std::erase_if(options, [&](InterventionEvidence& option) {
    const auto line = std::find_if(answer.lines.begin(), answer.lines.end(),
                                   [&](const TherapyLine& one) { return one.intervention_id == option.id; });
    if (line != answer.lines.end()) option.rank = line->rank;
    return line == answer.lines.end();
  });
  for (std::string& gap : find_gaps(evidence, options, !answer.bottom_line.empty()))
    answer.gaps.push_back(std::move(gap));
  answer.follow_ups = suggest_follow_ups(evidence, options);
}

}  // namespace

void drop_distant(const Evidence& nearest, const std::vector<NearFinding>& near,
                  const MeasureNearness& measure, const Evidence& evidence, Answer& answer) {
  const StatedNearness stated(nearest, near, measure);
  const bool had_bottom_line = !answer.bottom_line.empty();
  stated.drop_far(answer.bottom_line, "");
  for (TherapyLine& line : answer.lines) {
    const bool stands = called_first(answer, line.intervention_id);
    drop_far_results(stated, stands, line);
    // What gives it its place is quoted, where nothing else is left of it.
    if (stands && line.statements.empty() && !line.ranked_by.empty() &&
        evidence.audience == Audience::kClinician) {
      if (const Finding* reason = cited_finding(evidence, line.ranked_by.front(), line.intervention_id))
        line.statements.push_back(quote_finding(evidence, *reason));
    }
    stated.drop_far(line.harms, kOptionHarm, line.intervention_id);
    stated.drop_far(line.doses, kOptionDose, line.intervention_id);
  }
  for (TherapyLine& line : answer.lines) {
    const bool stands =
        !line.rank_may_go || called_first(answer, line.intervention_id) ||
        std::any_of(line.ranked_by.begin(), line.ranked_by.end(), [&](const Citation& citation) {
          return stated.comes_near(citation, kOptionResult, line.intervention_id);
        });
    if (stands) continue;
    line.rank = 0;
    line.rank_reason.clear();
    line.ranked_by.clear();
  }
  std::stable_partition(answer.lines.begin(), answer.lines.end(),
                        [](const TherapyLine& line) { return line.rank > 0; });
  std::erase_if(answer.lines, [&](const TherapyLine& line) {
    // A harm alone makes nothing an option, nor a dose that a study used; one of guidance recommends it.
    const bool dosed = line.rank == 0 ? gives_dose_of_guidance(evidence, line) : !line.doses.empty();
    return line.statements.empty() && !dosed && (line.rank == 0 || line.harms.empty());
  });
  for (AnswerSection& section : answer.sections) stated.drop_far(section.statements, section.kind);
  std::erase_if(answer.sections, [](const AnswerSection& section) { return section.statements.empty(); });
  for (Disagreement& disagreement : answer.disagreements) drop_far_sides(stated, disagreement);
  std::erase_if(answer.disagreements, [](const Disagreement& one) { return one.sides.empty(); });
  balance_bottom_line(answer);
  add_own_doubts(evidence, answer);
  renew_gaps(evidence, had_bottom_line, answer);
  answer.checks.clear();
  answer.checks = audit_sources(evidence, cited_sources(evidence, answer));
  if (answer.bottom_line.empty()) {
    const bool nothing = answer.lines.empty() && answer.sections.empty();
    answer.verdict = nothing                                           ? Answer::Verdict::kNoDirectEvidence
                     : options_answer(evidence.question, answer.lines) ? Answer::Verdict::kAnswered
                                                                       : Answer::Verdict::kPartly;
  }
  number_references(evidence, answer);
}

}  // namespace attest
