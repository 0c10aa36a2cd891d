// A dose is of what stands right before it ("atenolol 50 mg"), else of what follows it ("50 mg of atenolol"),
// else of the nearest thing before it in its part of the sentence. What had failed or is set aside has no
// dose of its own to tell, nor has a list of doses that are given "respectively".
#include "findings/figures/dose_owners.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/one_of.h"
#include "findings/cue_subjects.h"
#include "findings/figures/harmful_amounts.h"
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

// "was given at doses of 1, 3 and", "(5 mg or"
bool leads_to_dose(std::string_view between) {
  static constexpr std::string_view kLeads[] = {"at",
                                                "a",
                                                "the",
                                                "dose",
                                                "doses",
                                                "of",
                                                "oral",
                                                "daily",
                                                "single",
                                                "was",
                                                "were",
                                                "given",
                                                "administered",
                                                "in",
                                                "tablets",
                                                "tablet",
                                                "capsules",
                                                "capsule",
                                                "or",
                                                "and",
                                                "to",
                                                "up",
                                                "from",
                                                "total",
                                                "started",
                                                "with",
                                                "low-dose",
                                                "high-dose",
                                                "intravenous",
                                                "intravenously",
                                                "orally",
                                                "subcutaneous",
                                                "dosage",
                                                "dosages",
                                                "once",
                                                "twice",
                                                "infusion",
                                                "bolus",
                                                "initial",
                                                "starting",
                                                "injection",
                                                "injections",
                                                "received",
                                                "mg",
                                                "g",
                                                "ml",
                                                "mcg",
                                                "micrograms",
                                                "kg",
                                                "day",
                                                "mg/day",
                                                "mg/kg",
                                                "sodium",
                                                "hydrochloride",
                                                "acetate",
                                                "maximum",
                                                "increased",
                                                "titrated",
                                                "either",
                                                "then",
                                                "per",
                                                "therapy",
                                                "treatment",
                                                "group",
                                                "gel",
                                                "cream",
                                                "patch",
                                                "inhaled",
                                                "by"};
  std::string word;
  const auto fits = [&word] {
    const bool number = std::all_of(word.begin(), word.end(), [](char c) { return c < 'a' || c > 'z'; });
    const bool leads = number || is_one_of(word, kLeads);
    word.clear();
    return leads;
  };
  for (const char c : between) {
    const bool part = is_letter_byte(c) || is_digit(c) || c == '-';
    if (part) {
      word += c;
    } else if (!word.empty() && !fits()) {
      return false;
    }
  }
  return word.empty() || fits();
}

}  // namespace

const Mention* dose_owner(std::string_view lower, const Quantity& dose, std::span<const Mention> named) {
  if (has_phrase(lower, "respectively") || is_amount_of_harm(lower, dose)) return nullptr;
  const Mention* owner = owner_of(lower, dose, named);
  if (owner == nullptr || owner->span.start >= dose.span.end) return owner;
  // No other name lies between, and the words between lead from the name to its dose.
  const std::string_view between = lower.substr(owner->span.end, dose.span.start - owner->span.end);
  const bool other = std::any_of(named.begin(), named.end(), [&](const Mention& mention) {
    return mention.span.start >= owner->span.end && mention.span.end <= dose.span.start;
  });
  return other || !leads_to_dose(between) ? nullptr : owner;
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
