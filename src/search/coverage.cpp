#include "search/coverage.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "base/ascii.h"
#include "learn/word_table.h"
#include "question/concepts.h"
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

// Before a stem that a text has in capitals only.
constexpr char kCapitalsOnly = '\x01';

bool is_in_capitals(std::string_view word) {
  return std::count_if(word.begin(), word.end(), is_upper) >= 2 && looks_like_abbreviation(word);
}

// "PPIs" → "PPI".
std::string without_plural(std::string_view word) {
  if (word.size() > 2 && word.ends_with('s') && is_upper(word[word.size() - 2])) word.remove_suffix(1);
  return std::string(word);
}

// What a text must hold that has an abbreviation: its letters, not a stem of them.
std::vector<std::string> letters_of(std::string_view abbreviation, Stemmer& stemmer) {
  std::vector<std::string> letters;
  for (const Token& token : tokenize(abbreviation)) {
    const std::string_view written = token.span.of(abbreviation);
    letters.push_back(is_in_capitals(written) ? without_plural(written)
                                              : std::string(stemmer.stem(token.folded)));
  }
  return letters;
}

// "Gold": an ordinary word, which is not the scheme GOLD.
bool is_ordinary_word(const ConceptVariant& variant, const Concept& asked) {
  constexpr size_t kLettersMin = 4;
  return variant.stems.size() == 1 && variant.words.size() >= kLettersMin && !asked.thesaurus_id.empty() &&
         lower_ascii(asked.label) == variant.words;
}

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

namespace {

// `is_wanted`: of a stem, or of what is written in capitals.
template <typename IsWanted>
StemSet read_stems(std::string_view text, Stemmer& stemmer, IsWanted is_wanted) {
  StemSet stems;
  StemSet small;
  std::vector<std::string> capitals;
  for (const Token& token : tokenize(text)) {
    const std::string_view written = token.span.of(text);
    const bool short_form = is_in_capitals(written);
    if (short_form) {
      std::string letters = without_plural(written);
      if (is_wanted(letters)) stems.insert(std::move(letters));
    }
    if (is_stop_word(token.folded)) continue;
    const std::string_view stem = stemmer.stem(token.folded);
    if (!is_wanted(stem)) continue;
    if (short_form)
      capitals.emplace_back(stem);
    else
      small.emplace(stem);
    stems.emplace(stem);
  }
  for (const std::string& stem : capitals) {
    if (!small.contains(stem)) stems.insert(kCapitalsOnly + stem);
  }
  return stems;
}

}  // namespace

StemSet stem_set(std::string_view text, Stemmer& stemmer) {
  return read_stems(text, stemmer, [](std::string_view) { return true; });
}

StemSet QuestionCoverage::stems_in(std::string_view text, Stemmer& stemmer) const {
  return read_stems(text, stemmer, [&](std::string_view stem) { return asked_.contains(stem); });
}

QuestionCoverage::QuestionCoverage(const UnderstoodQuestion& question, const Collection& collection) {
  CollectionTerms terms(collection);
  Stemmer stemmer;
  const auto documents = static_cast<double>(collection.document_count()) + kOtherDocuments;
  const auto rarity = [&](uint64_t frequency) {
    return std::log(documents / (static_cast<double>(frequency) + 0.5));
  };
  names_something_ = !question.concepts.empty();
  for (const Concept& asked : question.concepts) {
    // Who asks of adults asks of people at large, and few texts on them say so.
    if (asked.thesaurus_id == "attest:adults" && question.concepts.size() > 1) continue;
    Wanted wanted;
    uint64_t frequency = 0;          // of the commonest name
    uint64_t written_frequency = 0;  // of the stem of the abbreviation that was asked for
    for (const ConceptVariant& variant : asked.variants) {
      if (variant.weight < kSameThing) continue;
      const bool first = &variant == &asked.variants.front();
      if (variant.abbreviation && !first) {
        wanted.short_forms.push_back(letters_of(variant.words, stemmer));
        continue;
      }
      uint64_t rarest = variant.stems.empty() ? 0 : ~uint64_t{0};
      for (const std::string& stem : variant.stems) rarest = std::min(rarest, terms.document_frequency(stem));
      if (rarest == 0) continue;
      if (variant.abbreviation) {
        wanted.as_written.push_back(letters_of(variant.words, stemmer));
        // A stem that has lost letters is another word's.
        const bool whole = variant.stems.size() == 1 && variant.stems.front() == lower_ascii(variant.words);
        if (whole) wanted.searched.push_back(variant.stems);
        written_frequency = rarest;
        continue;
      }
      frequency = std::max(frequency, rarest);
      wanted.searched.push_back(variant.stems);
      wanted.variants.push_back(variant.stems);
      if (is_ordinary_word(variant, asked)) wanted.ordinary.insert(variant.stems.front());
    }
    if (frequency == 0) frequency = written_frequency;
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
    wanted.searched = wanted.variants;
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
    for (const auto* names : {&wanted.variants, &wanted.as_written, &wanted.short_forms}) {
      for (const std::vector<std::string>& name : *names) asked_.insert(name.begin(), name.end());
    }
  }
}

bool QuestionCoverage::holds(const Wanted& wanted, const StemSet& stems, const StemSet& document) {
  const auto any = [](const std::vector<std::vector<std::string>>& names, const StemSet& in,
                      const StemSet& ordinary) {
    return std::any_of(names.begin(), names.end(), [&](const std::vector<std::string>& name) {
      return std::all_of(name.begin(), name.end(), [&](const std::string& stem) {
        return in.contains(stem) && !(ordinary.contains(stem) && in.contains(kCapitalsOnly + stem));
      });
    });
  };
  const auto named_in = [&](const StemSet& in) {
    return any(wanted.variants, in, wanted.ordinary) || any(wanted.as_written, in, {});
  };
  return named_in(stems) || (any(wanted.short_forms, stems, {}) && named_in(document));
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
    for (size_t i = 0; i < wanted.searched.size() && i < kNamesSearched; ++i) {
      for (const std::string& stem : wanted.searched[i]) {
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
