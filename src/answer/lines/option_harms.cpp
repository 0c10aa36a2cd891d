#include "answer/lines/option_harms.h"

#include <algorithm>
#include <string>

#include "answer/lines/no_outcome.h"
#include "base/ascii.h"
#include "text/phrases.h"

namespace attest {
namespace {

constexpr std::string_view kToldHarm[] = {
    "increas*", "higher",     "more",        "caus*",    "lower",    "less",   "fewer", "similar",
    "common",   "associated", "occurred",    "led to",   "tolerat*", "safe",   "mild",  "no difference*",
    "frequent", "serious",    "experienced", "resulted", "rare",     "rate of"};

bool tells_how_little_is_known(std::string_view lower) {
  static constexpr std::string_view kLittle[] = {
      "limited data",      "limited information",   "limited evidence",
      "insufficient data", "insufficient evidence", "no data",
      "not reported",      "poorly reported",       "inadequately reported",
      "rarely reported",   "seldom reported",       "seldom monitored",
      "not recorded",      "little information",    "few data",
      "data are lacking",  "data were lacking",     "sparse data",
      "were unavailable",  "not available"};
  return has_any_phrase(lower, kLittle) && !has_any_phrase(lower, kToldHarm);
}

// "Side effects at the start were powerful predictors of response".
bool tells_who_responds(std::string_view lower) {
  static constexpr std::string_view kPredicts[] = {"predictor* of", "predict*", "predictive of"};
  static constexpr std::string_view kResponse[] = {"response", "responders", "remission", "outcome"};
  return has_any_phrase(lower, kPredicts) && has_any_phrase(lower, kResponse);
}

}  // namespace

bool tells_nothing_of_harm(const Finding& finding, std::string_view sentence) {
  const std::string lower = lower_ascii(sentence);
  if (!finding.rates.empty()) return false;
  return tells_how_little_is_known(lower) || tells_who_responds(lower) ||
         (tells_no_finding(finding, sentence) && !has_any_phrase(lower, kToldHarm));
}

}  // namespace attest
