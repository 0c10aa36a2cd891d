// Four things tell: a word of effect that is denied in its statement ("was not associated with a lower risk",
// "no significant reduction") or words that say there was no difference (null_results.h); an estimate with
// its interval, which holds no effect (1 for ratios, 0 for differences) or does not; p-values of which none
// is small; and what each clause says of an outcome (clause_direction.h), or only the figures
// (figure_direction.h). Where two statements say different things the sentence as a whole says none, unless
// one says that all groups changed and the other that they did so alike.
#include "findings/effects/direction.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "base/ascii.h"
#include "base/one_of.h"
#include "findings/advice/stance.h"
#include "findings/arms/clause_arms.h"
#include "findings/effects/clause_direction.h"
#include "findings/effects/figure_direction.h"
#include "findings/effects/null_results.h"
#include "findings/effects/sought_results.h"
#include "text/comparing_words.h"
#include "text/phrases.h"
#include "text/word_bounds.h"

namespace attest {
namespace {

constexpr size_t kNoPlace = std::string_view::npos;

// clang-format off
constexpr std::string_view kEffects[] = {
    "reduc*", "improv*", "lower", "lowered", "lowering", "decreas*", "benefit*", "effective*", "efficacious",
    "prevent", "prevents", "prevented", "preventing", "superior*", "better", "increas*", "higher",
    "fewer", "greater", "relie*", "difference*", "effect",
    "association", "associated", "differ", "worse*", "inferior to", "affect", "affects", "facilitat*",
    "favorabl*", "favourabl*", "favor", "favour", "effects", "change",
    "changes", "changed", "alter", "altered", "alters", "influence*", "vary", "varied",
};
// Nothing is found yet, or somebody asks.
constexpr std::string_view kUndecided[] = {
    "whether", "remains uncertain", "remains unclear", "is unclear", "is uncertain", "further research",
    "future research", "ongoing", "are needed", "is needed", "to be determined", "are being investigated",
    "is being investigated", "has been suggested", "hypothes*", "aim of", "aim was", "objective",
    "lack of benefit", "should not be", "is imperative", "no evidence that", "correlat*", "but not in",
    "risk factor*", "predictor*", "trend to", "trend toward", "trend towards", "trends toward",
    "trends towards", "trend for", "may not be", "tended to", "tend to", "tendency",
};
// Nobody looked: nothing was found, and nothing was found to be absent.
constexpr std::string_view kUnstudied[] = {
    "no data", "no research", "no rigorous", "no studies", "no study", "no trials", "no randomi*",
    "no information", "insufficient data",
    "insufficient evidence", "lack of data", "lack of evidence", "not been studied", "not been compared",
};
// Nouns of an effect that is not said to be there.
constexpr std::string_view kOnlyNames[] = {"difference*", "differ", "effects", "change", "changes", "changed",
                                           "alter", "altered", "alters", "influence*", "vary", "varied"};
constexpr std::string_view kDenials[] = {
    "not", "no", "neither", "nor", "without", "failed to", "fails to", "never",
};
// clang-format on

// "Not due to an increase", "no older person should suffer", "was not seen in rats (a reduction of 5%)": the
// denial is of something else than the effect behind it.
bool denies_other(std::string_view between) {
  static constexpr std::string_view kOfAnother[] = {
      "attributable", "attributed to", "due to",      "explained",   "because of", "accounted for",
      "caused by",    "result of",     "should",      "an expected", "required",   "confounded",
      "surprising",   "unexpected",    "a marker of", "may not",     "or may",     "entirely"};
  if (has_any_phrase(between, kOfAnother)) return true;
  if (std::count(between.begin(), between.end(), '(') > std::count(between.begin(), between.end(), ')'))
    return true;
  const size_t stop = between.find('.');  // two sentences that no space parts
  return stop != kNoPlace && stop + 1 < between.size() && is_letter(between[stop + 1]);
}

// A denial in these words that reaches to their end.
bool ends_denied(std::string_view before) {
  size_t last = kNoPlace;
  for (const std::string_view denial : kDenials) {
    for (size_t at = find_phrase(before, denial); at != kNoPlace; at = find_phrase(before, denial, at + 1)) {
      if (last == kNoPlace || at > last) last = at;
    }
  }
  return last != kNoPlace && !denies_other(before.substr(last));
}

// A word of effect after a denial, with few words between, or before one ("reduced neither"): denied. Else
// said.
struct Said {
  bool denied = false;
  bool affirmed = false;
};

// "Reduced neither X nor Y", "had an effect on neither".
bool is_denied_behind(std::string_view behind) {
  size_t at = 0;
  constexpr size_t kWords = 4;
  for (size_t words = 0; words < kWords && at < behind.size(); ++words) {
    at = std::min(behind.find_first_of(" ,;", at), behind.size());
    if (at < behind.size() && behind[at] != ' ') return false;
    at = std::min(at + 1, behind.size());
    if (behind.substr(at).starts_with("neither ")) return true;
  }
  return false;
}

Said effects_of(std::string_view clause) {
  Said said;
  constexpr size_t kReachBytes = 64;
  for (const std::string_view effect : kEffects) {
    for (size_t at = find_phrase(clause, effect); at != kNoPlace; at = find_phrase(clause, effect, at + 1)) {
      const size_t from = at > kReachBytes ? at - kReachBytes : 0;
      const std::string_view before = clause.substr(from, at - from);
      const bool only = has_phrase(before, "not only");
      const bool set_off =
          before.find(", ") != kNoPlace && !has_any_phrase(before.substr(before.rfind(", ")), kDenials);
      const bool denied = (ends_denied(before) && !only && !set_off) || is_denied_behind(clause.substr(at));
      // "No adverse effects were seen": nobody is held against another.
      if (effect.starts_with("effect") && (before.ends_with("side ") || before.ends_with("adverse ")))
        continue;
      if (effect == "associated" && (before.ends_with("events ") || before.ends_with("effects "))) continue;
      if (denied)
        said.denied = true;
      else
        said.affirmed = said.affirmed || !is_one_of(effect, kOnlyNames);
    }
  }
  return said;
}

// "Both groups improved", "decreased over time in all groups": no difference between the groups is told so.
bool is_of_all(std::string_view text) {
  static constexpr std::string_view kOfAll[] = {
      "both",           "all groups",   "all three",     "all treatment*", "each group",
      "either group",   "two groups",   "the groups",    "over time",      "time effect",
      "effect of time", "all patients", "all arms",      "three groups",   "from baseline",
      "within-group",   "within group", "within groups", "each treatment"};
  return has_any_phrase(text, kOfAll) && !has_any_phrase(text, kComparingPhrases);
}

bool holds_groups_apart(std::string_view text) {
  static constexpr std::string_view kApart[] = {"between-group", "differ", "differed", "difference",
                                                "differences",   "groups", "different"};
  return has_any_phrase(text, kApart);
}

// What the clauses of a sentence say together.
struct Reading {
  bool none = false;      // something made no difference
  bool affirmed = false;  // something changed, whichever way
  bool aside = false;     // what was alike is no result
  bool taken_back = false;
  bool between = false;  // what made no difference is held between the groups
  bool of_all = false;   // something changed in all groups alike
  bool apart = false;    // something changed in one of them
  ClauseDirection way;
  bool something() const { return affirmed || way.good || way.bad; }
  void tell(std::string_view text) { (is_of_all(text) ? of_all : apart) = true; }
  void add(ClauseDirection one) {
    way.good = way.good || one.good;
    way.bad = way.bad || one.bad;
    if (one.good || one.bad) return;
    way.unsure_good = way.unsure_good || one.unsure_good;
    way.unsure_bad = way.unsure_bad || one.unsure_bad;
  }
};

void read_clause(std::string_view lower, Clause clause, std::span<const Mention> named, Reading& read) {
  const auto text_of = [&](Clause place) { return lower.substr(place.start, place.end - place.start); };
  const Said whole = effects_of(text_of(clause));
  const std::vector<ResultStatement> statements = statements_of(lower, clause, named);
  const bool null = std::any_of(statements.begin(), statements.end(),
                                [](const ResultStatement& one) { return one.null != NullSaid::kUnsaid; });
  if (!null && !whole.denied) {
    const ClauseDirection way = clause_direction(lower, clause, named);
    // "P3 was larger with X than with placebo, but did not differ from controls".
    static constexpr std::string_view kWas[] = {"was significant", "were significant", "is significant"};
    const bool set_against = has_phrase(text_of(clause), "than") || word_ending(lower, clause.start) == "but";
    const bool more = has_any_phrase(text_of(clause), kWas) ||
                      (set_against && std::any_of(statements.begin(), statements.end(),
                                                  [](const ResultStatement& one) { return one.told; }));
    if (whole.affirmed || more || way.good || way.bad) read.tell(text_of(clause));
    read.affirmed = read.affirmed || whole.affirmed || more;
    read.add(way);
    return;
  }
  bool none = false;
  bool without = false;  // "X was more effective without increasing bleeding"
  const bool said_before = read.something();
  for (const ResultStatement& one : statements) {
    if (one.null == NullSaid::kAside) {
      read.aside = true;
    } else if (one.null == NullSaid::kTakenBack) {
      read.affirmed = false;
      read.way = {};
      read.taken_back = true;
      none = true;
    } else if (text_of(one.place).starts_with("without ")) {
      without = true;
      read.between = read.between || holds_groups_apart(text_of(one.place));
    } else if (one.null == NullSaid::kAlike || effects_of(text_of(one.place)).denied) {
      none = true;
      read.between = read.between || holds_groups_apart(text_of(one.place));
    } else {
      const ClauseDirection way = clause_direction(lower, one.place, named);
      if (one.told || way.good || way.bad) read.tell(text_of(one.place));
      read.affirmed = read.affirmed || one.told;
      read.add(way);
    }
  }
  if (without && !none && (said_before || !read.something() || (read.between && !read.apart))) none = true;
  // A denial that reaches over the parts: "did not, with X or Y, reduce".
  if (whole.denied && !none && !without) {
    none = true;
    read.way = {};
  }
  read.none = read.none || none;
}

}  // namespace

Direction read_direction(std::string_view lower, std::span<const Quantity> quantities,
                         std::span<const Mention> named) {
  size_t holding = 0;
  size_t excluding = 0;
  size_t chance = 0;
  size_t p_values = 0;
  for (const Quantity& quantity : quantities) {
    const int holds = holds_no_effect(quantity);
    holding += holds > 0 ? 1 : 0;
    excluding += holds < 0 ? 1 : 0;
    if (quantity.kind != QuantityKind::kPValue) continue;
    ++p_values;
    chance += may_be_chance(quantity) ? 1 : 0;
  }
  if (p_values + holding + excluding == 0 && tells_no_result(lower)) return Direction::kUnstated;
  if (holding > 0 && excluding == 0) return Direction::kNoDifference;

  Reading read;
  for (const Clause clause : clauses_of(lower)) read_clause(lower, clause, named, read);
  if (read.none && read.between && read.of_all && !read.apart) return Direction::kNoDifference;
  if (holding > 0) return Direction::kUnstated;
  if (read.none && read.something()) return Direction::kUnstated;
  // What was taken back held of part of what was said: a small p-value stands beside it.
  if (read.taken_back && p_values > chance) return Direction::kUnstated;
  const bool by_chance = excluding == 0 && p_values > 0 && chance == p_values && !read.aside &&
                         lower.find("p < or = 0.0") == kNoPlace;
  // "Rose with X compared with no change with placebo"
  static constexpr std::string_view kAgainstNone[] = {"compared to no", "compared with no", "versus no",
                                                      "vs no"};
  if (read.none && has_any_phrase(lower, kAgainstNone)) return Direction::kUnstated;
  const bool none = read.none || by_chance;
  if (none && has_any_phrase(lower, kUnstudied)) return Direction::kUnstated;
  if (none) return excluding == 0 ? Direction::kNoDifference : Direction::kUnstated;
  if (has_any_phrase(lower, kUndecided)) return Direction::kUnstated;
  if (read.way.good || read.way.bad) {
    // The opposite of nobody knows whom may be of the same treatment.
    const bool good = read.way.good || read.way.unsure_good;
    const bool bad = read.way.bad || read.way.unsure_bad;
    if (good == bad) return Direction::kUnstated;
    return read.way.good ? Direction::kFavours : Direction::kAgainst;
  }
  return direction_of_figures(lower, quantities, named);
}

}  // namespace attest
