#pragma once

#include <string_view>
#include <vector>

#include "question/names.h"
#include "question/terms.h"

namespace attest {

// The names of one thing, without repetition (same stems), at most limits::kConceptVariantsMax.
class VariantList {
 public:
  explicit VariantList(Stemmer& stemmer) : stemmer_(stemmer) {}
  void add(std::string_view words, float weight);
  std::vector<ConceptVariant> take() { return std::move(variants_); }
  bool empty() const { return variants_.empty(); }

 private:
  Stemmer& stemmer_;
  std::vector<ConceptVariant> variants_;
};

// Capitals and digits only, short: "DD", "BTX-A".
bool looks_like_abbreviation(std::string_view name);

// A concept from a recognised name: entries of both thesauri that share the name become one.
Result<Concept> concept_of(const FoundName& name, std::string_view text, const Collection& collection,
                           const Thesaurus& thesaurus, Stemmer& stemmer);

// What no thesaurus knows, by its words as they were typed.
Concept concept_in_words(std::string_view words, ConceptRole role, Stemmer& stemmer);

// Concepts from words that belong to no thesaurus, where they are too particular to be passed over (a drug
// that nobody has heard of); all other content words go to `other_stems`.
std::vector<Concept> unknown_concepts(std::string_view text, const std::vector<QuestionWord>& words,
                                      const std::vector<FoundName>& found, const Thesaurus& thesaurus,
                                      CollectionTerms& terms, Stemmer& stemmer,
                                      std::vector<std::string>& other_stems);

// One concept for each thing, conditions first, at most limits::kQuestionConceptsMax.
void tidy_concepts(std::vector<Concept>& concepts);

// "We are trying for a baby", "since having my baby" are not about a baby; but what is given to a mother may
// reach hers.
void leave_out_children_not_meant(std::string_view text, std::vector<Concept>& concepts);

}  // namespace attest
