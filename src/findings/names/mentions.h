// Where a text names interventions, tests, conditions and other things that a vocabulary knows.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/byte_span.h"
#include "findings/finding.h"
#include "findings/names/name_numbers.h"
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

// What one text means by its short forms, by their definitions in it: "critical result time (CRT)" there is
// no cardiac resynchronisation therapy. Short form → number of the entry, or kNothing for what no entry is.
struct LocalNames {
  static constexpr uint32_t kNothing = ~0u;
  std::unordered_map<std::string, uint32_t> entries;
  // Entries named with "group" that are an arm there: "the self-help group" of a trial of online self-help.
  std::set<uint32_t> arms;
};

// Names in the forms of their words, longest match wins. Building and matching are linear in the input. A
// vocabulary may stand on a larger one that does not change and that many share: it then holds only what is
// added to it.
class Vocabulary {
 public:
  Vocabulary() = default;
  explicit Vocabulary(std::shared_ptr<const Vocabulary> base) : base_(std::move(base)) {}
  // Returns the entry's number; an id added twice keeps the first entry and gains the new names. A name keeps
  // the entry that it was given first; the base comes before everything that is added...
  uint32_t add(VocabularyEntry entry, std::span<const std::string> names, Stemmer& stemmer);
  // ... but not before this: its names, and its entry where the base has the same id, take the base's place.
  uint32_t add_before_base(VocabularyEntry entry, std::span<const std::string> names, Stemmer& stemmer);
  const VocabularyEntry& entry(uint32_t number) const;
  const VocabularyEntry* find_id(std::string_view id) const;
  size_t size() const { return base_size() + entries_.size(); }
  // `tokens` are those of `text`. Names of few letters in capitals ("ORS", "MS") match only in capitals.
  // `local`: of the document that `text` is from.
  std::vector<VocabularyMatch> match(std::string_view text, std::span<const Token> tokens, Stemmer& stemmer,
                                     const LocalNames* local = nullptr) const;
  // From the definitions in `text`.
  LocalNames local_names(std::string_view text, Stemmer& stemmer) const;
  // True when `id` is `ancestor` or has it among its parents, at any distance.
  bool is_a(std::string_view id, std::string_view ancestor) const;

 private:
  std::set<uint32_t> arms_in(std::string_view text, Stemmer& stemmer) const;
  void add_schemes(std::string_view text, Stemmer& stemmer, LocalNames& local) const;
  size_t base_size() const { return base_ == nullptr ? 0 : base_->size(); }
  void add_names(uint32_t number, std::span<const std::string> names, Stemmer& stemmer, bool before_base);
  size_t longest_from(std::string_view form) const;
  // The entry that has a name of the words `before` and a last word of this form.
  std::optional<uint32_t> named_by(std::string_view before, std::string_view form) const;
  // The number that `map` of this vocabulary, else of its base, has for `key`.
  std::optional<uint32_t> number_in(NameNumbers Vocabulary::*map, std::string_view key) const;
  std::optional<uint32_t> number_in(NameNumbers Vocabulary::*map, std::string_view key, uint64_t hash) const;

  std::shared_ptr<const Vocabulary> base_;
  std::unordered_map<uint32_t, uint32_t> instead_;  // of an entry of the base
  std::vector<VocabularyEntry> entries_;            // numbered after those of the base
  NameNumbers by_forms_;     // forms of the words joined by ' ', those before the last as attributes
  NameNumbers by_capitals_;  // short abbreviations as they stand
  NameNumbers by_id_;
  NameNumbers longest_from_;  // first word, as an attribute → most words of a name
};

// Things named in `sentences` that no thesaurus lists but that stand where interventions stand ("treated with
// X", "X versus placebo") or are formed like drug names ("-mab", "-statin"). Each gets the id "text:<words>".
// Only names that occur in at least two different texts are added. `texts` are titles and sentences.
void add_discovered_interventions(Vocabulary& vocabulary, std::span<const std::string_view> texts,
                                  Stemmer& stemmer);

}  // namespace attest
