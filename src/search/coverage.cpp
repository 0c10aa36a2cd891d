#include "search/coverage.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "base/ascii.h"
#include "learn/word_table.h"
#include "question/terms.h"
#include "text/tokens.h"

namespace attest {
namespace {

// Of the weight of a condition, a treatment or a test that a thesaurus knows.
constexpr double kOtherThing = 0.6;
constexpr double kUnknownWord = 0.35;  // people's own words are rare in literature and tell little
constexpr double kPeople = 0.3;
constexpr float kOtherWord = 0.25f;

constexpr float kSameThing = 0.5f;  // of a name's weight: broader and related ones have less

// A small collection is about one subject, which is rare elsewhere: so many documents of others are thought
// beside it.
constexpr double kOtherDocuments = 2000;

// What surrounds the subjects counts together for no more than this share of them, or of a rare word: people
// tell long stories.
constexpr double kStoryShare = 0.6;
constexpr double kStoryMin = 8;

// What is searched for: the first names of each thing.
constexpr size_t kNamesSearched = 3;
constexpr float kOtherName = 0.7f;

bool is_subject(const Concept& asked) {
  return !asked.thesaurus_id.empty() &&
         (asked.role == ConceptRole::kCondition || asked.role == ConceptRole::kIntervention ||
          asked.role == ConceptRole::kTest);
}

// "presepsin": a word that neither a thesaurus nor the table of the commoner words knows.
bool is_unheard(const Concept& asked) {
  constexpr size_t kBytesMin = 7;
  const WordTable* const table = built_in_words();
  if (table == nullptr || !asked.thesaurus_id.empty()) return false;
  const std::vector<Token> tokens = tokenize(asked.asked_as.empty() ? asked.label : asked.asked_as);
  Stemmer stemmer;
  return std::any_of(tokens.begin(), tokens.end(), [&](const Token& token) {
    return token.folded.size() >= kBytesMin && table->find(stemmer.stem(token.folded)) == WordTable::kUnknown;
  });
}

// "galactomannan", "crosslinking": a word that no thesaurus of ours knows and that is no everyday word
// either.
bool is_technical(const Concept& asked, const Collection& collection) {
  constexpr size_t kLongWord = 10;
  if (!asked.required || !asked.thesaurus_id.empty()) return false;
  const std::vector<Token> tokens = tokenize(asked.asked_as.empty() ? asked.label : asked.asked_as);
  return std::any_of(tokens.begin(), tokens.end(), [&](const Token& token) {
    if (token.folded.size() >= kLongWord) return true;
    const auto names = collection.terms_beginning_with(token.folded);
    return names && std::find(names->begin(), names->end(), token.folded) != names->end();
  });
}

double weight_of(const Concept& asked) {
  if (asked.role == ConceptRole::kPopulation) return kPeople;
  if (asked.thesaurus_id.empty()) return kUnknownWord;
  return is_subject(asked) ? 1.0 : kOtherThing;
}

}  // namespace

StemSet stem_set(std::string_view text, Stemmer& stemmer) {
  const std::vector<std::string> stems = stems_of(text, stemmer);
  return {stems.begin(), stems.end()};
}

QuestionCoverage::QuestionCoverage(const UnderstoodQuestion& question, const Collection& collection) {
  CollectionTerms terms(collection);
  const auto documents = static_cast<double>(collection.document_count()) + kOtherDocuments;
  const auto rarity = [&](uint64_t frequency) {
    return std::log(documents / (static_cast<double>(frequency) + 0.5));
  };
  names_something_ = !question.concepts.empty();
  for (const Concept& asked : question.concepts) {
    Wanted wanted;
    uint64_t frequency = 0;  // of the commonest name
    for (const ConceptVariant& variant : asked.variants) {
      if (variant.weight < kSameThing) continue;
      if (variant.abbreviation && &variant != &asked.variants.front()) {
        wanted.short_forms.push_back(variant.stems);
        continue;
      }
      uint64_t rarest = variant.stems.empty() ? 0 : ~uint64_t{0};
      for (const std::string& stem : variant.stems) rarest = std::min(rarest, terms.document_frequency(stem));
      if (rarest == 0) continue;
      frequency = std::max(frequency, rarest);
      wanted.variants.push_back(variant.stems);
    }
    if (frequency == 0) unheard_of_ = unheard_of_ || asked.required;
    if (frequency == 0) continue;
    wanted.label = asked.label;
    wanted.share = static_cast<float>(weight_of(asked));
    wanted.rarity = rarity(frequency);
    wanted.weight = weight_of(asked) * wanted.rarity;
    wanted.subject = is_subject(asked);
    if (wanted.subject) rarest_ = std::max(rarest_, wanted.weight);
    // The people asked about, where others do not answer; a test has too many names to insist on one.
    wanted.people = asked.role == ConceptRole::kPopulation && asked.required;
    wanted.needed = wanted.people || asked.sought || is_technical(asked, collection);
    wanted.insisted = wanted.subject && asked.role != ConceptRole::kTest;
    wanted.required = asked.required && (wanted.subject || is_unheard(asked));
    wanted_.push_back(std::move(wanted));
  }
  for (const std::string& stem : question.other_stems) {
    const bool number = std::all_of(stem.begin(), stem.end(), is_digit);
    const uint64_t frequency = number ? 0 : terms.document_frequency(stem);
    if (frequency == 0) continue;
    Wanted wanted;
    wanted.variants = {{stem}};
    wanted.rarity = rarity(frequency);
    wanted.share = kOtherWord;
    wanted.weight = kOtherWord * wanted.rarity;
    wanted_.push_back(std::move(wanted));
  }
  constexpr double kRareShare = 0.6;
  for (Wanted& wanted : wanted_)
    wanted.needed = wanted.needed || (wanted.insisted && wanted.weight >= kRareShare * rarest_);
  double subjects = 0;
  double story = 0;
  for (const Wanted& wanted : wanted_) (wanted.subject ? subjects : story) += wanted.weight;
  const double most = kStoryShare * std::max(subjects, kStoryMin);
  for (Wanted& wanted : wanted_) {
    if (!wanted.subject && story > most) wanted.weight *= most / story;
    total_ += wanted.weight;
  }
}

bool QuestionCoverage::holds(const Wanted& wanted, const StemSet& stems, const StemSet& document) {
  const auto any = [](const std::vector<std::vector<std::string>>& names, const StemSet& in) {
    return std::any_of(names.begin(), names.end(), [&](const std::vector<std::string>& name) {
      return std::all_of(name.begin(), name.end(),
                         [&](const std::string& stem) { return in.contains(stem); });
    });
  };
  return any(wanted.variants, stems) || (any(wanted.short_forms, stems) && any(wanted.variants, document));
}

double QuestionCoverage::share(const StemSet& stems, const StemSet& document) const {
  double held = 0;
  for (const Wanted& wanted : wanted_) held += holds(wanted, stems, document) ? wanted.weight : 0;
  return total_ > 0 ? held / total_ : 0;
}

double QuestionCoverage::share_by_rarity(const StemSet& stems, const StemSet& document) const {
  double held = 0;
  double all = 0;
  for (const Wanted& wanted : wanted_) {
    all += wanted.rarity;
    held += holds(wanted, stems, document) ? wanted.rarity : 0;
  }
  return all > 0 ? held / all : 0;
}

bool QuestionCoverage::holds_subjects(const StemSet& stems, const StemSet& document) const {
  return std::all_of(wanted_.begin(), wanted_.end(),
                     [&](const Wanted& wanted) { return !wanted.needed || holds(wanted, stems, document); });
}

bool QuestionCoverage::holds_all_subjects(const StemSet& stems, const StemSet& document) const {
  return std::all_of(wanted_.begin(), wanted_.end(), [&](const Wanted& wanted) {
    return !(wanted.needed || wanted.insisted) || holds(wanted, stems, document);
  });
}

bool QuestionCoverage::holds_people(const StemSet& stems) const {
  return std::all_of(wanted_.begin(), wanted_.end(),
                     [&](const Wanted& wanted) { return !wanted.people || holds(wanted, stems, {}); });
}

bool QuestionCoverage::holds_required(const StemSet& stems) const {
  return std::all_of(wanted_.begin(), wanted_.end(),
                     [&](const Wanted& wanted) { return !wanted.required || holds(wanted, stems, stems); });
}

std::vector<std::string> QuestionCoverage::unspoken(const std::vector<StemSet>& documents) const {
  std::vector<std::string> names;
  for (const Wanted& wanted : wanted_) {
    if (!wanted.required && !wanted.people) continue;
    const bool held = std::any_of(documents.begin(), documents.end(),
                                  [&](const StemSet& document) { return holds(wanted, document, document); });
    if (!held) names.push_back(wanted.label);
  }
  return names;
}

std::vector<index::WeightedTerm> QuestionCoverage::terms() const {
  std::map<std::string, float> weights;
  for (const Wanted& wanted : wanted_) {
    for (size_t i = 0; i < wanted.variants.size() && i < kNamesSearched; ++i) {
      for (const std::string& stem : wanted.variants[i]) {
        float& weight = weights[stem];
        weight = std::max(weight, wanted.share * (i == 0 ? 1.0f : kOtherName));
      }
    }
  }
  std::vector<index::WeightedTerm> terms;
  for (const auto& [stem, weight] : weights) terms.push_back({stem, weight});
  return terms;
}

}  // namespace attest
