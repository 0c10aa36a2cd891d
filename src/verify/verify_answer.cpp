#include "verify/verify_answer.h"

#include <algorithm>
#include <set>
#include <unordered_map>

#include <fmt/format.h>

namespace attest {

namespace {

const char* check_statement(const Statement& statement,
                            const std::unordered_map<std::string, const Reference*>& references,
                            const TextOf& text_of, bool may_cite_retracted, std::string& detail) {
  if (statement.text.empty()) return "the statement is empty";
  if (statement.citations.empty()) return "the statement has no citation";
  std::set<std::string> allowed;
  for (const Citation& citation : statement.citations) {
    const std::string* text = text_of(citation.document);
    if (text == nullptr) return "the cited document is not in the collection";
    if (citation.quote.empty() || citation.span.of(*text) != citation.quote)
      return "the quote is not what the document holds";
    const auto reference = references.find(citation.document);
    if (reference == references.end()) return "the cited document is not among the references";
    if (reference->second->status == "retracted" && !may_cite_retracted)
      return "a retracted source supports the statement";
    for (std::string& number : numbers_of(citation.quote)) allowed.insert(std::move(number));
  }
  if (statement.quoted) {
    return statement.text == statement.citations.front().quote ? nullptr : "the text differs from its quote";
  }
  for (const Computation& computation : statement.computations) {
    for (std::string& number : numbers_of(computation.result)) allowed.insert(std::move(number));
    for (std::string& number : numbers_of(computation.inputs)) allowed.insert(std::move(number));
  }
  for (const std::string& number : numbers_of(statement.text)) {
    if (allowed.contains(number)) continue;
    detail = fmt::format("{} stands in no quote and was not computed", number);
    return detail.c_str();
  }
  return nullptr;
}

// Visits every list of statements; the visitor may erase.
template <typename A, typename F>
void for_each_list(A& answer, F&& visit) {
  visit(answer.warnings, false);
  visit(answer.bottom_line, false);
  for (auto& line : answer.lines) {
    visit(line.harms, false);
    visit(line.doses, false);
    visit(line.move_on_when, false);
  }
  for (auto& section : answer.sections) visit(section.statements, false);
  for (auto& disagreement : answer.disagreements) {
    for (auto& side : disagreement.sides) visit(side.statements, false);
  }
}

}  // namespace

std::vector<StatementProblem> verify_answer(const Answer& answer, const TextOf& text_of) {
  std::unordered_map<std::string, const Reference*> references;
  for (const Reference& reference : answer.references) references.emplace(reference.document, &reference);
  std::vector<StatementProblem> problems;
  std::string detail;
  const auto check = [&](const Statement& statement, bool may_cite_retracted) {
    if (const char* problem = check_statement(statement, references, text_of, may_cite_retracted, detail)) {
      problems.push_back({statement.text, problem});
    }
  };
  for_each_list(answer, [&](const std::vector<Statement>& statements, bool retracted) {
    for (const Statement& statement : statements) check(statement, retracted);
  });
  for (const TherapyLine& line : answer.lines) {
    for (const Statement& statement : line.statements) check(statement, false);
  }
  // A check may name a retracted source: that is what it is for.
  for (const Check& c : answer.checks) check(c.statement, true);
  return problems;
}

std::vector<StatementProblem> drop_unsupported(Answer& answer, const TextOf& text_of) {
  std::unordered_map<std::string, const Reference*> references;
  for (const Reference& reference : answer.references) references.emplace(reference.document, &reference);
  std::vector<StatementProblem> problems;
  std::string detail;
  const auto fails = [&](const Statement& statement, bool may_cite_retracted) {
    const char* problem = check_statement(statement, references, text_of, may_cite_retracted, detail);
    if (problem != nullptr) problems.push_back({statement.text, problem});
    return problem != nullptr;
  };
  for_each_list(answer, [&](std::vector<Statement>& statements, bool retracted) {
    std::erase_if(statements, [&](const Statement& statement) { return fails(statement, retracted); });
  });
  for (TherapyLine& line : answer.lines) {
    // Outcomes point at statements by position, so both are rebuilt together.
    std::vector<Statement> kept;
    std::vector<int> position(line.statements.size(), -1);
    for (size_t i = 0; i < line.statements.size(); ++i) {
      if (fails(line.statements[i], false)) continue;
      position[i] = static_cast<int>(kept.size());
      kept.push_back(std::move(line.statements[i]));
    }
    line.statements = std::move(kept);
    std::vector<Outcome> outcomes;
    for (Outcome& outcome : line.outcomes) {
      if (outcome.statement < 0 || position[static_cast<size_t>(outcome.statement)] < 0) continue;
      outcome.statement = position[static_cast<size_t>(outcome.statement)];
      outcomes.push_back(std::move(outcome));
    }
    line.outcomes = std::move(outcomes);
  }
  std::erase_if(answer.checks, [&](const Check& c) { return fails(c.statement, true); });
  std::erase_if(answer.sections, [](const AnswerSection& section) { return section.statements.empty(); });
  std::erase_if(answer.disagreements, [](const Disagreement& disagreement) {
    return disagreement.sides.size() < 2 ||
           std::any_of(disagreement.sides.begin(), disagreement.sides.end(),
                       [](const DisagreementSide& side) { return side.statements.empty(); });
  });
  return problems;
}

}  // namespace attest
