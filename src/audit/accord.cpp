// Whether a sentence of a source says its figures and its comparison of the same sides as the claim.
#include "audit/accord.h"

#include <algorithm>
#include <iterator>

#include "audit/judge.h"
#include "base/affix.h"
#include "base/ascii.h"
#include "text/phrases.h"

namespace attest::audit {

namespace {

// More than, less than: 1, -1; 0 when neither or both are said.
int comparative_sign(std::string_view lower) {
  static constexpr std::string_view kMore[] = {"more",       "higher",    "greater",  "better",
                                               "superior",   "longer",    "faster",   "larger",
                                               "increased*", "increases", "exceeded", "outperformed"};
  static constexpr std::string_view kLess[] = {"less",    "lower",  "fewer",   "worse",   "inferior",
                                               "shorter", "slower", "smaller", "reduced", "decreased"};
  return (has_any_phrase(lower, kMore) ? 1 : 0) - (has_any_phrase(lower, kLess) ? 1 : 0);
}

// By a verb, so that "more" may be more of less.
bool tells_change(std::string_view lower) {
  static constexpr std::string_view kVerbs[] = {"decreas*", "reduc*",   "lowered",   "lowers",   "lowering",
                                                "fell",     "falls",    "diminish*", "declin*",  "shorten*",
                                                "increas*", "rais*",    "rose",      "prolong*", "effective*",
                                                "efficac*", "prevent*", "protect*"};
  return has_any_phrase(lower, kVerbs);
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

namespace {

// "A reduction of at least 50%", "from 8.0% to 8.3%": what counted as an outcome, or a level, is no share of
// a group.
bool is_threshold_or_level(std::string_view text, ByteSpan figure) {
  static constexpr std::string_view kBefore[] = {"at least ", "or more than ", ">= ", ">=", "≥ ",
                                                 "≥",         "from ",         " to "};
  const std::string before = lower_ascii(text.substr(0, figure.start));
  return ends_with_one_of(before, kBefore);
}

}  // namespace

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
        // Another's only where the sentence gives the claim's side a figure too.
        of_another |= !alike && std::any_of(their_sides.begin(), their_sides.end(), [&](int side) {
          return side >= 0 &&
                 same_side(own[static_cast<size_t>(of)], theirs[static_cast<size_t>(side)], lexicon);
        });
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
    if (!of_another || is_threshold_or_level(said, claimed[i].span)) return Accord::kUnsure;
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
  // "Relative to B, A did more" names the other side first.
  static constexpr std::string_view kOtherFirst[] = {"relative to",   "compared with", "compared to",
                                                     "in comparison", "in contrast",   "than",
                                                     "versus",        "unlike"};
  const auto names_other_first = [](std::string_view lower_text) {
    return starts_with_one_of(lower_text, kOtherFirst);
  };
  const bool straight = (first < second) == (names_other_first(said) == names_other_first(lower));
  if (sign == 0 || their_sign == 0) return straight && sign == their_sign ? Accord::kSame : Accord::kUnsure;
  if (straight == (sign == their_sign)) return Accord::kSame;
  // "Lowered it more than placebo" and "decreased it against placebo" have other signs and say the same.
  if (sign != their_sign && (tells_change(said) || tells_change(lower))) return Accord::kUnsure;
  return own.size() == 2 && theirs.size() == 2 ? Accord::kOther : Accord::kUnsure;
}

bool opposite_comparatives(std::string_view one, std::string_view other) {
  return comparative_sign(one) * comparative_sign(other) < 0;
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
