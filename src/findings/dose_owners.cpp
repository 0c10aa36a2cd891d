// A dose is of what stands right before it ("atenolol 50 mg"), else of what follows it ("50 mg of atenolol"),
// else of the nearest thing before it in its part of the sentence. What had failed or is set aside has no
// dose of its own to tell, nor has a list of doses that are given "respectively". What poisoned somebody, or
// would, is no dose: what says so stands beside the amount, as an antidote's dose is told "for overdose".
#include "findings/dose_owners.h"

#include <algorithm>

#include "findings/cue_subjects.h"
#include "findings/stance.h"
#include "text/phrases.h"

namespace attest {
namespace {

constexpr size_t kRightBeforeBytes = 12;

// "After failure of X 2 g daily": X is not what the dose is told for.
bool had_failed(std::string_view lower, size_t start) {
  static constexpr std::string_view kFailed[] = {"fail*",       "withdrawal of", "intoleran*",   "allerg*",
                                                 "resistan*",   "refractory",    "unresponsive", "instead of",
                                                 "rather than", "respon* to",    "uncontrolled"};
  constexpr size_t kNear = 36;
  std::string_view before = lower.substr(start > kNear ? start - kNear : 0, std::min(start, kNear));
  before = before.substr(before.find_last_of(",;:()") + 1);
  return has_any_phrase(before, kFailed);
}

const Mention* owner_of(std::string_view lower, const Quantity& dose, std::span<const Mention> named) {
  const Mention* right_before = nullptr;
  const Mention* nearest = nullptr;
  for (const Mention& mention : named) {
    if (mention.is_control) continue;
    if (mention.span.start >= dose.span.end) {
      const std::string_view between = lower.substr(dose.span.end, mention.span.start - dose.span.end);
      constexpr size_t kNear = 24;
      const bool of_it = between == " " || (between.size() <= kNear && has_phrase(between, "of"));
      if (right_before == nullptr && of_it) return had_failed(lower, mention.span.start) ? nullptr : &mention;
      break;
    }
    if (mention.span.end > dose.span.start) continue;
    const std::string_view between = lower.substr(mention.span.end, dose.span.start - mention.span.end);
    if (between.find(';') != std::string_view::npos || between.find(". ") != std::string_view::npos) continue;
    const bool joined =
        has_phrase(between, "and") || has_phrase(between, "or") || has_phrase(between, "plus");
    const bool set_off = between.find(',') != std::string_view::npos;
    if (between.size() <= kRightBeforeBytes && !joined && !set_off)
      right_before = &mention;
    else if (!is_set_aside(lower, mention.span.start, 0))
      nearest = &mention;
  }
  if (right_before != nullptr) return had_failed(lower, right_before->span.start) ? nullptr : right_before;
  return nearest;
}

}  // namespace

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
  if (has_any_phrase(before, kBefore)) return true;
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

std::vector<std::string> dose_owners(std::string_view lower, std::span<const Quantity> quantities,
                                     std::span<const Mention> named, std::span<const Mention> title) {
  std::vector<std::string> owners;
  const auto add = [&](const Mention& mention) {
    if (std::find(owners.begin(), owners.end(), mention.id) == owners.end()) owners.push_back(mention.id);
  };
  const bool any = std::any_of(quantities.begin(), quantities.end(), [&](const Quantity& q) {
    return q.kind == QuantityKind::kDose && !is_amount_of_harm(lower, q);
  });
  if (!any || has_phrase(lower, "respectively")) return owners;
  for (const Quantity& quantity : quantities) {
    if (quantity.kind != QuantityKind::kDose || is_amount_of_harm(lower, quantity)) continue;
    if (const Mention* owner = owner_of(lower, quantity, named); owner != nullptr) add(*owner);
  }
  if (!owners.empty()) return owners;
  // One thing only is spoken of: in the sentence, or in the title of a sentence that names nothing.
  const std::span<const Mention> spoken_of = named.empty() ? title : named;
  const Mention* only = nullptr;
  for (const Mention& mention : spoken_of) {
    if (mention.is_control) continue;
    if (only != nullptr && only->id != mention.id) return owners;
    only = &mention;
  }
  const bool aside = only != nullptr && !named.empty() && is_set_aside(lower, only->span.start, 0);
  if (only != nullptr && !aside) add(*only);
  return owners;
}

}  // namespace attest
