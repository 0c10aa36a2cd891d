#include "pipeline/add_warnings.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "answer/choice/nearest.h"
#include "answer/lay/lay_caution.h"
#include "answer/lay/people_at_risk.h"
#include "answer/references.h"
#include "answer/sections.h"
#include "base/ascii.h"
#include "evidence/relevance.h"
#include "pipeline/answer_question.h"
#include "pipeline/gather_evidence.h"
#include "question/words.h"

namespace attest {

namespace {

// How many other conditions that were asked about a source names.
size_t told_in(const Evidence& evidence, const std::string& document) {
  std::set<std::string> named;
  for (const AnswerSource& source : evidence.sources) {
    if (source.id != document) continue;
    for (const Finding& finding : source.findings)
      named.insert(finding.asked_here.begin(), finding.asked_here.end());
  }
  return static_cast<size_t>(std::count_if(
      evidence.question.concepts.begin(), evidence.question.concepts.end(),
      [&](const Concept& asked) { return !asked.required && named.contains(vocabulary_id(asked)); }));
}

// The words of the question that name its treatments, also as they were misspelled.
std::vector<std::string> words_of_treatments(const UnderstoodQuestion& question) {
  std::vector<std::string> words;
  for (const Concept& asked : question.concepts) {
    if (asked.role != ConceptRole::kIntervention) continue;
    for (const PlainWord& word : plain_words(asked.asked_as)) words.push_back(word.text);
  }
  const size_t named = words.size();
  for (const SpellingChange& change : question.spelling) {
    const auto end = words.begin() + static_cast<std::ptrdiff_t>(named);
    if (std::find(words.begin(), end, lower_ascii(change.to)) != end)
      words.push_back(lower_ascii(change.from));
  }
  return words;
}

// What stands among the warnings is said once.
void drop_said_in_warnings(Answer& answer) {
  bool dropped = false;
  for (AnswerSection& section : answer.sections) {
    std::erase_if(section.statements, [&](const Statement& one) {
      return std::any_of(answer.warnings.begin(), answer.warnings.end(),
                         [&](const Statement& warning) { return warning.text == one.text; });
    });
    dropped = dropped || (section.statements.empty() && section.kind == kNearestSection);
  }
  std::erase_if(answer.sections, [](const AnswerSection& section) { return section.statements.empty(); });
  if (dropped) std::erase(answer.gaps, nearest_note({}, answer.audience));
}

}  // namespace

namespace {

// "Stop if there is pain": a word on exercises, for whoever does them.
bool warns_of_doing(const Statement& warning) { return lower_ascii(warning.text).starts_with("stop "); }

bool asks_what_to_do(Intent intent) {
  switch (intent) {
    case Intent::kDefinition:
    case Intent::kPrevalence:
    case Intent::kMechanism:
    case Intent::kCause:
    case Intent::kDiagnosis:
    case Intent::kSymptoms: return false;
    default: return true;
  }
}

}  // namespace

Status add_warning_signs(const UnderstoodQuestion& question, const Library& library, Answer& answer,
                         Evidence& evidence) {
  if (answer.audience == Audience::kClinician || !answer.warnings.empty()) return {};
  constexpr size_t kConditions = 3;
  constexpr size_t kWarnings = 3;
  std::vector<std::pair<size_t, Statement>> found;  // by how many other conditions their source names
  size_t read = 0;
  for (size_t at = 0; at < question.concepts.size() && read < kConditions; ++at) {
    if (question.concepts[at].role != ConceptRole::kCondition) continue;
    ++read;
    UnderstoodQuestion alone = question;
    alone.other_stems.clear();
    alone.intent = Intent::kGeneral;
    alone.resolved.clear();
    for (size_t i = 0; i < alone.concepts.size(); ++i) {
      alone.concepts[i].required = i == at;
      alone.resolved += alone.concepts[i].asked_as + " ";
    }
    alone.resolved += "red flags, warning signs, when to see a doctor";
    ATTEST_ASSIGN(Evidence of_condition, gather_evidence(std::move(alone), answer.audience, library));
    drop_unreadable(of_condition);
    for (Statement& warning : warning_signs(of_condition, true)) {
      if (!asks_what_to_do(question.intent) && warns_of_doing(warning)) continue;
      const bool known = std::any_of(found.begin(), found.end(),
                                     [&](const auto& other) { return other.second.text == warning.text; });
      const size_t told = told_in(of_condition, warning.citations.front().document);
      if (!known) found.emplace_back(told, std::move(warning));
    }
    take_new_sources(std::move(of_condition), evidence);
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  for (size_t i = 0; i < found.size() && i < kWarnings; ++i)
    answer.warnings.push_back(std::move(found[i].second));
  drop_said_in_warnings(answer);
  return {};
}

void warn_of_people(const Evidence& evidence, Answer& answer) {
  std::vector<Statement> warnings = warnings_for_people(evidence);
  std::erase_if(warnings, [&](const Statement& warning) {
    return std::any_of(answer.bottom_line.begin(), answer.bottom_line.end(),
                       [&](const Statement& said) { return said.text == warning.text; });
  });
  answer.warnings.insert(answer.warnings.begin(), std::make_move_iterator(warnings.begin()),
                         std::make_move_iterator(warnings.end()));
  if (evidence.audience != Audience::kClinician) drop_said_in_warnings(answer);
  if (answer.bottom_line.empty() && answer.lines.empty() && !tells_what_to_give(evidence, answer)) {
    std::string gap = people_unanswered(evidence.question, answer.audience);
    if (!gap.empty()) answer.gaps.insert(answer.gaps.begin(), std::move(gap));
  }
  const std::string_view caution = caution_of(evidence.question, answer.audience);
  const bool told = std::any_of(answer.gaps.begin(), answer.gaps.end(), [&](const std::string& gap) {
    return gap.find(caution) != std::string::npos;
  });
  if (!caution.empty() && !told) answer.gaps.emplace(answer.gaps.begin(), caution);
  number_references(evidence, answer);
}

void put_safety_first(Answer& answer) {
  const std::vector<std::string> medicines = words_of_treatments(answer.understood);
  answer.safety_notices = safety_notices(answer.question, answer.audience, medicines);
  if (!says_no_more(answer)) return;
  std::vector<SafetyNotice> notices = std::move(answer.safety_notices);
  answer = no_direct_evidence(std::move(answer));
  answer.scope.clear();
  answer.safety_notices = std::move(notices);
}

bool says_no_more(const Answer& answer) {
  if (answer.safety_notices.empty()) return false;
  const SafetyNotice& first = answer.safety_notices.front();
  const bool asks = asks_something(answer.question);
  if (answer.audience == Audience::kClinician)
    return first.kind == kMeansNotice || (first.kind == kSuicideNotice && !asks);
  // Who took too much must not read that few people die of it.
  if (is_of_dying(first) || first.kind == kPoisoningNotice) return true;
  return answer.verdict != Answer::Verdict::kAnswered || !asks;
}

}  // namespace attest
