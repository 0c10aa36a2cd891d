#include "answer/study_by_study.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "answer/wording.h"

namespace attest {

namespace {

constexpr size_t kStudiesMin = 2;
constexpr size_t kShownMax = 8;

std::set<std::string> quotes_told(const Answer& answer) {
  std::set<std::string> quotes;
  const auto add = [&](const std::vector<Statement>& statements) {
    for (const Statement& one : statements) quotes.insert(one.citations.front().quote);
  };
  add(answer.bottom_line);
  for (const Disagreement& disagreement : answer.disagreements) {
    for (const DisagreementSide& side : disagreement.sides) add(side.statements);
  }
  return quotes;
}

}  // namespace

void add_study_by_study(const Evidence& evidence, const AskedResults& results, Answer& answer) {
  const std::vector<const Finding*> studies = results.best();
  if (evidence.audience != Audience::kClinician || studies.size() < kStudiesMin) return;
  std::set<std::string> told = quotes_told(answer);
  AnswerSection section;
  for (const Finding* finding : studies) {
    if (section.statements.size() >= kShownMax) break;
    if (!told.insert(std::string(evidence.sentence_of(*finding))).second) continue;
    section.statements.push_back(quote_finding(evidence, *finding));
    section.statements.back().of_asked = true;
  }
  if (section.statements.empty()) return;
  section.kind = "study by study";
  const StudyVerdicts& verdicts = results.verdicts();
  section.title = fmt::format("Further results on {}{}", verdicts.outcome,
                              verdicts.against.empty() ? "" : " against " + verdicts.against);
  for (AnswerSection& other : answer.sections) {
    std::erase_if(other.statements, [&](const Statement& one) {
      return std::any_of(section.statements.begin(), section.statements.end(),
                         [&](const Statement& mine) { return quotes_same(mine, one); });
    });
  }
  std::erase_if(answer.sections, [](const AnswerSection& other) { return other.statements.empty(); });
  answer.sections.insert(answer.sections.begin(), std::move(section));
}

}  // namespace attest
