#include "audit/outcome_words.h"

#include <algorithm>

#include "audit/accord.h"
#include "base/one_of.h"

namespace attest::audit {

// Say how much or of whom, and tell no outcome from another.
bool tells_no_outcome(std::string_view stem) {
  static constexpr std::string_view kStems[] = {
      "gave",   "caus",       "made",     "kept",   "left",   "took",      "led",     "patient",
      "group",  "signific",   "statist",  "rate",   "number", "frequenc",  "incid",   "percentag",
      "need",   "show",       "found",    "observ", "treat",  "treatment", "therapi", "receiv",
      "given",  "give",       "day",      "week",   "month",  "year",      "hour",    "minut",
      "time",   "mean",       "averag",   "chang",  "valu",   "score",     "level",   "associ",
      "occur",  "women",      "men",      "peopl",  "adult",  "trial",     "studi",   "compar",
      "result", "than",       "markedli", "daili",  "mg",     "dose",      "risk",    "overal",
      "both",   "drug",       "person",   "effect", "differ", "odd",       "hazard",  "children",
      "user",   "likelihood", "ratio"};
  return is_one_of(stem, kStems);
}

// For each word of the clause whether it is a treatment or a control.
std::vector<bool> given_words(const ReadText& text, const Lexicon& lexicon) {
  const std::vector<Side> sides = sides_of(text.lower, lexicon, false);
  std::vector<bool> given(text.words.size(), false);
  for (size_t i = 0; i < text.words.size(); ++i) {
    given[i] = std::any_of(sides.begin(), sides.end(),
                           [&](const Side& side) { return side.span.overlaps(text.words[i].span); });
  }
  return given;
}

bool is_efficacy(std::string_view folded) {
  static constexpr std::string_view kWords[] = {"effective", "effectiveness", "efficacy", "efficacious"};
  return is_one_of(folded, kWords);
}

double holds_efficacy(const ReadText& text) {
  return std::any_of(text.words.begin(), text.words.end(),
                     [](const ClaimWord& word) { return is_efficacy(word.folded); })
             ? 1
             : 0;
}

// "Adverse", "effective" tell what was measured, whatever way they go.
bool tells_thing(const ClaimWord& word) {
  static constexpr std::string_view kWords[] = {"adverse",       "effective", "efficacy",
                                                "effectiveness", "survival",  "loss",
                                                "success",       "tolerated", "safety"};
  return word.weight > 0 && (word.topic || is_one_of(word.folded, kWords));
}

double share_found(const ReadText& what, const ReadText& where) {
  if (what.words.empty() || where.words.empty()) return 0;
  const Comparison held = compare(what, where);
  double all = 0;
  double found = 0;
  for (size_t i = 0; i < what.words.size(); ++i) {
    if (!what.words[i].topic || what.words[i].weight <= 0) continue;
    all += what.words[i].weight;
    if (held.aligned[i].strength >= kSameWord) found += what.words[i].weight;
  }
  return all > 0 ? found / all : 0;
}

}  // namespace attest::audit
