#include "answer/lines/line_in_focus.h"

#include <algorithm>

namespace attest {
namespace {

const TherapyLine* line_of_rank(const Answer& answer, int rank) {
  if (rank <= 0) return nullptr;
  const auto found = std::find_if(answer.lines.begin(), answer.lines.end(),
                                  [&](const TherapyLine& line) { return line.rank == rank; });
  return found == answer.lines.end() ? nullptr : &*found;
}

const TherapyLine* line_asked_about(const Answer& answer) {
  for (const Concept& concept_ : answer.understood.concepts) {
    if (concept_.role != ConceptRole::kIntervention) continue;
    for (const TherapyLine& line : answer.lines) {
      const bool same_id = !concept_.thesaurus_id.empty() && concept_.thesaurus_id == line.intervention_id;
      if (same_id || concept_.label == line.intervention) return &line;
    }
  }
  return nullptr;
}

// An answer on a dose has no lines of therapy; what it is about is what the question named. Of "if
// biofeedback fails" that is not said: it asks for what comes after.
std::string intervention_asked_about(const UnderstoodQuestion& understood) {
  if (understood.intent == Intent::kLineOfTherapy) return {};
  for (const Concept& concept_ : understood.concepts) {
    if (concept_.role == ConceptRole::kIntervention) return concept_.label;
  }
  return {};
}

}  // namespace

PreviousTurn turn_of(const Answer& answer) {
  PreviousTurn turn;
  turn.question = answer.understood.resolved.empty() ? answer.question : answer.understood.resolved;
  turn.intent = answer.understood.intent;
  for (const Concept& concept_ : answer.understood.concepts) {
    if (concept_.role == ConceptRole::kCondition) turn.conditions.push_back(concept_.label);
  }
  // In the order in which they are printed: by rank, options without a rank last.
  std::vector<const TherapyLine*> lines;
  for (const TherapyLine& line : answer.lines) lines.push_back(&line);
  std::stable_sort(lines.begin(), lines.end(), [](const TherapyLine* a, const TherapyLine* b) {
    if ((a->rank == 0) != (b->rank == 0)) return b->rank == 0;
    return a->rank < b->rank;
  });
  for (const TherapyLine* line : lines) turn.lines.push_back(line->intervention);

  const TherapyLine* focus = line_of_rank(answer, answer.line_in_focus);
  if (focus == nullptr) focus = line_asked_about(answer);
  if (focus == nullptr) focus = line_of_rank(answer, answer.understood.line_of_therapy);
  if (focus == nullptr) turn.intervention_in_focus = intervention_asked_about(answer.understood);
  if (focus == nullptr && turn.intervention_in_focus.empty() && !lines.empty()) focus = lines.front();
  // The thread keeps the order of therapy through an answer that has none, on a dose or a duration, say.
  if (lines.empty() && answer.before && answer.understood.is_follow_up) {
    const std::vector<std::string>& known = answer.before->lines;
    turn.lines = known;
    const auto here = std::find(known.begin(), known.end(), turn.intervention_in_focus);
    const auto there = std::find(known.begin(), known.end(), answer.before->intervention_in_focus);
    if (here != known.end() && there != known.end())
      turn.line_in_focus = std::max(answer.before->line_in_focus + static_cast<int>(here - there), 1);
  }
  if (focus != nullptr) {
    turn.line_in_focus = focus->rank;
    turn.intervention_in_focus = focus->intervention;
  }
  return turn;
}

}  // namespace attest
