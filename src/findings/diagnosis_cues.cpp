// "Diagnos-", "criteria", "test" stand in many sentences that tell nothing of how a condition is found: who
// was included ("newly diagnosed", "eligibility criteria"), how figures were tested, what was not
// investigated.
#include <algorithm>
#include <iterator>

#include "base/affix.h"
#include "findings/cues.h"
#include "text/phrases.h"

namespace attest::cues {
namespace {

// "Patients with a diagnosis of", "at diagnosis": in whom, or when.
bool is_of_people(std::string_view before, std::string_view behind) {
  static constexpr std::string_view kBefore[] = {
      "newly ",       "recently ",  "previously ", "been ",      "was ",        "were ",      "at ",
      "after ",       "since ",     "from ",       "with a ",    "with the ",   "with ",      "had a ",
      "have a ",      "has a ",     "time of ",    "date of ",   "years of ",   "year of ",   "age of ",
      "age at ",      "first ",     "clinically ", "patients ",  "women ",      "children ",  "people ",
      "discharge ",   "physician ", "doctor ",     "primary ",   "history of ", "following ", "a prior ",
      "psychiatric ", "those ",     "adults ",     "without a ", "receive a ",  "and ",       "whose "};
  static constexpr std::string_view kBehind[] = {"ed with ", "ed as ", "ed between ", "ed in 1", "ed in 2"};
  return ends_with_one_of(before, kBefore) || starts_with_one_of(behind, kBehind);
}

bool speaks_of_finding_it(std::string_view lower) {
  constexpr std::string_view kStem = "diagnos";
  for (size_t at = find_phrase(lower, "diagnos*"); at != std::string_view::npos;
       at = find_phrase(lower, "diagnos*", at + 1)) {
    if (!is_of_people(lower.substr(0, at), lower.substr(at + kStem.size()))) return true;
  }
  return false;
}

}  // namespace

bool tells_diagnosis(std::string_view lower) {
  static constexpr std::string_view kNone[] = {"eligib*",
                                               "inclusion criteria",
                                               "exclusion criteria",
                                               "selection criteria",
                                               "statistical*",
                                               "student's",
                                               "t test",
                                               "t-test",
                                               "chi-square*",
                                               "were enrolled",
                                               "was enrolled",
                                               "were included",
                                               "were excluded",
                                               "was excluded",
                                               "no investigations",
                                               "sensitivity analys*",
                                               "were randomi*",
                                               "was randomi*",
                                               "randomly"};
  if (has_any_phrase(lower, kNone)) return false;
  static constexpr std::string_view kTells[] = {"differential diagnos*",
                                                "sensitivity and",
                                                "sensitivity of",
                                                "sensitivity for",
                                                "specificity",
                                                "predictive value",
                                                "likelihood ratio",
                                                "area under the curve",
                                                "screening test*",
                                                "screening tool*",
                                                "screening for",
                                                "clinical features",
                                                "symptoms include",
                                                "signs and symptoms",
                                                "symptoms are",
                                                "diagnostic criteria",
                                                "criteria for the diagnosis",
                                                "investigations include",
                                                "symptoms of",
                                                "is suspected",
                                                "should be suspected"};
  if (has_any_phrase(lower, kTells) || speaks_of_finding_it(lower)) return true;
  static constexpr std::string_view kTests[] = {
      "manometry",   "balloon expulsion", "defecography", "blood test*",
      "biopsy",      "imaging",           "x-ray*",       "test",
      "tests",       "ultrasound",        "mri",          "ct scan",
      "examination", "electromyography",  "endoscopy",    "laboratory tests",
      "radiograph*", "urinalysis"};
  static constexpr std::string_view kFinds[] = {"detect*",       "confirm*",   "reveal*",     "exclude",
                                                "excludes",      "rule out",   "rules out",   "distinguish*",
                                                "differentiat*", "identifies", "to identify", "can identify"};
  return has_any_phrase(lower, kTests) && has_any_phrase(lower, kFinds);
}

}  // namespace attest::cues
