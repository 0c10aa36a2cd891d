// A collection that lives in memory, for the tests and fuzz targets of question: documents are only the
// stems of their texts; thesaurus and abbreviations are lists.
#pragma once

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "collection/collection.h"
#include "question/question.h"
#include "text/tokens.h"

namespace attest {

class FakeSegment final : public index::Segment {
 public:
  explicit FakeSegment(const std::vector<std::string>& texts) {
    Stemmer stemmer;
    for (const std::string& text : texts) {
      std::set<std::string> stems;
      for (std::string& stem : stems_of(text, stemmer)) stems.insert(std::move(stem));
      for (const std::string& stem : stems) ++frequencies_[stem];
    }
    documents_ = static_cast<uint32_t>(texts.size());
  }
  uint32_t document_count() const override { return documents_; }
  uint64_t size_bytes() const override { return 0; }
  uint64_t term_count() const override { return frequencies_.size(); }
  std::optional<uint32_t> term_ordinal(std::string_view term) const override {
    const auto found = frequencies_.find(std::string(term));
    if (found == frequencies_.end()) return std::nullopt;
    return static_cast<uint32_t>(std::distance(frequencies_.begin(), found));
  }
  Result<std::string> term_text(uint32_t ordinal) const override {
    return std::next(frequencies_.begin(), ordinal)->first;
  }
  index::TermStatistics statistics(uint32_t ordinal) const override {
    return {std::next(frequencies_.begin(), ordinal)->second};
  }
  Result<std::vector<index::ForwardSentence>> sentences(uint32_t) const override {
    return std::vector<index::ForwardSentence>();
  }
  Status for_each_term(std::string_view from,
                       const std::function<bool(std::string_view, uint32_t)>& visit) const override {
    uint32_t ordinal = 0;
    for (const auto& [term, frequency] : frequencies_) {
      if (term >= from && !visit(term, ordinal)) break;
      ++ordinal;
    }
    return {};
  }
  Status for_each_posting(uint32_t, const std::function<bool(uint32_t, uint8_t)>&) const override {
    return {};
  }
  Status verify() const override { return {}; }

 private:
  std::map<std::string, uint32_t> frequencies_;
  uint32_t documents_ = 0;
};

// A concept with one name; `known` to a thesaurus or not.
inline Concept concept_of(const std::string& words, ConceptRole role, bool known) {
  Stemmer stemmer;
  Concept asked;
  asked.label = words;
  asked.asked_as = words;
  asked.role = role;
  if (known) asked.thesaurus_id = "attest:" + words;
  asked.variants.push_back({words, stems_of(words, stemmer)});
  return asked;
}

class FakeCollection final : public Collection {
 public:
  explicit FakeCollection(const std::vector<std::string>& texts = {}) {
    if (!texts.empty()) views_.push_back({std::make_shared<FakeSegment>(texts), nullptr});
    documents_ = texts.size();
  }
  void add_concept(StoredConcept value) { concepts_.push_back(std::move(value)); }
  void add_abbreviation(LearnedAbbreviation value) { abbreviations_.push_back(std::move(value)); }

  const std::string& snapshot() const override { return snapshot_; }
  uint64_t document_count() const override { return documents_; }
  const std::vector<index::SegmentView>& segments() const override { return views_; }
  Result<Document> document(DocumentRef) const override { return none(); }
  Result<std::string> text(DocumentRef) const override { return none(); }
  Result<DocumentRef> find(std::string_view) const override { return none(); }
  Result<std::string> id(DocumentRef) const override { return none(); }
  Result<Depth> depth(DocumentRef) const override { return Depth::kAbstract; }
  Result<DocumentStatus> status(DocumentRef) const override { return DocumentStatus(); }
  Result<std::vector<StoredConcept>> concepts_for_term(std::string_view normalised) const override {
    std::vector<StoredConcept> found;
    for (const StoredConcept& value : concepts_) {
      const bool named = normalise_term(value.name) == normalised ||
                         std::any_of(value.terms.begin(), value.terms.end(), [&](const std::string& term) {
                           return normalise_term(term) == normalised;
                         });
      if (named) found.push_back(value);
    }
    return found;
  }
  Result<std::vector<std::string>> terms_beginning_with(std::string_view word) const override {
    std::set<std::string> found;
    const auto add = [&](const std::string& name) {
      const std::string term = normalise_term(name);
      if (term == word || term.starts_with(std::string(word) + " ")) found.insert(term);
    };
    for (const StoredConcept& value : concepts_) {
      add(value.name);
      for (const std::string& term : value.terms) add(term);
    }
    return std::vector<std::string>(found.begin(), found.end());
  }
  Result<std::vector<LearnedAbbreviation>> abbreviations_for(std::string_view short_form) const override {
    std::vector<LearnedAbbreviation> found;
    for (const auto& one : abbreviations_) {
      if (one.short_form == short_form) found.push_back(one);
    }
    return found;
  }
  Result<std::vector<LearnedAbbreviation>> short_forms_of(std::string_view long_form) const override {
    std::vector<LearnedAbbreviation> found;
    for (const auto& one : abbreviations_) {
      if (normalise_term(one.long_form) == long_form) found.push_back(one);
    }
    return found;
  }
  Result<CollectionSummary> summary() const override { return CollectionSummary(); }
  Result<uint64_t> check(const std::function<void(Error&&)>&,
                         const std::function<void(uint64_t, uint64_t)>&) const override {
    return 0;
  }

 private:
  static tl::unexpected<Error> none() {
    return fail(ErrorCode::kNotFound, "a fake collection has no documents");
  }

  std::string snapshot_ = "fake";
  uint64_t documents_ = 0;
  std::vector<index::SegmentView> views_;
  std::vector<StoredConcept> concepts_;
  std::vector<LearnedAbbreviation> abbreviations_;
};

}  // namespace attest
