#include "answer/nearest.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "answer/audit.h"
#include "answer/near_findings.h"
#include "answer/nearness.h"
#include "answer/references.h"
#include "answer/wording.h"
#include "base/ascii.h"
#include "text/readability.h"

namespace attest {
namespace {

constexpr double kNearShareMin = 0.6;  // of what was asked, in the document
constexpr double kShareOfWordsMin = 0.85;
constexpr double kNearnessMin = 0.15;
constexpr double kNearnessBesideMin = 0.3;  // beside an answer, what merely names the same things distracts
constexpr double kNearBestShare = 0.4;
constexpr size_t kNearStatements = 4;
constexpr double kSecondMin = 0.4;  // a second sentence of one study
constexpr size_t kOfOneStudy = 2;

// Whatever else speaks for it: its document holds most of what was asked, and each thing that is needed
// stands near; it has the form that is wanted, and where that is a figure, every subject is near, as there
// are many things to measure. Where nothing is asked about that a thesaurus knows, nearly every word is
// there, and it is likely.
bool may_be_shown(const NearFinding& near) {
  if (near.in_text < kNearShareMin || !near.subjects_near) return false;
  if (!near.has_subject && (near.with_title.value < kShareOfWordsMin || near.nearness < kNearnessBesideMin))
    return false;
  if (near.form == NearForm::kFigure && !near.all_subjects) return false;
  return near.form != NearForm::kNone;
}

// What may be shown, the nearest first.
std::vector<NearFinding> near_findings(const Evidence& evidence, const QuestionCoverage& coverage,
                                       double least) {
  const PertinenceReader pertinence(evidence);
  std::vector<NearFinding> near = read_near_findings(evidence, coverage, pertinence);
  for (NearFinding& one : near) one.nearness = read_nearness(evidence, one, pertinence);
  std::erase_if(near, [&](const NearFinding& one) { return one.nearness < least || !may_be_shown(one); });
  std::stable_sort(near.begin(), near.end(),
                   [](const NearFinding& a, const NearFinding& b) { return a.nearness > b.nearness; });
  return near;
}

// For a clinician the sentence; for others only what they can follow.
std::optional<Statement> put(const Evidence& evidence, const Finding& finding) {
  if (evidence.audience == Audience::kClinician) return quote_finding(evidence, finding);
  if (auto worded = word_for_audience(evidence, finding, "")) return worded;
  const std::string_view sentence = evidence.sentence_of(finding);
  constexpr double kPatientPageGradeMax = 12;
  const bool for_patients = evidence.source_of(finding).appraisal.design == StudyDesign::kPatientPage &&
                            reading_grade(sentence) <= kPatientPageGradeMax;
  if (for_patients || easy_to_read(sentence, finding)) return quote_finding(evidence, finding);
  return std::nullopt;
}

// A few of them: of each study two at most, no sentence twice, none of `known` documents.
std::vector<Statement> choose(const Evidence& evidence, const std::vector<NearFinding>& near,
                              const std::set<std::string>& known) {
  std::vector<Statement> statements;
  std::map<uint32_t, size_t> of_study;
  std::set<std::string> sentences;
  for (const NearFinding& one : near) {
    if (statements.size() == kNearStatements || one.nearness < kNearBestShare * near.front().nearness) break;
    const AnswerSource& source = evidence.source_of(*one.finding);
    size_t& count = of_study[source.study];
    if (count == kOfOneStudy || (count > 0 && one.nearness < kSecondMin) || known.contains(source.id))
      continue;
    std::optional<Statement> statement = put(evidence, *one.finding);
    if (!statement || !sentences.insert(lower_ascii(evidence.sentence_of(*one.finding))).second) continue;
    ++count;
    statements.push_back(std::move(*statement));
  }
  return statements;
}

std::vector<Check> checks_of(const Evidence& evidence, const std::vector<Statement>& statements) {
  std::set<uint32_t> cited;
  for (uint32_t i = 0; i < evidence.sources.size(); ++i) {
    for (const Statement& statement : statements) {
      if (statement.citations.front().document == evidence.sources[i].id) cited.insert(i);
    }
  }
  return audit_sources(evidence, cited);
}

}  // namespace

Answer build_nearest_answer(const Evidence& evidence, const QuestionCoverage& coverage) {
  Answer answer;
  answer.question = evidence.question.asked;
  answer.understood = evidence.question;
  answer.audience = evidence.audience;
  answer.sources_considered = evidence.sources.size();
  const std::vector<NearFinding> near = near_findings(evidence, coverage, kNearnessMin);
  std::vector<Statement> statements = choose(evidence, near, {});
  // Rather the nearest sentence in a doctor's words than nothing.
  if (statements.empty() && !near.empty())
    statements.push_back(quote_finding(evidence, *near.front().finding));
  if (statements.empty()) return answer;
  const bool lay = evidence.audience != Audience::kClinician;
  answer.checks = checks_of(evidence, statements);
  answer.sections.push_back(
      {"nearest",
       lay ? "What comes nearest to your question" : "Nearest statements: none answers the whole question",
       std::move(statements)});
  answer.verdict = Answer::Verdict::kPartly;
  number_references(evidence, answer);
  return answer;
}

bool is_thin(const Answer& answer) {
  constexpr size_t kReferences = 3;
  return answer.verdict != Answer::Verdict::kNoDirectEvidence && answer.references.size() <= kReferences;
}

void add_nearest(Evidence&& nearest, const QuestionCoverage& coverage, Answer& answer, Evidence& evidence) {
  std::set<std::string> known;
  for (const Reference& reference : answer.references) known.insert(reference.document);
  const std::vector<NearFinding> near = near_findings(nearest, coverage, kNearnessBesideMin);
  std::vector<Statement> statements = choose(nearest, near, known);
  if (statements.empty()) return;
  const bool lay = evidence.audience != Audience::kClinician;
  for (Check& check : checks_of(nearest, statements)) answer.checks.push_back(std::move(check));
  answer.sections.push_back(
      {"nearest", lay ? "From other sources" : "Nearest statements in other sources", std::move(statements)});
  std::set<std::string> loaded;
  for (const AnswerSource& source : evidence.sources) loaded.insert(source.id);
  for (AnswerSource& source : nearest.sources) {
    if (!loaded.contains(source.id)) evidence.sources.push_back(std::move(source));
  }
  answer.references.clear();
  number_references(evidence, answer);
}

}  // namespace attest
