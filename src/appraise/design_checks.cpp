#include "appraise/design_checks.h"

#include <algorithm>
#include <vector>

#include "appraise/design_words.h"
#include "appraise/own_statements.h"
#include "text/phrases.h"
#include "text/tokens.h"

namespace attest {
namespace {

// Without one of these nobody can know that a trial was randomised.
constexpr std::string_view kAllocation[] = {
    "randomi*",
    "randomly",
    "random order",
    "random allocation",
    "at random",
    "placebo*",
    "double-blind*",
    "double blind*",
    "doubleblind*",
    "double-mask*",
    "double mask*",
    "single-blind*",
    "single blind*",
    "crossover",
    "cross-over",
    "crossed over",
    "latin square",
    "rct",
    "rcts",
    "sham",
    "parallel-group",
    "parallel group",
    "observer-blind*",
    "investigator-blind*",
    "controlled trial*",
    "phase iii",
    "phase 3",
};

// One group of people who all were given the same.
constexpr std::string_view kUncontrolled[] = {
    "open study",       "open trial",       "uncontrolled",   "single-arm",  "single arm",
    "noncomparative",   "non-comparative",  "pilot study in", "case series", "open prospective study",
    "open-label study", "open label study",
};

constexpr std::string_view kCommentary[] = {"in this issue",       "this commentary",    "this editorial",
                                            "the commentary",      "invited commentary", "please see related",
                                            "accompanying article"};

constexpr std::string_view kCells[] = {
    "cells were randomly",  "cultures were randomly",
    "plates were randomly", "wells were randomly",
    "cultured fibroblast*", "cultured skin fibroblast*",
    "cultured human*",      "cultured cell*",
    "fibroblast cultures",  "cell line",
    "cell lines",           "hela cell*",
    "fibroblast strains",   "lymphoblastoid",
    "cells were cultured",  "cells were grown",
    "cells were incubated", "cells were exposed",
    "primary culture*",     "cell culture*",
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

// Sentences of a text in lower case, whose beginnings no capital shows.
std::vector<std::string_view> lower_sentences(std::string_view own) {
  std::vector<std::string_view> sentences;
  while (!own.empty()) {
    size_t end = own.size();
    for (const std::string_view border : {". ", ".;", "? ", ".'", ".\n", "! "})
      end = std::min(end, own.find(border));
    sentences.push_back(own.substr(0, end));
    own.remove_prefix(std::min(own.size(), end + 1));
  }
  return sentences;
}

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

}  // namespace

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

bool says_it_reviews(std::string_view own) {
  static constexpr std::string_view kReviews[] = {
      "in this review",      "this review discusses", "this review summari*",
      "this review focuses", "this review describes", "this review examines",
      "this review covers",  "this review considers", "we review",
      "article reviews",     "article discusses",     "article summari*",
      "paper reviews",       "paper discusses",       "report reviews",
      "chapter reviews",     "chapter discusses",     "this overview",
      "in this overview",    "this review will",      "this review article",
  };
  return has_any_phrase(own, kReviews);
}

bool tells_its_work(std::string_view own) {
  static constexpr std::string_view kWork[] = {
      "we",           "our",           "this study",      "this trial",     "present study",  "patients were",
      "subjects were", "to determine",   "to evaluate",    "to compare",     "to assess",
      "to investigate", "to examine",  "to test",         "were enrolled",  "were recruited", "participants",
      "volunteers",   "were studied",  "was studied",     "were compared",  "was compared",   "the aim",
      "objective",    "were treated",  "were given",      "were measured",  "was measured",   "was conducted",
      "were conducted", "was performed", "were performed", "were evaluated", "was evaluated",  "the study", "were followed", "was followed", "retrospective*", "survey", "were reviewed", "records", "cases", "were examined", "were identified", "were included",
  };
  return has_any_phrase(own, kWork);
}

bool tells_its_allocation(std::string_view own) {
  static constexpr std::string_view kActs[] = {
      "were randomi*",      "was randomi*",       "randomi* to",       "randomi* into",  "randomi* between",
      "we randomi*",        "prospectively randomi*", "were then randomi*", "randomly",  "at random",
      "random order",       "latin square",       "in random",         "randomi* sequence", "random allocation",
      "after randomi*",     "crossed over",       "received placebo",  "or placebo",     "and placebo",
      "versus placebo",     "randomi* treatment*", "blind treatment",  "given a placebo", "placebo or",
      "treated by either",
  };
  static constexpr std::string_view kPlacebo[] = {"placebo group*", "placebo arm", "with placebo", "to placebo",
                                                  "after placebo", "than placebo", "placebo and"};
  static constexpr std::string_view kOne[] = {
      "trial",  "study", "design",   "crossover", "cross-over", "comparison", "fashion",       "manner",
      "method", "basis", "protocol", "order",     "conditions", "experiment", "investigation", "groups",
      "procedure", "evaluation",
  };
  static constexpr std::string_view kMany[] = {"trials", "studies", "rcts", "reviews", "meta-analys*"};
  static constexpr std::string_view kOurs[] = {
      "we",         "our",          "this study",    "this trial",    "present study", "were conducted",
      "were enrolled", "was conducted", "two randomi*", "three randomi*", "two double-blind", "using",
      "a database of", "data from",
  };
  const bool works = tells_its_work(own);
  for (const std::string_view words : lower_sentences(own)) {
    if (!has_any_phrase(words, kAllocation)) continue;
    if (has_any_phrase(words, kMany) && !has_any_phrase(words, kOurs)) continue;
    if (has_any_phrase(words, kActs) || has_any_phrase(words, kOne) || has_any_phrase(words, kMany) ||
        (works && has_any_phrase(words, kPlacebo)))
      return true;
  }
  return false;
}

bool names_allocation(std::string_view lower) { return has_any_phrase(lower, kAllocation); }

bool groups_by_trait(std::string_view own) {
  static constexpr std::string_view kGrouped[] = {"assigned", "allocated", "divided", "grouped", "classified",
                                                  "categori*", "stratified"};
  static constexpr std::string_view kBy[] = {"depending on", "according to", "based on", "on the basis of"};
  const std::vector<std::string_view> sentences = lower_sentences(own);
  return std::any_of(sentences.begin(), sentences.end(), [](std::string_view words) {
    return has_any_phrase(words, kGrouped) && has_any_phrase(words, kBy);
  });
}

bool tells_its_synthesis(std::string_view own) {
  static constexpr std::string_view kMakes[] = {
      "literature search",  "were searched",          "searches of",   "studies were selected",
      "pooled analysis of", "systematically review*", "to perform a",  "to conduct a",
      "random-effects",     "random effects",         "fixed effects", "fixed-effects",
      "data were pooled",   "pooled estimate*",
  };
  static constexpr std::string_view kNames[] = {"meta-analys*", "metaanalys*", "systematic review*"};
  static constexpr std::string_view kOwnWork[] = {
      "we",
      "our",
      "this meta-analysis",
      "this metaanalysis",
      "this systematic review",
      "this study",
      "present",
      "was performed",
      "were performed",
      "was conducted",
      "were conducted",
      "was carried out",
      "was undertaken",
      "was done",
      "was used",
      "were used",
      "design",
      "objective",
      "aim",
      "purpose",
      "methods",
      "current",
  };
  static constexpr std::string_view kOthersWork[] = {"meta-analyses", "systematic reviews", "published in",
                                                     "been published", "authors of"};
  if (tells_a_search(own) || has_any_phrase(own, kMakes)) return true;
  for (const std::string_view words : lower_sentences(own)) {
    if (!has_any_phrase(words, kNames)) continue;
    const size_t name = std::min(
        {find_phrase(words, kNames[0]), find_phrase(words, kNames[1]), find_phrase(words, kNames[2])});
    constexpr size_t kOpeningBytes = 24;
    const bool opens = name < kOpeningBytes && !has_phrase(words, "a meta-analys*");
    if (has_any_phrase(words, kOthersWork) && !has_phrase(words, "we")) continue;
    if (opens || has_any_phrase(words, kOwnWork)) return true;
  }
  return false;
}

bool is_about_trials(std::string_view title) {
  constexpr size_t kWordsBetween = 4;
  const std::vector<Token> words = tokenize(title);
  for (size_t i = 0; i < words.size(); ++i) {
    if (!words[i].folded.starts_with("randomi")) continue;
    if (i > 0) {
      const std::string_view before = words[i - 1].folded;
      if (before == "two" || before == "three" || before == "both" || before == "2" || before == "3")
        continue;
    }
    for (size_t j = i + 1; j < words.size() && j <= i + kWordsBetween; ++j) {
      if (words[j].folded == "trials") return true;
      if (words[j].folded == "trial") break;
    }
  }
  return false;
}

StudyDesign by_subjects(StudyDesign design, std::string_view title, std::string_view own) {
  if (!is_high(design)) return design;
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
  if (design != StudyDesign::kRandomisedTrial) return design;
  if (has_any_phrase(own, kAllocation) || has_any_phrase(title, kAllocation)) return design;
  const bool compares = has_phrase(own, "comparative") || has_phrase(own, "compared") ||
                        has_phrase(own, "versus") || has_phrase(title, "versus") ||
                        has_phrase(title, "comparison");
  const bool one_group = has_phrase(own, "noncomparative") || has_phrase(own, "non-comparative");
  if (one_group || (has_any_phrase(own, kUncontrolled) && !compares)) return StudyDesign::kCaseSeries;
  return design;
}

}  // namespace attest
