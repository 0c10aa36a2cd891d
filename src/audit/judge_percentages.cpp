#include <algorithm>
#include <bit>
#include <cmath>
#include <string>

#include <fmt/format.h>

#include "answer/wording.h"
#include "audit/accord.h"
#include "audit/judge_rules.h"
#include "audit/own_words.h"
#include "base/ascii.h"
#include "findings/cues.h"

namespace attest::audit {

namespace {

constexpr double kClearlyOtherPoints = 10;

}  // namespace

bool judge_percentages(const PageClaim& claim, const AnswerSource& source, const Finding& finding,
                       const std::vector<Unit>& held, const Lexicon& lexicon, Judgement& result) {
  if (std::none_of(claim.figures.begin(), claim.figures.end(), is_percentage)) return false;
  const std::string_view words = finding.sentence.of(source.document.text);
  std::vector<std::string> about;
  for (const Mention& mention : source.title_interventions) about.push_back(mention.id);
  const double outcome = figure_outcome_shared(claim, held, source.document.record.title, lexicon);
  if (outcome >= kSameOutcome) {
    const Accord accord =
        percentages_accord(claim, words, figures_in_sentence(finding, words), about, lexicon);
    const Accord sides = sides_accord(claim.sentence.text, words, lexicon);
    const bool goes_back = opposite_comparatives(lower_ascii(claim.sentence.text), lower_ascii(words));
    if (accord == Accord::kSame && sides != Accord::kOther && !is_turned(claim, words, lexicon) &&
        !goes_back) {
      result.verdict = AuditVerdict::kSupported;
      result.sure = true;
      result.confidence = 0.7 + 0.15 * outcome + 0.1 * std::min(1.0, result.overlap);
      return true;
    }
    if (accord == Accord::kOther && result.overlap >= kOneSubject) {
      result.verdict = AuditVerdict::kContradicted;
      result.sure = true;
      result.confidence = 0.6 + 0.2 * std::min(1.0, result.overlap);
      result.reason = "it gives these figures to other groups";
      return true;
    }
  }
  double nearest = 1000;
  const ArmRate* nearest_rate = nullptr;
  const StatedFigure* nearest_figure = nullptr;
  for (const StatedFigure& figure : claim.figures) {
    if (!is_percentage(figure) || is_change(claim.sentence.text, figure.span)) continue;
    for (size_t i = 0; i < finding.rates.size(); ++i) {
      const ArmRate& rate = finding.rates[i];
      if (!comparable_rate(claim, figure, source, finding, i, lexicon)) continue;
      // "Two of three drugs" is no result.
      constexpr double kPeopleMin = 5;
      if (rate.total < kPeopleMin) continue;
      const double distance = rate.percent < figure.low    ? figure.low - rate.percent
                              : rate.percent > figure.high ? rate.percent - figure.high
                                                           : 0;
      if (distance < nearest) {
        nearest = distance;
        nearest_rate = &rate;
        nearest_figure = &figure;
      }
    }
  }
  // A claim about a figure is neither held nor denied by a sentence without one.
  if (nearest_rate == nullptr) return true;
  // A figure that the source has somewhere is another outcome's here; of several outcomes it is not known
  // which one is counted.
  const std::string said = lower_ascii(claim.sentence.text + " " + claim.about);
  const bool same_outcome =
      cues::benefit_outcome(said) && outcome >= kSameOutcome && std::popcount(outcomes_named(said)) <= 1 &&
      std::popcount(outcomes_named(lower_ascii(words))) <= 1 && !denies(lower_ascii(claim.sentence.text)) &&
      !stands_printed(source.document.text, nearest_figure->printed);
  if (nearest >= kClearlyOtherPoints && result.overlap >= kOneSubject / 2 && same_outcome) {
    result.verdict = AuditVerdict::kContradicted;
    result.confidence = std::min(0.8, 0.4 + nearest / 100 + 0.2 * result.overlap);
    const std::string counts =
        std::isnan(nearest_rate->events) || std::isnan(nearest_rate->total)
            ? std::string()
            : fmt::format("{}/{}, ", print_number(nearest_rate->events), print_number(nearest_rate->total));
    result.reason = fmt::format("{}{} % against {}", counts, print_number(std::round(nearest_rate->percent)),
                                nearest_figure->printed);
  }
  return true;
}

}  // namespace attest::audit
