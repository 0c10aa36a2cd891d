#include "verify/verify_answer.h"

#include <algorithm>
#include <set>
#include <unordered_map>

#include <fmt/format.h>

#include "verify/statement_check.h"

namespace attest {

namespace {

// The checks of an answer report what is wrong with a source: they may cite a retracted one, and say
// something else than it does.
enum class Kind : uint8_t { kClaim, kReport };

// What stands between quotation marks is somebody else's: a title, a phrase.
std::string own_words(std::string_view text) {
  constexpr std::string_view kOpen = "“";
  constexpr std::string_view kClose = "”";
  std::string own;
  while (true) {
    const size_t open = text.find(kOpen);
    own += text.substr(0, open);
    const size_t close = open == std::string_view::npos ? open : text.find(kClose, open);
    if (close == std::string_view::npos) return own;
    text.remove_prefix(close + kClose.size());
  }
}

const char* check_statement(const Statement& statement,
                            const std::unordered_map<std::string, const Reference*>& references,
                            const TextOf& text_of, Kind kind, std::string& detail) {
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
    if (reference->second->status == "retracted" && kind == Kind::kClaim)
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
  if (kind == Kind::kReport) return nullptr;
  std::vector<std::string> quotes;
  for (const Citation& citation : statement.citations) quotes.push_back(citation.quote);
  const auto against = contradicted_by_quotes(own_words(statement.text), quotes);
  if (!against) return nullptr;
  detail = fmt::format("its quote goes against it: {}", *against);
  return detail.c_str();
}

// Visits every list of statements; the visitor may erase.
template <typename A, typename F>
void for_each_list(A& answer, F&& visit) {
  visit(answer.warnings);
  visit(answer.bottom_line);
  for (auto& line : answer.lines) {
    visit(line.harms);
    visit(line.doses);
    visit(line.move_on_when);
  }
  for (auto& section : answer.sections) visit(section.statements);
  for (auto& disagreement : answer.disagreements) {
    for (auto& side : disagreement.sides) visit(side.statements);
  }
}

}  // namespace

std::vector<StatementProblem> verify_answer(const Answer& answer, const TextOf& text_of) {
  std::unordered_map<std::string, const Reference*> references;
  for (const Reference& reference : answer.references) references.emplace(reference.document, &reference);
  std::vector<StatementProblem> problems;
  std::string detail;
  const auto check = [&](const Statement& statement, Kind kind) {
    if (const char* problem = check_statement(statement, references, text_of, kind, detail)) {
      problems.push_back({statement.text, problem});
    }
  };
  for_each_list(answer, [&](const std::vector<Statement>& statements) {
    for (const Statement& statement : statements) check(statement, Kind::kClaim);
  });
  for (const TherapyLine& line : answer.lines) {
    for (const Statement& statement : line.statements) check(statement, Kind::kClaim);
  }
  for (const Check& c : answer.checks) check(c.statement, Kind::kReport);
  return problems;
}

std::vector<StatementProblem> drop_unsupported(Answer& answer, const TextOf& text_of) {
  std::unordered_map<std::string, const Reference*> references;
  for (const Reference& reference : answer.references) references.emplace(reference.document, &reference);
  std::vector<StatementProblem> problems;
  std::string detail;
  const auto fails = [&](const Statement& statement, Kind kind) {
    const char* problem = check_statement(statement, references, text_of, kind, detail);
    if (problem != nullptr) problems.push_back({statement.text, problem});
    return problem != nullptr;
  };
  for_each_list(answer, [&](std::vector<Statement>& statements) {
    std::erase_if(statements, [&](const Statement& statement) { return fails(statement, Kind::kClaim); });
  });
  for (TherapyLine& line : answer.lines) {
    // Outcomes point at statements by position, so both are rebuilt together.
    std::vector<Statement> kept;
    std::vector<int> position(line.statements.size(), -1);
    for (size_t i = 0; i < line.statements.size(); ++i) {
      if (fails(line.statements[i], Kind::kClaim)) continue;
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
  std::erase_if(answer.checks, [&](const Check& c) { return fails(c.statement, Kind::kReport); });
  std::erase_if(answer.sections, [](const AnswerSection& section) { return section.statements.empty(); });
  std::erase_if(answer.disagreements, [](const Disagreement& disagreement) {
    return disagreement.sides.size() < 2 ||
           std::any_of(disagreement.sides.begin(), disagreement.sides.end(),
                       [](const DisagreementSide& side) { return side.statements.empty(); });
  });
  return problems;
}

}  // namespace attest
