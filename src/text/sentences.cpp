// Sentence borders by rules over the characters around each full stop, question or exclamation mark.
// Abstracts are edited prose with few surprises, so that a handful of rules (word before the stop, case and
// shape of what follows) decide nearly all cases; what they must know by heart is in sentence_words.cpp. Each
// decision looks at a bounded number of bytes on either side: the whole is linear in the text, whatever the
// text.
#include "text/sentences.h"

#include <algorithm>

#include <unicode/uchar.h>

#include "base/ascii.h"
#include "text/nested_lists.h"
#include "text/numbered_parts.h"
#include "text/sentence_words.h"
#include "text/spaced_numbers.h"
#include "text/stray_quotes.h"
#include "text/utf8.h"

namespace attest {

namespace {

constexpr size_t kWordBytesMax = 48;  // how far a look around goes

class Splitter {
 public:
  explicit Splitter(std::string_view text) : text_(text) {}

  std::vector<ByteSpan> split() {
    size_t at = 0;
    while (at < text_.size()) {
      const char c = text_[at];
      if (c == '\n') {
        end_sentence(at);
        ++at;
      } else if (c == '.' || c == '?' || c == '!') {
        at = after_mark(at);
      } else if (c == 'O' && alternative_at(at) > at) {
        end_sentence(at);
        at = alternative_at(at);
        start_ = at;
      } else if (c == ':') {
        ++at;
        if (ends_label(at - 1)) end_sentence(at);
        if (ends_joined_heading(at)) {
          end_sentence(at);
          start_ = at + 1;
        }
      } else if (is_ascii(c)) {
        ++at;
      } else {
        const DecodedCharacter character = decode_character(text_, at);
        if (is_bullet(at, character)) {
          end_sentence(at);
          start_ = at + character.size;
        }
        at += character.size;
        constexpr char32_t kIdeographicStop = 0x3002, kWideMark = 0xFF01, kWideQuestion = 0xFF1F;
        if (character.value == kIdeographicStop || character.value == kWideMark ||
            character.value == kWideQuestion) {
          end_sentence(at);
        }
      }
    }
    end_sentence(text_.size());
    return std::move(sentences_);
  }

 private:
  char at_or_nul(size_t at) const { return at < text_.size() ? text_[at] : '\0'; }

  // "… for 5 days Or: - Doxycycline": the alternative in a list whose lines were joined. Returns where it
  // starts, `at` when there is none.
  size_t alternative_at(size_t at) const {
    for (const std::string_view mark : {"Or: - ", "Or - "}) {
      if (at > 0 && is_space(text_[at - 1]) && text_.substr(at, mark.size()) == mark) return at + mark.size();
    }
    return at;
  }

  // The mark before an item of a list, as it is left in a text whose lines were joined: "… goals • Lyse the
  // clot • Relieve pain". A middle dot in a number ("1·3 %") is none.
  bool is_bullet(size_t at, const DecodedCharacter& character) const {
    return is_list_mark(character.value) && (at == 0 || is_space(text_[at - 1])) &&
           at + character.size < text_.size();
  }

  void end_sentence(size_t end) {
    size_t last = end;
    while (last > start_ && is_space(text_[last - 1])) --last;
    while (start_ < last && is_space(text_[start_])) ++start_;
    const ByteSpan bare =
        without_stray_quotes(text_, {static_cast<uint32_t>(start_), static_cast<uint32_t>(last)});
    start_ = bare.start;
    last = bare.end;
    if (last > start_) {
      const ByteSpan sentence{static_cast<uint32_t>(start_), static_cast<uint32_t>(last)};
      for (const ByteSpan part : split_numbered_parts(text_, sentence)) {
        for (const ByteSpan item : split_nested_list(text_, part)) sentences_.push_back(item);
      }
    }
    start_ = end;
  }

  // The word that ends before `at`: letters, digits, inner full stops; at most kWordBytesMax bytes.
  std::string_view word_before(size_t at) const {
    const size_t lowest = std::max(start_, at > kWordBytesMax ? at - kWordBytesMax : 0);
    size_t from = at;
    while (from > lowest &&
           (is_letter(text_[from - 1]) || is_digit(text_[from - 1]) || text_[from - 1] == '.')) {
      --from;
    }
    return text_.substr(from, at - from);
  }

  std::string_view word_at(size_t at) const {
    size_t end = at;
    while (end < text_.size() && end - at < kWordBytesMax && (is_letter(text_[end]) || is_digit(text_[end])))
      ++end;
    return text_.substr(at, end - at);
  }

  // Quotes and brackets that close what the full stop ended.
  size_t skip_closers(size_t at) const {
    constexpr size_t kClosersMax = 4;
    for (size_t count = 0; count < kClosersMax && at < text_.size(); ++count) {
      const char c = text_[at];
      if (c == ')' || c == ']' || c == '"' || c == '\'') {
        ++at;
        continue;
      }
      if (is_ascii(c)) break;
      const DecodedCharacter character = decode_character(text_, at);
      if (character.value != 0x2019 && character.value != 0x201D && character.value != 0xBB) break;
      at += character.size;
    }
    return at;
  }

  // A reference that stands after the full stop: ".[12]" or, raised in print, ".12,13 The". Returns its end,
  // `at` when there is none.
  size_t skip_reference(size_t at) const {
    const bool bracket = at_or_nul(at) == '[';
    size_t end = bracket ? at + 1 : at;
    size_t digits = 0;
    while (end < text_.size() && end - at < kWordBytesMax) {
      const char c = text_[end];
      if (is_digit(c))
        ++digits;
      else if (c != ',' && c != '-' && !(bracket && c == ' '))
        break;
      ++end;
    }
    constexpr size_t kReferenceDigitsMax = 12;
    if (digits == 0 || digits > kReferenceDigitsMax) return at;
    if (bracket) return at_or_nul(end) == ']' ? end + 1 : at;
    return is_space(at_or_nul(end)) && is_upper(at_or_nul(end + 1)) ? end : at;
  }

  enum class Next { kEnd, kCapital, kLower, kDigit, kOther };

  // What the text goes on with at `at`, brackets and quotes that open passed over; `at` moves to it.
  Next next_at(size_t& at) const {
    constexpr size_t kOpenersMax = 4;
    for (size_t count = 0;; ++count) {
      if (at >= text_.size() || text_[at] == '\n') return Next::kEnd;
      const char c = text_[at];
      if (is_upper(c)) return Next::kCapital;
      if (is_lower(c)) return Next::kLower;
      if (is_digit(c)) return Next::kDigit;
      size_t size = 1;
      if (!is_ascii(c)) {
        const DecodedCharacter character = decode_character(text_, at);
        const auto value = static_cast<UChar32>(character.value);
        if (u_isalpha(value)) return u_islower(value) && value > 0x3FF ? Next::kOther : case_of(value);
        size = character.size;
        if (value != 0x201C && value != 0x2018 && value != 0xAB && value != 0xBF) return Next::kOther;
      } else if (c != '(' && c != '[' && c != '"' && c != '\'') {
        return Next::kOther;
      }
      if (count == kOpenersMax) return Next::kOther;
      at += size;
    }
  }

  static Next case_of(UChar32 value) { return u_islower(value) ? Next::kLower : Next::kCapital; }

  // "p53", "mRNA", "iPS": starts in lower case wherever it stands.
  bool is_lower_case_name(size_t at) const {
    const std::string_view word = word_at(at);
    return std::any_of(word.begin(), word.end(), [](char c) { return is_digit(c) || is_upper(c); });
  }

  // Handles the mark at `at`; returns where to go on.
  size_t after_mark(size_t at) {
    size_t end = at + 1;
    while (end < text_.size() && (text_[end] == '.' || text_[end] == '?' || text_[end] == '!')) ++end;
    const bool full_stop = text_[at] == '.';
    size_t after = skip_closers(end);
    if (full_stop && ends_before_joint(at, after)) {
      end_sentence(after);
      start_ = after + 1;
      return after + 1;
    }
    if (after < text_.size() && !is_space(text_[after])) {
      const bool referenced = full_stop && (is_word_end(at) || text_[after] == '[');
      const size_t reference = referenced ? skip_reference(after) : after;
      // "respectively.[23,24]Another factor": the reference stands for the space.
      if (reference > after && is_upper(at_or_nul(reference)) && is_lower(at_or_nul(reference + 1))) {
        end_sentence(reference);
        return reference;
      }
      if (reference == after || (reference < text_.size() && !is_space(text_[reference]))) {
        if (starts_without_space(at, after)) end_sentence(after);
        return end;
      }
      after = reference;
    }
    size_t next = after;
    while (next < text_.size() && is_space(text_[next]) && text_[next] != '\n') ++next;
    if (next >= text_.size() || text_[next] == '\n') return next;  // the end or the newline decides
    const size_t gap_end = next;
    if (ends_before(at, end - at, next)) end_sentence(after);
    return gap_end;
  }

  // "… was 12%.; Both groups improved": paragraphs that were joined by a semicolon or a comma.
  bool ends_before_joint(size_t at, size_t after) const {
    const char joint = at_or_nul(after);
    if ((joint != ';' && joint != ',') || at_or_nul(after + 1) != ' ') return false;
    // "In trials.; beta-Blockers": a name that starts in lower case wherever it stands.
    const bool prefixed = joint == ';' && starts_with_greek_letter(after + 2);
    if (!is_upper(at_or_nul(after + 2)) && !prefixed) return false;
    if (at > 0 && (text_[at - 1] == '%' || text_[at - 1] == ')' || text_[at - 1] == ']')) return true;
    const std::string_view word = word_before(at);
    return word.size() > 1 && stop_after(word) == StopAfter::kEnds;
  }

  bool starts_with_greek_letter(size_t at) const {
    const std::string_view word = word_at(at);
    return (word == "alpha" || word == "beta" || word == "gamma") && at_or_nul(at + word.size()) == '-';
  }

  // A lower-case word of three letters or a bracket before a full stop that digits follow: no decimal number.
  bool is_word_end(size_t at) const {
    if (at > 0 && text_[at - 1] == ')') return true;
    const std::string_view word = word_before(at);
    return word.size() >= 3 && std::all_of(word.begin(), word.end(), is_lower);
  }

  // "…in vivo.Methods": damaged abstracts lose the space.
  bool starts_without_space(size_t at, size_t next) const {
    if (at == 0 || !is_upper(at_or_nul(next))) return false;
    const char second = at_or_nul(next + 1);
    const bool label = is_section_label(word_at(next));
    if (!label && !is_lower(second) && second != ' ') return false;
    if (second == ' ' && text_[next] != 'A' && text_[next] != 'I') return false;
    const char before = text_[at - 1];
    if (!is_ascii(before)) return false;
    if (before == ')' || before == ']' || before == '%') return true;
    const std::string_view word = word_before(at);
    if (word.size() < 2 || word.substr(0, 3) == "www") return false;
    if (text_[at] != '.') return true;
    // A dotted name ("Node.Js", "e.g.The") is no border; a number is ("in 2014.The", "p<0.05.Conclusion").
    const size_t dot = word.rfind('.');
    if (dot != word.npos && !is_digit(word.back())) return false;
    return stop_after(word) == StopAfter::kEnds || is_sentence_starter(word_at(next));
  }

  // Whether the mark at `at` (`marks` of them in a row) ends a sentence when white space and then `next`
  // follow.
  bool ends_before(size_t at, size_t marks, size_t next) const {
    const size_t first = next;
    const Next kind = next_at(next);
    if (kind == Next::kLower)
      return text_[at] == '.' && marks == 1 && first == next && ends_before_lower(at, next);
    if (text_[at] != '.' || marks > 1) return kind != Next::kOther || text_[at] != '.';
    const std::string_view word = word_before(at);
    if (kind == Next::kDigit) return ends_before_digit(at, word);
    switch (stop_after(word)) {
      case StopAfter::kNever: return false;
      case StopAfter::kUnlessStarter: return is_sentence_starter(word_at(next));
      case StopAfter::kWithNumber: {
        // "Fig. S1", "Fig. A"; otherwise an ordinary word ("the number is at the max. The…").
        const std::string_view following = word_at(next);
        if (following.size() <= 1 && following != "A" && following != "I") return false;
        return !is_digit(following.back()) || following.size() > 3;
      }
      case StopAfter::kEnds: break;
    }
    if (is_list_number(at, word)) return false;
    if (word.size() == 1 && is_letter(word[0])) return ends_after_letter(at, next);
    return true;
  }

  bool ends_before_lower(size_t at, size_t next) const {
    const std::string_view word = word_before(at);
    return word.size() > 2 && stop_after(word) == StopAfter::kEnds && is_lower_case_name(next);
  }

  bool ends_before_digit(size_t at, std::string_view word) const {
    if (word == "0" || is_spaced_decimal(text_, at)) return false;  // "p < 0. 05", "59. 2%"
    if (is_list_number(at, word)) return false;
    switch (stop_after(word)) {
      case StopAfter::kEnds: return word.size() != 1 || !is_upper(word[0]);
      default: return false;
    }
  }

  // "1. Introduction", "a. Dose": the number of a list belongs to what follows.
  bool is_list_number(size_t at, std::string_view word) const {
    constexpr size_t kListNumberMax = 3;
    if (word.empty() || word.size() > kListNumberMax) return false;
    size_t first = start_;
    while (first < at && is_space(text_[first])) ++first;
    if (at - first != word.size()) return false;
    return std::all_of(word.begin(), word.end(), is_digit) || word.size() == 1;
  }

  // A single letter before the full stop: an initial ("J. Smith") or the end of "vitamin D."?
  bool ends_after_letter(size_t at, size_t next) const {
    if (is_sentence_starter(word_at(next))) return true;
    size_t before = at - 1;  // of the letter
    if (before == start_ || before == 0 || text_[before - 1] != ' ') return false;
    --before;
    if (before == 0 || !is_letter(text_[before - 1])) return false;  // "A. B. Smith", "Smith, J. Brown"
    const std::string_view previous = word_before(before);
    return takes_a_letter(previous) || (is_lower(previous.front()) && !precedes_a_name(previous));
  }

  // "Healed oesophagitis:, For a healing dose…": the heading of a part that a comma joined to it.
  bool ends_joined_heading(size_t at) const {
    return at_or_nul(at) == ',' && at_or_nul(at + 1) == ' ' && is_upper(at_or_nul(at + 2));
  }

  // "RESULTS:We": a label at the start of a sentence with the next word stuck to it.
  bool ends_label(size_t colon) const {
    if (!is_upper(at_or_nul(colon + 1))) return false;
    size_t first = start_;
    while (first < colon && is_space(text_[first])) ++first;
    return is_section_label(text_.substr(first, colon - first));
  }

  std::string_view text_;
  size_t start_ = 0;
  std::vector<ByteSpan> sentences_;
};

}  // namespace

std::vector<ByteSpan> split_sentences(std::string_view text) { return Splitter(text).split(); }

}  // namespace attest
