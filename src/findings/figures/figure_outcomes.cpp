// The outcome that a figure measures: the noun phrase right before the figure's bracket or colon ("reduced
// pain (MD -1.2 …)"), behind the name of the measure ("odds ratio for death was"), or the subject of the verb
// before the figure. A phrase that something else leads to ("after surgery (…)", "who were overweight (…)")
// is none.
#include "findings/figures/figure_outcomes.h"

#include <algorithm>

#include "base/one_of.h"
#include "findings/figures/rate_figures.h"
#include "text/phrases.h"

namespace attest {
namespace {

using Words = std::vector<std::string>;

constexpr std::string_view kResultVerbs[] = {
    "achieved",  "experienced", "attended",   "received", "reported", "caused",   "indicated",
    "revealed",  "yielded",     "provided",   "produced", "led",      "resulted", "demonstrated",
    "obtained",  "underwent",   "completed",  "died",     "used",     "included", "was",
    "were",      "is",          "are",        "had",      "has",      "have",     "increased",
    "decreased", "fell",        "rose",       "reduced",  "improved", "declined", "dropped",
    "changed",   "averaged",    "remained",   "reached",  "be",       "showed",   "shown",
    "lowered",   "did",         "prevented",  "worsened", "differed", "lower",    "higher",
    "greater",   "less",        "more",       "fewer",    "better",   "worse",    "shorter",
    "longer",    "reduce",      "improve",    "increase", "decrease", "reduces",  "improves",
    "lowers",    "increases",   "decreases",  "affected", "affect",   "been",     "found",
    "observed",  "seen",        "associated", "affects"};

// What a noun phrase does not reach over.
constexpr std::string_view kBorders[] = {
    "respectively", "compared", "markedly", "slightly", "between", "whereas", "during", "versus", "within",
    "after",        "among",    "their",    "there",    "these",   "which",   "while",  "also",   "both",
    "from",         "into",     "only",     "over",     "than",    "that",    "this",   "when",   "with",
    "all",          "and",      "any",      "but",      "for",     "its",     "not",    "per",    "the",
    "who",          "an",       "as",       "at",       "by",      "if",      "in",     "no",     "of",
    "on",           "or",       "to",       "vs"};

// Words that are no outcome, or only part of its figure.
constexpr std::string_view kNoOutcome[] = {
    "comparison", "confidence", "difference", "medication", "reductions", "short-term", "supplement",
    "decreases",  "follow-up",  "increases",  "long-term",  "programme",  "reduction",  "subgroups",
    "treatment",  "analysis",   "baseline",   "children",   "compared",   "controls",   "decrease",
    "evidence",   "increase",   "interval",   "patients",   "relative",   "subgroup",   "subjects",
    "changes",    "control",    "effects",    "factors",    "infants",    "overall",    "placebo",
    "program",    "regimen",    "results",    "similar",    "studies",    "therapy",    "adults",
    "agents",     "change",     "effect",     "factor",     "groups",     "hazard",     "higher",
    "median",     "months",     "people",     "result",     "trials",     "values",     "cases",
    "drugs",      "group",      "lower",      "model",      "range",      "ratio",      "score",
    "study",      "these",      "those",      "three",      "trial",      "value",      "weeks",
    "which",      "women",      "years",      "also",       "arms",       "data",       "days",
    "dose",       "drug",       "each",       "mean",       "mice",       "odds",       "rate",
    "rats",       "risk",       "same",       "that",       "they",       "this",       "arm",
    "men",        "not",        "one",        "two",        "use",        "ci",         "it",
    "sd",         "se",         "we",         "d"};
constexpr std::string_view kNoOutcomeLong[] = {
    "supplementation", "interventions", "significantly", "statistically", "improvements",
    "intervention",    "participants",  "respectively",  "significance",  "differences",
    "improvement",     "significant",   "supplements"};

bool is_no_outcome(std::string_view word) {
  return is_one_of(word, kNoOutcome) || is_one_of(word, kNoOutcomeLong);
}

bool is_sign(std::string_view word) { return word == "," || word == ";" || word == ":"; }

bool is_border(std::string_view word) {
  return is_sign(word) || word == "a" || word == "significantly" || is_one_of(word, kBorders);
}

bool is_verb(std::string_view word) { return is_one_of(word, kResultVerbs); }

// Words of statistics and of times: a phrase with one of them was cut out of something else.
bool spoils_outcome(std::string_view word) {
  static constexpr std::string_view kSpoilers[] = {
      "size",       "sizes",      "significant", "standard",     "error",         "deviation",
      "confidence", "interval",   "analysis",    "results",      "analyses",      "regression",
      "subgroup",   "trials",     "studies",     "receiving",    "meta-analysis", "model",
      "treated",    "ratio",      "ratios",      "odds",         "hazard",        "trend",
      "trends",     "correction", "test",        "significance", "intervals",     "sem",
      "sd",         "se"};
  for (const std::string_view time : {"months", "month", "weeks", "week", "years", "year", "days", "hours"}) {
    if (word.ends_with(time)) return true;
  }
  return is_one_of(word, kSpoilers);
}

// A phrase may be an outcome when a word of it stands for more than people, groups or a change.
bool may_be_outcome(const Words& words) {
  constexpr size_t kWordsMax = 7;
  if (words.empty() || words.size() > kWordsMax) return false;
  const std::string_view last = words.back();
  if (std::any_of(words.begin(), words.end(), spoils_outcome)) return false;
  if (last != "score" && last != "rate" && last != "risk" && is_no_outcome(last)) return false;
  return std::any_of(words.begin(), words.end(), [](const std::string& word) {
    const bool letters = std::any_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    return letters && word.size() > 2 && !is_no_outcome(word) && !is_verb(word);
  });
}

// The outcome's words, when they stand so in the sentence: nothing is put together that is not written.
std::string written(Words words, std::string_view segment) {
  // "plasma cortisol 24 h after": without its time
  const auto number = std::find_if(words.begin(), words.end(), [](const std::string& word) {
    return std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
  });
  words.erase(number, words.end());
  while (!words.empty() && is_border(words.back())) words.pop_back();
  if (!may_be_outcome(words)) return {};
  std::string text = joined_words(words);
  return segment.find(text) == std::string_view::npos ? std::string() : text;
}

// The noun phrase at the end of `words`: "significantly reduced pain" → "pain".
Words last_phrase(const Words& words) {
  const auto belongs = [](const std::string& word) { return !is_verb(word) && !is_border(word); };
  size_t start = words.size();
  while (start > 0 && belongs(words[start - 1])) --start;
  // "deaths from heart failure", "length of stay"; but "risk of death" is told by its measure.
  if (start > 1 && start < words.size() && (words[start - 1] == "from" || words[start - 1] == "of") &&
      belongs(words[start - 2]) && !is_no_outcome(words[start - 2])) {
    --start;
    while (start > 0 && belongs(words[start - 1])) --start;
  }
  // What leads to the phrase: "reduced pain", "a reduction in pain", but not "in women with pain".
  size_t lead = start;
  static constexpr std::string_view kArticles[] = {
      "the",           "a",        "an",       "no",    "any",  "both",
      "all",           "their",    "its",      "not",   "also", "only",
      "significantly", "markedly", "slightly", "there", "this", "these"};
  while (lead > 0 && is_one_of(words[lead - 1], kArticles)) --lead;
  if (lead > 0 && start < words.size()) {
    static constexpr std::string_view kChanges[] = {
        "reduction",  "reductions",  "improvement", "improvements", "increase",
        "increases",  "decrease",    "decreases",   "change",       "changes",
        "difference", "differences", "decline",     "rise",         "fall",
        "and",        "or",          ",",           "effect",       "effects",
        "gain",       "gains",       "benefit",     "benefits",     "impact"};
    static constexpr std::string_view kStrangers[] = {
        "after", "at",   "during", "with", "by",     "from",    "to",       "between",
        "among", "than", "within", "over", "when",   "if",      "as",       "per",
        "who",   "that", "which",  "into", "while",  "whereas", "was",      "were",
        "is",    "are",  "been",   "be",   "versus", "vs",      "compared", "including"};
    const std::string_view governor = words[lead - 1];
    if (is_one_of(governor, kStrangers)) return {};
    const bool placed = governor == "in" || governor == "on";
    if (placed && (lead < 2 || (!is_one_of(words[lead - 2], kChanges) && !is_verb(words[lead - 2]))))
      return {};
  }
  if (start > 0 && words[start - 1] == "all" && start < words.size() && words[start] == "cause") --start;
  return {words.begin() + static_cast<std::ptrdiff_t>(start), words.end()};
}

// What stands between the name of a measure and its figure: "for death was", "in pain score,".
std::string behind_measure(std::string_view segment) {
  static constexpr std::string_view kMeasures[] = {
      "odds ratio", "hazard ratio", "risk ratio", "relative risk", "rate ratio", "mean difference",
      "difference", "mean change",  "mean",       "median",        "average",    "odds ratios"};
  size_t best = std::string_view::npos;
  for (const std::string_view measure : kMeasures) {
    const size_t at = find_phrase(segment, measure);
    if (at == std::string_view::npos) continue;
    const size_t end = at + measure.size();
    if (best == std::string_view::npos || end > best) best = end;
  }
  if (best == std::string_view::npos) return {};
  std::string_view tail = segment.substr(best);
  Words words = words_outside_brackets(tail);
  while (!words.empty() && (is_one_of(words.front(), {{"of", "for", "in", "the", "a"}})))
    words.erase(words.begin());
  Words phrase;
  for (const std::string& word : words) {
    static constexpr std::string_view kEnds[] = {
        "in",       "at",     "for", "with", "among", "from", "on",   "after",  "between", "to",  "and", "by",
        "compared", "versus", "vs",  ",",    ":",     ";",    "than", "during", "that",    "who", "per"};
    if (is_verb(word) || is_one_of(word, kEnds)) break;
    phrase.push_back(word);
  }
  return written(phrase, segment);
}

// The subject of the last verb of the part before the figure.
std::string subject_of(std::string_view segment) {
  Words words = words_outside_brackets(segment);
  size_t verb = words.size();
  while (verb > 0 && !is_verb(words[verb - 1])) --verb;
  if (verb == 0) return {};
  // What stands behind the verb may only lead to the figure: "was", "decreased from", "was significantly".
  constexpr size_t kLeadMax = 6;
  static constexpr std::string_view kOfItself[] = {
      "was",     "were",     "is",    "are",    "averaged", "remained", "reached", "fell",   "rose",
      "dropped", "declined", "lower", "higher", "greater",  "better",   "worse",   "longer", "shorter"};
  static constexpr std::string_view kTransitive[] = {"decreased", "increased", "improved", "changed"};
  static constexpr std::string_view kLeads[] = {"from",          "to", "by", "in", "with",
                                                "significantly", "on", "at"};
  static constexpr std::string_view kPassive[] = {"reduced", "lowered", "raised", "shortened", "prolonged"};
  const bool passive = verb > 1 && is_one_of(words[verb - 1], kPassive) &&
                       (words[verb - 2] == "was" || words[verb - 2] == "were" || words[verb - 2] == "been");
  const bool changes = (passive || is_one_of(words[verb - 1], kTransitive)) &&
                       (verb == words.size() || is_one_of(words[verb], kLeads));
  if (words.size() - verb > kLeadMax || !(changes || is_one_of(words[verb - 1], kOfItself))) return {};
  while (verb > 0 && is_verb(words[verb - 1])) --verb;
  size_t start = verb;
  while (start > 0 && words[start - 1] != "," && words[start - 1] != ";" && words[start - 1] != ":" &&
         words[start - 1] != "that" && words[start - 1] != "and" && !is_verb(words[start - 1]))
    --start;
  // "With 1 or more partners": no verb ends there.
  static constexpr std::string_view kHowMany[] = {"more", "less", "fewer"};
  if (start > 1 && words[start - 2] == "or" && is_one_of(words[start - 1], kHowMany)) return {};
  Words phrase(words.begin() + static_cast<std::ptrdiff_t>(start),
               words.begin() + static_cast<std::ptrdiff_t>(verb));
  while (!phrase.empty() &&
         is_one_of(phrase.front(), {{"the", "a", "an", "and", "but", "overall", "mean", "median", "average",
                                     "also", "while", "whereas", "although", "their", "its"}}))
    phrase.erase(phrase.begin());
  // "Pain in the drug group": the outcome ends before what it was measured in.
  for (size_t i = 1; i < phrase.size(); ++i) {
    if (!is_one_of(phrase[i], {{"in", "at", "for", "with", "among", "after", "from", "on", "between"}}))
      continue;
    phrase.resize(i);
    break;
  }
  if (!phrase.empty() && is_one_of(phrase.front(), {{"in", "at", "for", "with", "after", "when", "if", "of",
                                                     "to", "there", "among", "on", "by", "as", "from"}}))
    return {};
  return written(phrase, segment);
}

// "X reduced total cholesterol by 12%": what was changed.
std::string object_of_change(std::string_view segment) {
  Words words = words_outside_brackets(segment);
  if (words.empty() || (words.back() != "by" && words.back() != "from")) return {};
  words.pop_back();
  size_t start = words.size();
  while (start > 0 && !is_verb(words[start - 1]) && !is_border(words[start - 1])) --start;
  while (start < words.size() && is_border(words[start])) ++start;
  size_t verb = start;
  while (verb > 0 && (words[verb - 1] == "the" || words[verb - 1] == "mean")) --verb;
  static constexpr std::string_view kChanges[] = {"reduced", "decreased", "increased", "lowered",
                                                  "raised",  "reduces",   "lowers",    "improved"};
  if (verb == 0 || !is_one_of(words[verb - 1], kChanges)) return {};
  return written({words.begin() + static_cast<std::ptrdiff_t>(start), words.end()}, segment);
}

// "The incidence of bleeding was increased (RR 1.2": how much of it there was, right before the bracket.
std::string subject_of_comparison(std::string_view head) {
  Words words = words_outside_brackets(head);
  static constexpr std::string_view kHowMuch[] = {"increased", "decreased", "reduced", "lower",  "higher",
                                                  "common",    "frequent",  "less",    "similar"};
  if (words.empty() || !is_one_of(words.back(), kHowMuch)) return {};
  constexpr size_t kAdverbsMax = 3;
  size_t verb = words.size() - 1;
  static constexpr std::string_view kBe[] = {"was", "were", "is", "are"};
  for (size_t back = 0; back < kAdverbsMax && verb > 0 && !is_one_of(words[verb], kBe); ++back) --verb;
  if (!is_one_of(words[verb], kBe)) return {};
  const std::string outcome = subject_of(head);
  // "Incidence" alone does not say of what.
  static constexpr std::string_view kBare[] = {"incidence",  "incidence rate", "number",
                                               "frequency",  "rates",          "prevalence",
                                               "proportion", "percentage",     "event rate"};
  return is_one_of(outcome, kBare) ? std::string() : outcome;
}

bool names_arm(const Words& words, std::span<const Mention> named, std::string_view lower) {
  const std::string text = joined_words(words);
  return std::any_of(named.begin(), named.end(), [&](const Mention& mention) {
    return text.find(mention.span.of(lower)) != std::string::npos;
  });
}

// The noun phrase at the end of `head`, where it names no arm.
std::string phrase_before(std::string_view head, std::string_view segment, std::span<const Mention> named,
                          std::string_view lower) {
  const Words phrase = last_phrase(words_outside_brackets(head));
  return names_arm(phrase, named, lower) ? std::string() : written(phrase, segment);
}

}  // namespace

bool has_verb(std::string_view segment) {
  const Words words = words_outside_brackets(segment);
  return std::any_of(words.begin(), words.end(), [](const std::string& word) { return is_verb(word); });
}

// Where the bracket opens that the figure behind `segment` stands in; npos when it stands in none.
size_t open_bracket(std::string_view segment) {
  int closed = 0;
  for (size_t at = segment.size(); at > 0; --at) {
    const char c = segment[at - 1];
    if (c == ')' || c == ']') ++closed;
    if ((c == '(' || c == '[') && closed-- == 0) return at - 1;
  }
  return std::string_view::npos;
}

std::string outcome_before(std::string_view segment, const Quantity& quantity, std::span<const Mention> named,
                           std::string_view lower) {
  // "predictors were age (P < 0.01)": what stands there is no outcome.
  static constexpr std::string_view kPredictors[] = {"predict*", "risk factor*", "determinant*", "correlat*",
                                                     "regression"};
  if (has_any_phrase(lower, kPredictors)) return {};
  const std::string_view trimmed = segment.substr(0, segment.find_last_not_of(' ') + 1);
  if (const size_t open = open_bracket(trimmed); open != std::string_view::npos) {
    // "pain (MD -1.2", "deaths (12-month follow-up: relative risk, 0.8"
    constexpr size_t kInsideMax = 60;
    const std::string_view inside = trimmed.substr(open + 1);
    std::string outcome = quantity.kind == QuantityKind::kPValue ? "" : behind_measure(inside);
    if (!outcome.empty() || inside.size() > kInsideMax) return outcome;
    outcome = phrase_before(trimmed.substr(0, open), segment, named, lower);
    if (outcome.empty() && quantity.kind != QuantityKind::kPValue) {
      outcome = subject_of_comparison(trimmed.substr(0, open));
      if (!outcome.empty() && names_arm(words_outside_brackets(outcome), named, lower)) return {};
    }
    return outcome;
  }
  if (!trimmed.empty() && trimmed.back() == ':') {  // "death: OR 0.7"
    return phrase_before(trimmed.substr(0, trimmed.size() - 1), segment, named, lower);
  }
  if (quantity.kind == QuantityKind::kPValue) return {};
  const bool amount = quantity.kind == QuantityKind::kNumber || quantity.kind == QuantityKind::kPercentage;
  std::string outcome = amount ? std::string() : behind_measure(segment);
  if (outcome.empty()) outcome = subject_of(segment);
  if (outcome.empty() && amount) outcome = object_of_change(trimmed);
  // "The PANSS and BPRS were reduced by 17 and 9, respectively": the first is not of the last.
  if (has_phrase(lower, "respectively") && segment.find("and " + outcome) != std::string_view::npos)
    return {};
  if (!outcome.empty() && names_arm(words_outside_brackets(outcome), named, lower)) return {};
  return outcome;
}

}  // namespace attest
