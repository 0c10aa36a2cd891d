#include "answer/lay/page_telling.h"

#include <algorithm>

#include "answer/lay/named_treatments.h"
#include "text/phrases.h"

namespace attest {
namespace {

size_t count_phrases(std::string_view lower, std::span<const std::string_view> phrases) {
  return static_cast<size_t>(std::count_if(
      phrases.begin(), phrases.end(), [&](std::string_view phrase) { return has_phrase(lower, phrase); }));
}

double telling_cause(std::string_view lower) {
  static constexpr std::string_view kCauses[] = {
      "caused by",         "cause of",         "causes of",
      "causes include",    "due to",           "result* from",
      "occurs when",       "occur when",       "happens when",
      "happen when",       "risk factors for", "at risk",
      "more likely",       "triggered by",     "triggers include",
      "mutation*",         "higher risk",      "increase* your risk",
      "increase the risk", "raise your risk",  "spread*",
      "can get",           "comes from",       "passed from",
      "person to person",  "causes include*",  "causes may include*"};
  static constexpr std::string_view kUnknown[] = {"cause is unknown",   "not known",   "unknown cause",
                                                  "cause is not known", "do not know", "not sure what",
                                                  "no known cause"};
  static constexpr std::string_view kNot[] = {"treat*",   "diagnos*",         "complication*",
                                              "death*",   "leading cause of", "cause of disability",
                                              "prevent*", "learn about",      "get tested"};
  const bool lists = has_phrase(lower, "causes include*") || has_phrase(lower, "causes may include*") ||
                     (lower.starts_with("causes of") && has_phrase(lower, "include*"));
  if (!lists && has_any_phrase(lower, kNot)) return 0;
  const size_t causes = count_phrases(lower, kCauses);
  if (has_any_phrase(lower, kUnknown)) return 2.0;
  constexpr double kList = 2.8;
  if (lists) return kList;
  return causes == 0 ? 0 : 1.8 + 0.5 * static_cast<double>(std::min<size_t>(causes, 3));
}

double telling_symptoms(std::string_view lower) {
  static constexpr std::string_view kSymptoms[] = {"symptom*", "sign of", "signs of", "signs are",
                                                   "signs include"};
  static constexpr std::string_view kLists[] = {"include*", "such as", "are", "is",
                                                "may be",   "can be",  "like"};
  static constexpr std::string_view kFeels[] = {"you may feel",     "you may have",    "you might",
                                                "may feel",         "people may have", "people feel",
                                                "people often have"};
  static constexpr std::string_view kNot[] = {"treat*",
                                              "diagnos*",
                                              "vary",
                                              "varies",
                                              "depend*",
                                              "similar to",
                                              "do not have symptoms",
                                              "no symptoms",
                                              "same symptoms",
                                              "other causes",
                                              "see your",
                                              "call your",
                                              "tests",
                                              "relieve*",
                                              "list of",
                                              "not have any",
                                              "many people",
                                              "medicine*",
                                              "without any symptoms",
                                              "might not",
                                              "may not know",
                                              "clues",
                                              "frequency of a sign",
                                              "rough estimate",
                                              "like those of",
                                              "require medical care",
                                              "the more",
                                              "silent"};
  if (has_any_phrase(lower, kNot)) return 0;
  if (has_any_phrase(lower, kSymptoms) && has_any_phrase(lower, kLists))
    return has_phrase(lower, "include*") || has_phrase(lower, "most common") ? 2.8 : 2.0;
  return has_any_phrase(lower, kFeels) ? 2.0 : 0;
}

double telling_prevention(std::string_view lower) {
  static constexpr std::string_view kPrevents[] = {
      "prevent*",          "lower* your risk", "reduce* your risk",   "reduce* the risk",
      "lower* the risk",   "protect*",         "lower your chance*",  "avoid*",
      "keep* you from",    "cut your risk",    "reduce your chance*", "help* keep",
      "keep from getting", "way to avoid",     "spreads through"};
  static constexpr std::string_view kBy[] = {
      "vaccin*",        "exercise*",   "smok*",   "diet",      "wash*",   "weight",
      "condom*",        "medicine*",   "calcium", "helmet*",   "alcohol", "eat*",
      "drink*",         "aspirin",     "active",  "sunscreen", "clean*",  "physical activity",
      "vitamin*",       "statin*",     "sleep*",  "brush*",    "fluids",  "shot*",
      "blood pressure", "cholesterol", "salt",    "drugs",     "contact", "sharing",
      "protect*",       "foods",       "surgery", "screening"};
  static constexpr std::string_view kNot[] = {
      "cannot be prevented", "can't be prevented", "no way to prevent", "not known how",
      "research*",           "complication*",      "to treat"};
  if (has_phrase(lower, "cannot be prevented") || has_phrase(lower, "no way to prevent")) return 2.5;
  if (!has_any_phrase(lower, kPrevents) || has_any_phrase(lower, kNot)) return 0;
  const size_t by = count_phrases(lower, kBy);
  return by == 0 ? 0 : 1.7 + 0.4 * static_cast<double>(std::min<size_t>(by, 4));
}

double telling_diagnosis(std::string_view lower) {
  static constexpr std::string_view kFinds[] = {"diagnos*", "to find out", "to check for", "confirm*",
                                                "can show", "to see if",   "detect*",      "to look for"};
  static constexpr std::string_view kBy[] = {"blood test*",
                                             "biopsy",
                                             "x-ray*",
                                             "scan*",
                                             "physical exam*",
                                             "medical history",
                                             "mri",
                                             "ct",
                                             "ultrasound",
                                             "urine",
                                             "sample*",
                                             "blood sugar",
                                             "questions",
                                             "eye exam*",
                                             "ecg",
                                             "ekg",
                                             "swab*",
                                             "skin test*",
                                             "symptoms",
                                             "genetic test*",
                                             "breathing test*",
                                             "spirometry",
                                             "stool",
                                             "endoscopy",
                                             "colonoscopy",
                                             "family history",
                                             "blood pressure",
                                             "test"};
  static constexpr std::string_view kNot[] = {"treat*",       "after diagnosis", "diagnosed with",
                                              "years after",  "were diagnosed",  "are diagnosed each",
                                              "difficult to", "specialist"};
  if (!has_any_phrase(lower, kFinds) || has_any_phrase(lower, kNot)) return 0;
  const size_t by = count_phrases(lower, kBy);
  return by == 0 ? 0 : 1.8 + 0.4 * static_cast<double>(std::min<size_t>(by, 4));
}

double telling_outlook(std::string_view lower) {
  static constexpr std::string_view kOutlook[] = {
      "most people", "recover*",  "outlook",   "prognosis",       "go away",      "goes away",  "get better",
      "gets better", "live",      "surviv*",   "life expectancy", "life span",    "lifespan",   "lifelong",
      "life-long",   "fatal",     "death",     "no cure",         "can be cured", "permanent*", "outgrow*",
      "grow out",    "clear* up", "return",    "come back",       "comes back",   "long-term",  "last*",
      "lifetime",    "blindness", "disappear*"};
  static constexpr std::string_view kNot[] = {"treatment include*", "treated with", "diagnos*", "caused by",
                                              "prevent*"};
  if (has_any_phrase(lower, kNot)) return 0;
  const size_t says = count_phrases(lower, kOutlook);
  return says == 0 ? 0 : 1.6 + 0.5 * static_cast<double>(std::min<size_t>(says, 3));
}

double telling_time(std::string_view lower) {
  static constexpr std::string_view kTimes[] = {"day",    "days",  "week",  "weeks",   "month",
                                                "months", "years", "hours", "lifelong"};
  static constexpr std::string_view kLasts[] = {
      "last*", "go away", "goes away", "recover*",   "get better", "gets better", "clear* up",
      "clear", "heal*",   "within",    "disappear*", "lifelong",   "up to"};
  static constexpr std::string_view kNot[] = {"treated for",  "take",       "vaccin*",  "after exposure",
                                              "years of age", "years old",  "diagnos*", "each year",
                                              "before",       "contagious", "spread*",  "medicine*"};
  return has_any_phrase(lower, kTimes) && has_any_phrase(lower, kLasts) && !has_any_phrase(lower, kNot) ? 2.4
                                                                                                        : 0;
}

}  // namespace

double telling(Intent intent, std::string_view lower, size_t named) {
  switch (intent) {
    case Intent::kTreatment:
    case Intent::kLineOfTherapy: return telling_treatment(lower, named);
    case Intent::kCause: return telling_cause(lower);
    case Intent::kSymptoms: return telling_symptoms(lower);
    case Intent::kPrevention: return telling_prevention(lower);
    case Intent::kDiagnosis: return telling_diagnosis(lower);
    case Intent::kPrognosis: return telling_outlook(lower);
    case Intent::kDuration: {
      const double time = telling_time(lower);
      return time > 0 ? time + 1 : telling_outlook(lower);
    }
    default: return 0;
  }
}

}  // namespace attest
