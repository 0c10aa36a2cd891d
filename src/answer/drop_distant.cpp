// Leaves out of an answer what a model of readers' verdicts calls far from its question.
#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "answer/nearest.h"
#include "answer/nearness.h"
#include "answer/references.h"

namespace attest {
namespace {

class StatedNearness {
 public:
  StatedNearness(const Evidence& nearest, const std::vector<NearFinding>& near) {
    for (const NearFinding& one : near)
      by_document_[nearest.source_of(*one.finding).id].emplace_back(one.finding->sentence, one.nearness);
  }

  // Of the nearest sentence that a statement quotes; far where it quotes none that comes near.
  bool is_far(const Statement& statement) const {
    double best = 0;
    for (const Citation& citation : statement.citations) {
      const auto found = by_document_.find(citation.document);
      if (found == by_document_.end()) continue;
      for (const auto& [span, nearness] : found->second) {
        if (span.overlaps(citation.span)) best = std::max(best, nearness);
      }
    }
    return best < kNearnessMin;
  }

 private:
  std::map<std::string, std::vector<std::pair<ByteSpan, double>>> by_document_;
};

void drop_far(const StatedNearness& stated, std::vector<Statement>& statements) {
  std::erase_if(statements, [&](const Statement& statement) { return stated.is_far(statement); });
}

// Those of a line, whose outcomes name their statements by place.
void drop_far_results(const StatedNearness& stated, TherapyLine& line) {
  std::vector<int> places(line.statements.size(), -1);
  std::vector<Statement> kept;
  for (size_t i = 0; i < line.statements.size(); ++i) {
    if (stated.is_far(line.statements[i])) continue;
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

}  // namespace

bool is_particular(const UnderstoodQuestion& question) {
  return !question.other_stems.empty() ||
         std::any_of(question.concepts.begin(), question.concepts.end(), [](const Concept& asked) {
           return asked.thesaurus_id.empty() || asked.role == ConceptRole::kOther;
         });
}

void drop_distant(const Evidence& nearest, const std::vector<NearFinding>& near, const Evidence& evidence,
                  Answer& answer) {
  const StatedNearness stated(nearest, near);
  drop_far(stated, answer.bottom_line);
  for (TherapyLine& line : answer.lines) {
    drop_far_results(stated, line);
    drop_far(stated, line.harms);
    drop_far(stated, line.doses);
  }
  std::erase_if(answer.lines, [](const TherapyLine& line) {
    return line.statements.empty() && line.harms.empty() && line.doses.empty();
  });
  for (AnswerSection& section : answer.sections) drop_far(stated, section.statements);
  std::erase_if(answer.sections, [](const AnswerSection& section) { return section.statements.empty(); });
  if (answer.bottom_line.empty()) {
    const bool nothing = answer.lines.empty() && answer.sections.empty();
    answer.verdict = nothing ? Answer::Verdict::kNoDirectEvidence : Answer::Verdict::kPartly;
  }
  answer.references.clear();
  number_references(evidence, answer);
}

}  // namespace attest
