#include "answer/lines/left_out.h"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "base/affix.h"
#include "base/ascii.h"
#include "findings/names/word_kind.h"
#include "text/phrases.h"
#include "text/tokens.h"

namespace attest {
namespace {

constexpr std::string_view kLeavesOut[] = {
    "without",     "without using", "without taking",  "other than",     "instead of",
    "apart from",  "besides",       "alternatives to", "alternative to", "avoiding",
    "rather than", "not using",     "no more",         "that is not",    "that are not"};
constexpr size_t kLeftOutWordsMax = 3;
constexpr size_t kLeftOutLettersMin = 4;  // of a word that names treatments by itself

// The words behind each cue, up to the next comma or the third.
std::vector<std::string_view> phrases_left_out(std::string_view lower) {
  std::vector<std::string_view> phrases;
  for (const std::string_view cue : kLeavesOut) {
    for (size_t at = find_phrase(lower, cue); at != std::string_view::npos;
         at = find_phrase(lower, cue, at + 1)) {
      std::string_view behind = lower.substr(at + cue.size());
      behind = behind.substr(0, behind.find_first_of(",.;?!("));
      const std::vector<Token> tokens = tokenize(behind);
      if (tokens.empty()) continue;
      phrases.push_back(behind.substr(0, tokens[std::min(kLeftOutWordsMax, tokens.size()) - 1].span.end));
    }
  }
  return phrases;
}

// What is meant by a word for a whole kind.
bool is_drug(std::string_view lower) {
  constexpr double kSure = 0.6;
  static constexpr std::string_view kDrugs[] = {"inhibitor*", "blocker*", "antagonist*", "agonist*",
                                                "anti*",      "drug*",    "diuretic*",   "steroid*"};
  if (has_any_phrase(lower, kDrugs)) return true;
  const std::vector<Token> tokens = tokenize(lower);
  return std::any_of(tokens.begin(), tokens.end(), [&](const Token& token) {
    const WordKindEstimate kind = estimate_word_kind(token.folded);
    return kind.kind == WordKind::kChemical && kind.probability >= kSure;
  });
}

bool is_operation(std::string_view lower) {
  static constexpr std::string_view kEndings[] = {"ectomy", "otomy", "ostomy", "plasty", "pexy"};
  static constexpr std::string_view kNames[] = {"surger*", "operation*", "resection*", "transplant*",
                                                "bypass"};
  const std::vector<Token> tokens = tokenize(lower);
  return has_any_phrase(lower, kNames) || std::any_of(tokens.begin(), tokens.end(), [&](const Token& token) {
           return ends_with_one_of(token.folded, kEndings);
         });
}

bool is_hormone(std::string_view lower) {
  static constexpr std::string_view kHormones[] = {
      "hormon*", "oestr*", "estr*", "progest*", "tibolone", "testosteron*", "androgen*", "medroxyprogest*"};
  return has_any_phrase(lower, kHormones);
}

struct WholeKind {
  std::string_view asked;  // a word that begins so leaves out all of the kind
  bool (*holds)(std::string_view lower);
};
constexpr WholeKind kWholeKinds[] = {
    {"medic", is_drug},       {"drug", is_drug},           {"tablet", is_drug},    {"pill", is_drug},
    {"surger", is_operation}, {"operation", is_operation}, {"hormon", is_hormone},
};

}  // namespace

LeftOut::LeftOut(const Evidence& evidence) : evidence_(evidence) {
  const std::string lower = lower_ascii(evidence.question.asked);
  Stemmer stemmer;
  for (const std::string_view phrase : phrases_left_out(lower)) {
    const std::vector<Token> tokens = tokenize(phrase);
    for (const VocabularyMatch& match : evidence.vocabulary->match(phrase, tokens, stemmer)) {
      const VocabularyEntry& entry = evidence.vocabulary->entry(match.entry);
      if (entry.role == ConceptRole::kIntervention) ids_.push_back(entry.id);
    }
    for (const Token& token : tokens) {
      std::string word = token.folded;
      if (word.ends_with('s')) word.pop_back();
      if (word.size() >= kLeftOutLettersMin && !is_stop_word(token.folded)) words_.push_back(std::move(word));
    }
  }
}

bool LeftOut::holds(const std::string& id, const std::string& name) const {
  if (ids_.empty() && words_.empty()) return false;
  const bool known = std::any_of(ids_.begin(), ids_.end(), [&](const std::string& one) {
    return one == id || evidence_.vocabulary->is_a(id, one);
  });
  const std::string lower = lower_ascii(name);
  return known || std::any_of(words_.begin(), words_.end(), [&](const std::string& word) {
           return has_phrase(lower, word + "*") ||
                  std::any_of(std::begin(kWholeKinds), std::end(kWholeKinds), [&](const WholeKind& kind) {
                    return word.starts_with(kind.asked) && kind.holds(lower);
                  });
         });
}

}  // namespace attest
