#include "findings/cues.h"

#include <algorithm>
#include <iterator>

#include "base/affix.h"
#include "findings/effects/null_results.h"
#include "text/phrases.h"

namespace attest::cues {

// clang-format off
bool hedged(std::string_view lower) {
  static constexpr std::string_view kPhrases[] = {
      "may", "might", "could", "suggest*", "appear*", "seem*", "possibly", "probably",
      "likely", "potential*", "propose*",
  };
  return has_any_phrase(lower, kPhrases);
}

bool negated(std::string_view lower) {
  static constexpr std::string_view kPhrases[] = {
      "no", "not", "neither", "nor", "without", "never", "cannot", "none", "failed to", "lack of",
  };
  return has_any_phrase(lower, kPhrases);
}

bool about_harm(std::string_view lower) {
  static constexpr std::string_view kPhrases[] = {
      "adverse event*", "adverse effect*", "adverse reaction*", "side effect*", "side-effect*",
      "complication*", "toxicity", "toxicities", "incontinence", "harm", "harms", "reintervention*",
      "reoperation*", "fistula", "leak", "discontinu* due to", "withdrawal* due to", "withdrew because of",
      "hypoglycaemia", "hypoglycemia", "hepatotoxicity", "nephrotoxicity", "teratogenic*", "overdose",
      "drowsiness", "weight gain",
      "safe and well tolerated", "well tolerated", "angioedema", "rash", "serious event*", "contraindicated",
      "abuse potential", "rectal pain", "poisoning", "excess risk*", "risks exceeded", "risks exceed",
  };
  // What treatments cause in some and prevent in others.
  static constexpr std::string_view kEitherWay[] = {
      "mortality", "bleeding", "haemorrhage", "hemorrhage", "injury", "infection*", "fracture*", "morbidity",
      "hypotension", "nausea", "vomiting", "dizziness", "cough", "sedation",
  };
  static constexpr std::string_view kMore[] = {
      "increas*", "higher", "caus*", "excess", "due to", "induced", "after treatment", "more common",
  };
  static constexpr std::string_view kLess[] = {"reduc*", "lower*", "decreas*", "prevent*",
                                             "fewer", "protect*"};
  if (has_any_phrase(lower, kPhrases)) return true;
  return has_any_phrase(lower, kEitherWay) && has_any_phrase(lower, kMore) && !has_any_phrase(lower, kLess);
}

bool no_harm(std::string_view lower) {
  static constexpr std::string_view kPhrases[] = {
      "no morbidity", "no adverse", "no complication*", "no serious",
      "no side effect*", "without complication*",
      "without adverse", "no significant adverse", "well tolerated", "no deaths", "without morbidity",
  };
  return has_any_phrase(lower, kPhrases);
}

bool uncertainty(std::string_view lower) {
  static constexpr std::string_view kPhrases[] = {
      "risk of bias", "inconclusive", "insufficient evidence", "limited evidence", "evidence is limited",
      "uncertain*", "low certainty", "low-certainty", "low quality", "low-quality", "heterogene*",
      "further research",
      "further studies", "more research", "larger trials", "further trials", "no randomised",
      "no randomized",
      "no placebo-controlled", "placebo-controlled randomised trials are lacking",
      "are lacking", "is lacking",
      "no comparison group", "no control group", "no untreated", "not independent", "not be pooled",
      "meta-analysis was not possible", "meta-analysis possible", "implausibl*", "cannot be separated",
      "too mixed",
      "wide interval", "interval is wide", "very wide", "lower than the success rates", "conflicting",
      "controversial", "remains unclear", "is unclear", "not well established",
      "no evidence", "small and retrospective",
      "trial was small", "series was small", "series was very small", "studies were small",
      "chance findings",
  };
  // Studies that agree are no reason for doubt.
  static constexpr std::string_view kAgree[] = {"no heterogene*", "no significant heterogene*",
      "no statistical heterogene*", "no evidence of heterogene*", "heterogeneity was not",
      "low heterogene*"};
  if (has_any_phrase(lower, kAgree)) return false;
  return has_any_phrase(lower, kPhrases);
}

bool warning_sign(std::string_view lower) {
  static constexpr std::string_view kPhrases[] = {
      "red flag*", "warning sign*", "alarm symptom*", "alarm feature*", "see a doctor", "seek medical",
      "medical emergency", "emergency department", "emergency room", "emergency care",
      "call your doctor", "sign of bowel cancer", "sign of cancer", "immediate medical",
      "seek care", "urgent referral",
      "go to the hospital", "call 911", "stop if there is pain",
  };
  return has_any_phrase(lower, kPhrases);
}

bool prevalence(std::string_view lower) {
  static constexpr std::string_view kPhrases[] = {
      "prevalence", "incidence", "person-years", "per 100,000", "per 100 000", "how common", "affects about",
      "affects approximately", "affects up to", "occurs in", "people are affected",
      "found in 39%", "epidemiolog*",
      "up to half of", "is common", "is rare", "most common in", "per 1,000", "an estimated",
  };
  // "Excess risks per 10 000 person-years attributable to X": what X does.
  static constexpr std::string_view kOfTreatment[] = {"excess risk*", "attributable to", "risk reduction*"};
  if (has_any_phrase(lower, kOfTreatment)) return false;
  return has_any_phrase(lower, kPhrases);
}

bool predictor(std::string_view lower) {
  static constexpr std::string_view kPhrases[] = {
      "predict*", "prognostic", "associated with response", "associated with success",
      "associated with failure",
      "associated with poor", "associated with better", "risk factor*", "independent factor*",
  };
  return has_any_phrase(lower, kPhrases);
}

bool definition(std::string_view lower) {
  static constexpr std::string_view kPhrases[] = {
      "is defined as", "are defined as", "is characterised by", "is characterized by",
      "refers to", "is a condition",
      "is a disorder", "is a disease", "is a functional", "is a chronic",
      "is an inherited", "is a type of", "is a rare",
      "is a group of", "are a group of", "is an infection", "is the term", "is called", "is a common",
      "defines",
      "is a syndrome", "is a genetic", "is an autoimmune", "is an inflammat*", "is a form of", "means that",
      "is a defecation disorder", "is inflammation of", "is when", "occurs when",
      "is a problem", "is cancer that",
      "is a medical condition", "is a progressive", "is a serious", "is a viral", "is a bacterial",
  };
  return has_any_phrase(lower, kPhrases);
}

bool diagnosis(std::string_view lower) {
  static constexpr std::string_view kPhrases[] = {
      "diagnos*", "sensitivity", "specificity", "predictive value", "likelihood ratio", "manometry",
      "balloon expulsion",
      "defecography", "screening", "test for", "tests for", "blood test*", "biopsy", "imaging", "x-ray*",
      "ultrasound",
      "mri", "ct scan", "examination", "criteria", "electromyography", "area under the curve",
      "investigations",
      "laboratory tests", "differential", "clinical features", "symptoms include",
      "signs and symptoms", "symptoms of",
  };
  return has_any_phrase(lower, kPhrases);
}

bool mechanism(std::string_view lower) {
  static constexpr std::string_view kPhrases[] = {
      "mechanism*", "pathophysiolog*", "mediated by", "works by", "work by", "acts by",
      "acts on", "blocks", "inhibits",
      "resembled", "pathogenesis", "is thought to", "mode of action",
  };
  return has_any_phrase(lower, kPhrases);
}

bool effect_duration(std::string_view lower) {
  static constexpr std::string_view kPhrases[] = {
      "lasted", "lasts", "benefit lasted", "duration of effect",
      "duration of benefit", "duration of response",
      "maintained at", "was maintained", "were maintained", "sustained", "persisted", "held at",
      "relapse*", "recurred",
      "recurrence", "relief for more than", "effect wore off", "wears off", "durable", "long-term",
      "at 12 months",
      "at 24 months", "at one year", "years after",
  };
  return has_any_phrase(lower, kPhrases);
}

bool benefit_outcome(std::string_view lower) {
  static constexpr std::string_view kPhrases[] = {
      "improve*", "relief", "relieved", "success*", "respon*", "satisf*", "cure*", "remission",
      "recover*", "resol*",
      "effective*", "efficacy", "benefit*", "healed", "healing", "corrected", "normalis*", "normaliz*",
      "reduc*",
      "decreas*", "survival", "intercourse", "controlled", "eradicat*", "pain-free",
      "seizure-free", "continen*",
      "relax*", "lower*", "prevent*",
  };
  return has_any_phrase(lower, kPhrases);
}

bool compares(std::string_view lower) {
  static constexpr std::string_view kPhrases[] = {
      "versus", "vs", "compared with", "compared to", "than", "superior", "inferior", "non-inferior",
      "difference between",
      "differ", "against", "as good as", "as effective as", "equivalent",
  };
  return has_any_phrase(lower, kPhrases);
}

bool tells_direction(std::string_view lower) {
  static constexpr std::string_view kPhrases[] = {
      "less effective", "worse", "inferior to", "increased the risk", "higher mortality", "harmful",
      "deteriorat*", "superior", "more effective", "better than", "greater improvement",
      "significantly improved", "significantly reduced",
      "significantly higher", "significantly lower", "increased the odds", "improved",
      "improvement", "reduced", "relief",
      "effective", "success*", "more often", "relieved", "corrected", "benefit*",
      "lower risk", "satisfied", "favour*",
      "favor*", "responded", "response", "failed to", "fewer", "no demonstrable effect*", "not improve",
  };
  return find_null(lower).found() || has_any_phrase(lower, kPhrases);
}

std::string_view recommendation_strength(std::string_view lower) {
  static constexpr std::string_view kStrong[] = {"strongly recommend*", "strong recommendation", "strong"};
  static constexpr std::string_view kConditional[] = {
      "conditional recommendation", "conditionally recommend*",
                                                      "weak recommendation", "we suggest"};
  if (has_any_phrase(lower, kStrong)) return "strong";
  if (has_any_phrase(lower, kConditional)) return "conditional";
  return {};
}

namespace {

bool names_treatment(std::string_view words) {
  static constexpr std::string_view kTreatment[] = {
      "treatment*", "therap*", "monotherapy", "pharmacotherapy", "chemotherapy", "medication*", "drug*",
      "medicine*", "agent*", "regimen*", "trial of", "trials of", "course of", "courses of", "use of",
      "conservative", "conservatively", "first-line", "second-line", "operation*", "surgery", "surgical",
      "antibiotic*", "injection*", "exercise*", "laxative*", "intervention*", "dose", "doses", "measures",
      "treated", "taking", "receiving",
  };
  return has_any_phrase(words, kTreatment);
}

// A treatment that failed: no heart that fails, and nobody who failed to attend.
bool treatment_failed(std::string_view clause) {
  static constexpr std::string_view kFailure[] = {
      "not respond*", "not effective", "ineffective", "unsuccessful", "refractory", "does not help",
      "not tolerated", "can't take", "cannot take", "not working", "not an option", "not suitable",
      "contraindicated", "inadequate response", "inadequate relief", "inadequate control",
      "inadequately controlled", "response is inadequate", "relief is inadequate", "control is inadequate",
  };
  static constexpr std::string_view kOrgans[] = {
      "heart", "cardiac", "renal", "kidney", "kidneys", "liver", "hepatic", "respiratory", "organ", "pump",
      "ventricular", "circulatory", "ovarian", "marrow", "intestinal", "pulmonary", "lung", "growth",
      "adrenal", "pituitary", "testicular", "placental", "autonomic", "haemodynamic", "hemodynamic", "graft",
      "multiorgan", "pancreatic", "gut", "kidney's",
  };
  static constexpr std::string_view kToWork[] = {" to respond", " to improve", " to benefit", " to work",
                                                 " to help", " to control", " to relieve", " to resolve",
                                                 " to achieve", " to provide", " to heal"};
  if (has_any_phrase(clause, kFailure) ||
      (has_phrase(clause, "inadequate") && names_treatment(clause)))
    return true;
  constexpr size_t kNear = 22;
  for (size_t at = find_phrase(clause, "fail*"); at != std::string_view::npos;
       at = find_phrase(clause, "fail*", at + 1)) {
    size_t end = at;
    while (end < clause.size() && clause[end] >= 'a' && clause[end] <= 'z') ++end;
    const std::string_view word = clause.substr(at, end - at);
    const std::string_view before = clause.substr(at > kNear ? at - kNear : 0, std::min(kNear, at));
    const std::string_view behind = clause.substr(end, kNear);
    if (word.starts_with("failure")) {
      // Of an organ, or of nothing that is named.
      if (has_any_phrase(before, kOrgans) || has_any_phrase(behind, kOrgans)) continue;
      if (behind.starts_with(" to thrive")) continue;
      return true;
    }
    if (word == "failing" && has_any_phrase(behind, kOrgans)) continue;
    if (has_any_phrase(before, kOrgans)) continue;
    if (behind.starts_with(" to ") &&
        !starts_with_one_of(behind, kToWork))
      continue;
    return true;
  }
  return false;
}

// "Despite the promising results of treatment": nothing had failed.
bool praises(std::string_view clause) {
  static constexpr std::string_view kGood[] = {
      "promising", "efficacy", "effectiveness", "effective", "benefit*", "advantage*", "success*", "progress",
      "advances", "improvements", "widespread", "recommendation*", "popularity", "evidence", "availability",
      "introduction", "high cost*", "risk*", "range of", "variety of", "options", "choice of",
  };
  return has_any_phrase(clause, kGood);
}

}  // namespace

Trigger find_trigger(std::string_view lower) {
  struct Cue {
    std::string_view phrase;
    bool needs_failure;  // only when a word of failure follows in the same clause
  };
  static constexpr Cue kCues[] = {
      {"after failure of", false},   {"after failed", false},        {"following failure of", false},
      {"failure of", false},         {"refractory to", false},       {"unresponsive to", false},
      {"not responding to", false},  {"who did not respond to", false}, {"who failed", true},
      {"intolerant of", false},      {"intolerant to", false},       {"resistant to", false},
      {"in whom", true},             {"after", true},                {"when", true},
      {"if", true},                  {"once", true},                 {"following conservative", false},
      {"after conservative", false}, {"patients who", true},         {"inadequate response to", false},
      {"despite", false},
  };
  for (const Cue& cue : kCues) {
    for (size_t at = find_phrase(lower, cue.phrase); at != std::string_view::npos;
         at = find_phrase(lower, cue.phrase, at + 1)) {
      size_t end = lower.find_first_of(",;:.()", at);
           while (end != std::string_view::npos && lower[end] == '.' && lower.substr(end + 1, 1) != " " &&
             end + 1 < lower.size()) {
        end = lower.find_first_of(",;:.()", end + 1);
      }
      if (end == std::string_view::npos) end = lower.size();
      const std::string_view clause = lower.substr(at, end - at);
      if (cue.needs_failure && !treatment_failed(clause)) continue;
      // "Failure of the left ventricle" is none of a treatment, and one may act despite many things.
      if (cue.phrase.find("failure of") != std::string_view::npos && !treatment_failed(clause)) continue;
      if (cue.phrase == "despite" && (!names_treatment(clause) || praises(clause))) continue;
      return {at, end};
    }
  }
  return {};
}

bool move_on(std::string_view lower) {
  static constexpr std::string_view kPhrases[] = {
      "before constipation is called refractory", "is called refractory",
      "before the label refractory", "should be looked for",
      "considered refractory", "consider treatment failure",
      "if there is no improvement", "if no improvement",
      "if there is no response", "should be switched", "should switch to", "treatment should be stopped",
      "should prompt", "when botulinum toxin fails", "if symptoms persist", "second-line therapy should",
  };
  return has_any_phrase(lower, kPhrases);
}
// clang-format on

}  // namespace attest::cues
