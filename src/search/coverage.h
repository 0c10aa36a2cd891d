// How much of what a question names a text holds, rare things counting more than common ones: for choosing
// among documents that hold some of it where none holds all.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "collection/collection.h"
#include "index/segment.h"
#include "question/question.h"
#include "text/tokens.h"

namespace attest {

using StemSet = std::set<std::string, std::less<>>;

// The stems of `text`, and beside them what stands in capitals as it is written ("ALS", whose stem is that of
// "et al.") and which stems stand in capitals only.
StemSet stem_set(std::string_view text, Stemmer& stemmer);

class QuestionCoverage {
 public:
  QuestionCoverage(const UnderstoodQuestion& question, const Collection& collection);

  // Of stem_set(text) what decides all that is asked of this coverage.
  StemSet stems_in(std::string_view text, Stemmer& stemmer) const;

  // Something was asked about by a name, and some document holds each such thing: a name that none holds may
  // be the very thing, and what is known of its neighbours is no answer.
  bool answerable() const { return names_something_ && total_ > 0 && !unheard_of_; }
  // 0..1: the part of the question's names and words, by rarity, that are among `stems`. A short form counts
  // only where the `document` around spells the thing out: "CI" may be a confidence interval.
  double share(const StemSet& stems, const StemSet& document = {}) const;
  // The same by rarity alone, whatever kind of thing a name or a word is.
  double share_by_rarity(const StemSet& stems, const StemSet& document = {}) const;
  // Every condition and treatment that a thesaurus knows is among `stems`, but for those much commoner than
  // the rarest of them, on which the question turns; and the people asked about, where they are required.
  bool holds_subjects(const StemSet& stems, const StemSet& document = {}) const;
  // The same, the common ones too.
  bool holds_all_subjects(const StemSet& stems, const StemSet& document = {}) const;
  // The people asked about, where they are required.
  bool holds_people(const StemSet& stems) const;
  // Every condition, treatment and test that the question requires, and words that are in no thesaurus and
  // hardly anywhere else.
  bool holds_required(const StemSet& stems) const;
  // What an answer requires, or whom, and none of the documents holds: by their labels.
  std::vector<std::string> unspoken(const std::vector<StemSet>& documents) const;
  bool has_subject() const { return rarest_ > 0; }
  // What to rank documents by.
  std::vector<index::WeightedTerm> terms() const;

 private:
  struct Wanted {
    std::string label;                                  // of the concept; empty for other words
    std::vector<std::vector<std::string>> variants;     // the stems of each name
    std::vector<std::vector<std::string>> as_written;   // the asked abbreviation, letter by letter
    std::vector<std::vector<std::string>> short_forms;  // other abbreviations, so too
    StemSet ordinary;                                // of them, ordinary words: no word in capitals is meant
    std::vector<std::vector<std::string>> searched;  // the stems of names that are worth a search
    double weight = 0;      // `share` of the log of the collection's size over documents with it
    float share = 0;        // 0..1: by what kind of thing it is
    double rarity = 0;      // that log
    bool subject = false;   // a condition, a treatment or a test of a thesaurus
    bool required = false;  // see holds_required
    bool people = false;    // whom others do not answer for
    bool insisted = false;  // not a test, which has too many names
    bool needed = false;    // see holds_subjects
  };
  static bool holds(const Wanted& wanted, const StemSet& stems, const StemSet& document);

  std::vector<Wanted> wanted_;
  StemSet asked_;      // all stems of these, and letters in capitals
  double rarest_ = 0;  // the greatest weight of a subject
  double total_ = 0;
  bool names_something_ = false;
  bool unheard_of_ = false;
};

}  // namespace attest
