// A figure belongs to the side that follows it in its own phrase ("66% of divalproex-treated patients, 19% of
// …"); else to the one side named since the figures before it ("to divalproex in 66%"); figures in a row to
// as many sides named in a row before them ("A and B in 66% and 19%, respectively"). Everything else stays
// open.
#include <algorithm>
#include <iterator>

#include "audit/accord.h"
#include "base/affix.h"
#include "base/ascii.h"

namespace attest::audit {

namespace {

// Initials that name no arm.
bool is_statistic(std::string_view word) {
  static constexpr std::string_view kWords[] = {"CI", "OR", "RR", "HR", "SD", "SE", "ITT", "PP", "NNT", "RCT",
                                                "US", "USA", "NNH", "IQR",
                                                // How a drug is given, behind its name.
                                                "SR", "XR", "XL", "CR", "LA", "IV", "IM"};
  return std::find(std::begin(kWords), std::end(kWords), word) != std::end(kWords);
}

void add_initials(std::string_view text, std::vector<Side>& sides) {
  constexpr size_t kLettersMin = 2;
  constexpr size_t kLettersMax = 6;
  for (size_t at = 0; at < text.size();) {
    size_t end = at;
    while (end < text.size() && is_upper(text[end])) ++end;
    const bool whole =
        (at == 0 || !is_word_byte(text[at - 1])) && (end == text.size() || !is_word_byte(text[end]));
    const std::string_view word = text.substr(at, end - at);
    if (whole && word.size() >= kLettersMin && word.size() <= kLettersMax && !is_statistic(word)) {
      const ByteSpan span{static_cast<uint32_t>(at), static_cast<uint32_t>(end)};
      const bool known =
          std::any_of(sides.begin(), sides.end(), [&](const Side& side) { return side.span.overlaps(span); });
      if (!known) sides.push_back({"initials:" + std::string(word), false, span});
    }
    at = std::max(end, at + 1);
  }
}

// Where the phrase that begins after a figure ends: at a comma, a joining word or the next figure.
size_t end_of_phrase(std::string_view lower, size_t from, size_t until) {
  static constexpr std::string_view kEnds[] = {",",        ";",         ")",        " and ", " but ",
                                               " versus ", " vs ",      " v ",      " vs. ", " compared ",
                                               " than ",   " whereas ", " against "};
  size_t end = until;
  for (const std::string_view one : kEnds) end = std::min(end, lower.find(one, from));
  return end;
}

size_t end_of_row(std::string_view lower, size_t from, size_t until) {
  static constexpr std::string_view kEnds[] = {";",        " but ",   " versus ", " vs ",
                                               " v ",      " vs. ",   " than ",   " compared",
                                               " whereas", " while ", " against "};
  size_t end = until;
  for (const std::string_view one : kEnds) end = std::min(end, lower.find(one, from));
  return end;
}

// "66% (21/32) of …": past what stands in brackets right behind a figure. A bracket that names a side is
// that side's.
size_t past_brackets(std::string_view text, size_t at, const std::vector<Side>& sides) {
  // "361 of 1863 patients (19.4%) in …": the figure's own bracket.
  if (at < text.size() && text[at] == ')') ++at;
  while (at < text.size() && (text[at] == ' ' || text[at] == '%')) ++at;
  if (at >= text.size() || text[at] != '(') return at;
  const size_t close = text.find(')', at);
  if (close == std::string_view::npos) return at;
  for (const Side& side : sides) {
    if (side.span.start > at && side.span.end <= close) return at + 1;
  }
  return close + 1;
}

// Where the clause begins that goes on at `at`: behind the last word that sets it against another one.
size_t start_of_clause(std::string_view lower, size_t from, size_t at) {
  static constexpr std::string_view kBreaks[] = {" whereas ", " while ", " but ", "; "};
  const std::string_view before = lower.substr(0, at);
  size_t start = from;
  for (const std::string_view one : kBreaks) {
    const size_t found = before.rfind(one);
    if (found != std::string_view::npos) start = std::max(start, found);
  }
  return start;
}

bool begins_with_relation(std::string_view phrase, bool in_brackets) {
  static constexpr std::string_view kWords[] = {"of ",       "with ",      "for ",       "in ",    "among ",
                                                "on ",       "after ",     "from ",      "under ", "taking ",
                                                "given ",    "using ",     "receiving ", "who ",   "treated ",
                                                "assigned ", "allocated ", "randomi"};
  if (in_brackets) return true;
  return starts_with_one_of(phrase, kWords);
}

// "65% and 22% of those who received A or B": the sides named behind figures in a row, joined to each other.
std::vector<int> sides_in_a_row(std::string_view lower, size_t from, size_t until,
                                const std::vector<Side>& sides) {
  constexpr size_t kJointBytesMax = 24;
  std::vector<int> row;
  if (!begins_with_relation(lower.substr(from), false)) return row;
  for (size_t s = 0; s < sides.size(); ++s) {
    if (sides[s].span.start < from || sides[s].span.end > until) continue;
    if (!row.empty()) {
      const size_t end = sides[static_cast<size_t>(row.back())].span.end;
      if (sides[s].span.start < end || sides[s].span.start - end > kJointBytesMax) return {};
      const std::string_view joint = lower.substr(end, sides[s].span.start - end);
      const bool joined = joint.find("or ") != std::string_view::npos ||
                          joint.find("and ") != std::string_view::npos || joint.starts_with(", ");
      if (!joined || joint.find_first_of("();.") != std::string_view::npos) return {};
    } else if (lower.substr(from, sides[s].span.start - from).find_first_of(",;()") !=
               std::string_view::npos) {
      return {};
    }
    row.push_back(static_cast<int>(s));
  }
  return row;
}

// "Responders (reduction of 50% compared with placebo) were 18": named in passing within closed brackets.
bool is_aside(std::string_view lower, const Side& side, size_t figure) {
  const size_t open = lower.rfind('(', side.span.start);
  if (open == std::string_view::npos) return false;
  const size_t close = lower.find(')', open);
  const bool within = close != std::string_view::npos && close >= side.span.end && close < figure;
  constexpr size_t kNameOnly = 4;  // "(the PAC)"
  return within && close - open > side.span.end - side.span.start + kNameOnly;
}

}  // namespace

std::vector<Side> sides_of(std::string_view text, const Lexicon& lexicon, bool initials) {
  std::vector<Side> sides;
  for (const VocabularyMatch& match : lexicon.vocabulary().match(text, tokenize(text), lexicon.stemmer())) {
    const VocabularyEntry& entry = lexicon.vocabulary().entry(match.entry);
    if (entry.role == ConceptRole::kIntervention || entry.is_control)
      sides.push_back({entry.id, entry.is_control, match.span});
  }
  // A control that the vocabulary does not hold.
  const std::string lower = lower_ascii(text);
  for (const std::string_view word : {"placebo", "usual care", "control group", "controls", "sham"}) {
    for (size_t at = lower.find(word); at != std::string::npos; at = lower.find(word, at + 1)) {
      const ByteSpan span{static_cast<uint32_t>(at), static_cast<uint32_t>(at + word.size())};
      if (std::none_of(sides.begin(), sides.end(),
                       [&](const Side& side) { return side.span.overlaps(span); }))
        sides.push_back({"control", true, span});
    }
  }
  if (initials) add_initials(text, sides);
  std::sort(sides.begin(), sides.end(),
            [](const Side& a, const Side& b) { return a.span.start < b.span.start; });
  return sides;
}

bool same_side(const Side& one, const Side& other, const Lexicon& lexicon) {
  if (one.is_control || other.is_control) return one.is_control && other.is_control;
  return lexicon.same_or_kind_of(one.id, other.id);
}

std::vector<int> sides_of_figures(std::string_view text, const std::vector<ByteSpan>& figures,
                                  const std::vector<Side>& sides) {
  const std::string lower = lower_ascii(text);
  std::vector<int> owners(figures.size(), -1);
  size_t since = 0;  // where the figures before this row ended
  for (size_t first = 0; first < figures.size();) {
    const auto side_between = [&](size_t from, size_t to) {
      return std::any_of(sides.begin(), sides.end(),
                         [&](const Side& side) { return side.span.start >= from && side.span.end <= to; });
    };
    size_t last = first;
    // "from 81% to 90% compared with a fall from 82% to 80% with B" are two rows.
    while (last + 1 < figures.size() && !side_between(figures[last].end, figures[last + 1].start) &&
           end_of_row(lower, figures[last].end, figures[last + 1].start) == figures[last + 1].start)
      ++last;
    const size_t until = last + 1 < figures.size() ? figures[last + 1].start : text.size();
    const size_t after = past_brackets(text, figures[last].end, sides);
    const bool in_brackets = after > 0 && after <= text.size() && text[after - 1] == '(';
    size_t begin = after;
    while (begin < text.size() && text[begin] == ' ') ++begin;
    const size_t end = end_of_phrase(lower, begin, until);
    int owner = -1;
    size_t named_after = 0;
    if (begin < end && begins_with_relation(std::string_view(lower).substr(begin), in_brackets)) {
      for (size_t s = 0; s < sides.size(); ++s) {
        if (sides[s].span.start < begin || sides[s].span.end > end) continue;
        owner = static_cast<int>(s);
        named_after = sides[s].span.end;
        break;
      }
    }
    std::vector<int> before;
    const size_t clause = start_of_clause(lower, since, figures[first].start);
    for (size_t s = 0; s < sides.size(); ++s) {
      if (sides[s].span.start >= clause && sides[s].span.end <= figures[first].start &&
          !is_aside(lower, sides[s], figures[first].start))
        before.push_back(static_cast<int>(s));
    }
    const size_t count = last - first + 1;
    // A thing named twice in a row is one.
    const auto repeats = [&](int a, int b) {
      return sides[static_cast<size_t>(a)].id == sides[static_cast<size_t>(b)].id;
    };
    before.erase(std::unique(before.begin(), before.end(), repeats), before.end());
    const std::vector<int> row = count >= 2 ? sides_in_a_row(lower, begin, until, sides) : std::vector<int>();
    if (row.size() == count) {
      for (size_t i = first; i <= last; ++i) owners[i] = row[i - first];
      named_after = sides[static_cast<size_t>(row.back())].span.end;
    } else if (owner >= 0) {
      for (size_t i = first; i <= last; ++i) owners[i] = owner;
    } else if (before.size() == 1) {
      for (size_t i = first; i <= last; ++i) owners[i] = before.front();
    } else if (before.size() >= 2 && before.size() == count) {
      for (size_t i = first; i <= last; ++i) owners[i] = before[i - first];
    }
    since = std::max<size_t>(figures[last].end, named_after);
    first = last + 1;
  }
  return owners;
}

}  // namespace attest::audit
