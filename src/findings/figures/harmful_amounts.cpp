// What poisoned somebody, or would, is no dose: what says so stands beside the amount, as an antidote's dose
// is told "for overdose".
#include "findings/figures/harmful_amounts.h"

#include <algorithm>

#include "findings/advice/stance.h"
#include "text/phrases.h"

namespace attest {

bool is_amount_of_harm(std::string_view lower, const Quantity& amount) {
  const Clause clause = clause_at(lower, amount.span.start);
  constexpr size_t kNear = 64;
  constexpr size_t kNext = 56;
  const size_t start =
      std::max<size_t>(clause.start, amount.span.start - std::min<size_t>(kNear, amount.span.start));
  std::string_view before = lower.substr(start, amount.span.start - start);
  static constexpr std::string_view kGiven[] = {"treated with",   "received", "given",     "antidote*",
                                                "treatment with", "treat",    "administ*", "managed with"};
  before = before.substr(before.find_last_of(",:") + 1);
  // What was given against it begins anew: "after ingestion he received 150 mg/kg".
  for (const std::string_view word : kGiven) {
    if (const size_t at = find_phrase(before, word); at != std::string_view::npos) before = before.substr(at);
  }
  const std::string_view behind = lower.substr(
      amount.span.end, std::min(clause.end - std::min<size_t>(clause.end, amount.span.end), kNext));
  const std::string_view whole = lower.substr(clause.start, clause.end - clause.start);
  static constexpr std::string_view kBefore[] = {"overdose of",
                                                 "overdose with",
                                                 "overdoses of",
                                                 "overdosed",
                                                 "lethal dose*",
                                                 "fatal dose*",
                                                 "toxic dose*",
                                                 "lethal amount*",
                                                 "toxic at",
                                                 "ld50",
                                                 "ld 50",
                                                 "poisoned with",
                                                 "poisoning with",
                                                 "suicide",
                                                 "suicide attempt",
                                                 "toxicity above",
                                                 "lethal at",
                                                 "toxic amount*",
                                                 "toxic level*",
                                                 "serum level*",
                                                 "plasma level*",
                                                 "serum concentration*",
                                                 "plasma concentration*",
                                                 "blood level*",
                                                 "massive dose*",
                                                 "overdosage of"};
  static constexpr std::string_view kBehind[] = {
      "toxic",     "is fatal",    "are fatal", "be fatal",     "is lethal",     "are lethal",
      "be lethal", "an overdose", "poisoning", "was ingested", "were ingested", "were swallowed"};
  // "Cushingoid effects are increasingly likely with doses above 7.5 mg".
  static constexpr std::string_view kLikely[] = {"likely with",     "likely at",       "occur with doses",
                                                 "occur at doses",  "occurs at doses", "occurs with doses",
                                                 "seen with doses", "seen at doses"};
  if (has_any_phrase(before, kBefore) || has_any_phrase(before, kLikely)) return true;
  const std::string_view next = behind.substr(0, behind.find_first_of(",."));
  // "150 mg/kg for paracetamol poisoning" is what helps against it.
  const bool against_it = has_phrase(next, "for") || has_phrase(next, "in");
  if (has_any_phrase(next, kBehind) && (!against_it || next.find("poisoning") == std::string_view::npos))
    return true;
  static constexpr std::string_view kSwallowed[] = {"ingest*",      "swallow*",  "took",         "taking",
                                                    "above",        "over",      "exceeding",    "exceed*",
                                                    "greater than", "more than", "in excess of", ">"};
  static constexpr std::string_view kHarm[] = {"toxic*",        "poison*",  "overdos*",     "died",
                                               "death",         "fatal*",   "suicid*",      "accidental*",
                                               "deliberate*",   "lethal*",  "liver damage", "liver failure",
                                               "kidney damage", "dangerous"};
  return has_any_phrase(before, kSwallowed) && has_any_phrase(whole, kHarm);
}

}  // namespace attest
