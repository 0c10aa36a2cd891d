// Two statements about one treatment exclude each other only where they say the same kind of thing about the
// same condition, the same people, the same outcome and the same arm: what is left of either beside
// treatment, condition and figures must be left of the other too.
#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "audit/accord.h"
#include "audit/work.h"
#include "base/affix.h"
#include "base/ascii.h"
#include "findings/cues.h"
#include "text/phrases.h"

namespace attest::audit {

namespace {

constexpr double kPointsApart = 8;
constexpr double kAlike = 0.5;             // of what two statements say, where both name the condition
constexpr double kAlikeByWordsOnly = 0.7;  // where none is known

// Who is spoken of: what holds for one of them need not hold for others.
unsigned people_named(std::string_view lower) {
  static constexpr std::string_view kChildren[] = {
      "child*", "infant*", "baby", "babies", "paediatric", "pediatric", "newborn*", "adolescen*", "teen*"};
  static constexpr std::string_view kPregnant[] = {"pregnan*"};
  static constexpr std::string_view kNursing[] = {"breastfeed*", "breast-feed*", "lactation", "nursing"};
  static constexpr std::string_view kOld[] = {"elderly", "older", "over 65", "aged 65"};
  return (has_any_phrase(lower, kChildren) ? 1U : 0U) | (has_any_phrase(lower, kPregnant) ? 2U : 0U) |
         (has_any_phrase(lower, kNursing) ? 4U : 0U) | (has_any_phrase(lower, kOld) ? 8U : 0U);
}

// 1: may or should be taken; -1: should not; 0: says neither.
int advice_of(std::string_view lower) {
  static constexpr std::string_view kAgainst[] = {
      "should not",      "must not",        "shouldn't", "do not",       "don't",
      "avoid*",          "not safe",        "unsafe",    "not suitable", "never",
      "not recommended", "contraindicated", "cannot be", "can't"};
  static constexpr std::string_view kFor[] = {
      "is safe",     "are safe",    "safely",      "can be taken",   "may be taken",
      "can be used", "may be used", "is suitable", "is recommended", "are recommended"};
  if (has_any_phrase(lower, kAgainst) || advises_against(lower)) return -1;
  return has_any_phrase(lower, kFor) || cues::recommends(lower) ? 1 : 0;
}

// 1: has an effect; -1: has none; 0: says neither.
int effect_of(const PageClaim& claim, std::string_view lower) {
  static constexpr std::string_view kNone[] = {"no effect",     "no benefit",    "not work", "ineffective",
                                               "not effective", "no difference", "useless"};
  static constexpr std::string_view kSome[] = {"doubles",      "halves",        "works",
                                               "is effective", "are effective", "prevents",
                                               "cures",        "relieves",      "improves"};
  if (has_any_phrase(lower, kNone) || claim.finding.direction == Direction::kNoDifference) return -1;
  if (denies(lower)) return 0;
  return has_any_phrase(lower, kSome) || trend(lower) != 0 || claim.finding.direction == Direction::kFavours
             ? 1
             : 0;
}

// How often a day; 0 when it is not said.
int times_a_day(std::string_view lower) {
  static constexpr std::string_view kFour[] = {"four times", "4 times", "every 6 hours", "every six hours"};
  static constexpr std::string_view kThree[] = {"three times", "3 times", "thrice", "every 8 hours",
                                                "every eight hours"};
  static constexpr std::string_view kTwice[] = {"twice", "two times", "2 times", "every 12 hours"};
  static constexpr std::string_view kOnce[] = {"daily", "a day", "per day", "every day", "each day"};
  static constexpr std::string_view kRarer[] = {"week*", "month*", "every other day", "alternate days",
                                                "every * days"};
  if (has_any_phrase(lower, kRarer)) return 0;
  if (has_any_phrase(lower, kFour)) return 4;
  if (has_any_phrase(lower, kThree)) return 3;
  if (has_any_phrase(lower, kTwice)) return 2;
  return has_any_phrase(lower, kOnce) ? 1 : 0;
}

class Comparison {
 public:
  Comparison(const PageClaim& here, const PageClaim& there, const Lexicon& lexicon)
      : here_(here),
        there_(there),
        lexicon_(lexicon),
        said_here_(lower_ascii(here.sentence.text)),
        said_there_(lower_ascii(there.sentence.text)) {}

  PageDifference run() {
    if (people_named(said_here_) != people_named(said_there_) || !conditions_fit()) return found_;
    lines();
    alike_ = alikeness();
    const double least = lexicon_.share(here_.conditions, there_.conditions) ? kAlike : kAlikeByWordsOnly;
    same_thing_ = alike_ >= least;
    percentages();
    if (!same_thing_) return found_;
    doses();
    lengths();
    if (same_treatments()) {
      opposed(advice_of(said_here_), advice_of(said_there_), "advised here, advised against there",
              "advised against here, advised there");
      opposed(effect_of(here_, said_here_), effect_of(there_, said_there_), "an effect here, none there",
              "no effect here, one there");
    }
    return found_;
  }

 private:
  bool conditions_fit() const {
    return here_.conditions.empty() || there_.conditions.empty() ||
           lexicon_.share(here_.conditions, there_.conditions);
  }

  bool same_treatments() const {
    return here_.interventions.size() == there_.interventions.size() && here_.names_intervention &&
           there_.names_intervention &&
           std::all_of(here_.interventions.begin(), here_.interventions.end(),
                       [&](const std::string& id) { return lexicon_.share({id}, there_.interventions); });
  }

  // What a claim says beside its treatment and condition and how they are taken and act.
  std::vector<Unit> rest_of(const PageClaim& claim) const {
    static constexpr std::string_view kAside =
        "take takes taken taking give gives given giving use uses used once twice three four times time "
        "daily day "
        "days week weeks month months hours dose doses mg treatment treat treats treated therapy people "
        "patients "
        "adults safe safely recommended recommend advised avoid avoided suitable effect effects effective "
        "double "
        "not no never cannot doubles halves half reduces reduce reduced lowers increases increase benefit "
        "fell from with without";
    const std::vector<Unit>& aside = lexicon_.remembered_units(kAside);
    std::vector<Unit> rest;
    for (const Unit& unit : claim.units) {
      const std::string_view id = std::string_view(unit.key).substr(1);
      const VocabularyEntry* entry = unit.key.starts_with('=') ? lexicon_.vocabulary().find_id(id) : nullptr;
      if (entry != nullptr && (entry->is_control || entry->role == ConceptRole::kIntervention)) continue;
      if (entry != nullptr && lexicon_.share({std::string(id)}, here_.conditions) &&
          lexicon_.share({std::string(id)}, there_.conditions))
        continue;
      if (!std::binary_search(aside.begin(), aside.end(), unit)) rest.push_back(unit);
    }
    return rest;
  }

  double alikeness() const {
    const std::vector<Unit> a = rest_of(here_);
    const std::vector<Unit> b = rest_of(there_);
    if (a.empty() || b.empty()) return a.empty() && b.empty() ? 1 : 0;
    return std::min(Lexicon::coverage(a, b), Lexicon::coverage(b, a));
  }

  void tell(std::string words) {
    found_.comparable = true;
    if (found_.words.empty()) found_.words = std::move(words);
  }

  void lines() {
    const int a = here_.finding.line_of_therapy;
    const int b = there_.finding.line_of_therapy;
    if (a == 0 || b == 0 || !same_treatments() || here_.interventions.size() != 1) return;
    found_.comparable = true;
    if (a != b) tell(fmt::format("line {} of therapy here, line {} there", a, b));
  }

  // Percentages by whose they are: an id of a treatment, "control", "" for a statement of one side alone.
  struct Owned {
    const StatedFigure* figure = nullptr;
    Side side;
  };
  std::vector<Owned> owned(const PageClaim& claim) const {
    const std::string& text = claim.sentence.text;
    std::vector<ByteSpan> spans;
    std::vector<const StatedFigure*> figures;
    for (const StatedFigure& figure : claim.figures) {
      if (!is_percentage(figure)) continue;
      figures.push_back(&figure);
      spans.push_back(figure.span);
    }
    const std::vector<Side> sides = sides_of(text, lexicon_, false);
    const std::vector<int> owners = sides_of_figures(text, spans, sides);
    const bool alone = std::all_of(sides.begin(), sides.end(), [&](const Side& side) {
      return same_side(side, sides.front(), lexicon_);
    });
    std::vector<Owned> result;
    for (size_t i = 0; i < figures.size(); ++i) {
      // "From 67 % to 30 %": what was before is no result.
      const std::string before = lower_ascii(text.substr(0, spans[i].start));
      if (before.ends_with("from ") || (owners[i] < 0 && !alone)) continue;
      Side side;
      if (owners[i] >= 0)
        side = sides[static_cast<size_t>(owners[i])];
      else if (!sides.empty())
        side = sides.front();
      else if (!claim.interventions.empty())
        side.id = claim.interventions.front();
      result.push_back({figures[i], side});
    }
    return result;
  }

  void percentages() {
    if (here_.finding.about_harm != there_.finding.about_harm) return;
    const bool times = here_.time == there_.time || here_.time == TimeOfResult::kUnstated ||
                       there_.time == TimeOfResult::kUnstated;
    const bool outcome = same_thing_ || (lexicon_.share(here_.conditions, there_.conditions) && alike_ > 0 &&
                                         (outcomes_named(said_here_) & outcomes_named(said_there_)) != 0);
    if (!times || !outcome) return;
    const std::vector<Owned> others = owned(there_);
    for (const Owned& x : owned(here_)) {
      const StatedFigure* nearest = nullptr;
      bool agrees = false;
      for (const Owned& y : others) {
        if (!same_side(x.side, y.side, lexicon_) ||
            is_change(here_.sentence.text, x.figure->span) != is_change(there_.sentence.text, y.figure->span))
          continue;
        if (nearest == nullptr) nearest = y.figure;
        agrees |=
            x.figure->low <= y.figure->high + kPointsApart && y.figure->low <= x.figure->high + kPointsApart;
      }
      if (nearest == nullptr) continue;
      found_.comparable = true;
      if (!agrees) tell(fmt::format("{} here, {} there", x.figure->printed, nearest->printed));
    }
  }

  // Per day, where both say how often; else as it stands, where neither does.
  void doses() {
    const int often_here = times_a_day(said_here_);
    const int often_there = times_a_day(said_there_);
    if ((often_here == 0) != (often_there == 0)) return;
    for (const StatedFigure& x : here_.figures) {
      const StatedFigure* nearest = nullptr;
      bool agrees = false;
      for (const StatedFigure& y : there_.figures) {
        if (x.kind != QuantityKind::kDose || y.kind != QuantityKind::kDose || x.unit != y.unit) continue;
        if (nearest == nullptr) nearest = &y;
        const double a = std::max(1, often_here);
        const double b = std::max(1, often_there);
        agrees |= x.low * a <= y.high * b && y.low * b <= x.high * a;
      }
      if (nearest == nullptr) continue;
      found_.comparable = true;
      if (agrees) continue;
      if (x.printed != nearest->printed) {
        tell(fmt::format("{} here, {} there", x.printed, nearest->printed));
      } else {
        tell(fmt::format("{} {} here, {} there", x.printed, often(often_here), often(often_there)));
      }
    }
  }

  static std::string often(int times) {
    return times == 1 ? "once a day" : times == 2 ? "twice a day" : fmt::format("{} times a day", times);
  }

  // For how long something is taken or lasts; times at which it was measured are none.
  static std::vector<const StatedFigure*> lengths_of(const PageClaim& claim) {
    static constexpr std::string_view kBefore[] = {" for",   " lasts", " lasted", " last",
                                                   " takes", " took",  " is",     " was"};
    std::vector<const StatedFigure*> lengths;
    for (const StatedFigure& figure : claim.figures) {
      if (figure.kind != QuantityKind::kDuration) continue;
      std::string before = lower_ascii(claim.sentence.text.substr(0, figure.span.start));
      while (before.ends_with(' ')) before.pop_back();
      const bool length = ends_with_one_of(before, kBefore) || figure.printed.starts_with("for ");
      if (length) lengths.push_back(&figure);
    }
    return lengths;
  }

  void lengths() {
    const std::vector<const StatedFigure*> a = lengths_of(here_);
    const std::vector<const StatedFigure*> b = lengths_of(there_);
    if (a.size() != 1 || b.size() != 1 || a[0]->unit != b[0]->unit) return;
    found_.comparable = true;
    if (a[0]->high < b[0]->low || b[0]->high < a[0]->low)
      tell(fmt::format("{} here, {} there", a[0]->printed, b[0]->printed));
  }

  void opposed(int here, int there, std::string_view one_way, std::string_view other_way) {
    if (here == 0 || there == 0) return;
    found_.comparable = true;
    if (here != there) tell(std::string(here > 0 ? one_way : other_way));
  }

  const PageClaim& here_;
  const PageClaim& there_;
  const Lexicon& lexicon_;
  std::string said_here_;
  std::string said_there_;
  double alike_ = 0;
  bool same_thing_ = false;
  PageDifference found_;
};

}  // namespace

PageDifference difference_of(const PageClaim& here, const PageClaim& there, const Lexicon& lexicon) {
  return Comparison(here, there, lexicon).run();
}

}  // namespace attest::audit
