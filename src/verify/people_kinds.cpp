// Words that exclude each other are held against each other only beside the same thing ("mild depression",
// "severe depression"), and ages only where the source states a span of them. A source that has the claim's
// word anywhere is not accused.
#include <algorithm>
#include <charconv>
#include <optional>
#include <span>

#include "base/ascii.h"
#include "text/phrases.h"
#include "verify/exclusive_kinds.h"
#include "verify/named_people.h"

namespace attest {

namespace {

// The first letters of the next word with a meaning of its own: "to severe depression" → "depres".
std::string_view thing_behind(std::string_view text, size_t at) {
  constexpr size_t kWordsMax = 3;
  constexpr size_t kLetters = 6;
  for (size_t words = 0; words < kWordsMax; ++words) {
    while (at < text.size() && text[at] == ' ') ++at;
    size_t end = at;
    while (end < text.size() && (is_letter_byte(text[end]) || text[end] == '-')) ++end;
    if (end == at) return {};
    const std::string_view word = text.substr(at, end - at);
    static constexpr std::string_view kPassed[] = {"to", "or", "and", "major", "severe", "moderate", "mild"};
    if (std::find(std::begin(kPassed), std::end(kPassed), word) == std::end(kPassed))
      return word.substr(0, kLetters);
    at = end;
  }
  return {};
}

// Where one of the words stands; a word that ends in "*" stands there to its last letter.
struct Place {
  size_t start = std::string_view::npos;
  size_t end = 0;
  bool found() const { return start != std::string_view::npos; }
};

Place place_of(std::string_view text, std::span<const std::string_view> words) {
  for (const std::string_view word : words) {
    const size_t at = find_phrase(text, word);
    if (at == std::string_view::npos) continue;
    size_t end = at + word.size() - (word.ends_with('*') ? 1 : 0);
    while (end < text.size() && is_letter_byte(text[end])) ++end;
    return {at, end};
  }
  return {};
}

bool stands_before(std::string_view text, std::span<const std::string_view> words, std::string_view thing) {
  for (const std::string_view word : words) {
    for (size_t at = find_phrase(text, word); at != std::string_view::npos;
         at = find_phrase(text, word, at + 1)) {
      size_t end = at + word.size() - (word.ends_with('*') ? 1 : 0);
      while (end < text.size() && is_letter_byte(text[end])) ++end;
      if (thing_behind(text, end) == thing) return true;
    }
  }
  return false;
}

// Any other kind of the row that only the source names; before `thing`, unless that is empty.
bool names_another_kind(const ExclusiveKinds& row, const ExclusiveKind& own, std::string_view said,
                        std::string_view held, std::string_view thing) {
  return std::any_of(row.kinds.begin(), row.kinds.end(), [&](const ExclusiveKind& other) {
    if (&other == &own || has_any_phrase(said, other.words)) return false;
    return thing.empty() ? has_any_phrase(held, other.words) : stands_before(held, other.words, thing);
  });
}

struct Ages {
  double low = 0;
  double high = 200;
  std::string written;
};

std::optional<double> number_at(std::string_view text, size_t& at) {
  while (at < text.size() && (text[at] == ' ' || text[at] == '=')) ++at;
  double value = 0;
  const auto read = std::from_chars(text.data() + at, text.data() + text.size(), value);
  if (read.ec != std::errc() || !is_digit(text[at])) return std::nullopt;
  at = static_cast<size_t>(read.ptr - text.data());
  return value;
}

// "Older than 80 years", "younger than 40", "aged 36-65 years", "60 years and older", ">/=60 years of age".
std::vector<Ages> ages_of(std::string_view text) {
  constexpr double kAgeMax = 110;
  constexpr size_t kBytesBehind = 24;
  struct Bound {
    std::string_view words;
    int way;  // 1 at least, -1 at most, 0 the one number and the next
  };
  static constexpr Bound kBounds[] = {{"older than ", 1},
                                      {"younger than ", -1},
                                      {"over the age of ", 1},
                                      {"under the age of ", -1},
                                      {"aged over ", 1},
                                      {"aged under ", -1},
                                      {"aged ", 0},
                                      {"age range ", 0},
                                      {"ages ", 0},
                                      {">/=", 1},
                                      {"> or =", 1},
                                      {"≥", 1}};
  std::vector<Ages> all;
  for (const Bound& bound : kBounds) {
    for (size_t found = text.find(bound.words); found != std::string_view::npos;
         found = text.find(bound.words, found + 1)) {
      size_t at = found + bound.words.size();
      const std::optional<double> first = number_at(text, at);
      if (!first || *first > kAgeMax) continue;
      Ages ages;
      if (bound.way == 0) {
        static constexpr std::string_view kJoints[] = {"-", "–", " to ", " and "};
        std::optional<double> second;
        for (const std::string_view joint : kJoints) {
          if (!text.substr(at).starts_with(joint)) continue;
          size_t next = at + joint.size();
          second = number_at(text, next);
          if (second) at = next;
          break;
        }
        if (!second) continue;
        ages.high = *second;
      }
      const std::string_view behind = text.substr(at, kBytesBehind);
      if (!behind.starts_with(" year") && !behind.starts_with(" yr") && !behind.starts_with("-year"))
        continue;
      // "Symptoms for ≥ 2 years" is no age.
      const bool signs = bound.way == 1 && !is_letter_byte(bound.words.front());
      if (signs && behind.find("age") == std::string_view::npos &&
          behind.find("old") == std::string_view::npos)
        continue;
      (bound.way < 0 ? ages.high : ages.low) = *first;
      ages.written = std::string(text.substr(found, at - found));
      all.push_back(ages);
    }
  }
  for (const std::string_view words : {" years and older", " years or older", " years and over"}) {
    const size_t found = text.find(words);
    if (found == std::string_view::npos) continue;
    size_t from = found;
    while (from > 0 && is_digit(text[from - 1])) --from;
    size_t at = from;
    if (const std::optional<double> first = number_at(text, at))
      all.push_back({*first, 200, std::string(text.substr(from, found + words.size() - from))});
  }
  return all;
}

}  // namespace

std::vector<std::string> other_kinds(std::string_view said, std::string_view held) {
  std::vector<std::string> kinds;
  for (const ExclusiveKinds& row : exclusive_kinds()) {
    if (!row.of_things && !row.of_somebody) continue;
    for (const ExclusiveKind& kind : row.kinds) {
      const Place place = place_of(said, kind.words);
      if (!place.found() || has_any_phrase(held, kind.words)) continue;
      const std::string_view thing = row.of_things ? thing_behind(said, place.end) : std::string_view();
      if (row.of_things && thing.empty()) continue;
      if (!names_another_kind(row, kind, said, held, thing)) continue;
      size_t end = place.end;
      if (row.of_things) end = said.find_first_of(" ,.;:)", said.find(thing, place.start) + 1);
      kinds.emplace_back(said.substr(place.start, std::min(end, said.size()) - place.start));
    }
  }
  const std::vector<Ages> theirs = ages_of(held);
  for (const Ages& own : ages_of(said)) {
    if (!theirs.empty() && std::all_of(theirs.begin(), theirs.end(), [&](const Ages& one) {
          return one.high < own.low || own.high < one.low;
        }))
      kinds.push_back("people " + own.written + (own.written.ends_with("r") ? "" : " years"));
  }
  return kinds;
}

}  // namespace attest
