// The rules, from the surest to the weakest:
//  1. percentages: a comparable rate (same arm, same time) that agrees supports, comparable rates that all
//     differ clearly contradict;
//  2. line of therapy and advice for or against the same thing;
//  3. doses and times of the same thing;
//  4. words: enough of the claim's content in one sentence; then direction and negation say whether it is
//     said or denied.
// Thresholds were set on pages and abstracts of other subjects than those of the tests.
#include <algorithm>
#include <cmath>
#include <iterator>

#include <fmt/format.h>

#include "answer/wording.h"
#include "audit/judge.h"
#include "base/ascii.h"
#include "findings/cues.h"
#include "text/phrases.h"

namespace attest::audit {

namespace {

constexpr double kRoundingPoints = 1.5;  // a percentage as printed
constexpr double kAboutPoints = 5;       // after "about"
constexpr double kRangePoints = 2;       // at the ends of a range, which is an allowance itself
constexpr double kClearlyOtherPoints = 10;
constexpr double kSameSubject = 0.34;    // overlap from which two sentences are about one thing
constexpr double kShareOfSource = 0.9;   // what the source's words in the claim count for
constexpr double kSameStatement = 0.62;  // overlap from which one may say the other

bool is_percentage(const StatedFigure& figure) {
  return figure.kind == QuantityKind::kPercentage || figure.kind == QuantityKind::kProportion;
}

// Words that turn what they stand with: "did not improve", "no effect".
bool denies(std::string_view lower) {
  static constexpr std::string_view kPhrases[] = {
      "no",    "not",       "never",    "neither",     "nor",     "without", "cannot",
      "none",  "failed to", "lack of",  "fails to",    "doesn't", "don't",   "didn't",
      "isn't", "aren't",    "unlikely", "ineffective", "rarely"};
  return has_any_phrase(lower, kPhrases);
}

// Words that say that something acts on something. "Does not affect" and "lowers" speak of one thing.
bool is_effect_verb(std::string_view stem) {
  static constexpr std::string_view kStems[] = {
      "affect", "lower",    "reduc",  "decreas",  "increas", "rais", "chang",   "alter", "impair",
      "worsen", "diminish", "improv", "influenc", "harm",    "caus", "prevent", "effect"};
  return std::find(std::begin(kStems), std::end(kStems), stem) != std::end(kStems);
}

// 1 for more, -1 for less, 0 when neither or both are said.
int trend(std::string_view lower) {
  static constexpr std::string_view kMore[] = {"increas*",   "raise*", "higher", "elevat*",
                                               "more often", "rises",  "rose",   "greater risk"};
  static constexpr std::string_view kLess[] = {"decreas*", "reduc*", "lower*",    "fewer",  "less often",
                                               "fell",     "falls",  "diminish*", "declin*"};
  return (has_any_phrase(lower, kMore) ? 1 : 0) - (has_any_phrase(lower, kLess) ? 1 : 0);
}

// Who took part, not what became of them.
bool is_participation(std::string_view lower) {
  static constexpr std::string_view kPhrases[] = {
      "eligible",       "agreed to",         "were female",    "were women",     "were men",
      "were male",      "completed the",     "was completed",  "were completed", "completed follow-up",
      "dropped out",    "lost to follow-up", "left the study", "were enrolled",  "response rate",
      "questionnaire*", "were excluded",     "declined",       "power"};
  return has_any_phrase(lower, kPhrases);
}

class RuleJudge final : public SupportJudge {
 public:
  explicit RuleJudge(const Lexicon& lexicon) : lexicon_(lexicon) {}

  Judgement judge(const PageClaim& claim, const AnswerSource& source) const override {
    Judgement best;
    const std::vector<Unit>& title = lexicon_.remembered_units(source.document.record.title);
    for (const Finding& finding : source.findings) {
      Judgement one = sentence(claim, source, finding, title);
      const bool decided = one.verdict != AuditVerdict::kNotEnough;
      const bool best_decided = best.verdict != AuditVerdict::kNotEnough;
      const double overlap = std::max(best.overlap, one.overlap);
      // Support somewhere in the source outweighs a weaker contradiction elsewhere in it.
      const bool better = decided != best_decided ? decided
                          : decided               ? rank(one) > rank(best)
                                                  : one.overlap > best.overlap;
      if (better) best = std::move(one);
      best.overlap = overlap;
    }
    return best;
  }

 private:
  static double rank(const Judgement& one) {
    return one.confidence + (one.verdict == AuditVerdict::kSupported ? 0.1 : 0);
  }

  Judgement sentence(const PageClaim& claim, const AnswerSource& source, const Finding& finding,
                     const std::vector<Unit>& title) const {
    Judgement result;
    result.sentence = finding.sentence;
    const std::string_view words = finding.sentence.of(source.document.text);
    const std::vector<Unit>& held = lexicon_.remembered_units(words);
    // What a document is about it does not repeat in each sentence.
    std::vector<Unit> with_title = held;
    for (const Unit& unit : title) {
      if (unit.key.starts_with('=')) with_title.push_back(unit);
    }
    std::sort(with_title.begin(), with_title.end());
    const double own = Lexicon::coverage(claim.units, with_title);
    const double about = claim.about_units.empty() ? own : Lexicon::coverage(claim.about_units, with_title);
    // A sentence that names its subject itself does not need its heading.
    result.overlap =
        claim.names_intervention ? std::max(own, 0.75 * own + 0.25 * about) : 0.7 * own + 0.3 * about;
    if (finding.kind == FindingKind::kMethod && finding.rates.empty()) return result;
    const std::string lower = lower_ascii(words);

    if (percentages(claim, source, finding, result)) return result;
    if (advice(claim, finding, lower, result)) return result;
    if (doses(claim, finding, words, result)) return result;
    // A short sentence of the source whose words are nearly all in the claim is about the same thing too.
    constexpr size_t kShortUnitsMin = 4;
    if (held.size() >= kShortUnitsMin)
      result.overlap =
          std::max(result.overlap, kShareOfSource * Lexicon::coverage(held, with_effects(claim.units, held)));
    statement(claim, finding, lower, result);
    return result;
  }

  // The claim's units; when both sides say that something acts, the source's verb counts as said.
  static std::vector<Unit> with_effects(const std::vector<Unit>& claim, const std::vector<Unit>& held) {
    std::vector<Unit> units = claim;
    const auto acts = [](const Unit& unit) { return is_effect_verb(unit.key); };
    if (std::none_of(claim.begin(), claim.end(), acts)) return units;
    std::copy_if(held.begin(), held.end(), std::back_inserter(units), acts);
    std::sort(units.begin(), units.end());
    return units;
  }

  bool percentages(const PageClaim& claim, const AnswerSource& source, const Finding& finding,
                   Judgement& result) const {
    if (std::none_of(claim.figures.begin(), claim.figures.end(), is_percentage)) return false;
    size_t stated = 0;
    size_t held = 0;
    double nearest = 1000;
    const ArmRate* nearest_rate = nullptr;
    const StatedFigure* nearest_figure = nullptr;
    bool any = false;
    for (const StatedFigure& figure : claim.figures) {
      if (!is_percentage(figure)) continue;
      ++stated;
      bool holds = false;
      for (size_t i = 0; i < finding.rates.size(); ++i) {
        const ArmRate& rate = finding.rates[i];
        if (!comparable_rate(claim, figure, source, finding, i, lexicon_)) continue;
        any = true;
        if (figure_holds(figure, rate.percent)) holds = true;
        const double distance = rate.percent < figure.low    ? figure.low - rate.percent
                                : rate.percent > figure.high ? rate.percent - figure.high
                                                             : 0;
        if (distance < nearest) {
          nearest = distance;
          nearest_rate = &rate;
          nearest_figure = &figure;
        }
      }
      held += holds ? 1 : 0;
    }
    if (!any) return true;  // a claim about a figure is neither held nor denied by a sentence without one
    if (held > 0) {
      result.verdict = AuditVerdict::kSupported;
      result.confidence = 0.55 + 0.3 * static_cast<double>(held) / static_cast<double>(stated) +
                          0.1 * std::min(1.0, result.overlap);
      return true;
    }
    const bool same_outcome = cues::benefit_outcome(lower_ascii(claim.sentence.text + " " + claim.about));
    if (nearest >= kClearlyOtherPoints && result.overlap >= kSameSubject / 2 && same_outcome &&
        nearest_rate != nullptr) {
      result.verdict = AuditVerdict::kContradicted;
      result.confidence = std::min(0.8, 0.4 + nearest / 100 + 0.2 * result.overlap);
      const std::string counts =
          std::isnan(nearest_rate->events) || std::isnan(nearest_rate->total)
              ? std::string()
              : fmt::format("{}/{}, ", print_number(nearest_rate->events), print_number(nearest_rate->total));
      result.reason = fmt::format("{}{} % against {}", counts,
                                  print_number(std::round(nearest_rate->percent)), nearest_figure->printed);
    }
    return true;
  }

  bool shares_intervention(const PageClaim& claim, const Finding& finding) const {
    for (const Mention& mention : finding.interventions) {
      for (const std::string& id : claim.interventions) {
        if (lexicon_.same_or_kind_of(id, mention.id)) return true;
      }
    }
    return false;
  }

  bool advice(const PageClaim& claim, const Finding& finding, const std::string& lower,
              Judgement& result) const {
    const std::string said = lower_ascii(claim.sentence.text);
    const int line = claim.finding.line_of_therapy > 0
                         ? claim.finding.line_of_therapy
                         : cues::line_of_therapy(lower_ascii(claim.sentence.heading));
    const bool recommends = cues::recommends(said) || claim.finding.line_of_therapy > 0;
    if (!recommends || !shares_intervention(claim, finding)) return false;
    const bool against = cues::recommends_against(lower);
    const bool claim_against = cues::recommends_against(said);
    if (finding.line_of_therapy > 0 && line > 0 && !against) {
      if (finding.line_of_therapy == line) {
        result.verdict = AuditVerdict::kSupported;
        result.confidence = 0.8;
      } else {
        result.verdict = AuditVerdict::kContradicted;
        result.confidence = 0.55;
        result.reason = fmt::format("line {} of therapy against line {}", finding.line_of_therapy, line);
      }
      return true;
    }
    if (finding.kind != FindingKind::kRecommendation) return false;
    // A recommendation of the same thing for the same purpose.
    if (result.overlap < kSameSubject) return false;
    result.verdict = against == claim_against ? AuditVerdict::kSupported : AuditVerdict::kContradicted;
    result.confidence = 0.5 + 0.3 * result.overlap;
    if (against != claim_against) result.reason = against ? "advised against" : "advised";
    return true;
  }

  bool doses(const PageClaim& claim, const Finding& finding, std::string_view words,
             Judgement& result) const {
    const auto is_dose = [](const StatedFigure& figure) {
      return figure.kind == QuantityKind::kDose || figure.kind == QuantityKind::kDuration;
    };
    const auto dose = std::find_if(claim.figures.begin(), claim.figures.end(), is_dose);
    if (dose == claim.figures.end()) return false;
    std::vector<Quantity> local = finding.quantities;
    for (Quantity& quantity : local)
      quantity.span = {quantity.span.start - finding.sentence.start,
                       quantity.span.end - finding.sentence.start};
    size_t stated = 0;
    size_t held = 0;
    for (const StatedFigure& figure : claim.figures) {
      if (!is_dose(figure)) continue;
      ++stated;
      for (const StatedFigure& other : stated_figures(local, words)) {
        if (!figures_agree(figure, other)) continue;
        ++held;
        break;
      }
    }
    const bool related = shares_intervention(claim, finding) || result.overlap >= kSameSubject;
    if (held == stated && related && result.overlap >= kSameSubject / 2) {
      result.verdict = AuditVerdict::kSupported;
      result.confidence = 0.6 + 0.25 * result.overlap;
    }
    return true;  // another dose in another study denies nothing
  }

  void statement(const PageClaim& claim, const Finding& finding, const std::string& lower,
                 Judgement& result) const {
    if (!claim.figures.empty()) return;
    if (result.overlap < kSameSubject) return;
    const std::string said = lower_ascii(claim.sentence.text);
    const Direction a = claim.finding.direction;
    const Direction b = finding.direction;
    const bool opposed =
        (a == Direction::kFavours && (b == Direction::kNoDifference || b == Direction::kAgainst)) ||
        ((a == Direction::kNoDifference || a == Direction::kAgainst) && b == Direction::kFavours);
    const bool turned = denies(said) != denies(lower);
    const bool related = claim.interventions.empty() || shares_intervention(claim, finding);
    if (opposed && related && result.overlap >= (kSameSubject + kSameStatement) / 2) {
      result.verdict = AuditVerdict::kContradicted;
      result.confidence = 0.4 + 0.4 * result.overlap;
      result.reason = "the source finds otherwise";
      return;
    }
    if (result.overlap < kSameStatement) return;
    // A sentence without a result does not show that something works.
    if (a == Direction::kFavours && b == Direction::kUnstated) return;
    if (finding.kind == FindingKind::kMethod && !claim.interventions.empty() && a != Direction::kUnstated)
      return;
    if (trend(said) * trend(lower) < 0 && related) {
      result.verdict = turned ? AuditVerdict::kSupported : AuditVerdict::kContradicted;
      result.confidence = 0.3 + 0.45 * result.overlap;
      if (!turned) result.reason = trend(lower) > 0 ? "more, not less" : "less, not more";
      return;
    }
    result.verdict = turned ? AuditVerdict::kContradicted : AuditVerdict::kSupported;
    result.confidence = (turned ? 0.3 : 0.35) + 0.45 * result.overlap;
    if (turned) result.reason = "one of the two sentences denies what the other says";
  }

  const Lexicon& lexicon_;
};

}  // namespace

bool comparable_rate(const PageClaim& claim, const StatedFigure& figure, const AnswerSource& source,
                     const Finding& finding, size_t index, const Lexicon& lexicon) {
  const ArmRate& rate = finding.rates[index];
  if (std::isnan(rate.percent) || rate.arm.is_control || finding.about_harm != claim.finding.about_harm)
    return false;
  const std::string lower = lower_ascii(finding.sentence.of(source.document.text));
  const unsigned counted = outcomes_named(lower);
  const unsigned claimed = outcomes_named(lower_ascii(claim.sentence.text + " " + claim.about));
  if (counted != 0 && claimed != 0 && (counted & claimed) == 0) return false;
  if (is_participation(lower) || is_change(source.document.text, rate.span)) return false;
  const auto is_claimed = [&](std::string_view id) {
    return claim.interventions.empty() ||
           std::any_of(claim.interventions.begin(), claim.interventions.end(),
                       [&](const std::string& own) { return lexicon.same_or_kind_of(own, id); });
  };
  if (!rate.arm.id.empty()) {
    if (!is_claimed(rate.arm.id)) return false;
  } else {
    const std::vector<Mention>& named =
        finding.interventions.empty() ? source.title_interventions : finding.interventions;
    if (!claim.interventions.empty() &&
        (named.empty() || std::none_of(named.begin(), named.end(),
                                       [&](const Mention& mention) { return is_claimed(mention.id); })))
      return false;
  }
  std::vector<ByteSpan> spans;
  for (const ArmRate& one : finding.rates)
    spans.push_back({one.span.start - finding.sentence.start, one.span.end - finding.sentence.start});
  TimeOfResult time = times_of_figures(lower, spans)[index];
  if (time == TimeOfResult::kUnstated) time = time_of_result({}, rate.follow_up_days);
  if (time == TimeOfResult::kUnstated && finding.rates.size() == 1)
    time = time_of_result(lower, finding.follow_up_days);
  return figure.time == TimeOfResult::kUnstated || time == TimeOfResult::kUnstated || time == figure.time;
}

unsigned outcomes_named(std::string_view lower) {
  static constexpr std::string_view kSuccess[] = {
      "improv*",  "success*", "respon*", "relief", "reliev*", "satisf*", "cure*",  "effective*", "correct*",
      "benefit*", "better",   "work",    "works",  "worked",  "help*",   "resol*", "heal*",      "recover*"};
  static constexpr std::string_view kRemission[] = {"remission*", "remitted", "remit"};
  static constexpr std::string_view kSurvival[] = {"surviv*", "mortality", "death*", "died", "alive"};
  static constexpr std::string_view kRecurrence[] = {"recur*", "relaps*"};
  return (has_any_phrase(lower, kSuccess) ? 1u : 0u) | (has_any_phrase(lower, kRemission) ? 2u : 0u) |
         (has_any_phrase(lower, kSurvival) ? 4u : 0u) | (has_any_phrase(lower, kRecurrence) ? 8u : 0u);
}

bool is_change(std::string_view text, ByteSpan span) {
  constexpr size_t kAfterBytes = 40;
  constexpr size_t kBeforeBytes = 4;
  if (span.end > text.size()) return false;
  const std::string after = lower_ascii(trim(text.substr(span.end, kAfterBytes)));
  static constexpr std::string_view kChanges[] = {
      "improvement", "reduction", "decrease", "increase", "greater",
      "higher",      "lower",     "more",     "less",     "fewer",
      "drop",        "fall",      "rise",     "decline",  "or more improvement",
      "or greater",  "or more"};
  for (const std::string_view change : kChanges) {
    if (after.starts_with(change)) return true;
  }
  const size_t from = span.start > kBeforeBytes ? span.start - kBeforeBytes : 0;
  const std::string before = lower_ascii(text.substr(from, span.start - from));
  return before.ends_with(" by ");
}

bool figure_holds(const StatedFigure& figure, double percent) {
  const bool range = figure.high > figure.low;
  const double allowance = range ? kRangePoints : figure.approximate ? kAboutPoints : kRoundingPoints;
  return percent >= figure.low - allowance && percent <= figure.high + allowance;
}

bool figures_agree(const StatedFigure& figure, const StatedFigure& other) {
  if (figure.unit != other.unit) return false;
  const bool kinds =
      figure.kind == other.kind || (figure.kind != QuantityKind::kDose && other.kind != QuantityKind::kDose);
  if (!kinds) return false;
  constexpr double kSlack = 1e-6;
  return figure.low >= other.low - kSlack && figure.high <= other.high + kSlack;
}

std::unique_ptr<SupportJudge> make_rule_judge(const Lexicon& lexicon) {
  return std::make_unique<RuleJudge>(lexicon);
}

}  // namespace attest::audit
