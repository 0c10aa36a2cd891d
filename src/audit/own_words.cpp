#include "audit/own_words.h"

#include <algorithm>
#include <iterator>

#include "audit/accord.h"
#include "base/ascii.h"
#include "base/one_of.h"
#include "findings/cues.h"
#include "text/phrases.h"

namespace attest::audit {

namespace {

// Words that say that something acts on something. "Does not affect" and "lowers" speak of one thing.
bool is_effect_verb(std::string_view stem) {
  static constexpr std::string_view kStems[] = {
      "affect", "lower",    "reduc",  "decreas",  "increas", "rais", "chang",   "alter", "impair",
      "worsen", "diminish", "improv", "influenc", "harm",    "caus", "prevent", "effect"};
  return is_one_of(stem, kStems);
}

}  // namespace

std::vector<Unit> with_effects(const std::vector<Unit>& claim, const std::vector<Unit>& held) {
  std::vector<Unit> units = claim;
  const auto acts = [](const Unit& unit) { return is_effect_verb(unit.key); };
  if (std::none_of(claim.begin(), claim.end(), acts)) return units;
  std::copy_if(held.begin(), held.end(), std::back_inserter(units), acts);
  std::sort(units.begin(), units.end());
  return units;
}

std::string_view nearest_clause(const PageClaim& claim, std::string_view lower, const Lexicon& lexicon) {
  constexpr double kClearlyMore = 0.15;
  const size_t joint = lower.find(", and ");
  if (joint == std::string_view::npos) return lower;
  const std::string_view first = lower.substr(0, joint);
  const std::string_view second = lower.substr(joint);
  const double of_first = Lexicon::coverage(claim.units, lexicon.remembered_units(first));
  const double of_second = Lexicon::coverage(claim.units, lexicon.remembered_units(second));
  if (of_first > of_second + kClearlyMore) return first;
  return of_second > of_first + kClearlyMore ? second : lower;
}

double own_words_shared(const PageClaim& claim, const std::vector<Unit>& held,
                        const std::vector<Unit>& title) {
  std::vector<Unit> own;
  for (const Unit& unit : claim.units) {
    const bool treats = std::any_of(claim.interventions.begin(), claim.interventions.end(),
                                    [&](const std::string& id) { return unit.key == "=" + id; });
    if (!treats && !std::binary_search(title.begin(), title.end(), unit)) own.push_back(unit);
  }
  return own.empty() ? 1 : Lexicon::coverage(own, with_effects(held, own));
}

bool says_zero(std::string_view said) {
  static constexpr std::string_view kZero[] = {"in none", "none of the", "no patient", "no patients",
                                               "nobody"};
  return has_any_phrase(said, kZero);
}

bool says_as_much(std::string_view said) {
  static constexpr std::string_view kNoMore[] = {"no more", "no better",  "no worse", "no higher",
                                                 "no less", "no greater", "no lower", "no fewer"};
  if (has_any_phrase(said, kNoMore)) return true;
  constexpr size_t kBetweenBytesMax = 60;
  const size_t first = find_phrase(said, "as");
  if (first == std::string_view::npos) return false;
  const std::string_view behind = said.substr(first);
  if (behind.starts_with("as well as") || (first >= 5 && said.substr(first - 5, 5) == "such ")) return false;
  const size_t second = find_phrase(behind, "as", 2);
  return second <= kBetweenBytesMax;  // npos is beyond it
}

bool is_within_groups(std::string_view lower) {
  static constexpr std::string_view kEach[] = {"both groups",    "each group",       "all groups",
                                               "both arms",      "all three groups", "either group",
                                               "both treatments"};
  static constexpr std::string_view kBetween[] = {"than", "versus", "vs", "compared", "between"};
  return has_any_phrase(lower, kEach) && !has_any_phrase(lower, kBetween);
}

bool leaves_out_a_side(const PageClaim& claim, std::string_view sentence, const Lexicon& lexicon) {
  const std::vector<Side> own = sides_of(claim.sentence.text, lexicon, false);
  const std::vector<Side> theirs = sides_of(sentence, lexicon, false);
  if (own.size() < 2 || theirs.empty()) return false;
  return std::any_of(own.begin(), own.end(), [&](const Side& side) {
    return std::none_of(theirs.begin(), theirs.end(),
                        [&](const Side& one) { return same_side(side, one, lexicon); });
  });
}

bool states_result(const PageClaim& claim) {
  const std::string said = lower_ascii(claim.sentence.text);
  return claim.finding.direction != Direction::kUnstated || cues::benefit_outcome(said) ||
         cues::compares(said) || trend(said) != 0 || cues::about_harm(said) || denies(said);
}

std::vector<StatedFigure> figures_in_sentence(const Finding& finding, std::string_view words) {
  std::vector<Quantity> local = finding.quantities;
  for (Quantity& quantity : local)
    quantity.span = {quantity.span.start - finding.sentence.start,
                     quantity.span.end - finding.sentence.start};
  return stated_figures(local, words);
}

bool tells_enough(const PageClaim& claim) {
  constexpr float kOwnWord = 0.45F;
  constexpr ptrdiff_t kWordsMin = 3;
  return std::count_if(claim.units.begin(), claim.units.end(),
                       [](const Unit& unit) { return unit.weight >= kOwnWord; }) >= kWordsMin;
}

bool holds_figures_together(const PageClaim& claim, const std::vector<const AnswerSource*>& sources) {
  constexpr size_t kFiguresMin = 2;
  if (claim.figures.size() < kFiguresMin) return false;
  return std::any_of(sources.begin(), sources.end(), [&](const AnswerSource* source) {
    return std::any_of(source->findings.begin(), source->findings.end(), [&](const Finding& finding) {
      const std::string_view words = finding.sentence.of(source->document.text);
      return std::all_of(claim.figures.begin(), claim.figures.end(),
                         [&](const StatedFigure& figure) { return stands_printed(words, figure.printed); });
    });
  });
}

bool shares_intervention(const PageClaim& claim, const Finding& finding, const Lexicon& lexicon) {
  for (const Mention& mention : finding.interventions) {
    for (const std::string& id : claim.interventions) {
      if (lexicon.same_or_kind_of(id, mention.id)) return true;
    }
  }
  return false;
}

bool names_only_its_kind(const PageClaim& claim, const Finding& finding, const Lexicon& lexicon) {
  return std::any_of(claim.interventions.begin(), claim.interventions.end(), [&](const std::string& id) {
    bool its_kind = false;
    bool another = false;
    for (const Mention& mention : finding.interventions) {
      if (mention.id == id || lexicon.vocabulary().is_a(mention.id, id)) return false;
      (lexicon.vocabulary().is_a(id, mention.id) ? its_kind : another) = true;
    }
    return its_kind && another;
  });
}

}  // namespace attest::audit
