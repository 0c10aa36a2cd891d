#include "appraise/design_checks.h"

#include <algorithm>
#include <vector>

#include "appraise/design_words.h"
#include "appraise/guessed_cohort.h"
#include "appraise/own_design.h"
#include "appraise/own_statements.h"
#include "appraise/test_accuracy.h"
#include "base/ascii.h"
#include "base/one_of.h"
#include "text/phrases.h"
#include "text/tokens.h"

namespace attest {
namespace {

// One group of people who all were given the same.
constexpr std::string_view kUncontrolled[] = {
    "open study",       "open trial",       "uncontrolled",   "single-arm",  "single arm",
    "noncomparative",   "non-comparative",  "pilot study in", "case series", "open prospective study",
    "open-label study", "open label study",
};

constexpr std::string_view kCommentary[] = {"in this issue",       "this commentary",    "this editorial",
                                            "the commentary",      "invited commentary", "please see related",
                                            "accompanying article"};

// Said by the authors of their own text, who may say "we" in it.
constexpr std::string_view kSaysCommentary[] = {"in this commentary",        "in this editorial",
                                                "this commentary discusses", "this commentary will",
                                                "in this viewpoint",         "in this opinion"};

constexpr std::string_view kCells[] = {
    "cells were randomly",
    "cultures were randomly",
    "plates were randomly",
    "wells were randomly",
    "cultured fibroblast*",
    "cultured skin fibroblast*",
    "cultured human*",
    "cultured cell*",
    "fibroblast cultures",
    "cell line",
    "cell lines",
    "hela cell*",
    "fibroblast strains",
    "lymphoblastoid",
    "cells were cultured",
    "cells were grown",
    "cells were incubated",
    "cells were exposed",
    "primary culture*",
    "cell culture*",
    "extracted teeth",
    "extracted human",
    "human molars",
    "specimens were randomly",
    "samples were randomly",
    "chips were",
};

// What is done with people and not with cells.
constexpr std::string_view kClinical[] = {
    "patients were",  "patients received", "participants",      "volunteers",     "year-old",
    "year old",       "years old",         "was admitted",      "presented with", "were enrolled",
    "were recruited", "treated patients",  "subjects were",     "women were",     "men were",
    "children were",  "follow-up",         "clinical trial",    "infants were",   "patients who",
    "patients had",   "was treated with",  "subjects received",
};

constexpr std::string_view kAnimalTitles[] = {
    "rat",
    "rats",
    "mice",
    "mouse",
    "murine",
    "rabbit",
    "rabbits",
    "hamster*",
    "dogs",
    "canine",
    "pigs",
    "swine",
    "porcine",
    "sheep",
    "ovine",
    "rodent",
    "rodents",
    "animal model*",
    "animal studies",
    "experimental animals",
    "zebrafish",
    "monkeys",
    "preclinical studies",
    "guinea pig*",
    "laboratory animals",
    "animal experiments",
};

constexpr std::string_view kHumans[] = {"patients",   "patient",  "human",  "humans",
                                        "people",     "women",    "men",    "children",
                                        "volunteers", "clinical", "adults", "participants"};

constexpr std::string_view kCellTitles[] = {"fibroblast*", "cell",     "cells",       "cultured",
                                            "culture",     "cultures", "lymphocytes", "leukocytes",
                                            "in vitro",    "enzyme",   "receptor*"};

constexpr std::string_view kGroups[] = {"women",    "men",    "children", "volunteers",  "participants",
                                        "subjects", "adults", "infants",  "cases",       "girls",
                                        "boys",     "donors", "records",  "individuals", "family study"};

constexpr std::string_view kAnimalText[] = {
    "in rats", "in mice", "in rodents", "in animals",         "animal studies", "animal models",
    "rodent*", "in dogs", "in rabbits", "animal experiments", "in pigs",        "in sheep",
};

bool is_high(StudyDesign design) {
  switch (design) {
    case StudyDesign::kSystematicReview:
    case StudyDesign::kRandomisedTrial:
    case StudyDesign::kNonRandomisedTrial:
    case StudyDesign::kCohort:
    case StudyDesign::kCaseControl:
    case StudyDesign::kCaseSeries:
    case StudyDesign::kCaseReport:
    case StudyDesign::kCrossSectional:
    case StudyDesign::kDiagnosticStudy:
    case StudyDesign::kUnclear: return true;
    default: return false;
  }
}

bool is_study_word(std::string_view word) {
  return word == "trial" || word == "study" || word == "review" || word.starts_with("randomi") ||
         word == "experiment" || word == "analysis" || word == "evaluation";
}

// "protocol for a …", "protocol of the X trial", "protocol: …": not "a protocol for the treatment of X".
bool names_protocol(std::string_view title) {
  constexpr size_t kWordsToStudy = 14;
  const std::vector<Token> words = tokenize(title);
  for (size_t i = 0; i < words.size(); ++i) {
    if (words[i].folded != "protocol") continue;
    if (i > 0 && is_study_word(words[i - 1].folded)) return true;
    const bool joins = i + 1 < words.size() && (words[i + 1].folded == "for" || words[i + 1].folded == "of" ||
                                                words[i + 1].folded == "and");
    const bool label = title.substr(words[i].span.end).starts_with(":");
    if (!joins && !label) continue;
    // Before it only an article or the name of the study, behind a colon.
    const bool opens = i == 0 || (i == 1 && (words[0].folded == "a" || words[0].folded == "the")) ||
                       title.find(':') < words[i].span.start;
    if (!opens) continue;
    for (size_t j = i + 1; j < words.size() && j <= i + kWordsToStudy; ++j) {
      if (is_study_word(words[j].folded)) return true;
    }
  }
  return false;
}

// Patients of veterinary surgeons.
constexpr std::string_view kBeasts[] = {
    "cat",   "cats",   "kitten", "kittens",  "dog",    "dogs",     "puppy",  "puppies", "horse", "horses",
    "pony",  "ponies", "foal",   "foals",    "cow",    "cows",     "cattle", "heifer",  "calf",  "calves",
    "bulls", "steers", "pig",    "pigs",     "piglet", "piglets",  "sows",   "sheep",   "lamb",  "lambs",
    "ewes",  "goat",   "goats",  "chickens", "hens",   "broilers", "chicks", "heifers"};

// "Thirty cats were", "a fourteen-year-old Persian cat was", "in a cat": who was studied or treated; not "cat
// allergy", "pig skin" or "owners of dogs".
bool studies_beasts(std::string_view lower, bool is_title) {
  static constexpr std::string_view kOpens[] = {"in", "a", "an", "two", "three", "four", "six"};
  static constexpr std::string_view kActs[] = {"were",     "was",       "received",  "undergoing",
                                               "assigned", "presented", "underwent", "randomly"};
  static constexpr std::string_view kElse[] = {"to", "from", "whose", "against", "by", "their", "between"};
  constexpr size_t kWordsBetween = 5;
  const std::vector<Token> words = tokenize(lower);
  for (size_t i = 0; i < words.size(); ++i) {
    if (!is_one_of(words[i].folded, kBeasts)) continue;
    // "Allergy to cats", "patients whose dogs".
    if (i > 0 && is_one_of(words[i - 1].folded, kElse)) continue;
    const size_t end = words[i].span.end;
    const bool ends = i + 1 == words.size() || lower[end] == '.' || lower[end] == '\n';
    if (!ends && is_one_of(words[i + 1].folded, kActs)) return true;
    if (ends ? !is_title : words[i + 1].folded != "with") continue;
    for (size_t back = 1; back <= kWordsBetween && back <= i; ++back) {
      const std::string_view word = words[i - back].folded;
      if (is_digit(word.front()) || is_one_of(word, kOpens)) return true;
    }
  }
  return false;
}

// Animals as patients, where no word for people stands; veterinary surgeons say "patients" too.
bool is_veterinary(std::string_view title, std::string_view own) {
  static constexpr std::string_view kOnlyPeople[] = {
      "women", "men",   "children",    "volunteers", "participants", "people", "persons", "infants",
      "boys",  "girls", "human",       "humans",     "adults",       "woman",  "man",     "child",
      "boy",   "girl",  "adolescents", "students",   "mothers",      "cell",   "cells"};
  static constexpr std::string_view kOfBeasts[] = {"feline", "canine", "equine",
                                                   "bovine", "ovine",  "veterinary"};
  if (has_any_phrase(title, kOnlyPeople) || has_any_phrase(own, kOnlyPeople)) return false;
  if (studies_beasts(title, true)) return true;
  return studies_beasts(own, false) &&
         (has_any_phrase(title, kOfBeasts) || has_any_phrase(title, kBeasts) || !has_phrase(own, "patients"));
}

}  // namespace

bool works_on_cells(std::string_view own) { return has_any_phrase(own, kCells); }

bool is_planned(std::string_view title, std::string_view own) {
  if (has_phrase(own, "this is a protocol for") || has_phrase(own, "this is the protocol for")) return true;
  const bool plans = plans_a_study(own);
  if (has_phrase(title, "protocol") && (plans || names_protocol(title))) return true;
  return plans && (has_phrase(own, "randomi*") || has_phrase(own, "participants will") ||
                   has_phrase(own, "patients will") || has_phrase(own, "will be recruited"));
}

bool is_systematic(std::string_view title, std::string_view own) {
  if (has_phrase(title, "systematic*") || has_phrase(title, "meta-analys*") ||
      has_phrase(title, "metaanalys*"))
    return true;
  const bool names_it = has_phrase(own, "meta-analys*") || has_phrase(own, "metaanalys*") ||
                        has_phrase(own, "systematic review*");
  if (names_it && tells_its_synthesis(own)) return true;
  if (!tells_a_search(own)) return false;
  return has_phrase(own, "selection criteria") || has_phrase(own, "search strategy") ||
         has_phrase(own, "study selection") || has_phrase(own, "search methods") ||
         has_phrase(own, "data extraction") || has_phrase(own, "were included") ||
         has_phrase(own, "met the inclusion*") || has_phrase(own, "met inclusion*") ||
         has_phrase(own, "data sources") || has_phrase(own, "were searched") ||
         has_phrase(own, "we searched");
}

bool is_about_trials(std::string_view title) {
  constexpr size_t kWordsBetween = 4;
  const std::vector<Token> words = tokenize(title);
  for (size_t i = 0; i < words.size(); ++i) {
    if (!words[i].folded.starts_with("randomi")) continue;
    // "Two multicentre, double-blind, randomised trials" are those of the paper.
    static constexpr std::string_view kFew[] = {"two", "three", "both", "2", "3"};
    bool few = false;
    for (size_t back = 1; back <= kWordsBetween + 1 && back <= i; ++back)
      few = few || is_one_of(words[i - back].folded, kFew);
    if (few) continue;
    for (size_t j = i + 1; j < words.size() && j <= i + kWordsBetween; ++j) {
      // Some lists print a number at the end of a title: "controlled trials2016".
      if (words[j].folded.starts_with("trials")) return true;
      if (words[j].folded == "trial") break;
    }
  }
  return false;
}

StudyDesign by_subjects(StudyDesign design, std::string_view title, std::string_view own) {
  if (!is_high(design)) return design;
  if (design != StudyDesign::kSystematicReview && is_veterinary(title, own)) return StudyDesign::kAnimal;
  if (has_any_phrase(title, kAnimalTitles) && !has_any_phrase(title, kHumans)) {
    // A trial in people may be named after an animal's product ("porcine insulin").
    const bool in_people = has_any_phrase(own, kClinical) || has_phrase(own, "patients");
    if (!in_people || (design == StudyDesign::kSystematicReview && has_any_phrase(own, kAnimalText)))
      return StudyDesign::kAnimal;
  }
  if (design == StudyDesign::kSystematicReview || design == StudyDesign::kUnclear) return design;
  // The cells of a patient are no case report where the title is about them; for other designs nobody may be
  // named at all.
  const bool nobody = !has_any_phrase(own, kGroups) &&
                      (design == StudyDesign::kCaseReport ? has_any_phrase(title, kCellTitles)
                                                          : !has_any_phrase(own, kHumans));
  if (nobody && has_any_phrase(own, kCells) && !has_any_phrase(own, kClinical))
    return StudyDesign::kLaboratory;
  return design;
}

StudyDesign checked_design(StudyDesign design, std::string_view title, std::string_view own) {
  const bool speaks_for_itself = has_phrase(own, "we") || has_phrase(own, "our") ||
                                 has_phrase(own, "this study") || has_phrase(own, "patients were");
  if (is_high(design) && !speaks_for_itself && has_any_phrase(own, kCommentary)) return StudyDesign::kOpinion;
  if ((is_high(design) || design == StudyDesign::kReview) && !has_phrase(own, "patients were") &&
      has_any_phrase(own, kSaysCommentary))
    return StudyDesign::kOpinion;
  const bool observes = design == StudyDesign::kCohort || design == StudyDesign::kCaseControl ||
                        design == StudyDesign::kCrossSectional || design == StudyDesign::kCaseSeries ||
                        design == StudyDesign::kUnclear;
  if (observes && studies_test_accuracy(title, own)) return StudyDesign::kDiagnosticStudy;
  if (design == StudyDesign::kCohort) return design_of_guessed_cohort(title, own);
  if (design == StudyDesign::kCrossSectional) return design_of_guessed_survey(title, own);
  if (design == StudyDesign::kCaseControl) return design_of_guessed_controls(title, own);
  if (design != StudyDesign::kRandomisedTrial) return design;
  if (is_about_trials(title) && !has_phrase(own, "were randomi*"))
    return tells_its_synthesis(own) ? StudyDesign::kSystematicReview : StudyDesign::kUnclear;
  if (has_phrase(title, "accuracy of") && !names_chance(title) && studies_test_accuracy(title, own))
    return StudyDesign::kDiagnosticStudy;
  if (names_chance(own) || names_chance(title)) return design;
  const bool compares = has_phrase(own, "comparative") || has_phrase(own, "compared") ||
                        has_phrase(own, "versus") || has_phrase(title, "versus") ||
                        has_phrase(title, "comparison");
  const bool one_group = has_phrase(own, "noncomparative") || has_phrase(own, "non-comparative");
  if (one_group || (has_any_phrase(own, kUncontrolled) && !compares)) return StudyDesign::kCaseSeries;
  // Nobody says that chance decided.
  return StudyDesign::kUnclear;
}

}  // namespace attest
