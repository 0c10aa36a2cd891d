// The stemmer: libstemmer's English ("Porter 2", https://snowballstem.org/algorithms/english/stemmer.html)
// after British spellings are turned into American ones.
#include <libstemmer.h>

#include "text/spelling.h"
#include "text/tokens.h"

namespace attest {

namespace {

bool is_plain_word(std::string_view word) {
  for (const char c : word) {
    if (c < 'a' || c > 'z') return false;
  }
  return !word.empty();
}

}  // namespace

Stemmer::Stemmer() : impl_(sb_stemmer_new("english", nullptr)) {}

Stemmer::~Stemmer() { sb_stemmer_delete(static_cast<sb_stemmer*>(impl_)); }

std::string_view Stemmer::stem(std::string_view folded) {
  // Names of genes and drugs with digits ("il6", "h1n1") and words of other scripts have no English endings;
  // a longer run of letters than any word is data, not language.
  constexpr size_t kWordLettersMax = 64;
  buffer_.assign(folded);
  if (impl_ == nullptr || folded.size() > kWordLettersMax || !is_plain_word(folded)) return buffer_;
  to_american_spelling(buffer_);
  auto* stemmer = static_cast<sb_stemmer*>(impl_);
  const auto* word = reinterpret_cast<const sb_symbol*>(buffer_.data());
  const sb_symbol* stem = sb_stemmer_stem(stemmer, word, static_cast<int>(buffer_.size()));
  if (stem == nullptr) return buffer_;
  return {reinterpret_cast<const char*>(stem), static_cast<size_t>(sb_stemmer_length(stemmer))};
}

}  // namespace attest
