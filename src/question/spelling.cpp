// Spelling help. A word that no thesaurus and no document knows is compared with those that they do know, by
// the restricted Damerau–Levenshtein distance: nearly all slips of the keyboard are one insertion, deletion,
// substitution or transposition (Damerau, CACM 7(3), 1964), and first letters are seldom wrong (Yannakoudakis
// and Fawthrop, 1983). The index holds stems, not words: a stem is tried against the word's beginning, and
// what is left of the word against common endings; a guess counts when it has that stem.
#include "question/spelling.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <functional>
#include <iterator>
#include <optional>
#include <utility>

#include "base/ascii.h"
#include "base/limits.h"
#include "learn/word_table.h"
#include "question/intents.h"

namespace attest {
namespace {

constexpr size_t kDistanceMax = 2;
constexpr size_t kWordBytesMax = 40;

constexpr auto kEndings = std::to_array<std::string_view>(
    {"",      "s",    "es",    "e",      "y",    "al",    "ic",   "ed",    "ing",   "er",
     "ion",   "ions", "ation", "ations", "ity",  "ities", "ment", "ments", "ive",   "ous",
     "ally",  "ly",   "ally",  "ance",   "ence", "able",  "ies",  "ical",  "ician", "ness",
     "ating", "ated", "ates",  "ate",    "or",   "ors",   "eal",  "ial"});

// The distance that a slip may have: short words are too easily turned into each other.
size_t distance_allowed(size_t bytes) { return bytes <= 3 ? 0 : bytes <= 6 ? 1 : kDistanceMax; }

bool is_vowel(char letter) { return std::string_view("aeiouy").find(letter) != std::string_view::npos; }

bool sound_alike(char a, char b) {
  static constexpr std::string_view kPairs[] = {"ck", "cs", "kq", "sz", "fv", "bp", "dt",
                                                "gj", "mn", "gk", "vw", "lr", "sx", "qc"};
  return std::any_of(std::begin(kPairs), std::end(kPairs), [&](std::string_view pair) {
    return (pair[0] == a && pair[1] == b) || (pair[0] == b && pair[1] == a);
  });
}

// Keys side by side, or one above the other, where letters stand in the usual three rows.
bool are_neighbours(char a, char b) {
  static constexpr std::string_view kRows[] = {"qwertyuiop", "asdfghjkl", "zxcvbnm"};
  const auto place = [](char letter) {
    for (int row = 0; row < 3; ++row) {
      const size_t at = kRows[row].find(letter);
      if (at != std::string_view::npos) return std::pair(row, static_cast<int>(at));
    }
    return std::pair(-9, -9);
  };
  const auto [row_a, at_a] = place(a);
  const auto [row_b, at_b] = place(b);
  return std::abs(row_a - row_b) <= 1 && std::abs(at_a - at_b) <= 1;
}

// What is heard: the first letter and the consonants behind it, each once. "Hemroids" and "hemorrhoids" are
// written by ear, and three letters apart.
std::string skeleton(std::string_view word) {
  std::string heard;
  for (const char letter : word) {
    if (!heard.empty() && (is_vowel(letter) || letter == 'h' || letter == heard.back())) continue;
    heard += letter;
  }
  return heard;
}

struct Suggestion {
  std::string word;
  double cost = 0;
};

class Suggestions {
 public:
  Suggestions(const QuestionWord& word, Stemmer& stemmer)
      : typed_(word.folded),
        heard_(skeleton(typed_)),
        allowed_(distance_allowed(typed_.size())),
        stemmer_(stemmer) {}

  void consider(std::string_view candidate, double familiarity) {
    const size_t distance = edit_distance(typed_, candidate, allowed_);
    if (distance == 0 || distance > allowed_ || is_another_word(typed_, candidate)) return;
    offer(candidate, distance, familiarity);
  }

  // A word of the thesaurus, which may be further away where it sounds the same.
  void consider_known(std::string_view candidate, double familiarity) {
    constexpr size_t kHeardMin = 4;
    constexpr size_t kHeardDistanceMax = 4;
    constexpr size_t kTypedMin = 7;
    const bool heard = typed_.size() >= kTypedMin && candidate.front() == typed_.front() &&
                       heard_.size() >= kHeardMin && skeleton(candidate) == heard_;
    const size_t distance = heard ? edit_distance(typed_, candidate, kHeardDistanceMax) : 0;
    if (distance > 1 && distance <= kHeardDistanceMax)
      offer(candidate, 1, familiarity - kHeardLess * static_cast<double>(distance));
    else
      consider(candidate, familiarity);
  }

  // A stem of the index: see the file's head.
  // `is_name`: what a guess must be where the stem is rare; nothing where it is not.
  void consider_stem(std::string_view stem, uint64_t documents,
                     const std::function<bool(const std::string&)>& is_name) {
    if (stem.size() > typed_.size() + allowed_ || stem.size() + 8 < typed_.size() || stem.size() < 3) return;
    const double familiarity = 0.25 * std::log10(1.0 + static_cast<double>(documents));
    const size_t from = stem.size() > allowed_ ? stem.size() - allowed_ : 0;
    for (size_t length = from; length <= std::min(typed_.size(), stem.size() + allowed_); ++length) {
      const size_t distance = edit_distance(std::string_view(typed_).substr(0, length), stem, allowed_);
      if (distance > allowed_) continue;
      const std::string_view rest = std::string_view(typed_).substr(length);
      for (const std::string_view ending : kEndings) {
        if (edit_distance(rest, ending, allowed_ - distance) > allowed_ - distance) continue;
        const std::string guess = std::string(stem) + std::string(ending);
        if (stemmer_.stem(guess) != stem) continue;
        if (is_name && (edit_distance(typed_, guess, 1) != 1 || !is_name(guess))) continue;
        consider(guess, familiarity);
      }
    }
  }

  const std::optional<Suggestion>& best() const { return best_; }

 private:
  static constexpr double kHeardLess = 0.1;  // of two that sound the same the nearer one

  void offer(std::string_view candidate, size_t distance, double familiarity) {
    double cost = static_cast<double>(distance) - familiarity;
    if (candidate.front() != typed_.front()) cost += 0.8;
    if (candidate.starts_with(typed_))
      cost -= 0.1;  // "varicos": a last letter is left out, rather than changed
    if (best_ && (best_->cost < cost || (best_->cost == cost && best_->word <= candidate))) return;
    best_ = Suggestion{std::string(candidate), cost};
  }

  std::string typed_;
  std::string heard_;
  size_t allowed_;
  Stemmer& stemmer_;
  std::optional<Suggestion> best_;
};

// Offers the terms of the index that start with the typed word's first letter.
void consider_index(Suggestions& suggestions, const QuestionWord& word, const Collection& collection) {
  size_t visited = 0;
  const std::string_view letter = std::string_view(word.folded).substr(0, 1);
  constexpr uint64_t kFamiliarShare = 5000;
  constexpr size_t kRareBytesMin = 7;
  const auto is_name = [&](const std::string& guess) {
    const auto names = collection.terms_beginning_with(guess);
    return names && !names->empty();
  };
  for (const index::SegmentView& view : collection.segments()) {
    const index::Segment& segment = *view.segment;
    const uint64_t familiar = std::max<uint64_t>(1, segment.document_count() / kFamiliarShare);
    const Status walked = segment.for_each_term(letter, [&](std::string_view term, uint32_t ordinal) {
      if (term.substr(0, 1) != letter || ++visited > limits::kSpellingTermsVisitedMax) return false;
      const uint64_t documents = segment.statistics(ordinal).document_frequency;
      // A term of a single document may be a slip itself, and in a large collection one of a few is no
      // likelier than what was typed, unless the collection's thesaurus has it: "scorpion".
      if (documents > familiar) {
        suggestions.consider_stem(term, documents, {});
      } else if (documents > 1 && word.folded.size() >= kRareBytesMin) {
        suggestions.consider_stem(term, documents, is_name);
      }
      return true;
    });
    // Spelling help is a courtesy: a segment that cannot be read is reported by the search that follows.
    if (!walked) return;
  }
}

}  // namespace

size_t edit_distance(std::string_view a, std::string_view b, size_t limit) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > limit || b.size() > kWordBytesMax) return limit + 1;
  std::array<size_t, kWordBytesMax + 1> before_last{};
  std::array<size_t, kWordBytesMax + 1> last{};
  std::array<size_t, kWordBytesMax + 1> current{};
  for (size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (size_t i = 1; i <= a.size(); ++i) {
    current[0] = i;
    size_t row_best = i;
    for (size_t j = 1; j <= b.size(); ++j) {
      const size_t substitution = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      current[j] = std::min({last[j] + 1, current[j - 1] + 1, substitution});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        current[j] = std::min(current[j], before_last[j - 2] + 1);
      }
      row_best = std::min(row_best, current[j]);
    }
    if (row_best > limit) return limit + 1;
    before_last = last;
    last = current;
  }
  return std::min(last[b.size()], limit + 1);
}

bool is_another_word(std::string_view typed, std::string_view candidate) {
  if (typed.size() != candidate.size()) return false;
  size_t differing = 0;
  size_t last = 0;
  for (size_t i = 0; i < typed.size(); ++i) {
    if (typed[i] == candidate[i]) continue;
    ++differing;
    last = i;
  }
  if (differing != 1) return false;
  const char a = typed[last];
  const char b = candidate[last];
  return is_lower(a) && is_lower(b) && !is_vowel(a) && !is_vowel(b) && !sound_alike(a, b) &&
         !are_neighbours(a, b);
}

// "tumour" and "tumor", "randomise" and "randomize", "polyps" and "polyp", "swelling" and "swell"; but not
// "migrans" and "migrane" or "migranes", which share no more than a stem.
bool is_inflection(std::string_view a, std::string_view b) {
  const bool plurals = a.ends_with('s') && b.ends_with('s');
  while (!a.empty() && !b.empty() && a.front() == b.front()) {
    a.remove_prefix(1);
    b.remove_prefix(1);
  }
  size_t behind = 0;
  while (!a.empty() && !b.empty() && a.back() == b.back()) {
    a.remove_suffix(1);
    b.remove_suffix(1);
    ++behind;
  }
  // One has letters more. Far from the end it is a slip: "fibrilation".
  constexpr size_t kEndingBytesMax = 4;
  if (plurals && behind == 1 && (a == "e" || b == "e")) return false;
  if (a.empty() || b.empty()) return behind <= kEndingBytesMax;
  if (a.size() == 1 && b.size() == 1) return (a == "s" && b == "z") || (a == "z" && b == "s");
  constexpr size_t kEndingsBytesMax = 5;  // "y" and "ies", "e" and "ing"
  return a.size() + b.size() <= kEndingsBytesMax;
}

bool is_common_word(std::string_view stem) {
  constexpr float kCommonRarityMax = 7.5F;  // in 1 of 1,800 documents, or more
  const WordTable* words = built_in_words();
  const uint32_t known = words ? words->find(stem) : WordTable::kUnknown;
  return known != WordTable::kUnknown && words->rarity(known) <= kCommonRarityMax;
}

std::string suggest_word(const QuestionWord& word, CollectionTerms& terms, const Thesaurus& thesaurus,
                         Stemmer& stemmer) {
  constexpr double kThesaurusFamiliarity = 1.2;
  constexpr double kOrdinaryFamiliarity = 0.9;
  if (distance_allowed(word.folded.size()) == 0 || word.folded.size() > kWordBytesMax) return {};
  Suggestions suggestions(word, stemmer);
  for (const std::string& known : thesaurus.words()) {
    if (known.size() > 3) suggestions.consider_known(known, kThesaurusFamiliarity);
  }
  for (const std::string& known : cue_words()) {
    if (known.size() > 3) suggestions.consider(known, kOrdinaryFamiliarity);
  }
  for (const std::string& known : thesaurus.everyday_words()) {
    if (known.size() > 3) suggestions.consider(known, kOrdinaryFamiliarity);
  }
  consider_index(suggestions, word, terms.collection());
  return suggestions.best() ? suggestions.best()->word : std::string();
}

}  // namespace attest
