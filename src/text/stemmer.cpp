// The stemmer: libstemmer's English ("Porter 2", https://snowballstem.org/algorithms/english/stemmer.html)
// after British spellings are turned into American ones.
#include <functional>
#include <memory>
#include <utility>
#include <vector>

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

// What a stemmer works with and remembers. It is large, and stemmers come and go with functions: each thread
// keeps those that were given back, with the words that they know.
struct Stemmer::Memory {
  struct Word {
    std::string folded;
    std::string stem;
    std::string form;
  };

  Memory() : stemmer(sb_stemmer_new("english", nullptr)), recent(kRemembered + 1) {}
  ~Memory() { sb_stemmer_delete(stemmer); }
  Memory(const Memory&) = delete;
  Memory& operator=(const Memory&) = delete;

  struct Kept {
    Kept() = default;
    ~Kept() { closed = true; }
    Kept(const Kept&) = delete;
    Kept& operator=(const Kept&) = delete;
    std::vector<std::unique_ptr<Memory>> memories;
  };
  // A stemmer that lives as long as the program may go after its thread's memories.
  static thread_local bool closed;
  static thread_local Kept kept;

  Word& remember(std::string_view folded);
  void make_stem(std::string_view folded, std::string& stem);
  void make_form(Word& word);
  void cut_off(std::string& word);

  sb_stemmer* stemmer;
  std::vector<Word> recent;  // direct-mapped by hash
};

thread_local bool Stemmer::Memory::closed = false;
thread_local Stemmer::Memory::Kept Stemmer::Memory::kept;

Stemmer::Stemmer() {
  if (Memory::closed || Memory::kept.memories.empty()) {
    memory_ = std::make_unique<Memory>();
    return;
  }
  memory_ = std::move(Memory::kept.memories.back());
  Memory::kept.memories.pop_back();
}

Stemmer::~Stemmer() {
  constexpr size_t kKeptMax = 4;
  if (!Memory::closed && Memory::kept.memories.size() < kKeptMax)
    Memory::kept.memories.push_back(std::move(memory_));
}

std::string_view Stemmer::stem(std::string_view folded) { return memory_->remember(folded).stem; }

std::string_view Stemmer::form(std::string_view folded) {
  Memory::Word& word = memory_->remember(folded);
  if (word.form.empty()) memory_->make_form(word);
  return word.form;
}

Stemmer::Memory::Word& Stemmer::Memory::remember(std::string_view folded) {
  // Longer "words" share the last slot, so that hostile text cannot fill the memory.
  const bool ordinary = folded.size() <= kWordLettersMax;
  Word& slot = recent[ordinary ? std::hash<std::string_view>{}(folded) % kRemembered : kRemembered];
  if (slot.folded != folded) {
    make_stem(folded, slot.stem);
    slot.form.clear();  // few ask for it
    slot.folded.assign(folded);
  }
  return slot;
}

void Stemmer::Memory::make_stem(std::string_view folded, std::string& stem) {
  // Names of genes and drugs with digits ("il6", "h1n1") and words of other scripts have no English endings;
  // a longer run of letters than any word is data, not language.
  stem.assign(folded);
  if (stemmer == nullptr || folded.size() > kWordLettersMax || !is_plain_word(folded)) return;
  to_american_spelling(stem);
  cut_off(stem);
}

void Stemmer::Memory::make_form(Word& word) {
  std::string american = word.folded;
  word.form = word.stem;
  if (american.size() > kWordLettersMax || !is_plain_word(american)) return;
  to_american_spelling(american);
  latin_singular(american);
  std::string stem = american;
  cut_off(stem);
  word.form = word_form(american, stem);
}

void Stemmer::Memory::cut_off(std::string& word) {
  const auto* letters = reinterpret_cast<const sb_symbol*>(word.data());
  const sb_symbol* result = sb_stemmer_stem(stemmer, letters, static_cast<int>(word.size()));
  if (result == nullptr) return;
  word.assign(reinterpret_cast<const char*>(result), static_cast<size_t>(sb_stemmer_length(stemmer)));
}

}  // namespace attest
