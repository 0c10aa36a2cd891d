// Figures of the page beside the figures of all studies: rates that tell neither of how many nor when, and
// the figure of one study given as if it held in general.
#include <algorithm>
#include <cmath>
#include <map>

#include <fmt/format.h>

#include "answer/lines/lines.h"
#include "answer/wording.h"
#include "audit/accord.h"
#include "audit/work.h"
#include "base/ascii.h"
#include "findings/cues.h"
#include "text/phrases.h"

namespace attest::audit {

namespace {

constexpr size_t kOthersShown = 4;

// The sentence says itself that the figure is one study's.
bool names_one_study(std::string_view lower) {
  static constexpr std::string_view kPhrases[] = {
      "one study",           "one trial",  "a study",    "a trial",       "a randomised",
      "a randomized",        "a small",    "one small",  "in a series",   "case series",
      "single study",        "this study", "this trial", "another study", "a cohort",
      "the trial",           "the study",  "a 20*",      "a 19*",         "a meta-analysis",
      "a systematic review", "et al",      "a pilot"};
  return has_any_phrase(lower, kPhrases);
}

bool names_benefit(std::string_view lower) {
  static constexpr std::string_view kPhrases[] = {"work",        "works",        "worked",
                                                  "help*",       "get better",   "got better",
                                                  "feel better", "symptom-free", "free of"};
  return cues::benefit_outcome(lower) || has_any_phrase(lower, kPhrases);
}

bool about_results(const PageClaim& claim) {
  if (claim.finding.kind == FindingKind::kPrevalence || claim.finding.kind == FindingKind::kAccuracy)
    return false;
  const std::string lower = lower_ascii(claim.sentence.text + " " + claim.sentence.lead);
  return cues::benefit_outcome(lower) || cues::about_harm(lower) || !claim.interventions.empty();
}

// Wanted results: only these are compared with the results of studies.
bool about_benefit(const PageClaim& claim) {
  return !claim.finding.about_harm && !names_side_effect(lower_ascii(claim.sentence.text)) &&
         names_benefit(lower_ascii(claim.sentence.text + " " + claim.sentence.lead)) && about_results(claim);
}

void no_denominators(Work& work) {
  std::vector<PagePlace> places;
  size_t rates = 0;
  size_t without_time = 0;
  for (const PageClaim& claim : work.claims) {
    if (!about_results(claim)) continue;
    size_t own = 0;
    // "Reduced by 15%" is no rate of people.
    for (const StatedFigure& figure : claim.figures) {
      const bool rate =
          figure.kind == QuantityKind::kPercentage && !is_change(claim.sentence.text, figure.span);
      own += rate ? 1 : 0;
    }
    if (own == 0) continue;
    const bool counted_people = std::any_of(
        claim.finding.quantities.begin(), claim.finding.quantities.end(), [](const Quantity& quantity) {
          return quantity.kind == QuantityKind::kProportion || quantity.kind == QuantityKind::kSampleSize ||
                 (quantity.kind == QuantityKind::kCount && quantity.value >= 2);
        });
    const bool time = std::any_of(
        claim.finding.quantities.begin(), claim.finding.quantities.end(), [](const Quantity& quantity) {
          return quantity.kind == QuantityKind::kDuration && !std::isnan(duration_days(quantity));
        });
    if (counted_people) continue;
    rates += own;
    without_time += time ? 0 : own;
    places.push_back(work.place(claim.sentence.span));
  }
  if (places.empty()) return;
  std::string message = fmt::format("{} without the number of people behind {}",
                                    counted(rates, "rate stands", "rates stand"), rates == 1 ? "it" : "them");
  if (without_time > 0)
    message += without_time == rates
                   ? std::string(rates == 1 ? ", and without its time" : ", and without their times")
                   : fmt::format("; {} of them also without a time", without_time);
  work.add(RemarkKind::kNoDenominator, Severity::kWarning, message + ".").places = std::move(places);
}

struct StudyRate {
  const AnswerSource* source = nullptr;
  const Finding* finding = nullptr;
  const ArmRate* rate = nullptr;
  bool holds = false;
};

std::string rate_words(const ArmRate& rate) {
  if (!std::isnan(rate.events) && !std::isnan(rate.total))
    return fmt::format("{}/{}", print_number(rate.events), print_number(rate.total));
  return print_number(std::round(rate.percent * 10) / 10) + " %";
}

// Of two rates of one study, the one of more people stands for it: parts of a study vary by chance. Where
// that does not decide, the one that holds the figure.
bool tells_more(const StudyRate& a, const StudyRate& b) {
  const double x = std::isnan(a.rate->total) ? 0 : a.rate->total;
  const double y = std::isnan(b.rate->total) ? 0 : b.rate->total;
  return x != y ? x > y : a.holds && !b.holds;
}

// Gives its own opinion or other people's results: what it states is no study's figure.
bool is_no_study(const AnswerSource& source) {
  const StudyDesign design = source.appraisal.design;
  return design == StudyDesign::kReview || design == StudyDesign::kOpinion ||
         design == StudyDesign::kPatientPage;
}

// The figure stands in a source that the claim cites. A few people's figure stays theirs, whoever cites it.
bool held_by_cited(const Work& work, const PageClaim& claim, const StatedFigure& figure) {
  constexpr uint32_t kFewPeople = 30;
  const auto holds = [&](const WorkMatch& match) {
    const AnswerSource* source = work.source_of(match);
    if (source == nullptr || !stands_printed(source->document.text, figure.printed)) return false;
    const uint32_t people = source->appraisal.sample_size;
    return people == 0 ? source->appraisal.design != StudyDesign::kCaseSeries : people >= kFewPeople;
  };
  return std::any_of(claim.sentence.citations.begin(), claim.sentence.citations.end(), [&](size_t c) {
    const std::vector<size_t>& works = work.citations[c].works;
    return holds(work.links[c]) ||
           std::any_of(works.begin(), works.end(), [&](size_t one) { return holds(work.matches[one]); });
  });
}

// One rate for each study.
std::vector<StudyRate> studies_with_rates(const Work& work, const PageClaim& claim,
                                          const StatedFigure& figure) {
  std::map<uint32_t, StudyRate> by_study;
  const unsigned claimed = outcomes_named(lower_ascii(claim.sentence.text + " " + claim.about));
  for (const AnswerSource& source : work.evidence.sources) {
    if (!work.evidence.usable(source) || !source.about_condition || source.naming < 2) continue;
    if (is_no_study(source)) continue;
    for (const Finding& finding : source.findings) {
      if (finding.kind != FindingKind::kRate && finding.kind != FindingKind::kDuration) continue;
      if ((outcomes_named(lower_ascii(work.evidence.sentence_of(finding))) & claimed) == 0) continue;
      for (size_t i = 0; i < finding.rates.size(); ++i) {
        const ArmRate& rate = finding.rates[i];
        if (!comparable_rate(claim, figure, source, finding, i, *work.lexicon)) continue;
        const StudyRate one{&source, &finding, &rate, figure_holds(figure, rate.percent)};
        const auto [known, added] = by_study.emplace(source.study, one);
        if (!added && tells_more(one, known->second)) known->second = one;
      }
    }
  }
  std::vector<StudyRate> rates;
  for (const auto& [study, rate] : by_study) rates.push_back(rate);
  std::sort(rates.begin(), rates.end(), [](const StudyRate& a, const StudyRate& b) {
    const int x = design_rank(a.source->appraisal.design);
    const int y = design_rank(b.source->appraisal.design);
    return x != y ? x < y : a.source->id < b.source->id;
  });
  return rates;
}

void compare_rate(Work& work, const PageClaim& claim, const StatedFigure& figure) {
  const std::vector<StudyRate> rates = studies_with_rates(work, claim, figure);
  std::vector<StudyRate> holding;
  std::vector<StudyRate> others;
  for (const StudyRate& one : rates) (one.holds ? holding : others).push_back(one);
  const bool one_study = holding.size() == 1 &&
                         holding.front().source->appraisal.design != StudyDesign::kSystematicReview &&
                         holding.front().source->appraisal.design != StudyDesign::kGuideline;
  const bool none = holding.empty() && others.size() >= 2;
  if (!one_study && !none) return;
  std::vector<std::string> other_words;
  for (size_t i = 0; i < others.size() && i < kOthersShown; ++i)
    other_words.push_back(
        fmt::format("{} in {}", rate_words(*others[i].rate), short_label(*others[i].source)));
  if (others.size() > kOthersShown)
    other_words.push_back(fmt::format("{} more", others.size() - kOthersShown));
  std::string message;
  RemarkKind kind = RemarkKind::kFigureDiffers;
  Severity severity = Severity::kWarning;
  if (one_study) {
    const StudyRate& only = holding.front();
    const uint32_t people = only.source->appraisal.sample_size;
    kind = RemarkKind::kOneStudyAsGeneral;
    severity = others.size() >= 2 ? Severity::kSerious : Severity::kWarning;
    message =
        fmt::format("{} is the figure of one study, {} ({}{})", figure.printed, short_label(*only.source),
                    rate_words(*only.rate), people > 0 ? fmt::format("; {} people in all", people) : "");
    for (const bool certain : {true, false}) {
      std::vector<std::string> others_of_study;
      for (const StudyLink& link : only.source->same_study) {
        if (link.certain == certain) others_of_study.push_back(link.document);
      }
      if (!others_of_study.empty())
        message += fmt::format(", {}the same study as {}", certain ? "" : "probably ",
                               listed(names_of_sources(work, others_of_study)));
    }
    message += other_words.empty() ? ", the only one here that has it." : "; " + listed(other_words) + ".";
  } else {
    message = fmt::format("No study here has {}: {}.", figure.printed, listed(other_words));
  }
  Remark& remark = work.add(kind, severity, std::move(message));
  remark.places.push_back(work.place(claim.sentence.span));
  remark.confidence = one_study ? 0.75 : 0.6;
  for (const std::vector<StudyRate>* list : {&holding, &others}) {
    for (size_t i = 0; i < list->size() && i < kOthersShown; ++i)
      remark.evidence.push_back(work.quote(*(*list)[i].source, (*list)[i].finding->sentence));
  }
}

// Doses and numbers of sessions: one small study's, where others used something else.
void compare_dose(Work& work, const PageClaim& claim, const StatedFigure& figure) {
  std::map<uint32_t, StudyRate> holding;
  std::map<uint32_t, StudyRate> others;
  std::map<uint32_t, std::string> other_doses;
  for (const AnswerSource& source : work.evidence.sources) {
    if (!work.evidence.usable(source) || !source.about_condition || source.naming < 2) continue;
    if (is_no_study(source)) continue;
    for (const Finding& finding : source.findings) {
      const std::vector<Mention>& named =
          finding.interventions.empty() ? source.title_interventions : finding.interventions;
      const bool same = std::any_of(named.begin(), named.end(), [&](const Mention& mention) {
        return std::any_of(
            claim.interventions.begin(), claim.interventions.end(),
            [&](const std::string& id) { return work.lexicon->same_or_kind_of(id, mention.id); });
      });
      if (!same) continue;
      for (const StatedFigure& other : stated_figures(finding.quantities, source.document.text)) {
        if (other.kind != figure.kind || other.unit != figure.unit) continue;
        // A range is held by the study that gives the range, not by each value inside it.
        const bool agrees = figures_agree(figure, other);
        if (agrees) {
          holding.emplace(source.study, StudyRate{&source, &finding, nullptr, true});
        } else {
          others.emplace(source.study, StudyRate{&source, &finding, nullptr, false});
          other_doses.emplace(source.study, other.printed);
        }
      }
    }
  }
  for (const auto& [study, one] : holding) others.erase(study);
  if (holding.size() != 1) return;
  const AnswerSource& only = *holding.begin()->second.source;
  constexpr uint32_t kSmallStudy = 30;
  const bool small = only.appraisal.sample_size > 0 && only.appraisal.sample_size < kSmallStudy;
  if (!small && others.size() < 2) return;
  if (!small && (only.appraisal.design == StudyDesign::kGuideline ||
                 only.appraisal.design == StudyDesign::kSystematicReview))
    return;
  std::vector<std::string> words;
  for (const auto& [study, one] : others) {
    if (words.size() < kOthersShown) words.push_back(other_doses[study] + " in " + short_label(*one.source));
  }
  Remark& remark =
      work.add(RemarkKind::kOneStudyAsGeneral, others.size() >= 2 ? Severity::kSerious : Severity::kWarning,
               fmt::format("{} is the figure of one study, {} ({}){}.", figure.printed, short_label(only),
                           describe(only.appraisal), words.empty() ? "" : "; " + listed(words)));
  remark.places.push_back(work.place(claim.sentence.span));
  remark.confidence = 0.7;
  remark.evidence.push_back(work.quote(only, holding.begin()->second.finding->sentence));
  for (const auto& [study, one] : others) {
    if (remark.evidence.size() <= kOthersShown)
      remark.evidence.push_back(work.quote(*one.source, one.finding->sentence));
  }
}

}  // namespace

void check_figures(Work& work) {
  no_denominators(work);
  for (const PageClaim& claim : work.claims) {
    if (claim.interventions.empty() || names_one_study(lower_ascii(claim.sentence.text))) continue;
    for (const StatedFigure& figure : claim.figures) {
      if (held_by_cited(work, claim, figure)) continue;
      const bool share =
          figure.kind == QuantityKind::kPercentage && !is_change(claim.sentence.text, figure.span);
      if (share && about_benefit(claim)) compare_rate(work, claim, figure);
      const bool sessions = figure.kind == QuantityKind::kCount && figure.unit == "session";
      if (figure.kind == QuantityKind::kDose || sessions) compare_dose(work, claim, figure);
    }
  }
}

}  // namespace attest::audit
