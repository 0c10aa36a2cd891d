#include "answer/build_answer.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include <fmt/format.h>

#include "answer/audit.h"
#include "answer/disagreements/balanced_bottom_line.h"
#include "answer/disagreements/disagreements.h"
#include "answer/lay/people_at_risk.h"
#include "answer/lines/advised_against.h"
#include "answer/lines/line_ranks.h"
#include "answer/lines/lines.h"
#include "answer/lines/unranked_first.h"
#include "answer/own_doubt.h"
#include "answer/references.h"
#include "answer/sections.h"
#include "answer/study_by_study.h"
#include "answer/wording.h"
#include "text/phrases.h"

namespace attest {

const char* verdict_name(Answer::Verdict verdict) {
  switch (verdict) {
    case Answer::Verdict::kAnswered: return "answered";
    case Answer::Verdict::kPartly: return "partly answered";
    case Answer::Verdict::kNoDirectEvidence: break;
  }
  return "no direct evidence";
}

namespace {

// "1 cohort study", "2 cohort studies".
std::string design_in_number(StudyDesign design, int count) {
  std::string name = study_design_name(design);
  if (design == StudyDesign::kConsensus) name += " statement";
  if (design == StudyDesign::kNonRandomisedTrial && count != 1) return "controlled studies, not randomised";
  if (count == 1 || design == StudyDesign::kCaseSeries) return name;
  if (name.ends_with("study"))
    name.replace(name.size() - 1, 1, "ies");
  else if (name.ends_with("analysis"))
    name.replace(name.size() - 2, 2, "es");
  else if (name.find(',') == std::string::npos && !name.ends_with("s"))
    name += "s";
  return name;
}

// "41 sources on this: 6 guidelines, 4 systematic reviews, 9 randomised trials"; where reports of one study
// are among them: "41 sources on this (43 reports; those of one study counted once): …", and each study is of
// one kind, that of its report which ranks first.
std::string describe_scope(const Evidence& evidence) {
  std::map<int, std::pair<StudyDesign, int>> counts;  // by rank and design
  std::map<uint32_t, int> key_of;                     // by study
  size_t total = 0;
  bool probably = false;
  const auto kind_of = [](const AnswerSource& source) {
    return design_rank(source.appraisal.design) * 32 + static_cast<int>(source.appraisal.design);
  };
  const auto counted = [&](const AnswerSource& source) {
    return source.about_condition && evidence.usable(source);
  };
  std::set<std::string> ids;
  for (const AnswerSource& source : evidence.sources) {
    if (counted(source)) ids.insert(source.id);
  }
  for (const AnswerSource& source : evidence.sources) {
    if (!counted(source)) continue;
    ++total;
    const auto [known, added] = key_of.emplace(source.study, kind_of(source));
    if (!added) known->second = std::min(known->second, kind_of(source));
    probably = probably ||
               std::any_of(source.same_study.begin(), source.same_study.end(), [&](const StudyLink& link) {
                 return !link.certain && ids.contains(link.document);
               });
  }
  for (const auto& [study, kind] : key_of) {
    counts[kind].first = static_cast<StudyDesign>(kind % 32);
    ++counts[kind].second;
  }
  const size_t studies = key_of.size();
  std::string scope = fmt::format("{} {} on this", studies, studies == 1 ? "source" : "sources");
  if (studies != total) {
    scope +=
        fmt::format(" ({} reports; those of {}one study counted once)", total, probably ? "probably " : "");
  }
  int listed = 0;
  for (const auto& [key, entry] : counts) {
    constexpr int kListed = 4;
    if (entry.first == StudyDesign::kUnclear || listed >= kListed) continue;
    scope += fmt::format("{} {} {}", listed == 0 ? ":" : ",", entry.second,
                         design_in_number(entry.first, entry.second));
    ++listed;
  }
  return scope;
}

Answer::Verdict judge(const Evidence& evidence, const Answer& answer) {
  const bool any_source =
      std::any_of(evidence.sources.begin(), evidence.sources.end(),
                  [&](const AnswerSource& s) { return s.about_condition && evidence.usable(s); });
  if (!any_source) return Answer::Verdict::kNoDirectEvidence;
  if (!answer.bottom_line.empty() || options_answer(evidence.question, answer.lines))
    return Answer::Verdict::kAnswered;
  // A question for a treatment is not answered by how the condition is diagnosed; what not to give is a part.
  const bool warned = !answer.sections.empty() && answer.sections.front().kind == "advised against";
  const bool anything = !answer.lines.empty() || warned ||
                        (!answer.sections.empty() && !is_treatment_question(evidence.question));
  return anything ? Answer::Verdict::kPartly : Answer::Verdict::kNoDirectEvidence;
}

// "My child has the collywobbles, what helps?": where only the child is understood, what helps children
// against anything is no answer.
bool asks_for_unknown_condition(const UnderstoodQuestion& question) {
  return is_treatment_question(question) && !question.concepts.empty() &&
         std::all_of(question.concepts.begin(), question.concepts.end(),
                     [](const Concept& one) { return one.role == ConceptRole::kPopulation && !one.sought; });
}

// Who asks whether to use a thing learns first that sources advise against it, if nobody recommends it. What
// studies found of it stays the answer where there is something.
void state_advice_against(const Evidence& evidence, std::vector<Statement> against, Answer& answer) {
  // What was not asked about comes second to what is advised.
  if (!answer.bottom_line.empty()) std::erase_if(against, [](const Statement& one) { return !one.of_asked; });
  for (Statement& one : against) one.of_asked = true;
  for (const Statement& one : against)
    std::erase_if(answer.bottom_line, [&](const Statement& other) { return quotes_same(one, other); });
  if (!is_treatment_question(evidence.question) && !answer.bottom_line.empty()) return;
  answer.bottom_line.insert(answer.bottom_line.begin(), std::make_move_iterator(against.begin()),
                            std::make_move_iterator(against.end()));
}

}  // namespace

Answer build_answer(const Evidence& evidence) {
  Answer answer;
  answer.question = evidence.question.asked;
  answer.understood = evidence.question;
  answer.audience = evidence.audience;
  answer.sources_considered = evidence.sources.size();
  if (evidence.sources.empty()) return answer;
  if (asks_for_unknown_condition(evidence.question)) {
    answer.verdict = Answer::Verdict::kNoDirectEvidence;
    if (const std::string_view missing = missing_answer(evidence.question); !missing.empty())
      answer.gaps.emplace_back(missing);
    return answer;
  }

  answer.scope = describe_scope(evidence);
  const PertinenceReader reader(evidence);
  std::vector<InterventionEvidence> interventions = gather_interventions(evidence);
  if (is_treatment_question(evidence.question)) {
    withhold_for_people(evidence, interventions);
    order_unranked(evidence, reader, interventions);
    answer.lines = word_lines(evidence, reader, interventions);
  }
  AskedResults results(evidence);
  answer.bottom_line = bottom_line(evidence, reader, interventions, answer.lines, results);
  const std::vector<Statement> against_asked = asked_advised_against(evidence, interventions);
  state_advice_against(evidence, against_asked, answer);
  answer.sections = word_sections(
      evidence, reader,
      is_treatment_question(evidence.question) ? std::vector<std::string>() : asked_interventions(evidence),
      answer.bottom_line);
  if (is_treatment_question(evidence.question) || !against_asked.empty()) {
    AnswerSection against = word_advised_against(evidence, interventions);
    std::erase_if(against.statements, [&](const Statement& one) {
      return std::any_of(answer.bottom_line.begin(), answer.bottom_line.end(),
                         [&](const Statement& other) { return other.of_asked && quotes_same(one, other); });
    });
    for (AnswerSection& section : answer.sections) {
      for (const Statement& one : against.statements)
        std::erase_if(section.statements, [&](const Statement& other) { return quotes_same(one, other); });
    }
    std::erase_if(answer.sections, [](const AnswerSection& section) { return section.statements.empty(); });
    if (!against.statements.empty()) answer.sections.insert(answer.sections.begin(), std::move(against));
  }
  answer.verdict = judge(evidence, answer);
  if (answer.verdict == Answer::Verdict::kNoDirectEvidence) {
    answer.lines.clear();
    answer.sections.clear();
    if (const std::string_view missing = missing_answer(evidence.question); !missing.empty())
      answer.gaps.emplace_back(missing);
    return answer;
  }
  answer.warnings = warning_signs(evidence);
  if (may_disagree(evidence.question))
    answer.disagreements = find_disagreements(evidence, interventions, results.verdicts());
  balance_bottom_line(answer);
  add_own_doubts(evidence, answer);
  add_study_by_study(evidence, results, answer);
  answer.gaps = find_gaps(evidence, interventions, !answer.bottom_line.empty());
  answer.follow_ups = suggest_follow_ups(evidence, interventions);
  answer.checks = audit_sources(evidence, cited_sources(evidence, answer));
  number_references(evidence, answer);
  return answer;
}

}  // namespace attest
