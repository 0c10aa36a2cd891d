#include "reconcile/outcomes/outcome_names.h"

#include <algorithm>
#include <iterator>

#include "base/ascii.h"
#include "text/phrases.h"

namespace attest {

namespace {

struct OutcomeName {
  std::string_view phrase;
  std::string_view name;
  int wanted;
  int sense = 1;
  bool result = true;
};

// At one place the longest phrase counts.
constexpr OutcomeName kOutcomes[] = {
    {"mortality", "death", -1},
    {"death*", "death", -1},
    {"died", "death", -1},
    {"fatalit*", "death", -1},
    {"case fatalit*", "death", -1},
    {"survival", "death", -1, -1},
    {"overall survival", "death", -1, -1},
    {"progression-free survival", "progression", -1, -1},
    {"progression free survival", "progression", -1, -1},
    {"pfs", "progression", -1, -1},
    {"disease-free survival", "recurrence or death", -1, -1},
    {"recurrence-free survival", "recurrence or death", -1, -1},
    {"relapse-free survival", "recurrence or death", -1, -1},
    {"event-free survival", "event-free survival", 1},
    {"graft survival", "graft survival", 1},
    {"implant survival", "implant survival", 1},
    {"time to progression", "progression", -1, -1},
    {"recurrence*", "recurrence", -1},
    {"recurred", "recurrence", -1},
    {"disease recurrence*", "recurrence", -1},
    {"relapse*", "recurrence", -1},
    {"readmission*", "readmission", -1},
    {"rehospitalisation*", "readmission", -1},
    {"rehospitalization*", "readmission", -1},
    {"hospitalisation*", "hospital admission", -1},
    {"hospitalization*", "hospital admission", -1},
    {"hospital admission*", "hospital admission", -1},
    {"admission rate*", "hospital admission", -1},
    {"admissions", "hospital admission", -1},
    {"remission", "remission", 1},
    {"remission rate*", "remission", 1},
    {"response rate*", "response", 1},
    {"responder*", "response", 1},
    {"clinical response", "response", 1},
    {"cure rate*", "cure", 1},
    {"clinical cure", "cure", 1},
    {"cured", "cure", 1},
    {"eradication", "eradication", 1},
    {"eradication rate*", "eradication", 1},
    {"healing", "healing", 1},
    {"healed", "healing", 1},
    {"healing rate*", "healing", 1},
    {"success rate*", "success", 1},
    {"treatment success", "success", 1},
    {"treatment failure*", "treatment failure", -1},
    {"live birth*", "live birth", 1},
    {"live birth rate*", "live birth", 1},
    {"pregnancy rate*", "pregnancy", 1},
    {"clinical pregnancy", "pregnancy", 1},
    {"ongoing pregnancy", "pregnancy", 1},
    {"ovulation", "ovulation", 1},
    {"ovulation rate*", "ovulation", 1},
    {"miscarriage*", "miscarriage", -1},
    {"pregnancy loss*", "miscarriage", -1},
    {"stillbirth*", "stillbirth", -1},
    {"preterm birth*", "preterm birth", -1},
    {"preterm deliver*", "preterm birth", -1},
    {"premature birth*", "preterm birth", -1},
    {"premature deliver*", "preterm birth", -1},
    {"preeclampsia", "pre-eclampsia", -1},
    {"pre-eclampsia", "pre-eclampsia", -1},
    {"cesarean*", "caesarean section", 0},
    {"caesarean*", "caesarean section", 0},
    {"low birth weight", "low birth weight", -1},
    {"birth weight", "birth weight", 0},
    {"pain", "pain", -1},
    {"pain score*", "pain", -1},
    {"pain level*", "pain", -1},
    {"pain rating*", "pain", -1},
    {"vas pain", "pain", -1},
    {"vas pain score*", "pain", -1},
    {"nrs pain", "pain", -1},
    {"nrs pain score*", "pain", -1},
    {"pain reduction", "pain", -1, -1},
    {"pain improvement", "pain", -1, -1},
    {"pain intensity", "pain", -1},
    {"pain severity", "pain", -1},
    {"pain relief", "pain", -1, -1},
    {"analgesia", "pain", -1, -1},
    {"opioid consumption", "opioid consumption", -1},
    {"morphine consumption", "opioid consumption", -1},
    {"nausea", "nausea", -1},
    {"vomiting", "vomiting", -1},
    {"nausea and vomiting", "nausea and vomiting", -1},
    {"ponv", "postoperative nausea and vomiting", -1},
    {"bleeding", "bleeding", -1},
    {"bleeding event*", "bleeding", -1},
    {"haemorrhage*", "bleeding", -1},
    {"hemorrhage*", "bleeding", -1},
    {"rebleeding", "rebleeding", -1},
    {"blood loss", "blood loss", -1},
    {"transfusion*", "transfusion", -1},
    {"blood transfusion*", "transfusion", -1},
    {"transfusion rate*", "transfusion", -1},
    {"stroke*", "stroke", -1},
    {"myocardial infarction*", "myocardial infarction", -1},
    {"heart attack*", "myocardial infarction", -1},
    {"cardiovascular event*", "cardiovascular events", -1},
    {"cardiovascular disease", "cardiovascular events", -1},
    {"adverse cardiac events", "cardiovascular events", -1},
    {"thromboembolism", "thromboembolism", -1},
    {"venous thromboembolism", "venous thromboembolism", -1},
    {"deep vein thrombosis", "deep vein thrombosis", -1},
    {"dvt", "deep vein thrombosis", -1},
    {"vte", "venous thromboembolism", -1},
    {"pulmonary embolism", "pulmonary embolism", -1},
    {"atrial fibrillation", "atrial fibrillation", -1},
    {"heart failure", "heart failure", -1},
    {"kidney injury", "kidney injury", -1},
    {"acute kidney injury", "kidney injury", -1},
    {"acute renal failure", "kidney injury", -1},
    {"aki", "kidney injury", -1},
    {"contrast-induced nephropathy", "contrast nephropathy", -1},
    {"contrast nephropathy", "contrast nephropathy", -1},
    {"renal replacement therapy", "renal replacement therapy", -1},
    {"dialysis", "renal replacement therapy", -1},
    {"mechanical ventilation", "mechanical ventilation", -1},
    {"intubation", "intubation", -1},
    {"infection*", "infection", -1},
    {"surgical site infection*", "surgical site infection", -1},
    {"wound infection*", "surgical site infection", -1},
    {"superinfection*", "superinfection", -1},
    {"sepsis", "sepsis", -1},
    {"pneumonia", "pneumonia", -1},
    {"diarrhoea", "diarrhoea", -1},
    {"diarrhea", "diarrhoea", -1},
    {"exacerbation*", "exacerbation", -1},
    {"fracture*", "fracture", -1},
    {"falls", "falls", -1},
    {"fall rate*", "falls", -1},
    {"rate of falling", "falls", -1},
    {"complication*", "complications", -1},
    {"complication rate*", "complications", -1},
    {"adverse event*", "adverse events", -1},
    {"side effect*", "adverse events", -1},
    {"adverse effect*", "adverse events", -1},
    {"serious adverse event*", "serious adverse events", -1},
    {"aes", "adverse events", -1},
    {"saes", "serious adverse events", -1},
    {"reoperation*", "reoperation", -1},
    {"reintervention*", "reoperation", -1},
    {"withdrawal*", "withdrawal", -1},
    {"dropout*", "withdrawal", -1},
    {"discontinuation*", "withdrawal", -1},
    {"incontinence", "incontinence", -1},
    {"quality of life", "quality of life", 1},
    {"qol", "quality of life", 1},
    {"hrqol", "quality of life", 1},
    {"depressive symptom*", "depressive symptoms", -1},
    {"symptom*", "symptoms", -1},
    {"symptom score*", "symptoms", -1},
    {"symptom relief", "symptoms", -1, -1},
    {"symptom severity", "symptoms", -1},
    {"symptom reduction", "symptoms", -1, -1},
    {"symptom improvement", "symptoms", -1, -1},
    {"symptomatic improvement", "symptoms", -1, -1},
    {"relief of symptoms", "symptoms", -1, -1},
    {"relief of pain", "pain", -1, -1},
    {"seizure*", "seizures", -1},
    {"delirium", "delirium", -1},
    {"anxiety", "anxiety", -1},
    {"fatigue", "fatigue", -1},
    {"function", "function", 1},
    {"physical function", "physical function", 1},
    {"abstinence", "abstinence", 1},
    {"abstinence rate*", "abstinence", 1},
    {"stone passage", "stone passage", 1},
    {"expulsion rate*", "stone passage", 1},
    {"stone expulsion", "stone passage", 1},
    {"stone-free rate*", "stone-free rate", 1},
    {"body weight", "body weight", 0},
    {"weight loss", "weight loss", 1},
    {"blood pressure", "blood pressure", 0},
    {"systolic blood pressure", "systolic blood pressure", 0},
    {"hba1c", "hba1c", -1},
    {"glycated haemoglobin", "hba1c", -1},
    {"glycated hemoglobin", "hba1c", -1},
    {"glycosylated haemoglobin", "hba1c", -1},
    {"glycosylated hemoglobin", "hba1c", -1},
    {"haemoglobin a1c", "hba1c", -1},
    {"hemoglobin a1c", "hba1c", -1},
    {"weight", "body weight", 0},
    {"weight gain", "weight gain", 0},
    {"fev1", "FEV1", 1},
    {"fev(1)", "FEV1", 1},
    {"forced expiratory volume in 1 second", "FEV1", 1},
    {"forced expiratory volume in one second", "FEV1", 1},
    {"lung function", "lung function", 1},
    {"ldl cholesterol", "LDL cholesterol", -1},
    {"ldl-cholesterol", "LDL cholesterol", -1},
    {"ldl-c", "LDL cholesterol", -1},
    {"low-density lipoprotein cholesterol", "LDL cholesterol", -1},
    {"hdl cholesterol", "HDL cholesterol", 1},
    {"hdl-cholesterol", "HDL cholesterol", 1},
    {"hdl-c", "HDL cholesterol", 1},
    {"total cholesterol", "total cholesterol", -1},
    {"triglycerides", "triglycerides", -1},
    {"hypoglycaemia", "hypoglycaemia", -1},
    {"hypoglycemia", "hypoglycaemia", -1},
    {"hypoglycaemic event*", "hypoglycaemia", -1},
    {"hypoglycemic event*", "hypoglycaemia", -1},
    {"dyspnoea", "breathlessness", -1},
    {"dyspnea", "breathlessness", -1},
    {"breathlessness", "breathlessness", -1},
    {"panss total score*", "PANSS total score", -1},
    {"panss score*", "PANSS total score", -1},
    {"disability", "disability", -1},
    {"disease activity", "disease activity", -1},
    {"pruritus", "itching", -1},
    {"itching", "itching", -1},
    {"hypotension", "hypotension", -1},
    {"bradycardia", "bradycardia", -1},
    {"shivering", "shivering", -1},
    {"ejection fraction", "ejection fraction", 1},
    {"exercise capacity", "exercise capacity", 1},
    {"intraocular pressure", "intraocular pressure", -1},
    {"amputation*", "amputation", -1},
    {"proteinuria", "proteinuria", -1},
    {"albuminuria", "albuminuria", -1},
    {"bone mineral density", "bone mineral density", 1},
    {"visual acuity", "visual acuity", 1},
    {"headache*", "headache", -1},
    {"headache days", "headache", -1},
    {"length of stay", "length of stay", -1},
    {"hospital stay", "length of stay", -1},
    {"length of hospital stay", "length of stay", -1},
    {"hospital length of stay", "length of stay", -1},
    {"duration of hospitalization", "length of stay", -1},
    {"duration of hospitalisation", "length of stay", -1},
    {"length of icu stay", "icu length of stay", -1},
    {"icu length of stay", "icu length of stay", -1},
    {"icu stay", "icu length of stay", -1},
    {"operative time", "operating time", -1, 1, false},
    {"operation time", "operating time", -1, 1, false},
    {"cost*", "cost", -1, 1, false},
    {"satisfaction", "satisfaction", 1},
};

// What may stand before the name of an outcome and leaves it as it is. Everything else narrows it.
constexpr std::string_view kNeutral =
    " a absolute after although despite though whereas while before during following undergoing additional "
    "affect affected affects against all "
    "all-cause alleviating also an and"
    " any are as associated at average better between both by change changes clinical comparable"
    " compared conclusion conclusions controlling crude cumulative decrease decreased decreases"
    " decreasing developed did difference differences e.g early effect effects equivalent"
    " day days experienced fewer findings for from further future greater group had has have health-related"
    " high higher hospital i.e icu impact improve improved improves improving in in-hospital"
    " incidence including increase increased increases increasing influence is its late less"
    " long-term longer low lower lowered lowers mean median month months more new new-onset no nor not "
    "observed of on one"
    " or other outcome outcomes overall participants patient patients prevent prevented preventing"
    " prevents primary prolong prolonged prolonging prolongs raised raises rate rates reduce reduced"
    " reduces reducing regard regarding relative relieving reported require required respectively"
    " results risk risk-adjusted risks same secondary several short-term shorter significant"
    " significantly similar some statistically study subjects subsequent such than that the their to"
    " total treating two was were week weeks were when which with without worse year years ";

std::string_view word_before(std::string_view lower, size_t at) {
  size_t end = at;
  while (end > 0 && lower[end - 1] == ' ') --end;
  size_t start = end;
  while (start > 0 && (is_word_byte(lower[start - 1]) || lower[start - 1] == '-')) --start;
  return lower.substr(start, end - start);
}

// "30-day", "one-year", "2".
bool is_time_or_number(std::string_view word) {
  static constexpr std::string_view kUnits[] = {"-hour", "-day", "-week", "-month", "-year"};
  return (!word.empty() && is_digit(word.front())) ||
         std::any_of(std::begin(kUnits), std::end(kUnits),
                     [&](std::string_view unit) { return word.ends_with(unit); });
}

// "Headache relief", "seizure-free days": the more of it, the less of what is unwanted.
size_t reversed_behind(std::string_view lower, size_t end) {
  static constexpr std::string_view kBehind[] = {
      "relief",    "response", "responses", "freedom",     "resolution", "remission", "control",
      "clearance", "free",     "cessation", "improvement", "reduction",  "recovery",  "response rate"};
  const std::string_view rest = lower.substr(end);
  if (rest.empty() || (rest.front() != ' ' && rest.front() != '-')) return 0;
  size_t length = 0;
  for (const std::string_view word : kBehind) {
    const size_t stop = 1 + word.size();
    if (rest.substr(1).starts_with(word) && (stop == rest.size() || !is_word_byte(rest[stop])))
      length = std::max(length, stop);
  }
  if (length == 0) return 0;
  const std::string_view behind = rest.substr(length);
  // "Infection control measures", "stroke-free survival" are other things.
  for (const std::string_view other :
       {" measure", " program", " group", " arm", " survival", " of ", " surviv"}) {
    if (behind.starts_with(other)) return 0;
  }
  return length;
}

// "Relief of headache", "freedom from seizures": where the words for it start; else `start`.
size_t reversed_before(std::string_view lower, size_t start) {
  static constexpr std::string_view kBefore[] = {
      "relief of ",    "relief from ",  "resolution of ",    "freedom from ", "cessation of ",
      "absence of ",   "clearance of ", "remained free of ", "free of ",      "free from ",
      "remission of ", "control of ",   "remission from ",   "recovery from "};
  const std::string_view before = lower.substr(0, start);
  for (const std::string_view words : kBefore) {
    if (before.ends_with(words) &&
        (before.size() == words.size() || before[before.size() - words.size() - 1] == ' '))
      return start - words.size();
  }
  return start;
}

// "Postoperative mortality" is when it was counted; postoperative pain and sickness are complaints of their
// own.
bool tells_time(std::string_view narrow, std::string_view name) {
  if (narrow != "postoperative" && narrow != "perioperative" && narrow != "post-operative") return false;
  static constexpr std::string_view kOwn[] = {"pain", "nausea", "vomiting", "headache", "opioid"};
  return std::none_of(std::begin(kOwn), std::end(kOwn),
                      [&](std::string_view own) { return name.starts_with(own); });
}

}  // namespace

std::string narrowing_word(std::string_view lower, size_t start) {
  // "Cardiovascular morbidity and mortality" are both of the heart.
  constexpr std::string_view kMorbidity = "morbidity and ";
  if (lower.substr(0, start).ends_with(kMorbidity)) start -= kMorbidity.size();
  const std::string_view word = word_before(lower, start);
  if (word.empty() || is_time_or_number(word)) return {};
  if (kNeutral.find(" " + std::string(word) + " ") != std::string_view::npos) return {};
  return std::string(word);
}

std::vector<OutcomePlace> find_outcomes(std::string_view lower) {
  std::vector<OutcomePlace> places;
  for (const OutcomeName& outcome : kOutcomes) {
    const size_t bytes = outcome.phrase.size() - (outcome.phrase.ends_with('*') ? 1 : 0);
    for (size_t at = find_phrase(lower, outcome.phrase); at != std::string_view::npos;
         at = find_phrase(lower, outcome.phrase, at + 1)) {
      size_t end = at + bytes;
      while (end < lower.size() && is_letter_byte(lower[end])) ++end;
      places.push_back({std::string(outcome.name), outcome.wanted, outcome.sense, outcome.result, at, end});
    }
  }
  std::sort(places.begin(), places.end(), [](const OutcomePlace& a, const OutcomePlace& b) {
    return a.start != b.start ? a.start < b.start : a.end > b.end;
  });
  std::vector<OutcomePlace> longest;
  for (OutcomePlace& place : places) {
    if (!longest.empty() && place.start < longest.back().end) continue;
    size_t named_from = place.start;
    if (std::string narrow = narrowing_word(lower, place.start); !narrow.empty()) {
      if (!tells_time(narrow, place.name)) place.name = narrow + " " + place.name;
      if (const size_t at = lower.rfind(narrow, place.start); at != std::string_view::npos) named_from = at;
    }
    if (place.wanted < 0 && place.sense > 0 && place.result) {
      const size_t before = reversed_before(lower, named_from);
      const size_t behind = reversed_behind(lower, place.end);
      if (before != named_from) {
        place.start = before;
        place.sense = -1;
      } else if (behind != 0) {
        place.end += behind;
        place.sense = -1;
      }
    }
    longest.push_back(std::move(place));
  }
  return longest;
}

}  // namespace attest
