#include "appraise/test_accuracy.h"

#include <string>

#include "base/ascii.h"
#include "text/phrases.h"

namespace attest {
namespace {

// A title that is about a test and its worth.
constexpr std::string_view kAccuracyTitles[] = {"accuracy",
                                                "diagnostic value",
                                                "diagnostic performance",
                                                "diagnostic yield",
                                                "diagnostic utility",
                                                "diagnostic test*",
                                                "diagnostic efficacy",
                                                "diagnostic evaluation",
                                                "diagnostic validity",
                                                "sensitivity and specificity",
                                                "screening test*",
                                                "in the diagnosis",
                                                "for the diagnosis",
                                                "for diagnosis",
                                                "for diagnosing",
                                                "diagnosis by",
                                                "diagnosis of",
                                                "in diagnosing",
                                                "for detecting",
                                                "in detecting",
                                                "detection of",
                                                "in the detection",
                                                "for the detection",
                                                "for screening",
                                                "in screening",
                                                "in the evaluation",
                                                "differentiat*",
                                                "versus biopsy",
                                                "staging",
                                                "discriminat*",
                                                "distinguish*",
                                                "as a screening*"};

// What will be, and not what is.
constexpr std::string_view kForetold[] = {"predict*",    "prognos*",   "outcome*", "mortality",  "survival",
                                          "risk score*", "recurrence", "relapse",  "response to"};

// A test of people or of what was taken of them.
constexpr std::string_view kTests[] = {"diagnos*", "detect*", "screen*", "test", "tests", "imaging", "scan*"};

constexpr std::string_view kOfPeople[] = {"patient*", "subjects", "women",    "men",         "children",
                                          "infants",  "cases",    "neonates", "newborns",    "people",
                                          "persons",  "adults",   "controls", "participants"};

bool is_of_laboratory(std::string_view own) {
  static constexpr std::string_view kNotOfTests[] = {"insulin sensitivity", "antibiotic sensitivity",
                                                     "substrate specificity", "baroreflex sensitivity",
                                                     "drug sensitivity"};
  return has_any_phrase(own, kNotOfTests);
}

// Both measures, of a test that was held against another or against what was found.
bool gives_both(std::string_view own) {
  static constexpr std::string_view kSensitive[] = {"sensitivity", "sensitivities", "sensitive"};
  static constexpr std::string_view kSpecific[] = {"specificity", "specificities"};
  static constexpr std::string_view kValues[] = {
      "predictive value*", "predictive accuracy", "false-positive*", "false positive*", "false-negative*",
      "false negative*",   "likelihood ratio*",   "true positive*",  "true-positive*"};
  const bool sensitive = has_any_phrase(own, kSensitive);
  return (sensitive && has_any_phrase(own, kSpecific)) || (sensitive && has_any_phrase(own, kValues)) ||
         has_phrase(own, "positive predictive value*") || has_phrase(own, "diagnostic accuracy");
}

}  // namespace

bool studies_test_accuracy(std::string_view title, std::string_view own) {
  if (has_any_phrase(title, kForetold) || !has_any_phrase(own, kOfPeople) || is_of_laboratory(own))
    return false;
  const bool named = has_any_phrase(title, kAccuracyTitles);
  if (!gives_both(own)) return false;
  return named ||
         (has_any_phrase(own, kTests) && has_phrase(own, "specificit*") && has_phrase(own, "sensitivit*"));
}

}  // namespace attest
