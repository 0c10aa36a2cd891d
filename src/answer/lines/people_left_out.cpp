#include "answer/lines/people_left_out.h"

#include <algorithm>
#include <iterator>
#include <vector>

#include "base/ascii.h"
#include "evidence/relevance.h"
#include "text/phrases.h"
#include "text/tokens.h"

namespace attest {
namespace {

// Who had it, as long as nothing near says that they did not.
bool are_with(std::string_view lower, const std::string& letters) {
  static constexpr std::string_view kNot[] = {"not",     "ineligib*", "unsuitable", "unfit",  "non",
                                              "without", "no",        "cannot",     "before", "instead of"};
  return has_phrase(lower, letters + "*") && !has_any_phrase(lower, kNot);
}

bool share_parent(const VocabularyEntry& a, const VocabularyEntry& b) {
  return std::any_of(a.parents.begin(), a.parents.end(), [&](const std::string& parent) {
    return std::find(b.parents.begin(), b.parents.end(), parent) != b.parents.end();
  });
}

}  // namespace

std::string what_they_cannot_have(std::string_view lower) {
  static constexpr std::string_view kCues[] = {
      "not eligible for",    "non-eligible for",   "ineligible for",   "not candidates for",
      "not a candidate for", "unsuitable for",     "not suitable for", "unfit for",
      "not fit for",         "not planned for",    "not undergoing",   "not scheduled for",
      "not considered for",  "who cannot undergo", "who cannot have"};
  static constexpr std::string_view kEnds[] = {"in", "with",    "who",  "and", "or",
                                               "of", "because", "what", "is"};
  constexpr size_t kWordsMax = 5;
  constexpr size_t kLetters = 7;
  for (const std::string_view cue : kCues) {
    const size_t at = find_phrase(lower, cue);
    if (at == std::string_view::npos) continue;
    std::string_view behind = lower.substr(at + cue.size());
    behind = behind.substr(0, behind.find_first_of(",.;?!("));
    // The noun stands last: "autologous stem cell transplantation".
    std::string noun;
    const std::vector<Token> tokens = tokenize(behind);
    for (size_t i = 0; i < std::min(tokens.size(), kWordsMax); ++i) {
      if (std::find(std::begin(kEnds), std::end(kEnds), tokens[i].folded) != std::end(kEnds)) break;
      noun = tokens[i].folded;
    }
    if (noun.size() > kLetters) noun.resize(kLetters);
    if (!noun.empty()) return noun;
  }
  return {};
}

bool had_what_others_cannot(const Evidence& evidence, const Finding& finding) {
  const std::string letters = what_they_cannot_have(lower_ascii(evidence.question.asked));
  return !letters.empty() &&
         (are_with(lower_ascii(evidence.sentence_of(finding)), letters) ||
          are_with(lower_ascii(evidence.source_of(finding).document.record.title), letters));
}

bool are_of_neighbouring_disease(const Evidence& evidence, const Finding& finding) {
  if (finding.condition_match == 2 || finding.stated_population.empty()) return false;
  const Vocabulary& vocabulary = *evidence.vocabulary;
  const std::string& people = finding.stated_population;
  bool neighbour = false;
  Stemmer stemmer;
  for (const VocabularyMatch& match : vocabulary.match(people, tokenize(people), stemmer)) {
    const VocabularyEntry& entry = vocabulary.entry(match.entry);
    if (entry.role != ConceptRole::kCondition) continue;
    for (const Concept& one : evidence.question.concepts) {
      const VocabularyEntry* asked = vocabulary.find_id(vocabulary_id(one));
      if (asked == nullptr || one.role != ConceptRole::kCondition) continue;
      if (vocabulary.is_a(entry.id, asked->id) || vocabulary.is_a(asked->id, entry.id)) return false;
      neighbour = neighbour || share_parent(entry, *asked);
    }
  }
  return neighbour;
}

}  // namespace attest
