// Sentence by sentence. A sentence of others or of the future is told by its words beside "trial" or "study";
// one that says "we", "our" or "this study" is kept, because it compares with its own.
#include "appraise/own_statements.h"

#include <algorithm>
#include <vector>

#include "base/ascii.h"
#include "base/one_of.h"
#include "text/phrases.h"
#include "text/sentences.h"
#include "text/tokens.h"
#include "text/word_patterns.h"

namespace attest {
namespace {

constexpr std::string_view kStudies[] = {"trial",    "trials",        "study",          "studies",
                                         "research", "investigation", "investigations", "rct",
                                         "rcts",     "evaluation",    "meta-analys*",   "experience"};

constexpr std::string_view kWanted[] = {
    "is needed",
    "are needed",
    "be needed",
    "is required",
    "are required",
    "is warranted",
    "are warranted",
    "be warranted",
    "seems warranted",
    "seem warranted",
    "is underway",
    "are underway",
    "now underway",
    "is under way",
    "are under way",
    "now under way",
    "currently underway",
    "is ongoing",
    "is currently ongoing",
    "are currently ongoing",
    "are ongoing",
    "is awaited",
    "are awaited",
    "is necessary",
    "are necessary",
    "is desirable",
    "are desirable",
    "is desired",
    "are desired",
    "is indicated",
    "called for",
    "need to conduct",
    "urgent need",
    "need for randomi*",
    "need for further",
    "is in progress",
    "are in progress",
    "now in progress",
    "is planned",
    "are planned",
    "future studies",
    "future trials",
    "future research",
    "further studies",
    "further trials",
    "further research",
    "further study",
    "remains to be",
    "remain to be",
    "should be conducted",
    "should be performed",
    "should be undertaken",
    "should be carried out",
    "should be done",
    "should be tested",
    "should be evaluated",
    "should be confirmed",
    "should be investigated",
    "needs to be",
    "need to be",
    "requires confirmation",
    "require confirmation",
    "needs confirmation",
    "need confirmation",
    "is advised",
    "are advised",
    "could be helpful",
    "would be helpful",
    "will only be",
    "can only be answered",
    "an ongoing",
    "being developed",
    "has been initiated",
    "have been initiated",
    "is being conducted",
    "is being planned",
    "are being conducted",
    "justify a",
    "justifies a",
    "await",
    "in the future",
};

// Before "trial" or "study", at most three words away.
constexpr std::string_view kOthers[] = {
    "previous", "earlier",   "prior",   "published",     "other",       "several",     "many", "few",
    "most",     "some",      "recent",  "numerous",      "various",     "no",          "one",  "existing",
    "past",     "available", "another", "retrospective", "large-scale", "unpublished",
};

constexpr std::string_view kOthersSaid[] = {
    "previously reported",
    "has been shown",
    "have been shown",
    "ever been tested",
    "has been tested in",
    "have been tested in",
    "have shown that",
    "has been reported",
    "recently reported",
    "recently published",
    "recently completed",
    "et al",
    "and colleagues",
    "and co-workers",
    "and coworkers",
    "and associates",
    "and his colleagues",
    "and her colleagues",
    "trials have",
    "studies have",
    "have demonstrated",
    "in comparative trials",
    "in clinical trials",
    "in controlled trials",
    "in controlled clinical trials",
    "in randomi* trials",
    "in placebo-controlled trials",
};

// Words that may stand between "other" and "trials" as often as they like.
constexpr std::string_view kTrialKinds[] = {
    "large",      "small",     "randomi*",  "controlled",  "double",   "single", "blind*", "placebo",
    "multicent*", "clinical",  "mortality", "prospective", "parallel", "group",  "open",   "label",
    "crossover",  "cross",     "over",      "comparative", "long",     "short",  "term",   "well",
    "designed",   "conducted", "high",      "quality",     "active",   "scale",
};

constexpr std::string_view kOwn[] = {"we",
                                     "our",
                                     "this study",
                                     "this trial",
                                     "present study",
                                     "current study",
                                     "present trial",
                                     "current trial",
                                     "the study was",
                                     "the trial was",
                                     "this article",
                                     "this paper",
                                     "this review"};

// What was done with people: one's own, unless the sentence opens with another's study.
constexpr std::string_view kOwnActs[] = {"were randomi*", "was randomi*", "were randomly", "was randomly"};

constexpr std::string_view kSearch[] = {
    "medline",
    "embase",
    "pubmed",
    "cochrane library",
    "cinahl",
    "psycinfo",
    "psychinfo",
    "cochrane central",
    "cochrane controlled trials",
    "literature search",
    "search strategy",
    "search methods",
    "were searched",
    "we searched",
    "was searched",
    "data sources",
    "study selection",
    "electronic databases",
    "bibliographic databases",
    "systematic search",
    "computerized search",
    "computerised search",
};

// Words that are no sign of a trial where they stand so.
// clang-format off
constexpr std::string_view kElsewhere[] = {
    "randomly selected", "randomly chosen", "randomly sampled", "randomly picked", "randomly drawn",
    "randomly recruited", "randomly identified", "randomly invited", "randomly collected",
    "randomly obtained", "randomly distributed", "randomly screened", "randomly generated",
    "randomly split", "randomly assigned to validation", "randomly assigned to training",
    "randomly divided into training", "randomly divided into a training", "randomly assigned to a training",
    "randomly assigned to derivation", "randomly assigned to a derivation",
    "randomly divided into derivation", "randomly amplified", "randomly primed", "selected randomly",
    "chosen randomly", "sampled randomly", "selected at random", "blinded reader*", "blinded review*",
    "blinded radiologist*", "blinded observer*", "blinded pathologist*", "blinded interpretation",
    "independent blinded", "mendelian randomi*", "in a large cohort", "follow-up compound*",
    "follow-up drug*", "follow-up molecule*", "follow-up question*", "follow-up article*",
    "follow-up paper*", "follow-up letter*", "follow-up comment*",
};
// clang-format on

bool is_trial_kind(std::string_view word) { return fits_one_of(word, kTrialKinds); }

// "2003; 348: 883": the year, volume and page of a paper.
bool has_journal_place(std::string_view words) {
  constexpr size_t kYearDigits = 4;
  for (size_t at = words.find(';'); at != std::string_view::npos; at = words.find(';', at + 1)) {
    if (at < kYearDigits) continue;
    const std::string_view year = words.substr(at - kYearDigits, kYearDigits);
    if (!std::all_of(year.begin(), year.end(), is_digit)) continue;
    size_t next = at + 1;
    while (next < words.size() && is_space(words[next])) ++next;
    const size_t volume = next;
    while (next < words.size() && is_digit(words[next])) ++next;
    if (next > volume && next < words.size() && (words[next] == ':' || words[next] == '(')) return true;
  }
  return false;
}

// "the Miller study": a study by the name of its author, not one whose own name ends in "Study" or in
// capitals.
bool names_authors_study(std::string_view words) {
  const std::vector<Token> tokens = tokenize(words);
  for (size_t i = 1; i + 1 < tokens.size(); ++i) {
    const std::string_view noun = tokens[i + 1].span.of(words);
    if ((noun != "study" && noun != "trial") || tokens[i - 1].folded != "the") continue;
    const std::string_view name = tokens[i].span.of(words);
    if (name.size() > 2 && is_upper(name.front()) &&
        std::all_of(name.begin() + 1, name.end(), [](char c) { return is_letter(c) && !is_upper(c); }))
      return true;
  }
  return false;
}

bool follows_other(std::string_view lower) {
  constexpr size_t kWordsBetween = 3;
  const std::vector<Token> tokens = tokenize(lower);
  for (size_t i = 0; i < tokens.size(); ++i) {
    const std::string_view word = tokens[i].folded;
    if (std::find(std::begin(kOthers), std::end(kOthers), word) == std::end(kOthers)) continue;
    size_t others = 0;
    for (size_t j = i + 1; j < tokens.size() && others <= kWordsBetween; ++j) {
      const std::string_view noun = tokens[j].folded;
      if (!is_trial_kind(noun)) ++others;
      // "In a retrospective study of 36 patients", "a retrospective review was done" tell of the study
      // itself.
      if (word == "retrospective" && (noun == "study" || noun == "review")) break;
      if (noun == "trial" || noun == "trials" || noun == "study" || noun == "studies" || noun == "review" ||
          noun == "reviews" || noun == "rcts" || noun == "reports" || noun == "meta" ||
          noun == "metaanalysis" || noun == "experiments")
        return true;
    }
  }
  return false;
}

// "In a recent trial 90 patients were randomised".
bool opens_with_another(std::string_view lower) {
  static constexpr std::string_view kOpenings[] = {
      "in a recent",   "in another",   "in a previous",  "in an earlier", "in a prior",
      "a recent",      "another",      "in one",         "in two recent", "in a large",
      "in a landmark", "in the first", "in a published", "in a second"};
  constexpr size_t kOpeningBytes = 40;
  const std::string_view opening = lower.substr(0, kOpeningBytes);
  const std::string_view found = first_phrase(opening, kOpenings);
  constexpr size_t kStartMax = 4;
  return !found.empty() && find_phrase(opening, found) < kStartMax &&
         (follows_other(lower) || has_phrase(opening, "trial") || has_phrase(opening, "study"));
}

void blank(std::string& text, size_t start, size_t end) {
  std::fill(text.begin() + static_cast<std::ptrdiff_t>(start),
            text.begin() + static_cast<std::ptrdiff_t>(end), ' ');
}

// The clause of a sentence in which `at` stands. A comma alone ends none: "a larger, controlled trial".
ByteSpan clause_at(std::string_view words, size_t at) {
  size_t start = 0;
  for (const std::string_view border : {"; ", ", and ", ", but ", ", although ", ", (", ": "}) {
    const size_t found = words.substr(0, at).rfind(border);
    if (found != std::string_view::npos) start = std::max(start, found);
  }
  const size_t end = words.find(';', at);
  return {static_cast<uint32_t>(start),
          static_cast<uint32_t>(end == std::string_view::npos ? words.size() : end)};
}

// "Diagnosed by double-blind placebo-controlled food challenge": a test, and no trial.
void blank_challenges(std::string& lower) {
  static constexpr std::string_view kBlind[] = {"double-blind", "double blind", "double-blinded",
                                                "placebo-controlled"};
  static constexpr std::string_view kTests[] = {"challenge", "challenges", "provocation"};
  constexpr size_t kWordsBetween = 6;
  for (const std::string_view blind : kBlind) {
    for (size_t at = find_phrase(lower, blind); at != std::string::npos;
         at = find_phrase(lower, blind, at + 1)) {
      const size_t from = at + blind.size();
      constexpr size_t kNear = 90;
      const std::vector<Token> words = tokenize(std::string_view(lower).substr(from, kNear));
      for (size_t i = 0; i < words.size() && i < kWordsBetween; ++i) {
        const std::string_view word = words[i].folded;
        if (is_one_of(word, kStudies) || word == "crossover") break;
        if (!is_one_of(word, kTests)) continue;
        blank(lower, at, from + words[i].span.end);
        break;
      }
    }
  }
}

}  // namespace

bool is_of_the_future(std::string_view lower_sentence) {
  return has_any_phrase(lower_sentence, kWanted) && has_any_phrase(lower_sentence, kStudies);
}

bool is_of_others(std::string_view lower_sentence) {
  if (has_any_phrase(lower_sentence, kOwn)) return false;
  if (has_any_phrase(lower_sentence, kOwnActs) && !opens_with_another(lower_sentence)) return false;
  return has_any_phrase(lower_sentence, kOthersSaid) || follows_other(lower_sentence);
}

bool names_its_authors(std::string_view sentence) {
  static constexpr std::string_view kOurs[] = {"we", "our", "this study", "this trial", "present study"};
  const std::string lower = lower_ascii(sentence);
  if (has_any_phrase(lower, kOurs)) return false;
  return has_any_phrase(lower, kOthersSaid) || has_journal_place(sentence) || names_authors_study(sentence);
}

bool tells_a_search(std::string_view lower) { return has_any_phrase(lower, kSearch); }

bool plans_a_study(std::string_view lower) {
  constexpr size_t kPlansMin = 3;
  const auto count = [&](std::string_view phrase) {
    size_t times = 0;
    for (size_t at = find_phrase(lower, phrase); at != std::string_view::npos;
         at = find_phrase(lower, phrase, at + 1))
      ++times;
    return times;
  };
  const size_t plans = count("will be") + count("will receive") + count("will have") + count("will take");
  return plans >= kPlansMin && plans > count("were");
}

std::string own_statements(std::string_view text) {
  static constexpr std::string_view kSyntheses[] = {"meta-analys*", "metaanalys*", "systematic review*"};
  static constexpr std::string_view kOurs[] = {"we", "our"};
  static constexpr std::string_view kGoesOn[] = {"is currently ongoing", "is ongoing", "is underway",
                                                 "is in progress", "is under way"};
  static constexpr std::string_view kThis[] = {"in this study", "in this trial", "this study", "this trial"};
  constexpr size_t kOpeningBytes = 16;
  std::string lower = lower_ascii(text);
  bool ongoing = false;           // the sentence before told of a trial that goes on
  bool others_synthesis = false;  // one was named: "this meta-analysis" is that one
  for (const ByteSpan sentence : split_sentences(text)) {
    const std::string_view words = std::string_view(lower).substr(sentence.start, sentence.size());
    const bool follows_ongoing = ongoing && has_any_phrase(words.substr(0, kOpeningBytes), kThis);
    ongoing = false;
    if (tells_a_search(words)) continue;
    if (follows_ongoing && !has_any_phrase(words, kOurs)) {
      blank(lower, sentence.start, sentence.end);
      continue;
    }
    if (is_of_the_future(words)) {
      ongoing = has_any_phrase(words, kGoesOn);
      const ByteSpan clause = clause_at(words, words.find(first_phrase(words, kWanted)));
      blank(lower, sentence.start + clause.start, sentence.start + clause.end);
      continue;
    }
    const bool names_synthesis = has_any_phrase(words, kSyntheses);
    const bool others = is_of_others(words) || names_its_authors(sentence.of(text));
    if (others || (names_synthesis && others_synthesis && !has_any_phrase(words, kOurs))) {
      others_synthesis = others_synthesis || names_synthesis;
      blank(lower, sentence.start, sentence.end);
    }
  }
  blank_challenges(lower);
  for (const std::string_view phrase : kElsewhere) {
    const size_t length = phrase.ends_with('*') ? phrase.size() - 1 : phrase.size();
    for (size_t at = find_phrase(lower, phrase); at != std::string::npos;
         at = find_phrase(lower, phrase, at + 1))
      blank(lower, at, at + length);
  }
  return lower;
}

}  // namespace attest
