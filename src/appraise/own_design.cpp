// Sentence by sentence: what a study did stands beside words for one trial or for an act, others' trials
// stand in the plural.
#include "appraise/own_design.h"

#include <algorithm>
#include <string>

#include "appraise/design_words.h"
#include "appraise/own_statements.h"
#include "base/ascii.h"
#include "text/phrases.h"

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

// "Design: a randomised trial." says no more than that.
bool names_only_a_trial(std::string_view sentence) {
  return sentence.ends_with("\na randomised trial") || sentence.ends_with("\na randomized trial") ||
         sentence.starts_with(" a randomised trial") || sentence.starts_with(" a randomized trial");
}

// Whether people of its own stand in a text: a review says "we" and "to evaluate" as well.
bool tells_of_its_people(std::string_view own) {
  static constexpr std::string_view kItsPeople[] = {
      "patients were",     "subjects were",  "participants", "volunteers",    "were enrolled",
      "were recruited",    "were studied",   "were treated", "were given",    "this study",
      "this trial",        "present study",  "the study",    "were followed", "we studied",
      "patients received", "women were",     "men were",     "children were", "was studied",
      "we compared",       "we investigated"};
  return has_any_phrase(own, kItsPeople);
}

}  // namespace

bool says_it_reviews(std::string_view own) {
  static constexpr std::string_view kReviews[] = {
      "in this review",
      "this review discusses",
      "this review summari*",
      "this review focuses",
      "this review describes",
      "this review examines",
      "this review covers",
      "this review considers",
      "we review",
      "article reviews",
      "article discusses",
      "article summari*",
      "paper reviews",
      "paper discusses",
      "report reviews",
      "chapter reviews",
      "chapter discusses",
      "this overview",
      "in this overview",
      "this review will",
      "this review article",
      "review of the medical literature",
      "literature was reviewed",
      "review of the english",
      "review of the literature was",
      "in this minireview",
      "in this mini-review",
      "this minireview",
      "this mini-review",
      "literature review was",
  };
  // What the authors did with people of their own.
  static constexpr std::string_view kStudied[] = {
      "patients were", "subjects were", "we studied",   "retrospective*", "were randomi*",
      "were measured", "were enrolled", "we evaluated", "was performed",  "were followed",
  };
  return has_any_phrase(own, kReviews) && !has_any_phrase(own, kStudied);
}

bool tells_its_work(std::string_view own) {
  static constexpr std::string_view kWork[] = {
      "we",
      "our",
      "this study",
      "this trial",
      "present study",
      "patients were",
      "subjects were",
      "to determine",
      "to evaluate",
      "to compare",
      "to assess",
      "to investigate",
      "to examine",
      "to test",
      "were enrolled",
      "were recruited",
      "participants",
      "volunteers",
      "were studied",
      "was studied",
      "were compared",
      "was compared",
      "the aim",
      "objective",
      "were treated",
      "were given",
      "were measured",
      "was measured",
      "was conducted",
      "were conducted",
      "was performed",
      "were performed",
      "were evaluated",
      "was evaluated",
      "the study",
      "were followed",
      "was followed",
      "retrospective*",
      "survey",
      "were reviewed",
      "records",
      "cases",
      "were examined",
      "were identified",
      "were included",
  };
  return has_any_phrase(own, kWork);
}

bool tells_its_allocation(std::string_view own) {
  static constexpr std::string_view kActs[] = {
      "were randomi*",
      "was randomi*",
      "randomised to",
      "randomized to",
      "randomised into",
      "randomized into",
      "randomised between",
      "randomized between",
      "we randomi*",
      "prospectively randomi*",
      "were then randomi*",
      "randomly",
      "at random",
      "random order",
      "latin square",
      "in random",
      "randomised sequence",
      "randomized sequence",
      "random allocation",
      "after randomi*",
      "crossed over",
      "received placebo",
      "or placebo",
      "and placebo",
      "versus placebo",
      "randomised treatment*",
      "randomized treatment*",
      "blind treatment",
      "given a placebo",
      "placebo or",
      "treated by either",
  };
  static constexpr std::string_view kPlacebo[] = {"placebo group*", "placebo arm",   "with placebo",
                                                  "to placebo",     "after placebo", "than placebo",
                                                  "placebo and"};
  static constexpr std::string_view kOne[] = {
      "trial",      "study",      "design",        "crossover", "cross-over", "comparison",
      "fashion",    "manner",     "method",        "basis",     "protocol",   "order",
      "conditions", "experiment", "investigation", "groups",    "procedure",  "evaluation",
  };
  static constexpr std::string_view kMany[] = {"trials", "studies", "rcts", "reviews", "meta-analys*"};
  static constexpr std::string_view kOurs[] = {
      "we",
      "our",
      "this study",
      "this trial",
      "present study",
      "were conducted",
      "were enrolled",
      "was conducted",
      "two randomi*",
      "three randomi*",
      "two double-blind",
      "using",
      "a database of",
      "data from",
  };
  // What a report says that has neither "we" nor "patients were": its figures, or beside the design what was
  // done.
  static constexpr std::string_view kResults[] = {
      "significantly", "significant difference*", "p <", "p<", "p =", "p=", "results suggest", "n =", "n="};
  static constexpr std::string_view kDone[] = {
      "in a",         "perform*",   "involving",       "underwent",      "administered",
      "received",     "compares",   "healthy",         "this randomi*",  "this double*",
      "this single*", "this open*", "this placebo*",   "this crossover", "this prospective",
      "trial of",     "trial in",   "this multicent*", "this controlled"};
  // Trials in the plural that the sentence holds its own results against, or tells of as known.
  static constexpr std::string_view kHeldAgainst[] = {
      "than",       "consistent with",  "in line with", "findings from", "found in",   "reported in",
      "seen in",    "similar to",       "literature",   "although",      "recently",   "metaregression*",
      "complement", "meta-regression*", "in contrast",  "agree*",        "in keeping", "confirm*"};
  static constexpr std::string_view kDoneByUs[] = {"we conducted",  "we performed",   "were conducted",
                                                   "pooled",        "we carried out", "combined",
                                                   "were enrolled", "were randomi*"};
  static constexpr std::string_view kNotYet[] = {"will be randomi*", "to warrant", "been a subject of"};
  const bool works = tells_its_work(own);
  const bool treats = tells_of_its_people(own);
  const bool results = has_any_phrase(own, kResults);
  for (const std::string_view words : lower_sentences(own)) {
    // Data of daily care that are read as if chance had decided.
    if (!has_any_phrase(words, kAllocation) || has_phrase(words, "emulat*")) continue;
    // What is still to be done, or was never done.
    if (has_any_phrase(words, kNotYet)) continue;
    if (has_any_phrase(words, kMany) && !has_any_phrase(words, kOurs)) continue;
    if (has_any_phrase(words, kMany) && has_any_phrase(words, kHeldAgainst) &&
        !has_any_phrase(words, kDoneByUs))
      continue;
    if (has_any_phrase(words, kActs) || has_any_phrase(words, kMany) ||
        (has_any_phrase(words, kOne) &&
         (works || results || names_only_a_trial(words) || has_any_phrase(words, kDone))) ||
        (treats && has_any_phrase(words, kPlacebo)))
      return true;
  }
  return false;
}

bool names_allocation(std::string_view lower) { return has_any_phrase(lower, kAllocation); }

bool groups_by_trait(std::string_view own) {
  static constexpr std::string_view kGrouped[] = {"assigned", "allocated"};
  static constexpr std::string_view kBy[] = {"depending on", "according to", "based on", "on the basis of"};
  const std::vector<std::string_view> sentences = lower_sentences(own);
  return std::any_of(sentences.begin(), sentences.end(), [](std::string_view words) {
    return has_any_phrase(words, kGrouped) && has_any_phrase(words, kBy);
  });
}

bool tells_its_synthesis(std::string_view own) {
  static constexpr std::string_view kMakes[] = {
      "studies were selected",
      "trials were selected",
      "articles were selected",
      "systematically review*",
      "systematically search*",
      "data were pooled",
      "pooled estimate*",
      "studies were included",
      "trials were included",
      "articles were included",
      "met the inclusion*",
      "met inclusion*",
      "selection criteria",
      "study selection",
      "eligible studies",
      "eligible trials",
      "inclusion criteria were",
      "data extraction",
      "data synthesis",
      "extracted data",
      "we included all randomi*",
      "we included randomi*",
      "we included studies",
      "we included trials",
      "we included all studies",
      "we included all trials",
      "data extracted",
      "risk of bias",
      "studies met",
      "trials met",
      "articles met",
      "reviews met",
      "met the criteria",
      "met our criteria",
      "studies fulfilled",
      "trials fulfilled",
  };
  // A search of the literature alone stands in reviews of every kind, and in reports of cases.
  static constexpr std::string_view kPools[] = {"random-effects", "random effects", "fixed effects",
                                                "fixed-effects"};
  static constexpr std::string_view kPooled[] = {"studies", "trials", "literature", "cohorts"};
  static constexpr std::string_view kNames[] = {"meta-analys*", "metaanalys*", "systematic review*",
                                                "meta-regression*", "metaregression*"};
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
  static constexpr std::string_view kOthersWork[] = {
      "meta-analyses", "systematic reviews", "published in", "been published", "authors of",
      "recent",        "previous",           "earlier"};
  static constexpr std::string_view kShown[] = {"showed",       "shows",      "has shown", "suggest*",
                                                "demonstrate*", "found that", "confirm*",  "conclude*",
                                                "indicate*",    "reported",   "revealed"};
  if (tells_a_search(own) && has_any_phrase(own, kMakes)) return true;
  if (has_any_phrase(own, kPools) && has_any_phrase(own, kPooled)) return true;
  for (const std::string_view words : lower_sentences(own)) {
    if (!has_any_phrase(words, kNames)) continue;
    size_t name = words.size();
    for (const std::string_view synthesis : kNames) name = std::min(name, find_phrase(words, synthesis));
    constexpr size_t kOpeningBytes = 24;
    // "A large meta-analysis showed": what somebody's has shown is told, not done.
    const size_t word = words.find_first_not_of(" '[\"\n");
    const std::string_view start = word == std::string_view::npos ? words : words.substr(word);
    const bool told =
        start.starts_with("a ") || start.starts_with("an ") || start.starts_with("one ") ||
        (start.starts_with("in ") && !start.starts_with("in this") && !start.starts_with("in the present"));
    const bool opens = name < kOpeningBytes && !told && !has_phrase(words, "data suggest*");
    if ((has_any_phrase(words, kOthersWork) || (told && has_any_phrase(words, kShown))) &&
        !has_phrase(words, "we"))
      continue;
    if (opens || has_any_phrase(words, kOwnWork)) return true;
  }
  return false;
}

// Designs that the wording of others' studies suggests, and that a text does not say of itself. Where no word
// of chance stands at all, the wording may still guess a trial, which gets no level.
std::vector<StudyDesign> barred_designs(std::string_view text, std::string_view own) {
  std::vector<StudyDesign> barred;
  const std::string lower = lower_ascii(own_part(text));
  const bool others = names_allocation(lower) && (has_phrase(lower, "trials") ||
                                                  has_phrase(lower, "studies") || !tells_of_its_people(own));
  if (!tells_its_allocation(own) && (others || groups_by_trait(own))) {
    barred.push_back(StudyDesign::kRandomisedTrial);
  }
  if (!tells_its_synthesis(own)) barred.push_back(StudyDesign::kSystematicReview);
  return barred;
}

// A text that only tells of others' trials: their follow-up makes no cohort either.
bool tells_only_of_others(std::string_view text, std::string_view own) {
  const std::string lower = lower_ascii(own_part(text));
  const bool many = has_phrase(lower, "trials") || has_phrase(lower, "studies");
  return many && names_allocation(lower) && !tells_its_allocation(own) && !tells_its_work(own);
}

}  // namespace attest
