#include "answer/lay/doctors_words.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "answer/choice/nearest.h"
#include "answer/lay/plain_quotes.h"

namespace attest {

bool tells_nothing(const Answer& answer) {
  return answer.bottom_line.empty() && answer.lines.empty() &&
         std::all_of(answer.sections.begin(), answer.sections.end(),
                     [](const AnswerSection& section) { return section.kind == kNearMissesSection; });
}

bool quote_doctors_words(const Answer& for_clinicians, Answer& answer) {
  constexpr size_t kQuotes = 2;
  constexpr size_t kBytesMax = 400;
  if (for_clinicians.verdict == Answer::Verdict::kNoDirectEvidence) return false;
  AnswerSection section{kDoctorsWordsSection, "In doctors' words", {}};
  std::set<std::string> documents;
  std::set<std::string> texts;
  const auto take = [&](const std::vector<Statement>& statements) {
    for (const Statement& statement : statements) {
      if (section.statements.size() == kQuotes) return;
      if (!statement.quoted || statement.text.size() > kBytesMax || !may_be_read_by_lay(statement.text) ||
          is_of_analysis(statement.text) || !texts.insert(statement.text).second)
        continue;
      documents.insert(statement.citations.front().document);
      section.statements.push_back(statement);
    }
  };
  take(for_clinicians.bottom_line);
  for (const TherapyLine& line : for_clinicians.lines) take(line.statements);
  for (const AnswerSection& one : for_clinicians.sections) {
    if (one.kind != kNearMissesSection && one.kind != kNearestSection) take(one.statements);
  }
  if (section.statements.empty()) return false;
  answer.verdict = Answer::Verdict::kPartly;
  answer.scope = for_clinicians.scope;
  answer.sections.clear();
  answer.sections.push_back(std::move(section));
  answer.checks = for_clinicians.checks;
  std::erase_if(answer.checks, [&](const Check& check) {
    return std::any_of(check.statement.citations.begin(), check.statement.citations.end(),
                       [&](const Citation& citation) { return !documents.contains(citation.document); });
  });
  answer.gaps.insert(answer.gaps.begin(),
                     "Nothing here says it in everyday words: a doctor, nurse, midwife or pharmacist can "
                     "explain it.");
  return true;
}

}  // namespace attest
