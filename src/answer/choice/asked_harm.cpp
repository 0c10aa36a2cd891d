#include "answer/choice/asked_harm.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/ascii.h"
#include "evidence/relevance.h"
#include "findings/cues.h"
#include "findings/effects/less_harm.h"
#include "question/words.h"
#include "text/phrases.h"

namespace attest {
namespace {

constexpr auto kSafetyWords = std::to_array<std::string_view>({"adverse*",
                                                               "side effect*",
                                                               "side-effect*",
                                                               "complication*",
                                                               "complicated by",
                                                               "harm",
                                                               "harms",
                                                               "harmful",
                                                               "harmed",
                                                               "safe",
                                                               "safely",
                                                               "safety",
                                                               "unsafe",
                                                               "danger*",
                                                               "hazard*",
                                                               "toler*",
                                                               "toxic*",
                                                               "contraindicat*",
                                                               "contra-indicat*",
                                                               "caution*",
                                                               "addict*",
                                                               "dependence",
                                                               "withdrawals due",
                                                               "teratogen*",
                                                               "malformation*",
                                                               "birth defect*",
                                                               "poison*",
                                                               "overdose*",
                                                               "be avoided",
                                                               "avoid",
                                                               "reaction",
                                                               "reactions",
                                                               "not be used",
                                                               "not be given",
                                                               "not be taken",
                                                               "not take",
                                                               "not recommended",
                                                               "damage*",
                                                               "fatal*",
                                                               "life-threatening",
                                                               "allerg*",
                                                               "discontinued because",
                                                               "discontinued due",
                                                               "stopped because",
                                                               "withdrew"});
// Unwanted things that treatments bring; others they prevent.
constexpr auto kUnwanted = std::to_array<std::string_view>(
    {"bleeding",  "haemorrhage*", "hemorrhage*", "nausea",   "vomiting",     "diarrhoea",  "diarrhea",
     "cough",     "infection*",   "fracture*",   "ulcer*",   "perforation*", "dizziness",  "drowsiness",
     "headache*", "constipation", "insomnia",    "rash*",    "hypotension",  "injur*",     "death*",
     "mortality", "died",         "stroke*",     "thrombo*", "cancer*",      "depression", "swelling",
     "leak*",     "sleepi*",      "dry mouth"});
constexpr auto kBringsHarm = std::to_array<std::string_view>({"cause",
                                                              "causes",
                                                              "caused",
                                                              "causing",
                                                              "increas*",
                                                              "risk",
                                                              "risks",
                                                              "higher",
                                                              "induced",
                                                              "led to",
                                                              "lead to",
                                                              "leads to",
                                                              "more common",
                                                              "occurred",
                                                              "associated with",
                                                              "developed in",
                                                              "patients developed",
                                                              "people developed",
                                                              "women developed",
                                                              "experienced",
                                                              "reported"});
// A complaint that is treated and may come of a treatment.
constexpr auto kNewly = std::to_array<std::string_view>(
    {"occurred", "caused", "causes", "de novo", "new-onset", "reported", "report", "developed in",
     "patients developed", "women developed", "developed after"});
// What becomes of a disease.
constexpr auto kBecomes = std::to_array<std::string_view>(
    {"sequela*", "lead to", "leads to", "led to", "may cause", "can cause", "causes", "result in",
     "results in", "death*", "died", "mortality", "severe", "risk of", "serious", "long-term"});
constexpr auto kBenefits = std::to_array<std::string_view>(
    {"reduc*", "decreas*", "lower*", "prevent*", "inhibit*", "protect*", "improv*", "effective", "curative",
     "cured", "fell", "relief", "relieve*", "treatment of", "management of", "support the use", "helpful"});
// How a study looked for harms, and what people thought of them.
constexpr auto kOfMethod = std::to_array<std::string_view>(
    {"exclusion of", "exclusion criteria", "excluded", "sample size", "we review", "this review",
     "to evaluate", "to assess", "to investigate", "to determine", "to examine", "placebo effect*", "nocebo",
     "expectation*", "expecting", "risk of bias"});
constexpr auto kLooks = std::to_array<std::string_view>(
    {"assessed", "recorded", "monitored", "evaluated", "measured", "collected", "analysed", "analyzed"});
constexpr auto kPain = std::to_array<std::string_view>(
    {"pain", "painful", "painless", "hurt*", "discomfort", "uncomfortable", "sore", "soreness", "sting*"});

// "Does it hurt?": "days with pain fell" tells nothing of it.
bool tells_of_pain(const UnderstoodQuestion& question, std::string_view lower) {
  static constexpr auto kAsks = std::to_array<std::string_view>({"hurt", "hurts", "painful", "pain"});
  return has_any_phrase(lower_ascii(question.resolved), kAsks) && has_any_phrase(lower, kPain) &&
         !has_any_phrase(lower, kBenefits);
}

bool is_meant(const Evidence& evidence, const std::string& id) {
  return std::any_of(evidence.question.concepts.begin(), evidence.question.concepts.end(),
                     [&](const Concept& asked) {
                       if (asked.role != ConceptRole::kIntervention) return false;
                       const std::string wanted = vocabulary_id(asked);
                       return id == wanted || evidence.vocabulary->is_a(id, wanted);
                     });
}

bool names_treatment_here(const Evidence& evidence, const Finding& finding) {
  const bool asked = std::any_of(finding.asked_here.begin(), finding.asked_here.end(),
                                 [&](const std::string& id) { return is_meant(evidence, id); });
  return asked ||
         std::any_of(finding.interventions.begin(), finding.interventions.end(),
                     [&](const Mention& one) { return !one.span.empty() && is_meant(evidence, one.id); });
}

// "Adverse reactions to carvedilol occurred in the amiodarone group": of the other one.
bool is_harm_of_another(const Evidence& evidence, const Finding& finding, std::string_view lower) {
  static constexpr auto kHarmOf = std::to_array<std::string_view>(
      {"reactions to", "reaction to", "effects of", "effect of", "events with", "effects with", "toxicity of",
       "events from", "effects from", "complications of", "safety of", "risks of", "harms of"});
  for (const std::string_view of : kHarmOf) {
    const size_t at = find_phrase(lower, of);
    if (at == std::string_view::npos) continue;
    const size_t next = finding.sentence.start + at + of.size() + 1;
    const auto named = std::find_if(finding.interventions.begin(), finding.interventions.end(),
                                    [&](const Mention& one) { return one.span.start == next; });
    if (named != finding.interventions.end() && !is_meant(evidence, named->id)) return true;
  }
  return false;
}

bool is_unborn_or_suckled(const Concept& asked) {
  return asked.thesaurus_id == "attest:pregnancy" || asked.thesaurus_id == "attest:breastfeeding";
}

// What a treatment does to a child that is carried or suckled, or that women then may or may not have it.
bool tells_of_time(const Concept& time, std::string_view lower) {
  static constexpr auto kCarried = std::to_array<std::string_view>({"in pregnancy",
                                                                    "during pregnancy",
                                                                    "pregnant",
                                                                    "teratogen*",
                                                                    "malformation*",
                                                                    "birth defect*",
                                                                    "congenital anomal*",
                                                                    "congenital abnormal*",
                                                                    "congenital defect*",
                                                                    "fetus*",
                                                                    "foetus*",
                                                                    "fetal",
                                                                    "foetal",
                                                                    "unborn",
                                                                    "in utero",
                                                                    "trimester",
                                                                    "newborn*",
                                                                    "in pregnancies",
                                                                    "stillbirth*",
                                                                    "embryo*"});
  static constexpr auto kSuckled =
      std::to_array<std::string_view>({"breastfe*", "breast-fe*", "breast fe*", "lactat*", "breast milk",
                                       "breastmilk", "nursing", "human milk"});
  // It is meant to end the pregnancy, or treats one that cannot go on.
  static constexpr auto kEnds =
      std::to_array<std::string_view>({"ectopic", "termination*", "abortion*", "molar", "scar pregnan*",
                                       "cervical pregnan*", "evacuation", "trophoblast*", "miscarriage*"});
  if (time.thesaurus_id == "attest:breastfeeding") return has_any_phrase(lower, kSuckled);
  return has_any_phrase(lower, kCarried) && !has_any_phrase(lower, kEnds);
}

bool tells_how_harms_were_sought(const Finding& finding, std::string_view lower) {
  if (has_any_phrase(lower, kOfMethod)) return true;
  const bool figure = std::any_of(finding.quantities.begin(), finding.quantities.end(),
                                  [](const Quantity& one) { return one.kind != QuantityKind::kDose; });
  return !figure && finding.kind == FindingKind::kMethod && has_any_phrase(lower, kLooks);
}

bool names_disease(const Evidence& evidence, std::string_view words) {
  Stemmer stemmer;
  const std::vector<VocabularyMatch> named = evidence.vocabulary->match(words, tokenize(words), stemmer);
  return std::any_of(named.begin(), named.end(), [&](const VocabularyMatch& match) {
    return evidence.vocabulary->entry(match.entry).role == ConceptRole::kCondition;
  });
}

// Asked of a medicine alone: a harm that came to people with a disease which only the title names, or by a
// way of giving it that only the title names.
bool is_of_other_people(const Evidence& evidence, const Finding& finding, std::string_view lower) {
  static constexpr auto kWays = std::to_array<std::string_view>(
      {"intravenous*", "infusion*", "intrathecal*", "epidural*", "intravitreal", "intra-articular*",
       "high-dose", "high dose", "supraphysiolog*", "overdose"});
  const AnswerSource& source = evidence.source_of(finding);
  const std::string& title = source.document.record.title;
  const std::string lower_title = lower_ascii(title);
  for (const std::string_view way : kWays) {
    if (has_phrase(lower_title, way) && !has_phrase(lower, way)) return true;
  }
  return !advises(source) && names_disease(evidence, title) &&
         !names_disease(evidence, evidence.sentence_of(finding));
}

}  // namespace

bool is_of_asked_treatment(const Evidence& evidence, const Finding& finding) {
  if (names_treatment_here(evidence, finding)) return true;
  const bool others = std::any_of(finding.interventions.begin(), finding.interventions.end(),
                                  [](const Mention& one) { return !one.span.empty() && !one.is_control; });
  const std::vector<Mention>& of_title = evidence.source_of(finding).title_interventions;
  bool meant = false;
  for (const Mention& one : of_title) {
    if (one.is_control) continue;
    if (!is_meant(evidence, one.id)) return false;
    meant = true;
  }
  return meant && !others;
}

bool only_judges_benefit(std::string_view lower) {
  static constexpr auto kUseless = std::to_array<std::string_view>(
      {"not effective", "ineffective", "no benefit", "not beneficial", "not superior", "does not improve"});
  static constexpr auto kHarms =
      std::to_array<std::string_view>({"adverse*", "side effect*", "harm*", "safe*", "unsafe", "toxic*",
                                       "teratogen*", "malformation*", "birth defect*", "risk of", "risks"});
  return has_any_phrase(lower, kUseless) && !has_any_phrase(lower, kHarms);
}

// "Excess risks were 7 more events": of whom it is told, and not that they had it before ("at increased
// risk").
bool raises_a_risk(std::string_view lower) {
  static constexpr auto kRaised = std::to_array<std::string_view>(
      {"excess risk*", "increased risk*", "increased the risk*", "increases the risk*", "increase the risk*",
       "higher risk*", "greater risk*", "worsening"});
  return std::any_of(kRaised.begin(), kRaised.end(), [&](std::string_view raised) {
    const size_t at = find_phrase(lower, raised);
    return at != std::string_view::npos && !lower.substr(0, at).ends_with("at ") &&
           !lower.substr(0, at).ends_with("at an ");
  });
}

bool speaks_of_safety(std::string_view lower) {
  if (raises_a_risk(lower)) return true;
  if (has_any_phrase(lower, kSafetyWords)) return true;
  if (tells_of_less_harm(lower)) return false;
  return cues::no_harm(lower) ||
         (has_any_phrase(lower, kUnwanted) && has_any_phrase(lower, kBringsHarm) &&
          !has_any_phrase(lower, kBenefits)) ||
         (has_phrase(lower, "incontinence") && has_any_phrase(lower, kNewly) &&
          !has_any_phrase(lower, kBenefits));
}

bool may_answer_harm(const Evidence& evidence, const Finding& finding) {
  const UnderstoodQuestion& question = evidence.question;
  if (question.intent != Intent::kHarm) return true;
  const std::string lower = lower_ascii(evidence.sentence_of(finding));
  const auto has = [&](const auto& is) {
    return std::any_of(question.concepts.begin(), question.concepts.end(), is);
  };
  const bool treatment = has([](const Concept& asked) { return asked.role == ConceptRole::kIntervention; });
  const bool disease = has([](const Concept& asked) { return asked.role == ConceptRole::kCondition; });
  if (tells_how_harms_were_sought(finding, lower)) return false;
  // "Can I fly when pregnant?": what is asked of the people is not understood.
  if (question.other_stems.empty() && !question.concepts.empty() &&
      !has([](const Concept& asked) { return asked.role != ConceptRole::kPopulation; }))
    return false;
  if (!treatment) {
    const bool all_named = std::all_of(
        question.concepts.begin(), question.concepts.end(),
        [&](const Concept& asked) { return !asked.required || names_asked(finding, vocabulary_id(asked)); });
    const bool told = speaks_of_safety(lower) || (disease && has_any_phrase(lower, kBecomes)) ||
                      tells_of_pain(question, lower);
    // "Can I have sex while pregnant?": of people alone the rest of the words tells what is asked.
    constexpr float kAllWords = 0.99F;
    return all_named && told && finding.kind != FindingKind::kDose &&
           (disease || finding.asked_words >= kAllWords);
  }
  const bool pain = tells_of_pain(question, lower);
  if (!pain && !speaks_of_safety(lower)) return false;
  if (!is_of_asked_treatment(evidence, finding) || is_harm_of_another(evidence, finding, lower)) return false;
  const auto time = std::find_if(question.concepts.begin(), question.concepts.end(), is_unborn_or_suckled);
  if (time != question.concepts.end())
    return names_treatment_here(evidence, finding) && tells_of_time(*time, lower) &&
           !only_judges_benefit(lower);
  const bool people = has([](const Concept& asked) { return asked.role == ConceptRole::kPopulation; });
  if (evidence.audience == Audience::kClinician) return true;
  // Of which arm a sentence speaks that names none a lay reader cannot see.
  if (!names_treatment_here(evidence, finding) && !advises(evidence.source_of(finding))) return false;
  return disease || people || !is_of_other_people(evidence, finding, lower);
}

}  // namespace attest
