// Where a text names interventions, tests, conditions and other things that a vocabulary knows.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/byte_span.h"
#include "findings/finding.h"
#include "question/question.h"
#include "text/tokens.h"

namespace attest {

// One thing that can be named.
struct VocabularyEntry {
  std::string id;
  std::string name;        // preferred
  std::string plain_name;  // for patients; "" → name
  ConceptRole role = ConceptRole::kOther;
  bool is_control = false;  // placebo, sham, usual care, waiting list…
  std::vector<std::string> parents;
};

// A place where an entry is named.
struct VocabularyMatch {
  uint32_t entry = 0;
  ByteSpan span;  // relative to the text the tokens came from
  uint32_t first_token = 0;
  uint32_t token_count = 0;
};

// Names in stems, longest match wins. Building and matching are linear in the input.
class Vocabulary {
 public:
  // Returns the entry's number; an id added twice keeps the first entry and gains the new names.
  uint32_t add(VocabularyEntry entry, std::span<const std::string> names, Stemmer& stemmer);
  const VocabularyEntry& entry(uint32_t number) const { return entries_[number]; }
  const VocabularyEntry* find_id(std::string_view id) const;
  size_t size() const { return entries_.size(); }
  // `tokens` are those of `text`. Names of few letters in capitals ("ORS", "MS") match only in capitals.
  std::vector<VocabularyMatch> match(std::string_view text, std::span<const Token> tokens,
                                     Stemmer& stemmer) const;
  // True when `id` is `ancestor` or has it among its parents, at any distance.
  bool is_a(std::string_view id, std::string_view ancestor) const;

 private:
  std::vector<VocabularyEntry> entries_;
  std::unordered_map<std::string, uint32_t> by_stems_;     // stems joined by ' '
  std::unordered_map<std::string, uint32_t> by_capitals_;  // short abbreviations as they stand
  std::unordered_map<std::string, uint32_t> by_id_;
  std::unordered_map<std::string, uint32_t> longest_from_;  // first stem → most stems of a name
};

// The control arms that every vocabulary knows ("placebo", "sham", "standard care", "waiting list"…).
void add_control_arms(Vocabulary& vocabulary, Stemmer& stemmer);

// Things named in `sentences` that no thesaurus lists but that stand where interventions stand ("treated with
// X", "X versus placebo") or are formed like drug names ("-mab", "-statin"). Each gets the id "text:<words>".
// Only names that occur in at least two different texts are added. `texts` are titles and sentences.
void add_discovered_interventions(Vocabulary& vocabulary, std::span<const std::string_view> texts,
                                  Stemmer& stemmer);

}  // namespace attest
