// The words are those that reporting guidelines ask authors to use (CONSORT, PRISMA, STROBE, CARE), and how
// authors write where they do not. Lists are tried from what decides to what only hints. They were mended on
// records whose design an indexer named (`attest eval study-design`), without those that are measured.
#include "appraise/design_words.h"

#include <algorithm>

#include "appraise/own_design.h"
#include "appraise/own_statements.h"
#include "base/ascii.h"
#include "text/phrases.h"

namespace attest {

namespace {

// clang-format off
// A letter or an answer to one, where no abstract follows.
constexpr std::string_view kOpinionTitles[] = {
    "reply", "authors' response", "author's response", "authors' reply", "author reply", "letter",
    "letters", "commentary", "commentary on", "editorial", "editorial comment*", "in response to",
    "response to", "correspondence", "invited comment*", "comment on", "comments on", "viewpoint",
    "in memoriam", "obituary",
};

// Who was studied, where it was no person.
constexpr std::string_view kSpecies[] = {
    "rats", "rat", "mice", "mouse", "murine", "rabbit", "rabbits", "guinea pig", "guinea pigs",
    "guinea-pig", "hamster", "hamsters", "dogs", "canine", "pigs", "swine", "porcine", "sheep", "lambs",
    "ovine", "bovine", "calves", "cats", "feline", "monkeys", "macaques", "baboons", "primates", "gerbils",
    "chicks", "zebrafish", "drosophila", "xenopus", "rodent", "rodents", "c57bl", "wistar",
    "sprague-dawley", "goats", "ferrets", "cows", "horses",
};

constexpr std::string_view kPeople[] = {
    "patients", "patient", "volunteers", "participants", "women", "men", "children", "infants", "newborns",
    "neonates", "adults", "boys", "girls", "healthy subjects", "normal subjects", "human subjects",
    "humans", "adolescents", "individuals",
};

// Species of a title; the people of its text are then those whom the model is for.
constexpr std::string_view kTitleSpecies[] = {
    "rat", "rats", "mice", "mouse", "murine", "rabbit", "rabbits", "guinea pig", "guinea pigs", "hamster",
    "hamsters", "dogs", "canine", "pigs", "swine", "porcine", "sheep", "lambs", "ovine", "cats", "feline",
    "monkeys", "gerbils", "zebrafish", "drosophila", "xenopus", "rodent", "rodents", "animal model",
};

constexpr std::string_view kTitlePeople[] = {
    "patients", "volunteers", "children", "women", "men",
};

// One or a few people in a title, unless it names a trial.
constexpr std::string_view kTitleCases[] = {
    "in a man", "in a woman", "in a child", "in a boy", "in a girl", "in an infant", "in an adult",
    "in a patient", "in a newborn", "in a neonate", "in a young", "in an elderly", "in a premature",
    "in two", "in three", "in siblings", "in brothers", "in sisters", "in twins", "in identical twins",
    "report of", "two cases", "three cases", "illustrated by",
};

constexpr std::string_view kTitleTrials[] = {
    "randomised", "randomized", "double-blind*", "double blind*", "crossover", "cross-over", "trial",
    "trials",
};

// Trials of doses and of first effects, which have one group unless they say otherwise.
constexpr std::string_view kEarlyTrials[] = {
    "phase i study", "phase i trial", "phase 1 study", "phase 1 trial", "phase ii study", "phase ii trial",
    "phase 2 study", "phase 2 trial", "phase i/ii study", "phase i/ii trial", "phase i clinical trial",
    "phase ii clinical trial", "phase i-ii study", "phase i dose",
};

constexpr DesignCue kTextCues[] = {
    {"this study protocol", StudyDesign::kProtocol},
    {"we conducted a systematic review", StudyDesign::kSystematicReview},
    {"systematic review*", StudyDesign::kSystematicReview},
    {"meta-analys*", StudyDesign::kSystematicReview},
    {"metaanalys*", StudyDesign::kSystematicReview},
    {"meta-regression*", StudyDesign::kSystematicReview},
    {"literature search", StudyDesign::kSystematicReview},
    {"systematic search", StudyDesign::kSystematicReview},
    {"were searched", StudyDesign::kSystematicReview},
    {"searches of", StudyDesign::kSystematicReview},
    {"studies were selected", StudyDesign::kSystematicReview},
    {"pooled analysis of", StudyDesign::kSystematicReview},
    {"not randomised", StudyDesign::kNonRandomisedTrial},
    {"not randomized", StudyDesign::kNonRandomisedTrial},
    {"non-randomised", StudyDesign::kNonRandomisedTrial},
    {"non-randomized", StudyDesign::kNonRandomisedTrial},
    {"nonrandomized", StudyDesign::kNonRandomisedTrial},
    {"retrospective cohort", StudyDesign::kCohort},
    {"retrospective analysis", StudyDesign::kCohort},
    {"retrospective study", StudyDesign::kCohort},
    {"retrospectively reviewed", StudyDesign::kCohort},
    {"retrospective review", StudyDesign::kCohort},
    {"retrospective chart", StudyDesign::kCohort},
    {"randomly assigned", StudyDesign::kRandomisedTrial},
    {"randomly allocated", StudyDesign::kRandomisedTrial},
    {"randomly", StudyDesign::kRandomisedTrial},
    {"were randomised", StudyDesign::kRandomisedTrial},
    {"were randomized", StudyDesign::kRandomisedTrial},
    {"randomised", StudyDesign::kRandomisedTrial},
    {"randomized", StudyDesign::kRandomisedTrial},
    {"randomization", StudyDesign::kRandomisedTrial},
    {"randomisation", StudyDesign::kRandomisedTrial},
    {"placebo-controlled", StudyDesign::kRandomisedTrial},
    {"placebo controlled", StudyDesign::kRandomisedTrial},
    {"double-blind*", StudyDesign::kRandomisedTrial},
    {"double blind*", StudyDesign::kRandomisedTrial},
    {"doubleblind", StudyDesign::kRandomisedTrial},
    {"double-mask*", StudyDesign::kRandomisedTrial},
    {"double mask*", StudyDesign::kRandomisedTrial},
    {"double-dummy", StudyDesign::kRandomisedTrial},
    {"double dummy", StudyDesign::kRandomisedTrial},
    {"latin square", StudyDesign::kRandomisedTrial},
    {"in random order", StudyDesign::kRandomisedTrial},
    {"random order", StudyDesign::kRandomisedTrial},
    {"at random", StudyDesign::kRandomisedTrial},
    {"random allocation", StudyDesign::kRandomisedTrial},
    {"sensitivity and specificity", StudyDesign::kDiagnosticStudy},
    {"case-control", StudyDesign::kCaseControl},
    {"case control", StudyDesign::kCaseControl},
    {"cases and controls", StudyDesign::kCaseControl},
    {"cohort", StudyDesign::kCohort},
    {"retrospective*", StudyDesign::kCohort},
    {"longitudinal", StudyDesign::kCohort},
    {"cross-sectional", StudyDesign::kCrossSectional},
    {"survey", StudyDesign::kCrossSectional},
    {"semi-structured interviews", StudyDesign::kQualitative},
    {"focus groups", StudyDesign::kQualitative},
    {"case series", StudyDesign::kCaseSeries},
    {"case report*", StudyDesign::kCaseReport},
    {"we report a", StudyDesign::kCaseReport},
    {"we report the case*", StudyDesign::kCaseReport},
    {"we report two", StudyDesign::kCaseReport},
    {"we report three", StudyDesign::kCaseReport},
    {"we describe a", StudyDesign::kCaseReport},
    {"we describe the case*", StudyDesign::kCaseReport},
    {"we describe two", StudyDesign::kCaseReport},
    {"we describe three", StudyDesign::kCaseReport},
    {"a case of", StudyDesign::kCaseReport},
    {"the case of", StudyDesign::kCaseReport},
    {"a case is", StudyDesign::kCaseReport},
    {"case is reported", StudyDesign::kCaseReport},
    {"case is presented", StudyDesign::kCaseReport},
    {"case is described", StudyDesign::kCaseReport},
    {"cases are reported", StudyDesign::kCaseReport},
    {"cases are presented", StudyDesign::kCaseReport},
    {"cases are described", StudyDesign::kCaseReport},
    {"cases were described", StudyDesign::kCaseReport},
    {"case presentation", StudyDesign::kCaseReport},
    {"report of a case", StudyDesign::kCaseReport},
    {"report of two cases", StudyDesign::kCaseReport},
    {"report of three cases", StudyDesign::kCaseReport},
    {"three cases of", StudyDesign::kCaseReport},
    {"two cases", StudyDesign::kCaseReport},
    {"three cases", StudyDesign::kCaseReport},
    {"four cases", StudyDesign::kCaseReport},
    {"five cases", StudyDesign::kCaseReport},
    {"this case", StudyDesign::kCaseReport},
    {"these cases", StudyDesign::kCaseReport},
    {"is described in a", StudyDesign::kCaseReport},
    {"is reported in a", StudyDesign::kCaseReport},
    {"are reported in a", StudyDesign::kCaseReport},
    {"is presented in a", StudyDesign::kCaseReport},
    {"was found in a", StudyDesign::kCaseReport},
    {"two patients with", StudyDesign::kCaseReport},
    {"three patients with", StudyDesign::kCaseReport},
    {"four patients with", StudyDesign::kCaseReport},
    {"two infants", StudyDesign::kCaseReport},
    {"two children", StudyDesign::kCaseReport},
    {"two siblings", StudyDesign::kCaseReport},
    {"two brothers", StudyDesign::kCaseReport},
    {"two sisters", StudyDesign::kCaseReport},
    {"three infants", StudyDesign::kCaseReport},
    {"three siblings", StudyDesign::kCaseReport},
    {"two newborns", StudyDesign::kCaseReport},
    {"first case", StudyDesign::kCaseReport},
    {"-year-old boy", StudyDesign::kCaseReport},
    {"-year-old girl", StudyDesign::kCaseReport},
    {"-year-old man", StudyDesign::kCaseReport},
    {"-year-old woman", StudyDesign::kCaseReport},
    {"-year-old male", StudyDesign::kCaseReport},
    {"-year-old female", StudyDesign::kCaseReport},
    {"-year-old white", StudyDesign::kCaseReport},
    {"-year-old black", StudyDesign::kCaseReport},
    {"-year-old child", StudyDesign::kCaseReport},
    {"-year-old patient", StudyDesign::kCaseReport},
    {"month-old boy", StudyDesign::kCaseReport},
    {"month-old girl", StudyDesign::kCaseReport},
    {"month-old infant", StudyDesign::kCaseReport},
    {"day-old infant", StudyDesign::kCaseReport},
    {"year old boy", StudyDesign::kCaseReport},
    {"year old girl", StudyDesign::kCaseReport},
    {"year old man", StudyDesign::kCaseReport},
    {"year old woman", StudyDesign::kCaseReport},
    {"year old male", StudyDesign::kCaseReport},
    {"year old female", StudyDesign::kCaseReport},
    {"year old white", StudyDesign::kCaseReport},
    {"month old boy", StudyDesign::kCaseReport},
    {"month old girl", StudyDesign::kCaseReport},
    {"the patient's", StudyDesign::kCaseReport},
    {"a young man", StudyDesign::kCaseReport},
    {"a young woman", StudyDesign::kCaseReport},
    {"an infant with", StudyDesign::kCaseReport},
    {"a child with", StudyDesign::kCaseReport},
    {"a boy with", StudyDesign::kCaseReport},
    {"a girl with", StudyDesign::kCaseReport},
    {"a patient with cystic", StudyDesign::kCaseReport},
    {"is reviewed", StudyDesign::kReview},
    {"are reviewed", StudyDesign::kReview},
    {"was reviewed in", StudyDesign::kReview},
    {"this review*", StudyDesign::kReview},
    {"we review", StudyDesign::kReview},
    {"review of the literature", StudyDesign::kReview},
    {"reviews the", StudyDesign::kReview},
    {"review the", StudyDesign::kReview},
    {"reviewed here", StudyDesign::kReview},
    {"article reviews", StudyDesign::kReview},
    {"article discusses", StudyDesign::kReview},
    {"article describes", StudyDesign::kReview},
    {"paper reviews", StudyDesign::kReview},
    {"paper discusses", StudyDesign::kReview},
    {"this article", StudyDesign::kReview},
    {"this paper discusses", StudyDesign::kReview},
    {"are discussed", StudyDesign::kReview},
    {"is discussed", StudyDesign::kReview},
    {"we discuss", StudyDesign::kReview},
    {"this chapter", StudyDesign::kReview},
    {"current knowledge", StudyDesign::kReview},
    {"our knowledge", StudyDesign::kReview},
    {"our understanding", StudyDesign::kReview},
    {"recent advances", StudyDesign::kReview},
    {"state of the art", StudyDesign::kReview},
    {"in this overview", StudyDesign::kReview},
    {"overview of", StudyDesign::kReview},
    {"recent years", StudyDesign::kReview},
    {"state of our knowledge", StudyDesign::kReview},
    {"has been reviewed", StudyDesign::kReview},
    {"literature on", StudyDesign::kReview},
    {"update", StudyDesign::kReview},
    {"recent developments", StudyDesign::kReview},
    {"literature is", StudyDesign::kReview},
    {"current concepts", StudyDesign::kReview},
    {"the literature", StudyDesign::kReview},
    {"perspectives", StudyDesign::kReview},
    {"future directions", StudyDesign::kReview},
    {"matched controls", StudyDesign::kCaseControl},
    {"control cases", StudyDesign::kCaseControl},
    {"controls were", StudyDesign::kCaseControl},
    {"age-matched control*", StudyDesign::kCaseControl},
    {"matched control*", StudyDesign::kCaseControl},
    {"healthy controls", StudyDesign::kCaseControl},
    {"control subjects", StudyDesign::kCaseControl},
    {"odds ratio*", StudyDesign::kCaseControl},
    {"were followed", StudyDesign::kCohort},
    {"followed up", StudyDesign::kCohort},
    {"followed for", StudyDesign::kCohort},
    {"prospectively followed", StudyDesign::kCohort},
    {"records of", StudyDesign::kCohort},
    {"medical records", StudyDesign::kCohort},
    {"charts", StudyDesign::kCohort},
    {"chart review", StudyDesign::kCohort},
    {"database", StudyDesign::kCohort},
    {"registry", StudyDesign::kCohort},
    {"follow-up", StudyDesign::kCohort},
    {"consecutive patients", StudyDesign::kCaseSeries},
    {"questionnaire*", StudyDesign::kCrossSectional},
    {"prevalence", StudyDesign::kCrossSectional},
    {"were interviewed", StudyDesign::kCrossSectional},
    {"respondents", StudyDesign::kCrossSectional},
    {"cell lines", StudyDesign::kLaboratory},
    {"in vitro", StudyDesign::kLaboratory},
    {"cells were", StudyDesign::kLaboratory},
};
// clang-format on

}  // namespace

StudyDesign first_design(std::string_view lower, std::span<const DesignCue> cues) {
  for (const DesignCue& cue : cues) {
    if (has_phrase(lower, cue.phrase)) return cue.design;
  }
  return StudyDesign::kUnclear;
}

std::vector<StudyDesign> designs_in_text(std::string_view lower) {
  std::vector<StudyDesign> designs;
  for (const DesignCue& cue : kTextCues) {
    if (std::find(designs.begin(), designs.end(), cue.design) != designs.end()) continue;
    if (has_phrase(lower, cue.phrase)) designs.push_back(cue.design);
  }
  return designs;
}

bool names_species(std::string_view lower) {
  return has_any_phrase(lower, kSpecies) || has_any_phrase(lower, kTitleSpecies) ||
         has_phrase(lower, "animal") || has_phrase(lower, "animals");
}

std::string_view own_part(std::string_view text) {
  constexpr size_t kOwnDesignBytes = 2500;
  return text.substr(0, kOwnDesignBytes);
}

PhraseJudgement design_of_phrases(std::string_view title, std::string_view text) {
  return design_of_phrases(title, text, own_statements(own_part(text)));
}

PhraseJudgement design_of_phrases(std::string_view title, std::string_view text, std::string_view own) {
  if (const StudyDesign design = design_of_title(title); design != StudyDesign::kUnclear) {
    return {design, "title"};
  }
  // A text that is hardly longer than its title has no abstract.
  constexpr size_t kAbstractBytesMin = 50;
  if (text.size() < title.size() + kAbstractBytesMin && has_any_phrase(title, kOpinionTitles)) {
    return {StudyDesign::kOpinion, "title"};
  }
  if (has_any_phrase(title, kTitleSpecies) && !has_any_phrase(title, kTitlePeople)) {
    return {StudyDesign::kAnimal, "title"};
  }
  if (has_any_phrase(title, kTitleCases) && !has_any_phrase(title, kTitleTrials)) {
    return {StudyDesign::kCaseReport, "title"};
  }
  if (has_any_phrase(title, kEarlyTrials) && !names_allocation(own) && !has_phrase(title, "trials"))
    return {StudyDesign::kCaseSeries, "title"};
  const std::string lower = lower_ascii(own_part(text));
  if (has_any_phrase(lower, kSpecies) && !has_any_phrase(lower, kPeople)) {
    return {StudyDesign::kAnimal, "text"};
  }
  const bool synthesis = tells_its_synthesis(own);
  if (says_it_reviews(own) && !synthesis) return {StudyDesign::kReview, "text"};
  // Where a search is told of, studies that met criteria are those of a systematic review.
  static constexpr std::string_view kMet[] = {
      "trials met",        "studies met",          "met our criteria",
      "studies fulfilled", "trials fulfilled",     "met the inclusion*",
      "met inclusion*",    "trials were included", "studies were included"};
  if (synthesis && has_any_phrase(own, kMet) && tells_a_search(own) && !has_phrase(own, "decision analysis"))
    return {StudyDesign::kSystematicReview, "text"};
  const bool allocation = tells_its_allocation(own);
  for (const DesignCue& cue : kTextCues) {
    if (cue.design == StudyDesign::kRandomisedTrial && !allocation) continue;
    if (cue.design == StudyDesign::kSystematicReview && !synthesis) continue;
    if (has_phrase(own, cue.phrase)) return {cue.design, "text"};
  }
  return {};
}

}  // namespace attest
