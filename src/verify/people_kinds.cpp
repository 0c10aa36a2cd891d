// Words that exclude each other are held against each other only beside the same thing ("mild depression",
// "severe depression"), and ages only where the source states a span of them. A source that has the claim's
// word anywhere is not accused.
#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <span>

#include "base/ascii.h"
#include "text/phrases.h"
#include "verify/named_people.h"

namespace attest {

namespace {

using Kinds = std::span<const std::string_view>;

constexpr std::string_view kSeverity[] = {"mild", "severe", "moderate"};
constexpr std::string_view kCourse[] = {"acute", "chronic", "subacute"};
constexpr std::string_view kRhythm[] = {"persistent", "paroxysmal", "permanent"};
constexpr std::string_view kAngle[] = {"open-angle", "angle-closure", "closed-angle", "open angle",
                                       "angle closure"};
constexpr std::string_view kComplicated[] = {"uncomplicated", "complicated", "severe"};
constexpr std::string_view kOrigin[] = {"primary", "secondary"};
constexpr std::string_view kType[] = {"type 1", "type 2", "type i", "type ii"};
constexpr std::string_view kStage[] = {"early", "advanced", "late-stage", "end-stage", "early-stage"};
constexpr std::string_view kStable[] = {"stable", "unstable"};
constexpr std::string_view kActive[] = {"active", "inactive", "quiescent"};
constexpr std::string_view kTreatedBefore[] = {"newly diagnosed", "relapsed",     "refractory",
                                               "recurrent",       "untreated",    "previously treated",
                                               "treatment-naive", "first-episode"};
constexpr std::string_view kSpread[] = {"metastatic", "localised", "localized", "nonmetastatic",
                                        "non-metastatic"};
constexpr std::string_view kVessel[] = {"ischaemic", "ischemic", "haemorrhagic", "hemorrhagic"};
constexpr std::string_view kSides[] = {"unilateral", "bilateral"};
constexpr std::array<Kinds, 14> kKinds = {kSeverity,      kCourse, kRhythm, kAngle,  kComplicated,
                                          kOrigin,        kType,   kStage,  kStable, kActive,
                                          kTreatedBefore, kSpread, kVessel, kSides};

// What somebody is, whatever stands behind it.
constexpr std::string_view kMenopause[] = {"premenopausal", "postmenopausal"};
constexpr std::string_view kBirths[] = {"nulliparous", "multiparous"};
constexpr std::string_view kTerm[] = {"preterm", "full term", "full-term", "at term", "term infants"};
constexpr std::string_view kWard[] = {"outpatients", "inpatients", "hospitalised", "hospitalized"};
constexpr std::string_view kPressure[] = {"hypertensive", "normotensive"};
constexpr std::string_view kSugar[] = {"diabetic", "nondiabetic", "non-diabetic"};
constexpr std::string_view kSmoking[] = {"smokers", "nonsmokers", "non-smokers", "never smokers"};
constexpr std::array<Kinds, 7> kStates = {kMenopause, kBirths, kTerm, kWard, kPressure, kSugar, kSmoking};

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

bool stands_before(std::string_view text, std::string_view kind, std::string_view thing) {
  for (size_t at = find_phrase(text, kind); at != std::string_view::npos;
       at = find_phrase(text, kind, at + 1)) {
    if (thing_behind(text, at + kind.size()) == thing) return true;
  }
  return false;
}

// British and American letters of one word are one kind.
bool same_kind(std::string_view one, std::string_view other) {
  const auto plain = [](std::string_view word) {
    std::string kept;
    for (size_t i = 0; i < word.size(); ++i) {
      const bool dropped = word[i] == '-' || (word[i] == 'a' && i + 1 < word.size() && word[i + 1] == 'e');
      if (!dropped) kept += word[i] == 'z' ? 's' : word[i];
    }
    return kept;
  };
  return plain(one) == plain(other);
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
  const auto is_lacking = [&](Kinds row, std::string_view kind) {
    return std::none_of(row.begin(), row.end(), [&](std::string_view other) {
      return same_kind(kind, other) && has_phrase(held, other);
    });
  };
  for (const Kinds row : kKinds) {
    for (const std::string_view kind : row) {
      const size_t at = find_phrase(said, kind);
      if (at == std::string_view::npos || !is_lacking(row, kind)) continue;
      const std::string_view thing = thing_behind(said, at + kind.size());
      if (thing.empty()) continue;
      const bool another = std::any_of(row.begin(), row.end(), [&](std::string_view other) {
        return !same_kind(kind, other) && !has_phrase(said, other) && stands_before(held, other, thing);
      });
      if (!another) continue;
      const size_t end = said.find_first_of(" ,.;:)", said.find(thing, at) + 1);
      kinds.emplace_back(said.substr(at, std::min(end, said.size()) - at));
    }
  }
  for (const Kinds row : kStates) {
    for (const std::string_view kind : row) {
      if (!has_phrase(said, kind) || !is_lacking(row, kind)) continue;
      if (std::any_of(row.begin(), row.end(), [&](std::string_view other) {
            return !same_kind(kind, other) && !has_phrase(said, other) && has_phrase(held, other);
          }))
        kinds.emplace_back(kind);
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
