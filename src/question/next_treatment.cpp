#include "question/next_treatment.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>

#include "base/affix.h"
#include "base/ascii.h"
#include "question/failed_treatment.h"
#include "question/given_before.h"
#include "text/phrases.h"

namespace attest {
namespace {

constexpr std::string_view kAllergies[] = {"allergy", "drug hypersensitivity"};

// "Who should not take metformin?", "can I take X if I cannot tolerate Y?": asked of a thing, not for
// another.
bool asks_who_or_whether(std::string_view lower) {
  static constexpr std::string_view kOpenings[] = {"who ",           "can ",  "could ", "should ", "is ",
                                                   "are ",           "does ", "do ",    "why ",    "when ",
                                                   "which patients", "how ",  "will ",  "may ",    "predict"};
  // "Contraindications to thrombolysis in stroke".
  static constexpr std::string_view kLists[] = {"contraindications to", "contraindications of",
                                                "contraindications for", "contraindication to"};
  const size_t listed = lower.find("contraindication");
  constexpr size_t kOpeningBytesMax = 20;  // "what are the", "absolute"
  return starts_with_one_of(lower, kOpenings) || has_phrase(lower, "predict*") ||
         (listed <= kOpeningBytesMax && has_any_phrase(lower, kLists));
}

// "When X is not tolerated" is no question for harms; "what side effects has X" is.
bool asks_of_harm(std::string_view lower) {
  static constexpr std::string_view kHarms[] = {"side effect*", "side-effect*", "adverse*", "harm*",
                                                "risk*",        "safe*",        "toxic*",   "danger*"};
  return has_any_phrase(lower, kHarms);
}

// Penicillin allergy, and allergy as a word that names no more.
bool is_drug_allergy(const Concept& one) {
  static constexpr std::string_view kFood[] = {"food*", "nut*",   "peanut*", "milk",    "egg*",
                                               "fish",  "pollen", "sting*",  "animal*", "shellfish"};
  const std::string label = lower_ascii(one.label);
  return one.role == ConceptRole::kCondition && has_any_phrase(label, kAllergies) &&
         !has_any_phrase(label, kFood);
}

// "Renal cell carcinoma after sunitinib": who has had it asks for what comes next, unless it brought the
// condition about.
std::vector<std::string_view> given_before(const UnderstoodQuestion& question, std::string_view lower) {
  const bool brought_about =
      std::any_of(question.concepts.begin(), question.concepts.end(), [](const Concept& one) {
        return one.role != ConceptRole::kIntervention && is_brought_about_by_drugs(lower_ascii(one.label));
      });
  if (question.intent != Intent::kTreatment || question.line_of_therapy != 0 || brought_about ||
      asks_of_harm(lower))
    return {};
  return read_given_before(lower);
}

}  // namespace

void seek_next_treatment(UnderstoodQuestion& question) {
  const bool open = question.intent == Intent::kTreatment || question.intent == Intent::kGeneral ||
                    question.intent == Intent::kLineOfTherapy;
  const std::string lower = lower_ascii(question.resolved);
  const FailedTreatment failed = read_failed_treatment(lower);
  const bool misread =
      !failed.empty() &&
      (asks_for_another(lower) ||
       (question.intent == Intent::kHarm && failed.not_tolerated && !asks_of_harm(lower)) ||
       question.intent == Intent::kContraindication || question.intent == Intent::kPredictor) &&
      !asks_who_or_whether(lower);
  const std::vector<std::string_view> named_before =
      failed.empty() ? given_before(question, lower) : failed.named;
  if (named_before.empty() || !(open || misread) || question.line_of_therapy >= 2) return;
  const bool condition = std::any_of(question.concepts.begin(), question.concepts.end(),
                                     [](const Concept& one) { return one.role == ConceptRole::kCondition; });
  bool named = false;
  for (const Concept& one : question.concepts) {
    if (one.role != ConceptRole::kIntervention) continue;
    const bool in_stretch = std::any_of(named_before.begin(), named_before.end(),
                                        [&](std::string_view stretch) { return names_failed(one, stretch); });
    if (!in_stretch) return;
    named = true;
  }
  if (!condition || !named) return;
  question.intent = Intent::kLineOfTherapy;
  question.line_of_therapy = 2;
  std::erase(question.secondary_intents, Intent::kLineOfTherapy);
}

std::string allergen_asked_of(const UnderstoodQuestion& question) {
  const bool other = std::any_of(question.concepts.begin(), question.concepts.end(), [](const Concept& one) {
    return one.role == ConceptRole::kCondition && one.required && !is_drug_allergy(one);
  });
  if (!other) return {};
  for (const Concept& one : question.concepts) {
    if (!is_drug_allergy(one)) continue;
    const std::string lower = lower_ascii(one.asked_as);
    const FailedTreatment told = read_failed_treatment(lower);
    if (told.not_tolerated) return std::string(told.named.front());
  }
  return {};
}

void release_failed_treatment(UnderstoodQuestion& question) {
  if (question.intent != Intent::kLineOfTherapy || question.line_of_therapy < 2) return;
  for (Concept& subject : question.concepts) {
    if (is_drug_allergy(subject)) subject.required = false;
  }
  for (Concept& subject : question.concepts) {
    if (subject.role == ConceptRole::kIntervention) subject.required = false;
  }
}

}  // namespace attest
