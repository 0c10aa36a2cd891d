#include "appraise/guessed_cohort.h"

#include <algorithm>
#include <string>

#include "appraise/design_words.h"
#include "text/phrases.h"

namespace attest {
namespace {

// The authors say so.
constexpr std::string_view kClaims[] = {"cohort", "cohorts", "nested"};

// Two groups, or one that is held against another, or what goes along with what in one.
constexpr std::string_view kComparisons[] = {"compared",
                                             "comparison*",
                                             "comparative*",
                                             "comparable",
                                             "versus",
                                             "vs",
                                             "control group*",
                                             "control subjects",
                                             "control patients",
                                             "control arm",
                                             "controls",
                                             "controlled",
                                             "groups",
                                             "group 1",
                                             "group i",
                                             "group a",
                                             "group ii",
                                             "matched",
                                             "match",
                                             "than those",
                                             "than patients",
                                             "than that",
                                             "than did",
                                             "arm a",
                                             "arm b",
                                             "group 2",
                                             "did not receive",
                                             "who did not",
                                             "those without",
                                             "patients without",
                                             "not receiving",
                                             "than women",
                                             "than men",
                                             "than children",
                                             "than non*",
                                             "whereas those",
                                             "difference",
                                             "differences",
                                             "differed",
                                             "similar in",
                                             "risk factor*",
                                             "risk of",
                                             "relative risk*",
                                             "predict*",
                                             "associations",
                                             "association between",
                                             "association of",
                                             "associated with",
                                             "relation between",
                                             "correlat*",
                                             "hazard*",
                                             "odds ratio*",
                                             "rate ratio*",
                                             "regression analys*",
                                             "regression model*",
                                             "logistic regression",
                                             "linear regression",
                                             "stepwise",
                                             "multivaria*",
                                             "univaria*",
                                             "prognostic",
                                             "independent",
                                             "independently",
                                             "log-rank",
                                             "log rank",
                                             "propensity",
                                             "adjusted",
                                             "adjusting",
                                             "standardized mortality",
                                             "standardised incidence",
                                             "tertile*",
                                             "quartile*",
                                             "quintile*",
                                             "exposed",
                                             "incidence rate*",
                                             "person-years",
                                             "population-based",
                                             "more likely",
                                             "less likely",
                                             "determinant*",
                                             "in relation to",
                                             "relationship*",
                                             "or without",
                                             "nonsmokers",
                                             "heterozyg*",
                                             "responders",
                                             "nonresponders",
                                             "non-responders",
                                             "survivors",
                                             "subgroup*",
                                             "cox",
                                             "stratified",
                                             "better in",
                                             "higher in",
                                             "lower in",
                                             "greater in",
                                             "more often in",
                                             "more frequent*",
                                             "lower for",
                                             "higher for",
                                             "anova",
                                             "factors",
                                             "different therap*",
                                             "different treatment*",
                                             "prescribing pattern*",
                                             "prescribing practice*",
                                             "utilization",
                                             "utilisation",
                                             "underutili*",
                                             "drug use",
                                             "annual incidence",
                                             "incidence of cancer",
                                             "claims",
                                             "database*",
                                             "population",
                                             "standardised mortality"};

// What such a group is held against when it is held against itself or against what is known.
constexpr std::string_view kAgainstItself[] = {"compared with baseline",
                                               "compared to baseline",
                                               "compared with the baseline",
                                               "compared with preoperative",
                                               "compared to preoperative",
                                               "compared with pre-operative",
                                               "compared with the preoperative",
                                               "compared to the preoperative",
                                               "compared with pretreatment",
                                               "compared to pretreatment",
                                               "compared with before",
                                               "compared to before",
                                               "compared with the pretreatment",
                                               "compared with values before",
                                               "compared with initial",
                                               "compared with the literature",
                                               "compared to the literature",
                                               "compared with previous",
                                               "compared with those before",
                                               "compared to pre-operative",
                                               "comparable to that reported",
                                               "comparable with that reported",
                                               "comparable to those reported",
                                               "locally controlled",
                                               "local control",
                                               "controlled release",
                                               "controlled-release",
                                               "well controlled",
                                               "disease control",
                                               "tumor control",
                                               "tumour control",
                                               "pain control",
                                               "control rate",
                                               "control rates",
                                               "blood pressure control",
                                               "glycemic control",
                                               "glycaemic control",
                                               "symptom control",
                                               "control of",
                                               "seizure control",
                                               "uncontrolled",
                                               "no significant difference*",
                                               "no difference*",
                                               "significant difference*",
                                               "treatment-associated",
                                               "associated with significant reduction*",
                                               "associated with a significant reduction*",
                                               "associated with significant improvement*",
                                               "associated with a significant improvement*",
                                               "associated with improvement*",
                                               "associated with significant decrease*",
                                               "associated with a significant decrease*",
                                               "relationship between the time",
                                               "associated symptoms",
                                               "quality control",
                                               "to control",
                                               "controlled with",
                                               "controlled by",
                                               "adequately controlled"};

// What is done with people who are ill.
constexpr std::string_view kTreated[] = {
    "treated",    "treatment*",   "therapy",   "therapies",    "underwent",    "undergoing",  "undergone",
    "received",   "given",        "administ*", "implant*",     "operated",     "operation*",  "surgery",
    "surgical*",  "switched",     "irradiat*", "radiotherapy", "resect*",      "repair",      "inject*",
    "procedure*", "transplant*",  "infus*",    "embolization", "embolisation", "stimulation", "bypass*",
    "graft*",     "arthroplasty", "fixation",  "catheter*",    "radiosurgery"};

// How those who came are told of.
constexpr std::string_view kReviewed[] = {"retrospective*", "reviewed",     "records", "charts",
                                          "consecutive",    "chart review", "seen at", "presented with"};

// Somebody who is ill, and not all who live somewhere.
constexpr std::string_view kIll[] = {"patients", "cases", "patient", "eyes", "knees", "hips", "recipients"};

// Papers, plans and machines have none.
constexpr std::string_view kPeopleStudied[] = {
    "patient",     "patients",    "people",    "persons",    "individuals", "subjects",   "participants",
    "women",       "men",         "children",  "infants",    "newborns",    "neonates",   "adults",
    "adolescents", "boys",        "girls",     "students",   "volunteers",  "workers",    "residents",
    "population*", "cases",       "births",    "deaths",     "mothers",     "families",   "pregnancies",
    "physicians",  "nurses",      "veterans",  "males",      "females",     "recipients", "survivors",
    "hospitaliz*", "hospitalis*", "mortality", "employees",  "enrollees",   "donors",     "eyes",
    "soldiers",    "spouses",     "recruits",  "members",    "beneficiar*", "couples",    "asthmatic*",
    "mother",      "deliver*",    "trainees",  "candidates", "graduates",   "doctors",    "clinicians",
    "twins",       "relatives",   "siblings",  "inpatients", "outpatients", "admissions", "smokers"};

constexpr std::string_view kSurveys[] = {"prevalence",  "survey",         "surveys",     "questionnaire",
                                         "interviewed", "questionnaires", "respondents", "cross-sectional"};
// Time that passed between two looks at the same people.
constexpr std::string_view kLater[] = {
    "follow*",    "longitudinal*", "prospective*", "retrospective*", "incidence",    "mortality", "surviv*",
    "later",      "subsequent*",   "recur*",       "records",        "charts",       "registry",  "outcome*",
    "treated",    "at baseline",   "over time",    "years after",    "months after", "progress*", "reviewed",
    "before and", "cohort",        "trend*",       "surveillance",   "admitted",     "underwent", "received"};

// A review tells in the present; what was done and found stands in the past.
bool tells_what_was_done(std::string_view own, size_t times_min) {
  static constexpr std::string_view kPast[] = {"we",        "our",      "were",       "was",    "had",
                                               "underwent", "received", "this study", "showed", "died"};
  size_t times = 0;
  for (const std::string_view word : kPast) {
    for (size_t at = find_phrase(own, word); at != std::string_view::npos && times < times_min;
         at = find_phrase(own, word, at + 1))
      ++times;
  }
  return times >= times_min;
}

// Anything that passed between a first look and a second one, or that was looked up later.
constexpr std::string_view kTime[] = {
    "follow*",  "longitudinal*",   "prospective*",  "retrospective*", "incidence",   "mortality",
    "surviv*",  "later",           "subsequent*",   "recur*",         "records",     "charts",
    "registr*", "over time",       "progress*",     "reviewed",       "trend*",      "surveillance",
    "admi*",    "discharge*",      "weeks",         "months",         "years after", "deaths",
    "died",     "outcome*",        "relapse*",      "develop*",       "database*",   "course",
    "prognos*", "after treatment", "complication*", "hospitali*",     "year period", "year study",
    "period",   "baseline",        "treated",       "predict*",       "exposed",     "born",
    "failure",  "rates of",        "consecutive",   "chart",          "operati*",    "surg*",
    "underwent"};

std::string without_phrases(std::string_view lower, std::span<const std::string_view> phrases) {
  std::string left(lower);
  for (const std::string_view phrase : phrases) {
    const size_t length = phrase.ends_with('*') ? phrase.size() - 1 : phrase.size();
    for (size_t at = find_phrase(left, phrase); at != std::string::npos;
         at = find_phrase(left, phrase, at + 1))
      std::fill_n(left.begin() + static_cast<std::ptrdiff_t>(at), length, ' ');
  }
  return left;
}

// Both in one text are no survey: the same people were looked at again.
bool looks_again(std::string_view own) {
  static constexpr std::string_view kAgain[] = {"prospective study", "prospectively", "longitudinal*",
                                                "followed for",      "followed up",   "were followed",
                                                "follow-up"};
  return has_any_phrase(own, kAgain) && !has_phrase(own, "cross-sectional") &&
         !has_phrase(own, "follow-up survey");
}

}  // namespace

StudyDesign design_of_guessed_survey(std::string_view title, std::string_view own) {
  static constexpr std::string_view kAnswered[] = {"respond*", "surveyed", "questionnaire was sent",
                                                   "interviewed"};
  if (has_phrase(own, "cross-sectional")) return StudyDesign::kCrossSectional;
  if (!has_any_phrase(own, kAnswered) && !has_any_phrase(own, kPeopleStudied) &&
      !has_any_phrase(title, kPeopleStudied))
    return StudyDesign::kUnclear;
  if (!tells_what_was_done(own, 1)) return StudyDesign::kUnclear;
  return looks_again(own) ? StudyDesign::kUnclear : StudyDesign::kCrossSectional;
}

StudyDesign design_of_guessed_controls(std::string_view title, std::string_view own) {
  static constexpr std::string_view kHeld[] = {"control",      "controls", "case-control",
                                               "matched",      "healthy*", "normal subjects",
                                               "case control", "normals",  "unaffected"};
  if (has_any_phrase(own, kHeld) || has_any_phrase(title, kHeld)) return StudyDesign::kCaseControl;
  // An odds ratio alone is a sum that any study can do.
  return has_any_phrase(own, kSurveys) ? design_of_guessed_survey(title, own) : StudyDesign::kUnclear;
}

StudyDesign design_of_guessed_cohort(std::string_view title, std::string_view own) {
  if (has_any_phrase(title, kClaims) || has_any_phrase(own, kClaims)) return StudyDesign::kCohort;
  const bool titled = design_of_title(title) == StudyDesign::kCohort;
  const StudyDesign otherwise = titled ? StudyDesign::kCohort : StudyDesign::kUnclear;
  static constexpr std::string_view kOneGroup[] = {"case series", "single-arm", "single arm"};
  if (has_any_phrase(own, kOneGroup)) return StudyDesign::kCaseSeries;
  // Papers were looked for, and no people.
  static constexpr std::string_view kLiterature[] = {
      "medline", "pubmed", "embase", "published literature", "literature search", "trial literature"};
  if (has_any_phrase(own, kLiterature)) return otherwise;
  // What is computed for patients happened to none of them.
  static constexpr std::string_view kComputed[] = {"treatment planning", "treatment plans", "dosimetric*",
                                                   "dose distribution*"};
  if (has_any_phrase(title, kComputed)) return otherwise;
  constexpr size_t kPastMin = 2;
  if (!has_any_phrase(own, kPeopleStudied) && !has_any_phrase(title, kPeopleStudied)) return otherwise;
  if (!tells_what_was_done(own, kPastMin)) return otherwise;
  if (has_any_phrase(own, kSurveys) && !has_any_phrase(own, kLater)) return StudyDesign::kCrossSectional;
  const bool ill =
      has_any_phrase(own, kIll) && (has_any_phrase(own, kTreated) || has_any_phrase(own, kReviewed));
  const std::string left = without_phrases(own, kAgainstItself);
  const bool compares = has_any_phrase(left, kComparisons) || has_any_phrase(title, kComparisons);
  if (ill && !compares) return StudyDesign::kCaseSeries;
  const bool looks_twice = has_any_phrase(own, kTime) || has_any_phrase(title, kTime);
  return looks_twice ? StudyDesign::kCohort : otherwise;
}

}  // namespace attest
