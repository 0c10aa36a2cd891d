// The parts of an answer that are not lines of therapy.
#pragma once

#include <string_view>
#include <vector>

#include "answer/answer.h"
#include "answer/choice/asked_results.h"
#include "answer/choice/section_plans.h"
#include "answer/lines/lines.h"
#include "evidence/sources.h"

namespace attest {

// Everything that might stand in the part of a plan, in the order of the sources: of its kinds, about the
// condition, bearing on the question. `focus` as below.
std::vector<const Finding*> section_candidates(const Evidence& evidence, const SectionPlan& plan,
                                               const std::vector<std::string>& focus);

// Whether the finding is of a kind that the plan collects, by its kind and its words. `lower`: its sentence
// in small letters.
bool is_of_kind(const Evidence& evidence, const SectionPlan& plan, const Finding& finding,
                std::string_view lower);

// Best findings for a plan. `focus` limits to an intervention when it is not empty.
std::vector<const Finding*> findings_for(const Evidence& evidence, const PertinenceReader& reader,
                                         const SectionPlan& plan, const std::vector<std::string>& focus);

std::vector<Statement> bottom_line(const Evidence& evidence, const PertinenceReader& reader,
                                   const std::vector<InterventionEvidence>& interventions,
                                   const std::vector<TherapyLine>& lines, AskedResults& results);
// `by_name`: only of pages whose title or warnings name the condition itself.
std::vector<Statement> warning_signs(const Evidence& evidence, bool by_name = false);
// What stands in the bottom line is not said again.
std::vector<AnswerSection> word_sections(const Evidence& evidence, const PertinenceReader& reader,
                                         const std::vector<std::string>& focus,
                                         const std::vector<Statement>& bottom_line);
// What is said where nothing states what a question with an answer type (answer_type.h) wanted; empty for
// other questions.
std::string_view missing_answer(const UnderstoodQuestion& question);
// `answered`: the bottom line says something.
std::vector<std::string> find_gaps(const Evidence& evidence,
                                   const std::vector<InterventionEvidence>& interventions, bool answered);
std::vector<std::string> suggest_follow_ups(const Evidence& evidence,
                                            const std::vector<InterventionEvidence>& interventions);

}  // namespace attest
