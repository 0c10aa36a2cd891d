// Three things tell: a word of effect that is denied in its clause ("was not associated with a lower risk",
// "no significant reduction"); an estimate with its interval, which holds no effect (1 for ratios, 0 for
// differences) or does not; and, where neither speaks, the cue words of the sentence. Where two clauses say
// different things the sentence as a whole says none.
#include "findings/direction.h"

#include <algorithm>
#include <cmath>

#include "findings/cues.h"
#include "findings/stance.h"
#include "text/phrases.h"

namespace attest {
namespace {

constexpr size_t kNoPlace = std::string_view::npos;

// clang-format off
constexpr std::string_view kEffects[] = {
    "reduc*", "improv*", "lower", "lowered", "lowering", "decreas*", "benefit*", "effective*", "prevent*",
    "superior*", "better", "increas*", "higher", "fewer", "greater", "relie*", "difference*", "effect",
    "association", "associated", "differ", "worse*",
};
constexpr std::string_view kDenials[] = {
    "not", "no", "neither", "nor", "without", "failed to", "fails to", "never",
};
// What is better when there is less of it, and when there is more.
constexpr std::string_view kUnwanted[] = {
    "mortality", "death*", "died", "risk of", "stroke*", "infarction*", "events", "relapse*", "recurrence*",
    "incidence", "hospitali*", "fracture*", "infection*", "bleeding", "failure",
    "progression", "exacerbation*",
    "complication*", "adverse*", "pain", "morbidity", "cancer", "seizures", "hazard",
};
constexpr std::string_view kWanted[] = {
    "response", "responded", "remission", "improve*", "cure*", "success*", "recover*", "healing", "healed",
    "eradication", "abstinence", "resolution", "pregnancy rate*", "survived",
};
// clang-format on

// A word of effect after a denial, with few words between: denied. Else said.
struct Said {
  bool denied = false;
  bool affirmed = false;
};

Said effects_of(std::string_view clause) {
  Said said;
  constexpr size_t kReachBytes = 64;
  for (const std::string_view effect : kEffects) {
    for (size_t at = find_phrase(clause, effect); at != kNoPlace; at = find_phrase(clause, effect, at + 1)) {
      const size_t from = at > kReachBytes ? at - kReachBytes : 0;
      const std::string_view before = clause.substr(from, at - from);
      const bool only = has_phrase(before, "not only");
      const bool set_off =
          before.find(", ") != kNoPlace && !has_any_phrase(before.substr(before.rfind(", ")), kDenials);
      const bool denied = has_any_phrase(before, kDenials) && !only && !set_off;
      (denied ? said.denied : said.affirmed) = true;
    }
  }
  return said;
}

// Whether an estimate's interval holds no effect: 1 it does, -1 it does not, 0 there is no interval.
int holds_no_effect(const Quantity& quantity) {
  const bool ratio = quantity.kind == QuantityKind::kRatio;
  if (!ratio && quantity.kind != QuantityKind::kDifference) return 0;
  if (std::isnan(quantity.low) || std::isnan(quantity.high)) return 0;
  const double none = ratio ? 1 : 0;
  return quantity.low <= none && none <= quantity.high ? 1 : -1;
}

}  // namespace

Direction read_direction(std::string_view lower, std::span<const Quantity> quantities) {
  size_t holding = 0;
  size_t excluding = 0;
  const Quantity* clear = nullptr;
  for (const Quantity& quantity : quantities) {
    const int holds = holds_no_effect(quantity);
    holding += holds > 0 ? 1 : 0;
    excluding += holds < 0 ? 1 : 0;
    if (holds < 0 && clear == nullptr) clear = &quantity;
  }
  if (holding > 0) return excluding == 0 ? Direction::kNoDifference : Direction::kUnstated;

  Said said;
  for (size_t at = 0; at < lower.size();) {
    const Clause clause = clause_at(lower, at);
    const Said here = effects_of(lower.substr(clause.start, clause.end - clause.start));
    // "Did not differ": the denial holds for the clause, whatever else it names.
    said.denied = said.denied || here.denied;
    said.affirmed = said.affirmed || (here.affirmed && !here.denied);
    at = std::max(clause.end, at) + 1;
  }
  const Direction by_words = cues::direction(lower);
  if (said.denied && said.affirmed) return Direction::kUnstated;
  if (excluding == 0) return said.denied ? Direction::kNoDifference : by_words;

  if (said.denied || by_words == Direction::kNoDifference) return Direction::kUnstated;
  if (by_words != Direction::kUnstated || excluding > 1) return by_words;
  if (clear->kind != QuantityKind::kRatio) return by_words;
  const bool unwanted = has_any_phrase(lower, kUnwanted);
  const bool wanted = has_any_phrase(lower, kWanted);
  if (unwanted == wanted) return by_words;
  const bool less = clear->high < 1;
  return less == unwanted ? Direction::kFavours : Direction::kAgainst;
}

}  // namespace attest
