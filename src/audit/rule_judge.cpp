// The rules, from the surest to the weakest:
//  0. what states no result: nearly all of its words in one sentence, which says them alike;
//  1. percentages: a sentence that gives every one of them to the same side supports, one that gives them to
//     another side, or whose comparable rates all differ clearly, contradicts;
//  2. line of therapy and advice for or against the same thing;
//  3. doses and times, of claims that say nothing else;
//  4. words: enough of the claim's content in one sentence; then direction and negation say whether it is
//     said or denied.
// Thresholds were set on pages and abstracts of other subjects than those of the tests.
#include <algorithm>
#include <iterator>
#include <unordered_map>

#include "audit/accord.h"
#include "audit/exchanged_figures.h"
#include "audit/found_differences.h"
#include "audit/judge.h"
#include "audit/judge_rules.h"
#include "audit/own_words.h"
#include "base/ascii.h"
#include "findings/cues.h"
#include "verify/direction_words.h"

namespace attest::audit {

namespace {

constexpr double kShareOfSource = 0.9;   // what the source's words in the claim count for
constexpr double kSameStatement = 0.62;  // overlap from which one may say the other
constexpr double kOwnWords = 0.4;        // of what the claim says beyond the title, in what goes against it
constexpr double kInside = 0.7;          // of a short sentence of the source, in the claim

class RuleJudge final : public SupportJudge {
 public:
  explicit RuleJudge(const Lexicon& lexicon) : lexicon_(lexicon) {}

  Judgement judge(const PageClaim& claim, const AnswerSource& source) const override {
    Judgement best;
    const ReadSource& read = reading_of(source);
    bool supported = false;
    bool contradicted = false;
    for (size_t i = 0; i < source.findings.size(); ++i) {
      Judgement one = sentence(claim, source, source.findings[i], read.sentences[i]);
      supported |= one.verdict == AuditVerdict::kSupported;
      contradicted |= one.verdict == AuditVerdict::kContradicted;
      const bool decided = one.verdict != AuditVerdict::kNotEnough;
      const bool best_decided = best.verdict != AuditVerdict::kNotEnough;
      const double overlap = std::max(best.overlap, one.overlap);
      const bool better = decided != best_decided ? decided
                          : decided               ? rank(one) > rank(best)
                                                  : one.overlap > best.overlap;
      if (better) best = std::move(one);
      best.overlap = overlap;
    }
    // Words alone do not tell which of two sentences of a source is meant.
    if (supported && contradicted && !best.sure) {
      best.verdict = AuditVerdict::kNotEnough;
      best.confidence = 0;
      best.reason.clear();
    }
    // What is called significant and was not found to be is not saved by the words that both have.
    if (best.verdict != AuditVerdict::kContradicted) {
      Judgement difference = judge_difference(claim, source, read.clauses, lexicon_);
      difference.overlap = std::max(difference.overlap, best.overlap);
      if (difference.verdict == AuditVerdict::kContradicted) return difference;
    }
    return best;
  }

 private:
  // A sentence that holds the claim's figures tells more than another one's other figures, which may be those
  // of another outcome.
  static double rank(const Judgement& one) { return one.confidence + (one.sure ? 1 : 0); }

  // A source is read once for all claims.
  struct ReadSentence {
    std::string lower;
    std::vector<Unit> held;
    std::vector<Unit> with_title;  // what a document is about it does not repeat in each sentence
    bool asks = false;
  };
  struct ReadSource {
    std::vector<ReadSentence> sentences;  // of the findings
    std::vector<DifferenceClause> clauses;
  };

  const ReadSource& reading_of(const AnswerSource& source) const {
    const auto [place, is_new] = read_.try_emplace(source.id);
    ReadSource& read = place->second;
    if (!is_new) return read;
    const std::vector<Unit> title = lexicon_.units(source.document.record.title);
    for (const Finding& finding : source.findings) {
      const std::string_view words = finding.sentence.of(source.document.text);
      ReadSentence one;
      one.lower = lower_ascii(words);
      one.held = lexicon_.units(words);
      one.with_title = one.held;
      std::copy_if(title.begin(), title.end(), std::back_inserter(one.with_title),
                   [](const Unit& unit) { return unit.key.starts_with('='); });
      std::sort(one.with_title.begin(), one.with_title.end());
      one.asks = only_asks(one.lower);
      read.sentences.push_back(std::move(one));
    }
    read.clauses = difference_clauses_of(source, lexicon_);
    return read;
  }

  Judgement sentence(const PageClaim& claim, const AnswerSource& source, const Finding& finding,
                     const ReadSentence& read) const {
    Judgement result;
    result.sentence = finding.sentence;
    const std::string_view words = finding.sentence.of(source.document.text);
    const std::vector<Unit>& held = read.held;
    const std::vector<Unit>& with_title = read.with_title;
    if (judge_copy(claim, words, result)) return result;
    const double own = Lexicon::coverage(claim.units, with_title);
    const double about = claim.about_units.empty() ? own : Lexicon::coverage(claim.about_units, with_title);
    // A sentence that names its subject itself does not need its heading.
    result.overlap =
        claim.names_intervention ? std::max(own, 0.75 * own + 0.25 * about) : 0.7 * own + 0.3 * about;
    const bool measures =
        std::any_of(finding.quantities.begin(), finding.quantities.end(),
                    [](const Quantity& quantity) { return quantity.kind == QuantityKind::kPercentage; });
    if (result.overlap >= kOneSubject / 2 &&
        figures_of_groups(claim.sentence.text, words, lexicon_) == Accord::kOther) {
      result.verdict = AuditVerdict::kContradicted;
      result.sure = true;
      result.confidence = 0.6 + 0.2 * std::min(1.0, result.overlap);
      result.reason = "it gives these figures to other groups";
      return result;
    }
    if (!states_result(claim) && says_plainly(claim, words, held) && !is_turned(claim, words, lexicon_) &&
        (claim.interventions.empty() || shares_intervention(claim, finding, lexicon_))) {
      result.verdict = AuditVerdict::kSupported;
      result.sure = true;
      result.confidence = 0.5 + 0.3 * Lexicon::coverage(claim.units, held);
      return result;
    }
    if (finding.kind == FindingKind::kMethod && finding.rates.empty() && !measures &&
        finding.direction == Direction::kUnstated && !only_doses(claim))
      return result;
    if (read.asks) return result;
    if (judge_percentages(claim, source, finding, held, lexicon_, result)) return result;
    if (judge_advice(claim, source, finding, with_title, lexicon_, result)) return result;
    if (doses(claim, source, finding, words, held, result)) return result;
    // A short sentence of the source whose words are nearly all in the claim is about the same thing too.
    constexpr size_t kShortUnitsMin = 4;
    const double inside =
        held.size() >= kShortUnitsMin ? Lexicon::coverage(held, with_effects(claim.units, held)) : 0;
    result.overlap = std::max(result.overlap, kShareOfSource * inside);
    statement(claim, source, finding, read.lower, held, inside >= kInside, result);
    return result;
  }

  static bool is_dose(const StatedFigure& figure) {
    return figure.kind == QuantityKind::kDose || figure.kind == QuantityKind::kDuration;
  }

  // Every figure of the claim of this kind stands among `found`.
  template <typename OfKind>
  static bool all_held(const PageClaim& claim, const std::vector<StatedFigure>& found, OfKind of_kind) {
    return std::all_of(claim.figures.begin(), claim.figures.end(), [&](const StatedFigure& figure) {
      return !of_kind(figure) || std::any_of(found.begin(), found.end(), [&](const StatedFigure& other) {
        return figures_agree(figure, other);
      });
    });
  }

  // A dose or a time shows no result: it supports a claim that states nothing besides.
  bool doses(const PageClaim& claim, const AnswerSource& source, const Finding& finding,
             std::string_view words, const std::vector<Unit>& held, Judgement& result) const {
    if (!only_doses(claim)) return false;
    const bool related = shares_intervention(claim, finding, lexicon_) || result.overlap >= kOneSubject;
    if (related && result.overlap >= kOneSubject / 2 &&
        outcome_shared(claim, held, source.document.record.title, lexicon_) >= kSameOutcome &&
        all_held(claim, figures_in_sentence(finding, words), is_dose) && !is_turned(claim, words, lexicon_)) {
      result.verdict = AuditVerdict::kSupported;
      result.sure = true;
      result.confidence = 0.6 + 0.25 * result.overlap;
    }
    return true;  // another dose in another study denies nothing
  }

  static bool only_doses(const PageClaim& claim) {
    return !claim.figures.empty() && std::all_of(claim.figures.begin(), claim.figures.end(), is_dose) &&
           !states_result(claim);
  }

  bool names_two_sides(const PageClaim& claim) const {
    return cues::compares(lower_ascii(claim.sentence.text)) && claim.interventions.size() >= 2;
  }

  void statement(const PageClaim& claim, const AnswerSource& source, const Finding& finding,
                 const std::string& lower, const std::vector<Unit>& held, bool inside,
                 Judgement& result) const {
    if (result.overlap < kOneSubject) return;
    const std::string_view words = finding.sentence.of(source.document.text);
    // A result that the claim measures must be measured in this sentence; its dose may stand elsewhere.
    const auto is_result = [](const StatedFigure& figure) { return !is_dose(figure); };
    if (!all_held(claim, figures_in_sentence(finding, words), is_result)) return;
    if (!std::all_of(claim.figures.begin(), claim.figures.end(), [&](const StatedFigure& figure) {
          return stands_printed(source.document.text, figure.printed);
        }))
      return;
    const Accord sides = sides_accord(claim.sentence.text, words, lexicon_);
    if (sides == Accord::kOther && result.overlap >= kSameStatement &&
        outcome_shared(claim, held, source.document.record.title, lexicon_) >= kSameOutcome) {
      result.verdict = AuditVerdict::kContradicted;
      result.confidence = 0.4 + 0.4 * result.overlap;
      result.sure = result.overlap >= kCopied;
      result.reason = "it compares the two the other way round";
      return;
    }
    const std::string said = lower_ascii(claim.sentence.text);
    const Direction a = claim.finding.direction;
    const Direction b = finding.direction;
    const bool other_question =
        b == Direction::kNoDifference && !names_two_sides(claim) && compares_treatments(words, lexicon_);
    const bool opposed =
        (a == Direction::kFavours && (b == Direction::kNoDifference || b == Direction::kAgainst)) ||
        ((a == Direction::kNoDifference || a == Direction::kAgainst) && b == Direction::kFavours);
    const bool denied = is_turned(claim, lower, lexicon_);
    // That two are alike is weighed by clauses (found_differences.h); a denial needs a result to deny.
    if (denied && (says_alike(said) || says_as_much(said) || says_alike(lower))) return;
    const bool tells_none = a != Direction::kUnstated && b == Direction::kUnstated && trend(lower) == 0;
    if (denied && (says_zero(said) || finding.kind == FindingKind::kMethod || (tells_none && !denies(lower))))
      return;
    const std::vector<Unit>& title = lexicon_.remembered_units(source.document.record.title);
    const bool same_words = own_words_shared(claim, held, title) >= kOwnWords;
    const bool related = claim.interventions.empty() || shares_intervention(claim, finding, lexicon_);
    // "Not" in a clause beside what the sentence says turns no result round.
    const bool artefact = denies(lower) && !denies(main_clause(lower)) && !denies(said);
    // That something made a difference after all is told by a result, not by whom was treated further.
    const bool result_told = finding.kind == FindingKind::kEffect || finding.kind == FindingKind::kRate ||
                             finding.kind == FindingKind::kHarm;
    if (opposed && (artefact || finding.kind == FindingKind::kMethod)) return;
    if (opposed && a == Direction::kNoDifference && !result_told) return;
    // "Better than A" does not tell what A did.
    if (opposed && b == Direction::kFavours && !compares_groups(said) && compares_treatments(words, lexicon_))
      return;
    const bool other_way = compares_groups(said) && !compares_groups(lower);  // each group by itself
    if (opposed && (!same_words || other_way)) return;
    if (opposed && b == Direction::kNoDifference && leaves_out_a_side(claim, words, lexicon_)) return;
    if (opposed && !other_question && related && result.overlap >= (kOneSubject + kSameStatement) / 2) {
      result.verdict = AuditVerdict::kContradicted;
      result.confidence = 0.4 + 0.4 * result.overlap;
      result.reason = "the source finds otherwise";
      return;
    }
    if (result.overlap < kSameStatement) return;
    // A claim may say more than a short sentence that denies a part of it.
    const bool denied_part = inside && denied;
    // A sentence without a result does not show that something works.
    if (!denied_part && a == Direction::kFavours && b == Direction::kUnstated) return;
    if (finding.kind == FindingKind::kMethod && !claim.interventions.empty() && a != Direction::kUnstated &&
        b == Direction::kUnstated)
      return;
    if (!denied_part && outcome_shared(claim, held, source.document.record.title, lexicon_) < kSameOutcome)
      return;
    if (opposite_trends(said, lower) && related) {
      // Less of it denied is not more of it.
      if (denied) return;
      result.verdict = AuditVerdict::kContradicted;
      result.confidence = 0.3 + 0.45 * result.overlap;
      result.reason = trend(lower) > 0 ? "more, not less" : "less, not more";
      return;
    }
    if (denied && !same_words) return;
    if (!denied && sides != Accord::kSame) return;
    // "Smaller than B" is not said by "more than B", whatever else the two share.
    if (!denied && opposite_comparatives(said, lower) && !compares_treatments(words, lexicon_)) return;
    if (says_little(claim)) return;
    // What is so does not tell what should be, nor how much of it there is.
    if (!denied && (adds_degree(said, lower) || (cues::recommends(said) && !cues::recommends(lower)))) return;
    // A line of therapy is said and denied by lines of therapy.
    if (claim.finding.line_of_therapy > 0 && (denied || finding.line_of_therapy == 0)) return;
    result.verdict = denied ? AuditVerdict::kContradicted : AuditVerdict::kSupported;
    result.confidence = (denied ? 0.3 : 0.35) + 0.45 * result.overlap;
    // The sides of a comparison in the source's own words: nothing is left to weigh.
    result.sure = !denied && names_two_sides(claim) && Lexicon::coverage(claim.units, held) >= kCopied;
    if (denied) result.reason = "one of the two sentences denies what the other says";
  }

  const Lexicon& lexicon_;
  mutable std::unordered_map<std::string, ReadSource> read_;
};

}  // namespace

bool is_turned(const PageClaim& claim, std::string_view words, const Lexicon& lexicon) {
  const std::string said = lower_ascii(claim.sentence.text);
  const std::string lower = lower_ascii(words);
  // That two are alike is denied by a comparison alone.
  if (says_alike(said) || says_as_much(said))
    return compares_groups(lower) && !says_alike(lower) && !denies(lower);
  return denies(main_clause(said)) != denies(main_clause(nearest_clause(claim, lower, lexicon)));
}

std::unique_ptr<SupportJudge> make_rule_judge(const Lexicon& lexicon) {
  return std::make_unique<RuleJudge>(lexicon);
}

}  // namespace attest::audit
