// Spelling help (spelling.h) asks a collection which words exist; a notice must not depend on what a
// collection holds. So only words that tell of danger are mended, by one slip (two in the longest), and the
// real words as near to them are listed. Those were looked up among the 150,000 most frequent English words.
#include "question/meant_words.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "base/one_of.h"
#include "question/intents.h"
#include "question/spelling.h"

namespace attest {
namespace {

constexpr auto kTellDanger = std::to_array<std::string_view>(
    {"suicide",   "suicidal",  "myself",       "himself",     "herself",    "overdose", "overdosed",
     "tablets",   "battery",   "batteries",    "swallowed",   "magnets",    "bleach",   "attack",
     "breathe",   "breathing", "breathless",   "collapsed",   "seizure",    "choking",  "drooping",
     "slurred",   "speech",    "numbness",     "weakness",    "swollen",    "headache", "bleeding",
     "vomiting",  "coughing",  "pregnant",     "testicle",    "diabetic",   "suddenly", "insulin",
     "ibuprofen", "poison",    "chemotherapy", "paracetamol", "unconscious"});
constexpr auto kOtherWords = std::to_array<std::string_view>(
    {"suicides",  "suicided",  "suicidally",   "overdoses", "tablet",   "tables",   "batter",   "batters",
     "buttery",   "battered",  "swallower",    "magnet",    "magneto",  "beach",    "breach",   "blech",
     "attach",    "attacks",   "attacked",     "breath",    "breathes", "breathed", "breather", "breaths",
     "collapse",  "collapses", "seizures",     "cooking",   "coking",   "chocking", "dropping", "drooling",
     "spurred",   "stollen",   "headaches",    "breeding",  "bleating", "bleeping", "couching", "testicles",
     "diabetics", "sudden",    "sullenly",     "insulins",  "inulin",   "prison",   "poisons",  "poisson",
     "numbers",   "weakens",   "unconsciously"});
constexpr auto kSlips = std::to_array<std::pair<std::string_view, std::string_view>>({{"kil", "kill"},
                                                                                      {"killl", "kill"},
                                                                                      {"killin", "killing"},
                                                                                      {"paine", "pain"},
                                                                                      {"chset", "chest"},
                                                                                      {"dieing", "dying"},
                                                                                      {"wasnt", "was not"},
                                                                                      {"werent", "were not"},
                                                                                      {"weren't", "were not"},
                                                                                      {"alot", "a lot"},
                                                                                      {"wana", "wanna"},
                                                                                      {"wanner", "wanna"},
                                                                                      {"gona", "gonna"},
                                                                                      {"liv", "live"},
                                                                                      {"livin", "living"},
                                                                                      {"dy", "die"},
                                                                                      {"dont't", "do not"}});

// The word of danger that a word was meant to be; empty where it is another.
std::string_view meant_danger(std::string_view word) {
  constexpr size_t kShortest = 5;
  constexpr size_t kLong = 9;
  if (word.size() < kShortest || is_one_of(word, kTellDanger) || is_one_of(word, kOtherWords)) return {};
  for (const std::string_view known : kTellDanger) {
    const size_t allowed = known.size() >= kLong ? 2 : 1;
    if (word.front() == known.front() && edit_distance(word, known, allowed) <= allowed &&
        !is_another_word(word, known))
      return known;
  }
  return {};
}

// "My self", "any more", "to many": the word at `at`, with the one behind it, as it was meant.
void unite(std::vector<PlainWord>& words, size_t at) {
  const auto next = words.begin() + static_cast<std::ptrdiff_t>(at) + 1;
  if (matches_pattern_at(words, at, "my|him|her|them|your|our self|selfs|selves")) {
    const std::string whose = words[at].text;
    words[at].text = whose + (whose == "them" || whose == "our" ? "selves" : "self");
    words.erase(next);
  } else if (matches_pattern_at(words, at, "any more")) {
    words[at].text = "anymore";
    words.erase(next);
  } else if (matches_pattern_at(words, at, "want|wants|wanted too die|live|be|end|kill")) {
    words[at + 1].text = "to";
  } else if (matches_pattern_at(words, at, "to many|much")) {
    words[at].text = "too";
  }
}

}  // namespace

std::vector<PlainWord> meant_words(std::string_view question) {
  std::vector<PlainWord> words;
  for (PlainWord& word : plain_words(question)) {
    const auto slip =
        std::find_if(kSlips.begin(), kSlips.end(), [&](const auto& one) { return one.first == word.text; });
    if (slip != kSlips.end()) {
      for (PlainWord& meant : plain_words(slip->second)) words.push_back({std::move(meant.text), word.span});
      continue;
    }
    if (const std::string_view meant = meant_danger(word.text); !meant.empty()) word.text = meant;
    words.push_back(std::move(word));
  }
  for (size_t at = 0; at + 1 < words.size(); ++at) {
    // "My self esteem" is not "myself".
    if (!matches_pattern_at(words, at, "my|him|her self harm~|injur~|esteem|image|care|confidence|help"))
      unite(words, at);
  }
  return words;
}

}  // namespace attest
