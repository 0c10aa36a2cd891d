#include "evidence/narrower_titles.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <string_view>
#include <vector>

#include "base/affix.h"
#include "base/ascii.h"
#include "evidence/relevance.h"
#include "findings/cues.h"
#include "text/phrases.h"
#include "text/tokens.h"

namespace attest {
namespace {

constexpr size_t kNoName = std::string_view::npos;

struct ConditionNames {
  std::vector<std::string> ids;
  std::set<std::string> same;   // names of the thing itself
  std::set<std::string> kinds;  // and of its kinds
};

ConditionNames asked_conditions(const Evidence& evidence) {
  constexpr float kKindOfIt = 0.75f;
  ConditionNames asked;
  for (const Concept& one : evidence.question.concepts) {
    if (one.role != ConceptRole::kCondition) continue;
    asked.ids.push_back(vocabulary_id(one));
    for (const ConceptVariant& variant : one.variants) {
      if (variant.weight < kKindOfIt) continue;
      (variant.weight >= 1 ? asked.same : asked.kinds).insert(lower_ascii(variant.words));
    }
  }
  return asked;
}

std::string words_of_question(const Evidence& evidence) {
  return lower_ascii(evidence.question.asked + " " + evidence.question.resolved);
}

// Where the word before the name at `at` makes a kind of it: "uveal melanoma", "drug-induced asthma". Else
// kNoName.
size_t start_of_kind(std::string_view lower, size_t at, std::string_view question) {
  static constexpr std::string_view kEndings[] = {"-induced",   "-associated", "-related",
                                                  "-resistant", "-refractory", "-dependent",
                                                  "-negative",  "-positive",   "-deficient"};
  static constexpr std::string_view kWords[] = {"refractory",  "relapsed",   "relapsing", "resistant",
                                                "recurrent",   "secondary",  "neonatal",  "gestational",
                                                "metastatic",  "advanced",   "severe",    "postoperative",
                                                "complicated", "postpartum", "localised", "localized"};
  // What says no more of it, or of what is done and to whom.
  static constexpr std::string_view kNoKind[] = {"the",         "a",
                                                 "an",          "and",
                                                 "or",          "with",
                                                 "to",          "adult",
                                                 "adults",      "chronic",
                                                 "acute",       "primary",
                                                 "common",      "uncomplicated",
                                                 "active",      "symptomatic",
                                                 "early",       "moderate",
                                                 "newly",       "diagnosed",
                                                 "established", "human",
                                                 "mild",        "mild-to-moderate",
                                                 "stable",      "of",
                                                 "idiopathic",  "essential",
                                                 "patients",    "people",
                                                 "your",        "pulmonary"};
  static constexpr std::string_view kOf[] = {" for ", " of ", " in ", " with "};
  const std::string_view before = lower.substr(0, at);
  if (!before.ends_with(' ')) return kNoName;
  const size_t space = before.substr(0, before.size() - 1).rfind(' ');
  const size_t from = space == kNoName ? 0 : space + 1;
  const std::string_view word = before.substr(from, before.size() - 1 - from);
  if (has_phrase(question, word)) return kNoName;
  const std::string_view lead = before.substr(0, from);
  const bool is_object = ends_with_one_of(lead, kOf);
  const bool says_more = std::find(std::begin(kNoKind), std::end(kNoKind), word) == std::end(kNoKind);
  const bool kind = ends_with_one_of(word, kEndings) ||
                    std::find(std::begin(kWords), std::end(kWords), word) != std::end(kWords) ||
                    (is_object && says_more && is_lower(word.back()) && !word.ends_with("ing"));
  return kind ? from : kNoName;
}

}  // namespace

std::string narrower_title(const Evidence& evidence, const AnswerSource& source) {
  const ConditionNames asked = asked_conditions(evidence);
  if (asked.ids.empty()) return {};
  const std::string title = lower_ascii(source.document.record.title);
  const std::string question = words_of_question(evidence);
  std::string rest = title;  // without the kinds that it names
  std::set<std::string> kinds;
  std::string first;
  Stemmer stemmer;
  for (const VocabularyMatch& match : evidence.vocabulary->match(title, tokenize(title), stemmer)) {
    const std::string& id = evidence.vocabulary->entry(match.entry).id;
    const std::string words(match.span.of(title));
    const bool is_kind = std::any_of(asked.ids.begin(), asked.ids.end(), [&](const std::string& wide) {
      return id != wide && evidence.vocabulary->is_a(id, wide);
    });
    const bool is_asked = std::find(asked.ids.begin(), asked.ids.end(), id) != asked.ids.end();
    if (!is_kind || is_asked || asked.same.contains(words) || has_phrase(question, words)) continue;
    std::fill(rest.begin() + match.span.start, rest.begin() + match.span.end, ' ');
    kinds.insert(id);
    if (first.empty()) first = words;
  }
  for (const std::string& name : asked.kinds) {
    const size_t at = find_phrase(rest, name);
    if (at == kNoName || has_phrase(question, name)) continue;
    std::fill_n(rest.begin() + static_cast<std::ptrdiff_t>(at), name.size(), ' ');
    kinds.insert(name);
    if (first.empty()) first = name;
  }
  for (const std::string& name : asked.same) {
    const size_t at = find_phrase(rest, name);
    if (at == kNoName) continue;
    const size_t from = start_of_kind(rest, at, question);
    if (from == kNoName) return {};
    if (first.empty()) first = rest.substr(from, at - from) + name;
  }
  constexpr size_t kOneKind = 1;
  return first.empty() || kinds.size() > kOneKind ? std::string() : "in " + first;
}

bool is_of_other_occasion(const Evidence& evidence, const AnswerSource& source) {
  const std::string title = lower_ascii(source.document.record.title);
  const std::string question = words_of_question(evidence);
  static constexpr std::string_view kPrevents[] = {"prevent*", "prophyla*", "post-exposure", "postexposure",
                                                   "pre-exposure"};
  static constexpr std::string_view kTreats[] = {"treat*", "manag*", "therap*", "care"};
  if (is_treatment_question(evidence.question) && !has_any_phrase(question, kPrevents) &&
      has_any_phrase(title, kPrevents) && !has_any_phrase(title, kTreats))
    return true;
  static constexpr std::string_view kAgain[] = {"relaps*", "refractory", "resistant", "recurrent"};
  static constexpr std::string_view kNew[] = {"newly diagnosed",      "newly-diagnosed", "untreated",
                                              "previously untreated", "treatment-naive", "treatment-naïve"};
  return has_any_phrase(question, kAgain) && has_any_phrase(title, kNew) && !has_any_phrase(title, kAgain);
}

}  // namespace attest
