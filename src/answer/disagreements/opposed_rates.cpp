// How many had an outcome with one intervention. Rates of different studies are held against each other where
// both count the same outcome, both give the arm's size, their 95 % intervals do not overlap and they lie
// well apart. A recurrence is no success.
#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "answer/disagreements/disagreement_kinds.h"
#include "answer/wording.h"
#include "base/ascii.h"
#include "figures/statistics.h"
#include "reconcile/outcomes/outcome_filters.h"
#include "reconcile/outcomes/outcome_names.h"
#include "reconcile/outcomes/own_results.h"
#include "text/phrases.h"

namespace attest {

namespace {

constexpr double kPointsApartMin = 15;

struct CountedRate {
  const Finding* finding = nullptr;
  const ArmRate* rate = nullptr;
  double total = 0;
  Interval interval;
};

// The arm size: stated with the rate, else named for the arm elsewhere in the document ("biofeedback (n =
// 54)").
double arm_size(const Evidence& evidence, const Finding& finding, const ArmRate& rate) {
  if (!std::isnan(rate.total)) return rate.total;
  for (const Finding& other : evidence.source_of(finding).findings) {
    for (const ArmRate& known : other.rates) {
      if (known.arm.id == rate.arm.id && !std::isnan(known.total)) return known.total;
    }
  }
  return kNotStated;
}

// "Improvement", "had improved" and "major improvement" count one thing with a smaller or larger step; the
// reasons name the steps where the sources define them.
bool counts_improvement(std::string_view outcome) {
  return has_phrase(outcome, "improve*") && !has_phrase(outcome, "no") && !has_phrase(outcome, "not") &&
         !has_phrase(outcome, "without");
}

// How often people die or have side effects depends on who they are more than on what they got; rates of
// success and of its loss are what a treatment is judged by.
bool tells_of_treatment(const OutcomePlace& place) {
  return place.result &&
         (place.wanted > 0 || place.name == "recurrence" || place.name == "treatment failure");
}

// What the rate counts, where the sentence leaves no doubt: its only outcome.
std::string counted_outcome(const Finding& finding, std::string_view sentence_lower) {
  const bool denied = has_phrase(sentence_lower, "no") || has_phrase(sentence_lower, "not") ||
                      has_phrase(sentence_lower, "without") || has_phrase(sentence_lower, "free") ||
                      has_phrase(sentence_lower, "or");
  if (denied) return {};
  const std::vector<OutcomePlace> named = find_outcomes(sentence_lower);
  if (named.empty()) return counts_improvement(lower_ascii(finding.outcome)) ? "improvement" : "";
  std::vector<OutcomePlace> places = named;
  keep_results(sentence_lower, places);
  if (places.size() != named.size() || !tells_of_treatment(places.front())) return {};
  const std::string& name = places.front().name;
  const bool one = std::all_of(places.begin(), places.end(), [&](const OutcomePlace& place) {
    return place.name == name && place.sense > 0;
  });
  return one && !counts_improvement(sentence_lower) ? name : std::string();
}

// "In H. pylori-positive and in negative patients".
bool tells_parts_by_test(std::string_view sentence) {
  const std::string lower = lower_ascii(sentence);
  return has_phrase(lower, "positive") && has_phrase(lower, "negative");
}

// What heals heals with time: fewer at an earlier time is no disagreement.
bool explained_by_time(const std::string& outcome, const CountedRate& low, const CountedRate& high) {
  constexpr double kLater = 1.5;
  return (outcome == "healing" || outcome == "cure") &&
         high.rate->follow_up_days > kLater * low.rate->follow_up_days;
}

// Where no condition was asked about, both titles name one.
bool of_one_condition(const Evidence& evidence, const CountedRate& a, const CountedRate& b) {
  const bool asked = std::any_of(evidence.question.concepts.begin(), evidence.question.concepts.end(),
                                 [](const Concept& one) { return one.role == ConceptRole::kCondition; });
  if (asked || evidence.question.concepts.empty()) return true;
  const std::set<std::string> of_a = title_conditions(evidence, evidence.source_of(*a.finding));
  const std::set<std::string> of_b = title_conditions(evidence, evidence.source_of(*b.finding));
  return std::any_of(of_a.begin(), of_a.end(), [&](const std::string& one) {
    return std::any_of(of_b.begin(), of_b.end(), [&](const std::string& other) {
      return one == other || evidence.vocabulary->is_a(one, other) || evidence.vocabulary->is_a(other, one);
    });
  });
}

// Of two studies, beyond their intervals and by enough, and nothing explains it away.
std::optional<std::pair<const CountedRate*, const CountedRate*>> furthest_apart(
    const Evidence& evidence, const std::string& outcome, const std::vector<CountedRate>& rates) {
  std::optional<std::pair<const CountedRate*, const CountedRate*>> furthest;
  double most = 0;
  for (const CountedRate& low : rates) {
    for (const CountedRate& high : rates) {
      const double apart = high.rate->percent - low.rate->percent;
      if (low.interval.high >= high.interval.low || apart < kPointsApartMin || apart <= most ||
          evidence.source_of(*low.finding).study == evidence.source_of(*high.finding).study ||
          explained_by_time(outcome, low, high) || !of_one_condition(evidence, low, high))
        continue;
      furthest = {&low, &high};
      most = apart;
    }
  }
  return furthest;
}

std::map<std::string, std::vector<CountedRate>> rates_by_outcome(const Evidence& evidence,
                                                                 const InterventionEvidence& group) {
  std::map<std::string, std::vector<CountedRate>> rates;
  for (const AnswerSource& source : evidence.sources) {
    if (!evidence.reports_evidence(source) || !has_results_in_people(source.appraisal)) continue;
    for (const Finding& finding : source.findings) {
      const ArmRate* latest = nullptr;
      for (const ArmRate& rate : finding.rates) {
        if (rate.arm.id != group.id || std::isnan(rate.percent) || rate.arm.name.empty()) continue;
        if (latest == nullptr || rate.follow_up_days > latest->follow_up_days) latest = &rate;
      }
      if (latest == nullptr) continue;
      // "45 % of those without the germ" is a part of the people.
      if (!reports_arms(evidence, finding) || tells_of_subgroup(evidence.sentence_of(finding)) ||
          tells_parts_by_test(evidence.sentence_of(finding)))
        continue;
      const std::string lower = lower_ascii(evidence.sentence_of(finding));
      const std::string outcome = counted_outcome(finding, lower);
      if (outcome.empty()) continue;
      const double total = arm_size(evidence, finding, *latest);
      if (!(total > 0)) continue;
      const double events =
          std::isnan(latest->events) ? std::round(latest->percent * total / 100) : latest->events;
      rates[outcome].push_back({&finding, latest, total, wilson_interval_percent(events, total)});
    }
  }
  return rates;
}

ComparedSource compared(const CountedRate& rate) {
  ComparedSource source;
  source.finding = rate.finding;
  source.people = rate.total;
  source.follow_up = rate.rate->follow_up;
  source.follow_up_days = rate.rate->follow_up_days;
  return source;
}

std::string heading(const CountedRate& rate) {
  const double percent =
      rate.rate->percent_stated ? rate.rate->percent : static_cast<double>(std::lround(rate.rate->percent));
  return fmt::format("{} % ({}–{})", print_number(percent), std::lround(rate.interval.low),
                     std::lround(rate.interval.high));
}

}  // namespace

std::vector<Disagreement> opposed_rates(const Evidence& evidence, const InterventionEvidence& group) {
  std::vector<Disagreement> found;
  for (const auto& [outcome, rates] : rates_by_outcome(evidence, group)) {
    const auto pair = furthest_apart(evidence, outcome, rates);
    if (!pair) continue;
    const CountedRate& low = *pair->first;
    const CountedRate& high = *pair->second;
    Disagreement disagreement;
    disagreement.about =
        fmt::format("{} with {}", capitalised(outcome), name_for(evidence, group.id, group.name));
    for (const CountedRate* rate : {&low, &high})
      disagreement.sides.push_back({heading(*rate), {side_statement(evidence, *rate->finding, group.id)}});
    disagreement.likely_reasons = study_differences(evidence, compared(low), compared(high));
    found.push_back(std::move(disagreement));
  }
  return found;
}

}  // namespace attest
