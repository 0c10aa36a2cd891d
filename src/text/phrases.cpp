// Most phrases of a list are absent from most texts. Which runs of three bytes a text has, and which of them
// begin a word, denies nearly all of them without a look at the text. One sentence is asked for dozens of
// lists, one after the other: the runs of the texts that were last asked for are kept, each with its text.
#include "text/phrases.h"

#include <array>
#include <bitset>
#include <cstdint>
#include <string>

#include "base/ascii.h"

namespace attest {
namespace {

// Which runs of three bytes a text has, roughly: a run that it has is never denied.
class ByteRuns {
 public:
  void read(std::string_view text) {
    runs_.reset();
    starts_.reset();
    for (size_t at = 0; at + kRun <= text.size(); ++at) {
      const size_t run = bit(text.data() + at);
      runs_.set(run);
      if (at == 0 || !is_word_byte(text[at - 1])) starts_.set(run);
    }
  }
  bool may_have(std::string_view phrase) const {
    if (!phrase.empty() && phrase.back() == '*') phrase.remove_suffix(1);
    if (phrase.size() < kRun) return true;
    const size_t first = bit(phrase.data());
    return (is_word_byte(phrase.front()) ? starts_.test(first) : runs_.test(first)) &&
           runs_.test(bit(phrase.data() + phrase.size() - kRun));
  }

 private:
  static constexpr size_t kRun = 3;
  static constexpr size_t kBits = 4096;

  static size_t bit(const char* bytes) {
    const auto byte = [bytes](size_t i) {
      return static_cast<uint32_t>(static_cast<unsigned char>(bytes[i]));
    };
    return ((byte(0) * 961) ^ (byte(1) * 31) ^ (byte(2) * 277)) % kBits;
  }

  std::bitset<kBits> runs_;
  std::bitset<kBits> starts_;  // those that begin a word
};

// The texts that were last asked for lists of phrases, with their runs.
class RecentTexts {
 public:
  // Nullptr where the text is none of them.
  const ByteRuns* find(std::string_view text) const {
    for (const Entry& entry : entries_) {
      if (entry.text.size() == text.size() && entry.text == text) return &entry.runs;
    }
    return nullptr;
  }
  const ByteRuns& remember(std::string_view text) {
    if (const ByteRuns* known = find(text)) return *known;
    Entry& entry = entries_[next_];
    next_ = (next_ + 1) % entries_.size();
    entry.text.assign(text);
    entry.runs.read(text);
    return entry.runs;
  }

 private:
  struct Entry {
    std::string text;
    ByteRuns runs;
  };
  std::array<Entry, 4> entries_;
  size_t next_ = 0;
};

thread_local RecentTexts recent_texts;

constexpr size_t kShortText = 24;        // is looked through as fast as it is looked up
constexpr size_t kLongText = 1'000'000;  // is not kept

size_t find_whole_words(std::string_view lower, std::string_view phrase, size_t from) {
  const bool open_end = !phrase.empty() && phrase.back() == '*';
  if (open_end) phrase.remove_suffix(1);
  if (phrase.empty()) return std::string_view::npos;
  const bool word_opens = is_word_byte(phrase.front());
  const bool word_ends = !open_end && is_word_byte(phrase.back());
  // The first letter stands in the middle of most words: only where it begins one is the rest compared.
  for (size_t at = lower.find(phrase.front(), from);
       at != std::string_view::npos && at + phrase.size() <= lower.size();
       at = lower.find(phrase.front(), at + 1)) {
    if (word_opens && at > 0 && is_word_byte(lower[at - 1])) continue;
    const size_t end = at + phrase.size();
    if (word_ends && end < lower.size() && is_word_byte(lower[end])) continue;
    if (lower.substr(at, phrase.size()) == phrase) return at;
  }
  return std::string_view::npos;
}

}  // namespace

size_t find_phrase(std::string_view lower, std::string_view phrase, size_t from) {
  if (lower.size() > kShortText) {
    const ByteRuns* const runs = recent_texts.find(lower);
    if (runs != nullptr && !runs->may_have(phrase)) return std::string_view::npos;
  }
  return find_whole_words(lower, phrase, from);
}

std::string_view first_phrase(std::string_view lower, std::span<const std::string_view> phrases) {
  constexpr size_t kFewPhrases = 4;
  const bool kept = lower.size() > kShortText && lower.size() < kLongText;
  const ByteRuns* const runs = !kept                           ? nullptr
                               : phrases.size() <= kFewPhrases ? recent_texts.find(lower)
                                                               : &recent_texts.remember(lower);
  for (const std::string_view phrase : phrases) {
    if (runs != nullptr && !runs->may_have(phrase)) continue;
    if (find_whole_words(lower, phrase, 0) != std::string_view::npos) return phrase;
  }
  return {};
}

bool has_any_phrase(std::string_view lower, std::span<const std::string_view> phrases) {
  return !first_phrase(lower, phrases).empty();
}

}  // namespace attest
