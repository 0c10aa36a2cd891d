// A figure belongs to the side that follows it in its own phrase ("66% of divalproex-treated patients, 19% of
// …"); else to the one side named since the figures before it ("to divalproex in 66%"); figures in a row to
// as many sides named in a row before them ("A and B in 66% and 19%, respectively"). Everything else stays
// open.
#include "audit/accord.h"

#include <algorithm>
#include <iterator>

#include "audit/judge.h"
#include "base/ascii.h"
#include "text/phrases.h"

namespace attest::audit {

namespace {

// Initials that name no arm.
bool is_statistic(std::string_view word) {
  static constexpr std::string_view kWords[] = {"CI", "OR",  "RR",  "HR", "SD",  "SE",  "ITT",
                                                "PP", "NNT", "RCT", "US", "USA", "NNH", "IQR"};
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
  while (at < text.size() && (text[at] == ' ' || text[at] == '%')) ++at;
  if (at >= text.size() || text[at] != '(') return at;
  const size_t close = text.find(')', at);
  if (close == std::string_view::npos) return at;
  for (const Side& side : sides) {
    if (side.span.start > at && side.span.end <= close) return at + 1;
  }
  return close + 1;
}

bool begins_with_relation(std::string_view phrase, bool in_brackets) {
  static constexpr std::string_view kWords[] = {"of ", "with ",  "for ",  "in ",   "among ",
                                                "on ", "after ", "from ", "under "};
  if (in_brackets) return true;
  return std::any_of(std::begin(kWords), std::end(kWords),
                     [&](std::string_view word) { return phrase.starts_with(word); });
}

// More than, less than: 1, -1; 0 when neither or both are said.
int comparative_sign(std::string_view lower) {
  static constexpr std::string_view kMore[] = {"more",       "higher",    "greater",  "better",
                                               "superior",   "longer",    "faster",   "larger",
                                               "increased*", "increases", "exceeded", "outperformed"};
  static constexpr std::string_view kLess[] = {"less",    "lower",  "fewer",   "worse",   "inferior",
                                               "shorter", "slower", "smaller", "reduced", "decreased"};
  return (has_any_phrase(lower, kMore) ? 1 : 0) - (has_any_phrase(lower, kLess) ? 1 : 0);
}

bool says_equal(std::string_view lower) {
  static constexpr std::string_view kPhrases[] = {"equal*",
                                                  "similar*",
                                                  "comparable",
                                                  "no difference",
                                                  "no significant",
                                                  "not differ*",
                                                  "did not differ",
                                                  "as effective as",
                                                  "as well as",
                                                  "no differences",
                                                  "equivalent",
                                                  "not better",
                                                  "not superior",
                                                  "not more",
                                                  "no better",
                                                  "no more",
                                                  "not significantly better",
                                                  "not significantly superior",
                                                  "not significantly more",
                                                  "not statistically different"};
  return has_any_phrase(lower, kPhrases);
}

bool compares(std::string_view lower) {
  static constexpr std::string_view kPhrases[] = {
      "than",   "superior",       "inferior",          "versus",      "vs",         "compared", "but not",
      "better", "no difference*", "equally effective", "outperform*", "not differ*"};
  return has_any_phrase(lower, kPhrases);
}

// Sides without repetitions.
std::vector<Side> distinct(const std::vector<Side>& sides, const Lexicon& lexicon) {
  std::vector<Side> kept;
  for (const Side& side : sides) {
    if (std::none_of(kept.begin(), kept.end(),
                     [&](const Side& one) { return same_side(one, side, lexicon); }))
      kept.push_back(side);
  }
  return kept;
}

int place_of(const std::vector<Side>& sides, const Side& wanted, const Lexicon& lexicon) {
  for (size_t i = 0; i < sides.size(); ++i) {
    if (same_side(sides[i], wanted, lexicon)) return static_cast<int>(i);
  }
  return -1;
}

double share_of_outcome(const PageClaim& claim, const std::vector<Unit>& said,
                        const std::vector<Unit>& sentence, std::string_view title, const Lexicon& lexicon) {
  const std::vector<Unit>& known = lexicon.remembered_units(title);
  std::vector<Unit> outcome;
  for (const Unit& unit : said) {
    const VocabularyEntry* entry = lexicon.vocabulary().find_id(std::string_view(unit.key).substr(1));
    if (unit.key.starts_with('=') && entry != nullptr && entry->is_control) continue;
    const auto is_unit = [&](const std::string& id) { return unit.key == "=" + id; };
    if (std::any_of(claim.interventions.begin(), claim.interventions.end(), is_unit)) continue;
    if (std::binary_search(known.begin(), known.end(), unit) &&
        std::any_of(claim.conditions.begin(), claim.conditions.end(), is_unit))
      continue;
    outcome.push_back(unit);
  }
  return outcome.empty() ? 1 : Lexicon::coverage(outcome, sentence);
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
    for (size_t s = 0; s < sides.size(); ++s) {
      if (sides[s].span.start >= since && sides[s].span.end <= figures[first].start)
        before.push_back(static_cast<int>(s));
    }
    const size_t count = last - first + 1;
    // A thing named twice in a row is one.
    const auto repeats = [&](int a, int b) {
      return sides[static_cast<size_t>(a)].id == sides[static_cast<size_t>(b)].id;
    };
    before.erase(std::unique(before.begin(), before.end(), repeats), before.end());
    if (owner >= 0) {
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

Accord percentages_accord(const PageClaim& claim, std::string_view sentence,
                          const std::vector<StatedFigure>& found, const std::vector<std::string>& about,
                          const Lexicon& lexicon) {
  const std::string_view said = claim.sentence.text;
  std::vector<StatedFigure> claimed;
  std::vector<StatedFigure> held;
  std::copy_if(claim.figures.begin(), claim.figures.end(), std::back_inserter(claimed), is_percentage);
  std::copy_if(found.begin(), found.end(), std::back_inserter(held), is_percentage);
  if (claimed.empty() || held.empty()) return Accord::kUnsure;
  std::vector<Side> own = sides_of(said, lexicon, false);
  const bool initials = distinct(own, lexicon).size() < 2;
  if (initials) own = sides_of(said, lexicon, true);
  const std::vector<Side> theirs = sides_of(sentence, lexicon, initials);
  const auto spans_of = [](const std::vector<StatedFigure>& figures) {
    std::vector<ByteSpan> spans;
    for (const StatedFigure& figure : figures) spans.push_back(figure.span);
    return spans;
  };
  const std::vector<int> own_sides = sides_of_figures(said, spans_of(claimed), own);
  const std::vector<int> their_sides = sides_of_figures(sentence, spans_of(held), theirs);
  const std::vector<TimeOfResult> times = times_of_figures(lower_ascii(sentence), spans_of(held));
  const bool one_side = distinct(own, lexicon).size() == 1;
  bool misplaced = false;
  for (size_t i = 0; i < claimed.size(); ++i) {
    const int of = own_sides[i] >= 0 ? own_sides[i] : one_side ? 0 : -1;
    bool same = false;
    bool of_another = false;
    for (size_t j = 0; j < held.size(); ++j) {
      constexpr double kAsPrinted = 0.6;
      const double allowance = claimed[i].approximate ? 5 : claimed[i].high > claimed[i].low ? 2 : kAsPrinted;
      if (held[j].high < claimed[i].low - allowance || held[j].low > claimed[i].high + allowance) continue;
      if (is_change(said, claimed[i].span) != is_change(sentence, held[j].span)) continue;
      const TimeOfResult time = claimed[i].time;
      if (time != TimeOfResult::kUnstated && times[j] != TimeOfResult::kUnstated && time != times[j])
        continue;
      const int with = their_sides[j];
      if (of >= 0 && with >= 0) {
        const bool alike =
            same_side(own[static_cast<size_t>(of)], theirs[static_cast<size_t>(with)], lexicon);
        same |= alike;
        // Another's only where the sentence speaks of the claim's side too, by a name that is known.
        of_another |= !alike && place_of(theirs, own[static_cast<size_t>(of)], lexicon) >= 0;
        continue;
      }
      const auto treats = [&](const std::string& id) {
        return std::any_of(about.begin(), about.end(),
                           [&](const std::string& one) { return lexicon.same_or_kind_of(id, one); });
      };
      if (of >= 0) {
        // A sentence that names nothing speaks of what its source is about.
        same |= theirs.empty() && one_side && treats(own[static_cast<size_t>(of)].id);
      } else if (own.empty()) {
        // A claim that names nothing speaks of what its heading names.
        const bool inherited =
            claim.interventions.empty() || theirs.empty() ||
            (with >= 0 &&
             std::any_of(claim.interventions.begin(), claim.interventions.end(), [&](const std::string& id) {
               return lexicon.same_or_kind_of(id, theirs[static_cast<size_t>(with)].id);
             }));
        same |= inherited && (theirs.empty() || with < 0 || !theirs[static_cast<size_t>(with)].is_control);
      }
    }
    if (same) continue;
    if (!of_another) return Accord::kUnsure;
    misplaced = true;
  }
  return misplaced ? Accord::kOther : Accord::kSame;
}

Accord sides_accord(std::string_view claim, std::string_view sentence, const Lexicon& lexicon) {
  const std::string said = lower_ascii(claim);
  const std::string lower = lower_ascii(sentence);
  if (!compares(said)) return Accord::kSame;
  const std::vector<Side> own = distinct(sides_of(claim, lexicon, false), lexicon);
  if (own.size() < 2) return Accord::kSame;
  const std::vector<Side> theirs = distinct(sides_of(sentence, lexicon, false), lexicon);
  const int first = place_of(theirs, own[0], lexicon);
  const int second = place_of(theirs, own[1], lexicon);
  if (first < 0 || second < 0) return Accord::kUnsure;
  if (says_equal(said) != says_equal(lower)) return Accord::kUnsure;
  if (says_equal(said)) return Accord::kSame;
  const int sign = comparative_sign(said);
  const int their_sign = comparative_sign(lower);
  const bool straight = first < second;
  if (sign == 0 || their_sign == 0) return straight && sign == their_sign ? Accord::kSame : Accord::kUnsure;
  if (straight == (sign == their_sign)) return Accord::kSame;
  // "Lowered it more than placebo" and "decreased it against placebo" have other signs and say the same.
  if (sign != their_sign && (trend(said) < 0 || trend(lower) < 0)) return Accord::kUnsure;
  return own.size() == 2 && theirs.size() == 2 ? Accord::kOther : Accord::kUnsure;
}

double outcome_shared(const PageClaim& claim, const std::vector<Unit>& sentence, std::string_view title,
                      const Lexicon& lexicon) {
  return share_of_outcome(claim, claim.units, sentence, title, lexicon);
}

double figure_outcome_shared(const PageClaim& claim, const std::vector<Unit>& sentence,
                             std::string_view title, const Lexicon& lexicon) {
  const std::string& text = claim.sentence.text;
  std::string parts;
  for (size_t start = 0; start < text.size();) {
    size_t end = text.size();
    for (const std::string_view one : {", and ", ", but ", ", while ", "; "})
      end = std::min(end, text.find(one, start));
    const bool states =
        std::any_of(claim.figures.begin(), claim.figures.end(), [&](const StatedFigure& figure) {
          return is_percentage(figure) && figure.span.start >= start && figure.span.start < end;
        });
    if (states) parts += text.substr(start, end - start) + ". ";
    start = end + 1;
  }
  // "Success", "response" and "improvement" are names of one kind of result.
  static constexpr std::string_view kResults[] = {"improv", "rate", "respons", "success"};
  const auto is_result = [](const Unit& unit) {
    return std::find(std::begin(kResults), std::end(kResults), unit.key) != std::end(kResults);
  };
  if (std::none_of(sentence.begin(), sentence.end(), is_result))
    return share_of_outcome(claim, lexicon.units(parts), sentence, title, lexicon);
  std::vector<Unit> held = sentence;
  for (const std::string_view result : kResults) held.push_back({std::string(result)});
  std::sort(held.begin(), held.end());
  return share_of_outcome(claim, lexicon.units(parts), held, title, lexicon);
}

bool stands_printed(std::string_view text, std::string_view printed) {
  bool any = false;
  for (size_t at = 0; at < printed.size();) {
    if (!is_digit(printed[at])) {
      ++at;
      continue;
    }
    size_t end = at;
    while (end < printed.size() &&
           (is_digit(printed[end]) ||
            (printed[end] == '.' && end + 1 < printed.size() && is_digit(printed[end + 1]))))
      ++end;
    const std::string_view number = printed.substr(at, end - at);
    any = true;
    bool stands = false;
    for (size_t found = text.find(number); found != std::string_view::npos && !stands;
         found = text.find(number, found + 1)) {
      const size_t after = found + number.size();
      const bool starts = found == 0 || (!is_digit(text[found - 1]) && text[found - 1] != '.');
      const bool ends = after >= text.size() ||
                        (!is_digit(text[after]) &&
                         !(text[after] == '.' && after + 1 < text.size() && is_digit(text[after + 1])));
      stands = starts && ends;
    }
    if (!stands) return false;
    at = end;
  }
  return any;
}

}  // namespace attest::audit
