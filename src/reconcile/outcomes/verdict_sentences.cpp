#include "reconcile/outcomes/verdict_sentences.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <utility>

#include "base/affix.h"
#include "base/ascii.h"
#include "findings/effects/figure_direction.h"
#include "findings/effects/not_known.h"
#include "findings/effects/sought_results.h"
#include "reconcile/outcomes/outcome_cues.h"
#include "reconcile/outcomes/outcome_names.h"
#include "reconcile/studies/trial_names.h"
#include "text/phrases.h"

namespace attest {

namespace {

bool has_effects(const Evidence& evidence, const AnswerSource& source) {
  switch (source.appraisal.design) {
    case StudyDesign::kRandomisedTrial:
    case StudyDesign::kSystematicReview:
    case StudyDesign::kNonRandomisedTrial:
    case StudyDesign::kCohort:
    case StudyDesign::kCaseControl:
    case StudyDesign::kUnclear:
    case StudyDesign::kReview: return evidence.reports_evidence(source);
    default: return false;
  }
}

// "Higher serum concentrations of vitamin E": what was found in people, not what was given to them.
bool is_measured(const AnswerSource& source, std::string_view title) {
  static constexpr std::string_view kMeasured[] = {"plasma",  "serum",  "level*", "concentration*",
                                                   "dietary", "intake", "status", "blood"};
  return source.appraisal.design != StudyDesign::kRandomisedTrial && has_any_phrase(title, kMeasured);
}

bool has_interval(const Quantity& one) {
  return one.kind == QuantityKind::kRatio && !std::isnan(one.low) && !std::isnan(one.high);
}

// "p < 0.001", "44% (23% to 65%)".
bool is_beyond_chance(const Quantity& one) {
  constexpr double kSignificant = 0.05;
  const bool below = one.relation != Relation::kGreater && one.relation != Relation::kGreaterOrEqual;
  if (one.kind == QuantityKind::kPValue) return below && one.value <= kSignificant && !may_be_chance(one);
  return holds_no_effect(one) == -1;
}

}  // namespace

bool tells_effects(const Evidence& evidence, const AnswerSource& source) {
  return has_effects(evidence, source) && source.about_condition &&
         !is_measured(source, lower_ascii(source.document.record.title));
}

bool compares_forms(const AnswerSource& source) {
  static constexpr std::string_view kForms[] = {
      "versus", "vs",    "compar*", "dose*",   "dosage*",   "doses",    "duration", "timing",
      "once",   "twice", "switch*", "delayed", "different", "addition", "add-on",   "combin*"};
  static constexpr std::string_view kNothingGiven[] = {"placebo",    "sham",          "no treatment",
                                                       "untreated",  "usual care",    "standard care",
                                                       "controlled", "control group*"};
  const std::string title = lower_ascii(source.document.record.title);
  return has_any_phrase(title, kForms) && !has_any_phrase(title, kNothingGiven);
}

bool is_summed_up(const AnswerSource& source, const Finding& finding) {
  if (source.document.depth != Depth::kFullText) return true;
  bool any = false;
  for (const Section& section : source.document.sections) {
    if (section.kind != SectionKind::kAbstract) continue;
    any = true;
    if (section.body.contains(finding.sentence)) return true;
  }
  return !any;
}

bool is_table_in_text(std::string_view sentence) {
  constexpr std::string_view kTable = "Table ";
  if (sentence.starts_with(kTable) && sentence.size() > kTable.size() && is_digit(sentence[kTable.size()]))
    return true;
  constexpr int kDigitShare = 4;  // one byte in so many
  return std::count_if(sentence.begin(), sentence.end(), is_digit) * kDigitShare >
         static_cast<std::ptrdiff_t>(sentence.size());
}

bool tells_what_was_found(const AnswerSource& source, std::string_view sentence, std::string_view lower) {
  constexpr size_t kBytesMax = 700;
  // Who they were at the start, and the end of an interval told as a result.
  static constexpr std::string_view kNoResult[] = {
      "baseline",        "at entry",         "study initiation", "study entry",
      "characteristics", "risk factors",     "at randomisation", "at randomization",
      "at worst",        "at best",          "fails to address", "failed to address",
      "persist*",        "premature",        "whether",          "other agents",
      "other drugs",     "other treatments", "other therapies",  "other antihypertensive*"};
  static constexpr std::string_view kPlanned[] = {
      "sample size", "powered", "hypothes*", "we calculated", "were needed", "to detect", "would be needed"};
  static constexpr std::string_view kPooled[] = {"meta-analys*", "metaanalys*", "pooled",
                                                 "randomi*",     "trial*",      "stud*"};
  const bool told = source.appraisal.design != StudyDesign::kReview || !trial_names(sentence).empty() ||
                    has_any_phrase(lower, kPooled);
  return told && lower.size() <= kBytesMax && !lower.starts_with("if ") && !has_any_phrase(lower, kPlanned) &&
         !has_any_phrase(lower, kNoResult) && !tells_no_result(lower) && !tells_that_none_knows(lower);
}

bool denies_significance(std::string_view lower) {
  static constexpr std::string_view kDenied[] = {"not statistically significant",
                                                 "not significant",
                                                 "not found to be statistically significant",
                                                 "not found to be significant",
                                                 "not reach statistical significance",
                                                 "not reach significance",
                                                 "nonsignificant",
                                                 "non-significant",
                                                 "insignificant",
                                                 "no significant",
                                                 "no statistically significant",
                                                 "not significantly",
                                                 "not any statistically significant",
                                                 "not show any statistically significant",
                                                 "not show a significant"};
  return has_any_phrase(lower, kDenied);
}

bool bears_change(const Finding& finding, std::string_view lower, int change) {
  const std::vector<Cue> cues = find_cues(lower, {0, lower.size()});
  const auto has = [&](auto kind) { return std::any_of(cues.begin(), cues.end(), kind); };
  if (change != 0)
    return has([](const Cue& cue) { return cue.kind != CueKind::kNone; }) ||
           (compares_groups(lower) &&
            std::any_of(finding.quantities.begin(), finding.quantities.end(), is_beyond_chance));
  return denies_significance(lower) || has([](const Cue& cue) { return cue.kind == CueKind::kNone; }) ||
         std::any_of(finding.quantities.begin(), finding.quantities.end(),
                     [](const Quantity& one) { return may_be_chance(one) || holds_no_effect(one) == 1; });
}

bool makes_exception(std::string_view lower) {
  static constexpr std::string_view kExceptions[] = {"except", "except for", "with the exception of",
                                                     "apart from", "other than"};
  return has_any_phrase(lower, kExceptions);
}

bool says_both_ways(const Finding& finding, std::string_view lower) {
  std::set<std::string> outcomes;
  for (OutcomePlace& place : find_outcomes(lower)) outcomes.insert(std::move(place.name));
  if (outcomes.size() > 1) return false;
  bool none = false;
  bool some = false;
  for (const Quantity& one : finding.quantities) {
    if (!has_interval(one)) continue;
    (holds_no_effect(one) == 1 ? none : some) = true;
  }
  return none && some;
}

const Quantity* estimate_beside(const Finding& finding, size_t end, std::string_view lower) {
  constexpr size_t kBetweenMax = 30;
  for (const Quantity& one : finding.quantities) {
    if (!has_interval(one)) continue;
    const size_t at = one.span.start - finding.sentence.start;
    if (at < end || at > end + kBetweenMax) continue;
    const std::string_view between = lower.substr(end, at - end);
    if (between.find(';') == std::string_view::npos && !has_phrase(between, "and")) return &one;
  }
  return nullptr;
}

bool calls_groups_by_letters(std::string_view sentence) {
  constexpr std::string_view kGroup = "roup ";
  constexpr size_t kLettersMax = 3;
  for (size_t at = sentence.find(kGroup); at != std::string_view::npos; at = sentence.find(kGroup, at + 1)) {
    const size_t start = at + kGroup.size();
    size_t end = start;
    while (end < sentence.size() && (is_upper(sentence[end]) || is_digit(sentence[end]))) ++end;
    const bool word = end < sentence.size() && is_letter_byte(sentence[end]);
    if (end > start && end - start <= kLettersMax && !word) return true;
  }
  return false;
}

bool counts_together(std::string_view lower) {
  static constexpr std::string_view kTogether[] = {"composite",          "combined endpoint",
                                                   "combined end point", "combined outcome",
                                                   "combined risk",      "combined incidence"};
  return has_any_phrase(lower, kTogether);
}

bool compares_groups(std::string_view lower) {
  static constexpr std::string_view kComparing[] = {
      "compar*",        "than",      "versus",      "vs",          "between",
      "associat*",      "control*",  "odds ratio*", "risk ratio*", "hazard ratio*",
      "relative risk*", "non-users", "nonusers",    "both groups"};
  return has_any_phrase(lower, kComparing);
}

bool is_improvement_of(std::string_view lower, size_t end) {
  constexpr size_t kReach = 40;
  std::string_view behind = lower.substr(end, kReach);
  behind = behind.substr(0, behind.find_first_of(",;."));
  const size_t at = find_phrase(behind, "improvement");
  static constexpr std::string_view kOther[] = {"was", "were", "and", "or", "showed",
                                                "had", "with", "of",  "in"};
  return at != std::string_view::npos && !has_any_phrase(behind.substr(0, at), kOther);
}

bool tells_of_controls_alone(std::string_view lower) {
  static constexpr std::string_view kAlone[] = {"in the placebo group", "in the control group",
                                                "in controls"};
  static constexpr std::string_view kWaiting[] = {"waiting list period", "waiting period", "during the wait"};
  return starts_with_one_of(lower, kAlone) || has_any_phrase(lower, kWaiting);
}

bool names_control(std::string_view sentence) {
  static constexpr std::string_view kControls[] = {
      "placebo", "control",   "controls",           "controlled",
      "sham",    "untreated", "conventional group", "usual care"};
  return has_any_phrase(lower_ascii(sentence), kControls);
}

}  // namespace attest
