#include "answer/choice/result_weight.h"

#include "base/ascii.h"
#include "text/phrases.h"

namespace attest {

bool tells_only_of_markers(std::string_view lower) {
  static constexpr std::string_view kMarkers[] = {"serum",
                                                  "plasma",
                                                  "natriuretic",
                                                  "biomarker*",
                                                  "marker*",
                                                  "cytokine*",
                                                  "crp",
                                                  "hs-crp",
                                                  "c-reactive",
                                                  "interleukin*",
                                                  "il-6",
                                                  "superoxide",
                                                  "renin",
                                                  "eosinophil*",
                                                  "lymphocyte*",
                                                  "leukocyte*",
                                                  "concentration*",
                                                  "oxidative",
                                                  "antioxidant*",
                                                  "endothelial",
                                                  "heart rate variability",
                                                  "hrv",
                                                  "microalbuminuria",
                                                  "insulin resistance",
                                                  "homa*",
                                                  "lipoprotein*",
                                                  "cholesterol",
                                                  "triglyceride*",
                                                  "uric acid",
                                                  "norepinephrine",
                                                  "noradrenaline",
                                                  "prostaglandin*",
                                                  "leukotriene*",
                                                  "metabolite*",
                                                  "receptor*",
                                                  "pharmacokinetic*",
                                                  "auc",
                                                  "cmax",
                                                  "platelet*",
                                                  "fibrinogen",
                                                  "homocysteine"};
  static constexpr std::string_view kFelt[] = {
      "symptom*",  "pain*",        "mortality",       "death*",     "died",           "surviv*",
      "relaps*",   "remission",    "quality of life", "hospital*",  "function*",      "exacerbation*",
      "attack*",   "respon*",      "heal*",           "cure*",      "cured",          "event*",
      "score*",    "stroke*",      "fracture*",       "infarction", "relief",         "recurren*",
      "seizure*",  "bleed*",       "disability",      "walking",    "sleep",          "anxiety",
      "depress*",  "itch*",        "lesion*",         "hba1c",      "blood pressure", "episode*",
      "frequency", "severity",     "progression",     "effective*", "efficacy",       "tolerat*",
      "adverse",   "side effect*", "clinical*",       "eradicat*",  "sustained",      "control*"};
  return has_any_phrase(lower, kMarkers) && !has_any_phrase(lower, kFelt);
}

int lateness_of_result(std::string_view sentence) {
  constexpr size_t kLongBytes = 420;
  constexpr int kLast = 2;
  if (tells_only_of_markers(lower_ascii(sentence))) return kLast;
  return sentence.size() > kLongBytes ? 1 : 0;
}

}  // namespace attest
