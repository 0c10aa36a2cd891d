// Schwartz & Hearst's search: a bracket holds either a short form, whose letters are then sought from right
// to left in the words before it, or a long form, with the short form as the word before the bracket. The
// first letter must start a word. Each bracket looks at a bounded number of bytes, so the whole is linear.
//
// Refinements over the paper, each with its test: a plural "s" that the long form does not have; the content
// of a bracket up to a comma or semicolon ("(DD, n = 12)"); square brackets; letters that start words are
// preferred, so that the long form does not begin inside a word of the right one; numbers, statistics and
// citations are no short forms.
#include "text/abbreviations.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/ascii.h"

namespace attest {

namespace {

constexpr size_t kShortBytesMax = 12;
constexpr size_t kShortWordsMax = 2;
constexpr size_t kLongBytesMax = 300;

// Bytes of other scripts belong to words; they match only themselves.

size_t count_words(std::string_view text) {
  size_t words = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] != ' ' && (i == 0 || text[i - 1] == ' ')) ++words;
  }
  return words;
}

bool is_balanced(std::string_view text) {
  int round = 0;
  int square = 0;
  for (const char c : text) {
    round += (c == '(') - (c == ')');
    square += (c == '[') - (c == ']');
    if (round < 0 || square < 0) return false;
  }
  return round == 0 && square == 0;
}

// "anti-MuSK antibodies", "3-hydroxy-…": what hangs on the first word by a hyphen belongs to the long form.
size_t with_prefix(std::string_view before, size_t start) {
  constexpr size_t kPrefixMax = 24;
  if (start == 0 || before[start - 1] != '-') return start;
  size_t from = start;
  while (from > 0 && before[from - 1] != ' ' && start - from < kPrefixMax) --from;
  return is_balanced(before.substr(from)) ? from : start;
}

constexpr std::array<std::string_view, 14> kLinks = {"a",  "an", "and", "by",  "for", "from", "in",
                                                     "of", "on", "or",  "the", "to",  "with", "after"};

bool is_link(std::string_view text, size_t start) {
  size_t end = start;
  while (end < text.size() && is_word_byte(text[end])) ++end;
  const std::string_view word = text.substr(start, end - start);
  return std::find(kLinks.begin(), kLinks.end(), word) != kLinks.end();
}

bool is_short_form(std::string_view text) {
  if (text.size() < 2 || text.size() > kShortBytesMax || count_words(text) > kShortWordsMax) return false;
  if (!is_letter(text.front()) && !is_digit(text.front())) return false;
  size_t letters = 0;
  size_t capitals = 0;
  for (const char c : text) {
    letters += is_letter(c);
    capitals += is_upper(c);
    if (c == '=' || c == '<' || c == '>' || c == '%' || c == ':' || c == '"') return false;
  }
  if (letters == 0 || !is_balanced(text)) return false;
  if (is_digit(text.front()) && text.find(' ') != text.npos) return false;  // "(10 M)" is an amount
  if (capitals == 0 && text.find('.') != text.npos) return false;           // "(i.e.)"
  // Words of a sentence in brackets: "(see above)", "(mean)", "(control)".
  constexpr size_t kLowerCaseMax = 4;
  return capitals > 0 || text.size() <= kLowerCaseMax;
}

// Where the long form of `short_form` starts in `before`, which ends where the bracket opens.
std::optional<size_t> long_form_start(std::string_view short_form, std::string_view before) {
  if (short_form.empty()) return std::nullopt;
  size_t at = before.size();
  for (size_t s = short_form.size(); s-- > 0;) {
    const char wanted = to_lower(short_form[s]);
    if (!is_letter(wanted) && !is_digit(wanted)) continue;
    bool found = false;
    while (at > 0) {
      --at;
      if (to_lower(before[at]) != wanted) continue;
      if (s == 0 && at > 0 && is_word_byte(before[at - 1])) continue;
      found = true;
      break;
    }
    if (!found) return std::nullopt;
  }
  return at;
}

// The reading in which each letter starts a word and only link words are passed over: tried first.
std::optional<size_t> initials_start(std::string_view short_form, std::string_view before) {
  if (short_form.empty()) return std::nullopt;
  constexpr size_t kSkippedWordsMax = 2;
  size_t at = before.size();
  for (size_t s = short_form.size(); s-- > 0;) {
    if (!is_letter(short_form[s]) && !is_digit(short_form[s])) continue;
    size_t skipped = 0;
    bool found = false;
    while (at > 0) {
      --at;
      if (!is_word_byte(before[at]) || (at > 0 && is_word_byte(before[at - 1]))) continue;
      if (to_lower(before[at]) == to_lower(short_form[s])) {
        found = true;
        break;
      }
      if (!is_link(before, at) || ++skipped > kSkippedWordsMax) return std::nullopt;
    }
    if (!found) return std::nullopt;
  }
  return at;
}

bool contains_word(std::string_view text, std::string_view word) {
  for (size_t at = text.find(word); at != text.npos; at = text.find(word, at + 1)) {
    const size_t end = at + word.size();
    if ((at == 0 || !is_word_byte(text[at - 1])) && (end == text.size() || !is_word_byte(text[end])))
      return true;
  }
  return false;
}

bool is_acceptable(std::string_view short_form, std::string_view long_form) {
  if (long_form.size() <= short_form.size()) return false;
  const size_t words_max = std::min(short_form.size() + 5, short_form.size() * 2);
  if (count_words(long_form) > words_max) return false;
  if (contains_word(long_form, short_form)) return false;
  return is_balanced(long_form);
}

class Finder {
 public:
  explicit Finder(std::string_view text) : text_(text) {}

  std::vector<Abbreviation> find() {
    for (size_t at = 0; at < text_.size(); ++at) {
      if (text_[at] == '(' || text_[at] == '[') bracket(at);
    }
    return std::move(found_);
  }

 private:
  // The end of the bracket that opens at `open`: the place of its closing one, 0 when none is near.
  size_t closing(size_t open) const {
    const char opens = text_[open];
    const char closes = opens == '(' ? ')' : ']';
    size_t depth = 0;
    const size_t limit = std::min(text_.size(), open + kLongBytesMax);
    for (size_t at = open; at < limit && text_[at] != '\n'; ++at) {
      if (text_[at] == opens)
        ++depth;
      else if (text_[at] == closes && --depth == 0)
        return at;
    }
    return 0;
  }

  std::string_view trimmed(size_t start, size_t end) const {
    while (start < end && text_[start] == ' ') ++start;
    while (end > start && text_[end - 1] == ' ') --end;
    return text_.substr(start, end - start);
  }

  ByteSpan span_of(std::string_view part) const {
    const auto start = static_cast<uint32_t>(part.data() - text_.data());
    return {start, start + static_cast<uint32_t>(part.size())};
  }

  // What stands before the bracket, back to the end of the sentence before it.
  std::string_view clause_before(size_t open) const {
    size_t end = open;
    while (end > 0 && text_[end - 1] == ' ') --end;
    const size_t lowest = end > kLongBytesMax ? end - kLongBytesMax : 0;
    size_t start = end;
    while (start > lowest) {
      const char c = text_[start - 1];
      if (c == '\n' || c == ';') break;
      const bool stop = (c == '.' || c == '?' || c == '!') && start < end && text_[start] == ' ';
      if (stop && start + 1 < end && is_upper(text_[start + 1])) break;
      --start;
    }
    return trimmed(start, end);
  }

  void bracket(size_t open) {
    const size_t close = closing(open);
    if (close == 0) return;
    const std::string_view before = clause_before(open);
    std::string_view inside = trimmed(open + 1, close);
    const size_t cut = inside.find_first_of(",;");
    const std::string_view first_part = trimmed(
        open + 1, cut == inside.npos ? close : static_cast<size_t>(inside.data() - text_.data()) + cut);
    if (is_short_form(first_part) && add(first_part, before)) return;
    if (first_part.size() == 1 && is_upper(first_part[0]) && add_letter(first_part, before)) return;
    // The other way round: "DD (dyssynergic defecation)".
    const size_t space = before.rfind(' ');
    const std::string_view word = space == before.npos ? before : before.substr(space + 1);
    if (word.size() >= 2 && is_short_form(word) && std::any_of(word.begin(), word.end(), is_upper)) {
      const std::string_view long_form = first_part;
      const auto start = long_form_start(word, long_form);
      if (start && *start == 0 && count_words(long_form) >= 2 && is_acceptable(word, long_form)) {
        found_.push_back({span_of(word), span_of(long_form)});
      }
    }
  }

  bool add(std::string_view short_form, std::string_view before) {
    const std::string_view singular = without_plural(short_form);
    for (const auto start : {initials_start(short_form, before), initials_start(singular, before),
                             long_form_start(short_form, before), long_form_start(singular, before)}) {
      if (!start) continue;
      const std::string_view long_form = before.substr(with_prefix(before, *start));
      if (!is_acceptable(short_form, long_form)) continue;
      found_.push_back({span_of(short_form), span_of(long_form)});
      return true;
    }
    return false;
  }

  // "progesterone (P)": a single capital stands for the word right before it.
  bool add_letter(std::string_view letter, std::string_view before) {
    constexpr size_t kWordMin = 4;
    const size_t space = before.rfind(' ');
    const std::string_view word = space == before.npos ? before : before.substr(space + 1);
    if (word.size() < kWordMin || to_lower(word[0]) != to_lower(letter[0])) return false;
    if (!std::all_of(word.begin(), word.end(), [](char c) { return is_letter(c) || c == '-'; })) return false;
    found_.push_back({span_of(letter), span_of(word)});
    return true;
  }

  static std::string_view without_plural(std::string_view form) {
    const bool plural = form.size() > 2 && form.back() == 's' && is_upper(form[form.size() - 2]);
    return plural ? form.substr(0, form.size() - 1) : std::string_view();
  }

  std::string_view text_;
  std::vector<Abbreviation> found_;
};

}  // namespace

std::vector<Abbreviation> find_abbreviations(std::string_view text) { return Finder(text).find(); }

}  // namespace attest
