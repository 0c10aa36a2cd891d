#include "search/cues.h"

#include <array>
#include <string_view>

#include "text/tokens.h"

namespace attest {
namespace {

// In the order of Intent. Whole words here; stemmed once when first used.
constexpr std::array<std::string_view, kIntents> kCueWords = {
    "treatment therapy recommended effective efficacy improved improvement success successful relief "
    "response superior "
    "benefit significantly versus compared",
    "first line initial recommended choice second failed failure refractory alternative reserved guideline "
    "stepwise",
    "dose doses dosage units unit mg daily injected titrated maximum twice weekly",
    "versus compared superior inferior better difference similar equivalent than",
    "diagnosis diagnosed sensitivity specificity accuracy criteria test manometry examination symptoms "
    "positive",
    "prognosis recurrence relapse survival outcome long follow term cured remission recovered resolved",
    "adverse side effects complications safety safe incontinence harm risk toxicity tolerated "
    "contraindicated bleeding",
    "defined definition characterized refers known called is term condition",
    "prevalence incidence common percent affected population epidemiology frequency",
    "prevent prevention prophylaxis reduced risk avoid protective",
    "monitor monitoring follow visits surveillance assessed measured every",
    "duration weeks months years sessions lasted maintained sustained faded follow",
    "cause caused etiology risk factor associated due result trigger",
    "predict predictor predicted associated response factor likely baseline",
    "mechanism pathophysiology because due acts relaxation blocks release pathway",
    "effective efficacy improved reduced effect significantly versus compared risk difference increased",
    "symptoms signs presents presentation features include",
    "onset within weeks days hours first began rapid effect improvement response relief time",
    "duration course days weeks months sessions regimen continued treatment short long",
    "contraindicated contraindication avoid caution recommended pregnancy hypersensitivity should",
    "indicated indication should considered started stopped discontinued recommended when patients",
    "target goal below less threshold recommended control level aim",
    "recommended effective associated improved"};

std::vector<std::vector<std::string>> stem_all() {
  Stemmer stemmer;
  std::vector<std::vector<std::string>> all;
  for (const std::string_view words : kCueWords) all.push_back(stems_of(words, stemmer));
  return all;
}

}  // namespace

const std::vector<std::string>& intent_cue_stems(Intent intent) {
  static const std::vector<std::vector<std::string>> all = stem_all();
  return all.at(static_cast<size_t>(intent));
}

const std::vector<std::string>& title_form_stems() {
  static const std::vector<std::string> stems = [] {
    Stemmer stemmer;
    return stems_of("information management overview introduction guideline guidance people affected disease",
                    stemmer);
  }();
  return stems;
}

bool wants_numbers(Intent intent) {
  switch (intent) {
    case Intent::kTreatment:
    case Intent::kLineOfTherapy:
    case Intent::kDose:
    case Intent::kComparison:
    case Intent::kDiagnosis:
    case Intent::kPrognosis:
    case Intent::kHarm:
    case Intent::kEffect:
    case Intent::kPrevalence:
    case Intent::kDuration: return true;
    default: return false;
  }
}

}  // namespace attest
