#include "answer/disagreements/balanced_bottom_line.h"

#include <algorithm>
#include <cstddef>
#include <string>

#include "answer/disagreements/disagreement_kinds.h"
#include "answer/wording.h"

namespace attest {

namespace {

constexpr size_t kBottomLineMax = 6;

bool is_told(const Statement& one, const DisagreementSide& side) {
  return std::any_of(side.statements.begin(), side.statements.end(),
                     [&](const Statement& told) { return quotes_same(one, told); });
}

}  // namespace

void balance_bottom_line(Answer& answer) {
  std::vector<Statement>& shown = answer.bottom_line;
  for (const Disagreement& disagreement : answer.disagreements) {
    const std::vector<DisagreementSide>& sides = disagreement.sides;
    const auto stands = [&](const DisagreementSide& side) {
      return std::any_of(shown.begin(), shown.end(),
                         [&](const Statement& one) { return is_told(one, side); });
    };
    const auto first = std::find_if(sides.begin(), sides.end(), stands);
    if (first == sides.end()) continue;
    for (auto side = sides.begin(); side != sides.end(); ++side) {
      // What a newer text replaces is history, and no other side.
      if (side->position.find(kReplacedSide) != std::string::npos) continue;
      if (side->statements.empty() || stands(*side) || shown.size() >= kBottomLineMax) continue;
      auto place = std::find_if(shown.begin(), shown.end(),
                                [&](const Statement& one) { return is_told(one, *first); });
      if (side > first) ++place;
      shown.insert(place, side->statements.front());
    }
  }
}

}  // namespace attest
