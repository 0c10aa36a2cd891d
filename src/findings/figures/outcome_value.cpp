// An outcome is known by its words. Some words turn others round: who is free of relapse has no relapse, and
// a longer time to recovery is worse. A laboratory value of which nobody can say without its patient whether
// more is better has no value here.
#include "findings/figures/outcome_value.h"

#include "text/phrases.h"

namespace attest {
namespace {

// clang-format off
constexpr std::string_view kUnwantedOutcomes[] = {
    "mortality", "death*", "died", "die", "fatal*", "stroke*", "infarction*", "reinfarction*", "thrombo*",
    "embol*", "relapse*", "relapsed", "recurrence*", "recurred", "hospitali*", "rehospitali*",
    "readmission*",
    "fracture*", "infection*", "infected", "sepsis", "bleeding", "blood loss", "haemorrhag*", "hemorrhag*",
    "failure", "failures",
    "progression", "exacerbation*", "complication*", "adverse", "side effect*", "side-effect*", "toxicit*",
    "pain", "headache*", "morbidity", "cancer", "seizure*", "hazard", "nausea", "vomiting", "vomited",
    "hypotension", "hypotensive", "hypoglycaemi*", "hypoglycemi*", "bradycardia", "tachycardia",
    "arrhythmi*", "dizziness", "sedation", "drowsiness", "somnolence", "constipation", "diarrhoea",
    "diarrhea", "pruritus", "itching", "rash", "cough", "dyspnoea", "dyspnea", "fatigue", "insomnia",
    "anxiety", "depression", "depressive", "agitation", "delirium", "confusion", "disability",
    "impairment*", "symptom", "symptoms", "attacks", "attack rate*", "events", "event rate*", "event",
    "risk",
    "risks", "harm", "harms", "injury", "injuries", "discontinu*", "withdrawal*", "withdrew", "dropout*",
    "drop-out*", "reoperation*", "reintervention*", "revision rate*", "amputation*", "perforation*",
    "leak", "leaks", "fistula*", "stenosis", "restenosis", "rejection", "dehiscence", "ulcer", "ulcers",
    "oedema", "edema", "swelling", "stiffness", "weight gain", "neuropathy", "nephropathy", "retinopathy",
    "neutropenia", "thrombocytopenia", "anaemia", "anemia", "mucositis", "shivering", "incontinence",
    "leakage", "viral load", "blood pressure", "systolic pressure", "diastolic pressure", "parasitaemia",
    "proteinuria", "albuminuria", "hba1c", "cholesterol", "ldl*",
    "triglyceride*", "intraocular pressure", "hospital stay", "length of stay", "hospitalisation",
    "relapsing",
    "ischaemia", "ischemia", "ischaemic", "ischemic", "angina", "wheez*", "heartburn", "dry mouth",
    "hot flushes", "hot flashes", "tumour size", "tumor size", "malformation*", "miscarriage*",
    "preterm birth",
    "caesarean*", "cesarean*", "burden", "severity", "analgesic requirement*", "analgesic consumption",
    "opioid consumption", "morphine consumption", "rescue", "angioedema", "urticaria", "incidence",
    "incontinence episodes", "acidosis", "hyperkalaemia", "hyperkalemia", "pneumonia", "sore throat",
    "hoarseness", "dysphagia", "erythema", "scaling", "itch", "itching", "haematoma*", "hematoma*",
    "phlebitis", "esophagitis", "oesophagitis", "mucositis", "gastritis", "dermatitis", "distress", "anger",
    "suicid*", "parasuicid*", "craving", "tremor*", "spasm*", "cramps", "diarrhoeal", "diarrheal", "wasting",
    "anaemic", "anemic", "stunting", "glycated haemoglobin", "glycated hemoglobin",
    "glycosylated haemoglobin", "glycosylated hemoglobin", "glycosylated hb", "sbp", "dbp", "ldl-c",
    "duration of hospital*", "hospital days", "inpatient days", "days in hospital", "days of hospital*",
    "cardiotoxicity", "congestion", "palpitation*", "sweating", "akathisia", "dyskinesia*",
    "extrapyramidal", "myalgia*", "arthralgia*", "fever", "chills", "hyperglycaemia", "hyperglycemia",
    "crying", "apnoea", "apnea", "deficits", "deteriorat*", "loneliness", "hopelessness", "burnout",
    "caregiver strain", "tenderness", "oligohydramnios", "asphyxia", "stillbirth*", "neonatal loss",
    "low birth weight", "macrosomia", "lacerations", "endometritis", "mastitis", "dysmenorrhea",
    "dysmenorrhoea", "dyspepsia", "bloating", "flatulence", "heart block", "ectopic", "premature beats",
    "tinnitus", "vertigo", "hearing loss", "visual loss", "blindness", "caries", "plaque score*",
    "gingival bleeding", "gingival overgrowth", "periodontitis", "malaria", "parasit*",
};
constexpr std::string_view kWantedOutcomes[] = {
    "survival", "survived", "survivors", "remission*", "cure", "cured", "cure rate*", "success*", "recover*",
    "healing", "healed", "eradicat*", "abstinence", "abstinent", "resolution", "resolved", "pregnancy rate*",
    "live birth*", "response rate*", "responder*", "clinical response*", "complete response*",
    "partial response*", "objective response*", "tumour response*", "tumor response*", "treatment response*",
    "therapeutic response*", "virological response*", "virologic response*", "pain response*",
    "headache response*", "response to treatment", "response to therapy", "responded", "quality of life",
    "quality-of-life", "adherence", "compliance", "persistence with", "patency", "continence", "continent",
    "ejection fraction", "exercise tolerance", "exercise capacity", "exercise duration", "walking distance",
    "bone density", "bone mineral density", "fev1", "forced expiratory", "satisfaction", "satisfied",
    "efficacy", "effectiveness", "improvement*", "improved", "physical function*", "cognitive function*",
    "lung function", "renal function", "sexual function", "visual acuity", "muscle strength",
    "sleep quality",
    "sleep efficiency", "mobility", "benefit*", "relief", "relieved", "well-being", "wellbeing",
    "tolerability",
    "clearance rate*", "fertility", "functional", "global assessment", "social adjustment", "functioning",
    "self-efficacy", "range of motion", "work ability", "immunogenicity", "seroconversion", "seroprotection",
    "glycaemic control", "glycemic control", "blood pressure control", "autonomy",
    "coping", "mood", "vitality", "pain-free", "symptom-free", "walking speed", "gait speed",
    "orr", "overall response", "breastfeeding", "breast-feeding",
};
// What makes good of what is bad.
constexpr std::string_view kTurners[] = {
    "relief", "relieved", "free", "freedom from", "free of", "free from", "survival", "remission*",
    "resolution", "resolved",
    "absence of", "prevention of", "protection", "protected", "control of", "recover*", "improvement*",
    "improved", "pain response*", "headache response*", "eradicat*", "threshold*", "tolerance",
    "cure", "cured", "cure rate*", "healing", "healed", "satisfaction", "response rate*", "responder*",
    "complete response*", "quality of life", "success*", "survived", "clearance rate*", "avoided",
};
constexpr std::string_view kLessOf[] = {"reduction*", "decrease", "decreases", "decline*", "fall in",
    "loss of",
                                        "lack of"};
// The whole has no value that its parts would give it.
constexpr std::string_view kValueless[] = {
    "immune response*", "inflammatory response*", "stress response*", "cell survival", "cell death",
    "risk factor*", "predict*", "cancer cell*", "risk patients", "risk group*", "risk score*",
    "incidence of pregnan*", "incidence of ovulation", "incidence of conception", "incidence of live",
    "stroke volume*", "stroke index", "stroke work", "stroke distance", "cardiac index", "baseline",
    "index event*", "functional and", "symptom onset", "infection control",
};
// clang-format on

}  // namespace

int outcome_value(std::string_view words) {
  if (has_any_phrase(words, kValueless)) return 0;
  // Of the cholesterol in high density lipoproteins more is wanted, of the other less.
  static constexpr std::string_view kGoodLipids[] = {"hdl*", "high density lipoprotein*",
                                                     "high-density lipoprotein*"};
  static constexpr std::string_view kBadLipids[] = {"ldl*",          "low density", "low-density", "total",
                                                    "triglyceride*", "vldl*",       "ratio"};
  const bool good_lipid = has_any_phrase(words, kGoodLipids);
  if (good_lipid) return has_any_phrase(words, kBadLipids) || has_any_phrase(words, kLessOf) ? 0 : 1;
  const bool bad = has_any_phrase(words, kUnwantedOutcomes);
  const bool good = has_any_phrase(words, kWantedOutcomes);
  const bool turned = has_any_phrase(words, kTurners);
  int value = 0;
  if (has_phrase(words, "time to") || has_phrase(words, "time until")) {
    // Until something bad comes or something good.
    if (bad != good) value = bad ? 1 : -1;
  } else if (turned) {
    value = 1;
  } else if (bad != good) {
    value = good ? 1 : -1;
  }
  return has_any_phrase(words, kLessOf) ? -value : value;
}

}  // namespace attest
