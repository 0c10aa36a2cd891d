// What a text is about, as weighted units: things that the vocabulary knows, and the stems of all other
// words. Two texts that say the same in other words share units.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "collection/collection.h"
#include "findings/names/mentions.h"
#include "text/tokens.h"

namespace attest::audit {

struct Unit {
  std::string key;  // "=attest:biofeedback" for a known thing, else a stem
  float weight = 1;
  bool operator<(const Unit& other) const { return key < other.key; }
};

// Not safe for concurrent use: holds a stemmer.
class Lexicon {
 public:
  Lexicon(std::shared_ptr<const Vocabulary> vocabulary, const Collection& collection)
      : vocabulary_(std::move(vocabulary)), collection_(collection) {}

  const Vocabulary& vocabulary() const { return *vocabulary_; }
  Stemmer& stemmer() const { return stemmer_; }

  // Without numbers, function words and repetitions, sorted by key.
  std::vector<Unit> units(std::string_view text) const;
  // The same, remembered: a sentence of a source is compared with every claim of a page.
  const std::vector<Unit>& remembered_units(std::string_view text) const;
  // Ids of the things of this role that the text names, in order, without repetitions.
  std::vector<std::string> named(std::string_view text, ConceptRole role) const;
  std::vector<Mention> mentions(std::string_view text, ConceptRole role) const;
  // Share of the weight of `claim` that `held` holds, 0 to 1; 0 for an empty claim.
  static double coverage(const std::vector<Unit>& claim, const std::vector<Unit>& held);
  // The same of what `held` and `title` hold together.
  static double coverage(const std::vector<Unit>& claim, const std::vector<Unit>& held,
                         const std::vector<Unit>& title);
  // The same thing, or one of its kind.
  bool same_or_kind_of(std::string_view id, std::string_view other) const;
  // One of `some` is so with one of `others`.
  bool share(const std::vector<std::string>& some, const std::vector<std::string>& others) const;

 private:
  // How much a stem tells: rare in the collection is much.
  float weight_of(const std::string& stem) const;

  std::shared_ptr<const Vocabulary> vocabulary_;
  const Collection& collection_;
  mutable Stemmer stemmer_;
  mutable std::unordered_map<std::string, float> weights_;
  mutable std::unordered_map<std::string, std::vector<Unit>> remembered_;
};

}  // namespace attest::audit
