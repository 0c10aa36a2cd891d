#include "text/phrases.h"

#include <bitset>
#include <cstdint>

#include "base/ascii.h"

namespace attest {
namespace {

// Which runs of three bytes a text has, roughly: a run that it has is never denied. With it most phrases of a
// list are known to be absent without a look at the text.
class ByteRuns {
 public:
  explicit ByteRuns(std::string_view text) {
    for (size_t at = 0; at + kRun <= text.size(); ++at) runs_.set(bit(text.data() + at));
  }
  bool may_have(std::string_view phrase) const {
    if (!phrase.empty() && phrase.back() == '*') phrase.remove_suffix(1);
    if (phrase.size() < kRun) return true;
    return runs_.test(bit(phrase.data())) && runs_.test(bit(phrase.data() + phrase.size() - kRun));
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
};

}  // namespace

size_t find_phrase(std::string_view lower, std::string_view phrase, size_t from) {
  const bool open_end = !phrase.empty() && phrase.back() == '*';
  if (open_end) phrase.remove_suffix(1);
  if (phrase.empty()) return std::string_view::npos;
  for (size_t at = lower.find(phrase, from); at != std::string_view::npos; at = lower.find(phrase, at + 1)) {
    const size_t end = at + phrase.size();
    const bool starts = at == 0 || !is_word_byte(lower[at - 1]) || !is_word_byte(phrase.front());
    const bool ends =
        open_end || end == lower.size() || !is_word_byte(lower[end]) || !is_word_byte(phrase.back());
    if (starts && ends) return at;
  }
  return std::string_view::npos;
}

std::string_view first_phrase(std::string_view lower, std::span<const std::string_view> phrases) {
  constexpr size_t kFewPhrases = 4;
  if (phrases.size() <= kFewPhrases) {
    for (const std::string_view phrase : phrases) {
      if (has_phrase(lower, phrase)) return phrase;
    }
    return {};
  }
  const ByteRuns runs(lower);
  for (const std::string_view phrase : phrases) {
    if (runs.may_have(phrase) && has_phrase(lower, phrase)) return phrase;
  }
  return {};
}

bool has_any_phrase(std::string_view lower, std::span<const std::string_view> phrases) {
  return !first_phrase(lower, phrases).empty();
}

}  // namespace attest
