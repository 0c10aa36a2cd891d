#include "reconcile/outcomes/worded_outcomes.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "base/ascii.h"
#include "base/one_of.h"
#include "text/phrases.h"
#include "text/tokens.h"

namespace attest {
namespace {

// Behind these stands what there was more or less of.
bool is_verb(std::string_view word) {
  static constexpr std::string_view kVerbs[] = {
      "reduced", "reduces",   "reduce",    "decreased", "decreases", "decrease", "lowered",
      "lowers",  "lower",     "increased", "increases", "increase",  "improved", "improves",
      "improve", "prevented", "prevent",   "shortened", "prolonged", "raised"};
  return is_one_of(word, kVerbs);
}

// Before "was lower" stands what there was less of.
bool is_predicate(std::string_view word) {
  static constexpr std::string_view kPredicates[] = {"lower",     "higher",    "similar",      "comparable",
                                                     "shorter",   "longer",    "greater",      "reduced",
                                                     "increased", "decreased", "significantly"};
  return is_one_of(word, kPredicates);
}

bool is_article(std::string_view word) {
  static constexpr std::string_view kArticles[] = {"the",     "a",     "an",  "mean", "median",  "total",
                                                   "overall", "their", "its", "both", "average", "also"};
  return is_one_of(word, kArticles);
}

// "The incidence of X": X is what was counted.
bool is_count(std::string_view word) {
  static constexpr std::string_view kCounts[] = {
      "incidence", "risk",       "rate",       "rates",      "number", "frequency", "occurrence",
      "odds",      "likelihood", "proportion", "prevalence", "risks",  "percentage"};
  return is_one_of(word, kCounts);
}

// Words that name no outcome by themselves.
bool is_empty_word(std::string_view word) {
  static constexpr std::string_view kEmpty[] = {
      "patients",      "people",      "women",       "men",         "children",    "participants",
      "subjects",      "infants",     "dose",        "doses",       "cost",        "costs",
      "levels",        "level",       "use",         "treatment",   "therapy",     "effect",
      "effects",       "efficacy",    "safety",      "benefit",     "outcome",     "outcomes",
      "results",       "result",      "group",       "groups",      "time",        "score",
      "scores",        "values",      "value",       "events",      "event",       "parameters",
      "all",           "these",       "those",       "this",        "it",          "concentrations",
      "concentration", "difference",  "differences", "changes",     "change",      "need",
      "duration",      "severity",    "response",    "responses",   "rate",        "rates",
      "risk",          "index",       "measures",    "variables",   "endpoint",    "endpoints",
      "point",         "points",      "placebo",     "control",     "controls",    "there",
      "which",         "that",        "who",         "they",        "we",          "that",
      "reduction",     "increase",    "decrease",    "improvement", "significant", "significantly",
      "odds",          "sensitivity", "activity",    "volume",      "amount",      "length",
      "half",          "cases",       "episodes"};
  return is_one_of(word, kEmpty);
}

bool ends_name(std::string_view word) {
  static constexpr std::string_view kEnds[] = {
      "compared", "than",          "in",      "with",    "by",           "to",         "at",     "after",
      "from",     "over",          "versus",  "vs",      "and",          "or",         "when",   "but",
      "among",    "for",           "of",      "on",      "during",       "as",         "was",    "were",
      "is",       "are",           "did",     "had",     "within",       "while",      "more",   "less",
      "relative", "between",       "under",   "per",     "without",      "until",      "before", "following",
      "not",      "significantly", "also",    "against", "if",           "that",       "which",  "who",
      "it",       "those",         "both",    "only",    "respectively", "regardless", "since",  "through",
      "across",   "using",         "because", "though",  "although",     "whereas",    "nor"};
  return is_one_of(word, kEnds);
}

class Names {
 public:
  explicit Names(std::string_view lower) : lower_(lower), tokens_(tokenize(lower)) {}

  // The name that starts at a word, over an article and "the incidence of".
  void add_behind(size_t at) {
    while (at < tokens_.size() && is_article(word(at))) ++at;
    if (at + 1 < tokens_.size() && is_count(word(at)) && word(at + 1) == "of") {
      at += 2;
      while (at < tokens_.size() && is_article(word(at))) ++at;
    }
    size_t end = at;
    while (end < tokens_.size() && !ends_name(word(end)) && (end == at || joined(end))) ++end;
    add(at, end);
  }

  // The name that stands before a verb and starts its clause: "LDL cholesterol in the X group was lower".
  void add_before(size_t verb) {
    size_t start = verb;
    while (start > 0 && (start == verb || joined(start))) --start;
    while (start < verb && is_article(word(start))) ++start;
    if (start + 1 < verb && is_count(word(start)) && word(start + 1) == "of") start += 2;
    size_t end = start;
    while (end < verb && !ends_name(word(end))) ++end;
    // "Resolution of nausea, photophobia and thirst was": a list, and what stands over it may be far.
    if (end < verb && (word(end) == "and" || word(end) == "or" || word(end) == "of")) return;
    add(start, end);
  }

  void read() {
    for (size_t i = 0; i < tokens_.size(); ++i) {
      const std::string_view before = i == 0 ? std::string_view() : word(i - 1);
      const bool was = before == "was" || before == "were";
      if (is_verb(word(i)) && !was && i + 1 < tokens_.size() && joined(i + 1)) add_behind(i + 1);
      if (was && is_predicate(word(i))) add_before(i - 1);
      if (word(i) == "difference" || word(i) == "differences") {
        if (i + 1 < tokens_.size() && word(i + 1) == "in") add_behind(i + 2);
      }
    }
  }

  std::vector<OutcomePlace> take() { return std::move(places_); }

 private:
  std::string_view word(size_t at) const { return tokens_[at].folded; }

  // Nothing but a space or a hyphen stands before the word.
  bool joined(size_t at) const {
    const size_t from = tokens_[at - 1].span.end;
    const std::string_view gap = lower_.substr(from, tokens_[at].span.start - from);
    return gap == " " || gap == "-" || gap.empty();
  }

  void add(size_t start, size_t end) {
    constexpr size_t kWordsMax = 4;
    if (start >= end || end - start > kWordsMax) return;
    std::string name;
    for (size_t i = start; i < end; ++i) {
      if (!name.empty()) name += ' ';
      name += word(i);
    }
    constexpr size_t kLettersMin = 4;
    const bool numbered = is_digit(name.front());
    if (numbered || name.size() < kLettersMin || is_empty_word(word(start)) || is_empty_word(word(end - 1)))
      return;
    places_.push_back({std::move(name), 0, 1, true, tokens_[start].span.start, tokens_[end - 1].span.end});
  }

  std::string_view lower_;
  std::vector<Token> tokens_;
  std::vector<OutcomePlace> places_;
};

}  // namespace

std::vector<OutcomePlace> worded_outcomes(std::string_view lower) {
  Names names(lower);
  names.read();
  std::vector<OutcomePlace> places = names.take();
  // What the list knows is called by its name there.
  const std::vector<OutcomePlace> known = find_outcomes(lower);
  std::erase_if(places, [&](const OutcomePlace& place) {
    return std::any_of(known.begin(), known.end(), [&](const OutcomePlace& one) {
      return one.start < place.end && place.start < one.end;
    });
  });
  return places;
}

}  // namespace attest
