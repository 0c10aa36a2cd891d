// The stemmer: libstemmer's English ("Porter 2", https://snowballstem.org/algorithms/english/stemmer.html)
// after British spellings are turned into American ones.
#include <functional>

#include <libstemmer.h>

#include "text/spelling.h"
#include "text/tokens.h"
#include "text/word_forms.h"

namespace attest {

namespace {

constexpr size_t kRemembered = 1u << 13;
constexpr size_t kWordLettersMax = 64;

bool is_plain_word(std::string_view word) {
  for (const char c : word) {
    if (c < 'a' || c > 'z') return false;
  }
  return !word.empty();
}

}  // namespace

Stemmer::Stemmer() : impl_(sb_stemmer_new("english", nullptr)), recent_(kRemembered + 1) {}

Stemmer::~Stemmer() { sb_stemmer_delete(static_cast<sb_stemmer*>(impl_)); }

std::string_view Stemmer::stem(std::string_view folded) { return remember(folded).stem; }

std::string_view Stemmer::form(std::string_view folded) {
  Remembered& word = remember(folded);
  if (word.form.empty()) make_form(word);
  return word.form;
}

Stemmer::Remembered& Stemmer::remember(std::string_view folded) {
  // Longer "words" share the last slot, so that hostile text cannot fill the memory.
  const bool ordinary = folded.size() <= kWordLettersMax;
  Remembered& slot = recent_[ordinary ? std::hash<std::string_view>{}(folded) % kRemembered : kRemembered];
  if (slot.folded != folded) {
    make_stem(folded, slot.stem);
    slot.form.clear();  // few ask for it
    slot.folded.assign(folded);
  }
  return slot;
}

void Stemmer::make_stem(std::string_view folded, std::string& stem) {
  // Names of genes and drugs with digits ("il6", "h1n1") and words of other scripts have no English endings;
  // a longer run of letters than any word is data, not language.
  stem.assign(folded);
  if (impl_ == nullptr || folded.size() > kWordLettersMax || !is_plain_word(folded)) return;
  to_american_spelling(stem);
  cut_off(stem);
}

void Stemmer::make_form(Remembered& word) {
  std::string american = word.folded;
  word.form = word.stem;
  if (american.size() > kWordLettersMax || !is_plain_word(american)) return;
  to_american_spelling(american);
  latin_singular(american);
  std::string stem = american;
  cut_off(stem);
  word.form = word_form(american, stem);
}

void Stemmer::cut_off(std::string& word) {
  auto* stemmer = static_cast<sb_stemmer*>(impl_);
  const auto* letters = reinterpret_cast<const sb_symbol*>(word.data());
  const sb_symbol* result = sb_stemmer_stem(stemmer, letters, static_cast<int>(word.size()));
  if (result == nullptr) return;
  word.assign(reinterpret_cast<const char*>(result), static_cast<size_t>(sb_stemmer_length(stemmer)));
}

}  // namespace attest
