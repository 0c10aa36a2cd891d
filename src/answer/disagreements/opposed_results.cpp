// Results are held against each other only where intervention, comparator and outcome are the same. Studies
// that say the same stand on one side; a side is headed by what it says ("less bleeding"), not by praise.
#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "answer/choice/finding_order.h"
#include "answer/disagreements/disagreement_kinds.h"
#include "answer/wording.h"
#include "base/ascii.h"
#include "reconcile/outcomes/outcome_names.h"
#include "reconcile/outcomes/own_results.h"

namespace attest {

namespace {

constexpr size_t kSideMax = 2;  // statements of one side

// What one study says of one outcome against one comparator.
struct StudyResult {
  ArmComparison comparison;
  uint32_t study = 0;
  const AnswerSource* replaced_by = nullptr;  // a newer version of the same review
};

// Letters and digits of a title, without what tells its versions apart.
std::string bare_title(const AnswerSource& source) {
  std::string bare;
  for (const char c : lower_ascii(source.document.record.title)) {
    if (is_word_byte(c)) bare += c;
  }
  for (const std::string_view ending : {"review", "update", "updated"}) {
    if (bare.ends_with(ending)) bare.resize(bare.size() - ending.size());
  }
  return bare;
}

// The newest version of the same review, where the source is an older one.
const AnswerSource* newer_version(const Evidence& evidence, const AnswerSource& source) {
  const uint16_t year = source.appraisal.year;
  if (source.appraisal.design != StudyDesign::kSystematicReview || year == 0) return nullptr;
  const AnswerSource* newest = nullptr;
  const std::string title = bare_title(source);
  for (const AnswerSource& other : evidence.sources) {
    if (other.appraisal.design != StudyDesign::kSystematicReview || other.appraisal.year <= year ||
        bare_title(other) != title || !evidence.usable(other))
      continue;
    if (newest == nullptr || other.appraisal.year > newest->appraisal.year) newest = &other;
  }
  return newest;
}

using Key = std::tuple<std::string, std::string, std::string>;  // outcome, comparator, part of the people

// An estimate with its interval tells more than words.
bool tells_more(const Evidence& evidence, const ArmComparison& a, const ArmComparison& b) {
  if ((a.estimate != nullptr) != (b.estimate != nullptr)) return a.estimate != nullptr;
  return better_finding(evidence, *a.finding, *b.finding);
}

// "Asthma symptoms" of people with asthma are their symptoms.
std::string without_condition(const Evidence& evidence, std::string outcome) {
  for (const Concept& one : evidence.question.concepts) {
    if (one.role != ConceptRole::kCondition) continue;
    for (const ConceptVariant& variant : one.variants) {
      const std::string words = lower_ascii(variant.words);
      // Of "chronic back pain" the place: "back pain" is their pain.
      for (size_t at = 0; at < words.size();) {
        const size_t end = std::min(words.find(' ', at), words.size());
        const std::string word = words.substr(at, end - at) + " ";
        // "Cardiac death" of people with cardiac failure is one of several deaths.
        if (outcome.starts_with(word) && outcome.substr(word.size()) != "death" &&
            !find_outcomes(outcome.substr(word.size())).empty())
          return outcome.substr(word.size());
        at = end + 1;
      }
    }
  }
  return outcome;
}

std::map<Key, std::vector<StudyResult>> results_by_outcome(const Evidence& evidence, const std::string& id) {
  std::map<Key, std::map<uint32_t, std::vector<ArmComparison>>> read;
  for (const AnswerSource& source : evidence.sources) {
    if (source.status.status == PublicationStatus::kSuperseded || source.appraisal.second_hand) continue;
    for (ArmComparison& one : read_comparisons(evidence, source, id)) {
      one.outcome = without_condition(evidence, std::move(one.outcome));
      Key key{one.outcome, one.comparator, part_of_people(evidence, *one.finding)};
      read[std::move(key)][source.study].push_back(std::move(one));
    }
  }
  std::map<Key, std::vector<StudyResult>> results;
  for (auto& [key, studies] : read) {
    for (auto& [study, read_of_study] : studies) {
      std::vector<ArmComparison>& comparisons = read_of_study;
      // Two reports of one study that say two things leave open what it found.
      const bool clear = std::all_of(comparisons.begin(), comparisons.end(), [&](const ArmComparison& one) {
        return one.change == comparisons.front().change;
      });
      if (!clear) continue;
      const auto best = std::min_element(
          comparisons.begin(), comparisons.end(),
          [&](const ArmComparison& a, const ArmComparison& b) { return tells_more(evidence, a, b); });
      results[key].push_back({*best, study, newer_version(evidence, evidence.source_of(*best->finding))});
    }
  }
  return results;
}

// Where no condition was asked about: what was found in one disease does not contradict what was found in
// another. The results of each condition that a title names.
std::vector<std::vector<StudyResult>> by_condition(const Evidence& evidence,
                                                   const std::vector<StudyResult>& results) {
  const bool asked = std::any_of(evidence.question.concepts.begin(), evidence.question.concepts.end(),
                                 [](const Concept& one) { return one.role == ConceptRole::kCondition; });
  if (asked || evidence.question.concepts.empty()) return {results};
  std::vector<std::set<std::string>> named;
  std::vector<std::string> order;
  for (const StudyResult& one : results) {
    named.push_back(title_conditions(evidence, evidence.source_of(*one.comparison.finding)));
    for (const std::string& id : named.back()) {
      if (std::find(order.begin(), order.end(), id) == order.end()) order.push_back(id);
    }
  }
  std::vector<std::vector<StudyResult>> groups;
  for (const std::string& condition : order) {
    std::vector<StudyResult> group;
    for (size_t i = 0; i < results.size(); ++i) {
      const bool of_it = std::any_of(named[i].begin(), named[i].end(), [&](const std::string& id) {
        return id == condition || evidence.vocabulary->is_a(id, condition);
      });
      if (of_it) group.push_back(results[i]);
    }
    if (group.size() > 1) groups.push_back(std::move(group));
  }
  return groups;
}

std::vector<const StudyResult*> best_of(const Evidence& evidence, const std::vector<StudyResult>& results,
                                        int change) {
  std::vector<const StudyResult*> side;
  for (const StudyResult& one : results) {
    if (one.comparison.change == change && one.replaced_by == nullptr) side.push_back(&one);
  }
  std::sort(side.begin(), side.end(), [&](const StudyResult* a, const StudyResult* b) {
    return better_finding(evidence, *a->comparison.finding, *b->comparison.finding);
  });
  return side;
}

// "Fewer falls", "less pain".
bool is_counted(std::string_view outcome) {
  return outcome.ends_with('s') && !outcome.ends_with("ss") && !outcome.ends_with("is") &&
         !outcome.ends_with("us");
}

std::string heading(const Evidence& evidence, const ArmComparison& one) {
  const bool clinician = evidence.audience == Audience::kClinician;
  if (one.outcome == "death" && one.change != 0) {
    if (clinician) return one.change > 0 ? "higher risk of death" : "lower risk of death";
    return one.change > 0 ? "more deaths" : "fewer deaths";
  }
  if (one.change == 0) return "no difference in " + one.outcome;
  return (one.change > 0 ? "more " : is_counted(one.outcome) ? "fewer " : "less ") + one.outcome;
}

ComparedSource compared(const Evidence& evidence, const ArmComparison& one) {
  ComparedSource source;
  source.finding = one.finding;
  source.given = one.given;
  source.against = one.comparator_name;
  const uint32_t people = evidence.source_of(*one.finding).appraisal.sample_size;
  if (people != 0) source.people = people;
  source.follow_up = one.finding->follow_up;
  source.follow_up_days = one.finding->follow_up_days;
  return source;
}

std::string print_interval(const Quantity& estimate) {
  return fmt::format("{}–{}", print_number(estimate.low), print_number(estimate.high));
}

// A ratio whose kind is not named may be any.
bool same_measure(const ArmComparison& a, const ArmComparison& b) {
  return a.estimate != nullptr && b.estimate != nullptr && a.estimate->measure == b.estimate->measure &&
         a.estimate->measure != "ratio" && !a.estimate->measure.empty();
}

bool overlap(const Quantity& a, const Quantity& b) { return a.low <= b.high && b.low <= a.high; }

DisagreementSide side_of(const Evidence& evidence, const std::vector<const StudyResult*>& results,
                         const std::string& id, std::string position) {
  DisagreementSide side{std::move(position), {}};
  std::set<std::string> quotes;
  for (const StudyResult* one : results) {
    if (side.statements.size() >= kSideMax) break;
    Statement statement = side_statement(evidence, *one->comparison.finding, id);
    if (quotes.insert(statement.text).second) side.statements.push_back(std::move(statement));
  }
  return side;
}

std::string about(const Evidence& evidence, const std::string& id, const std::string& name,
                  const ArmComparison& one) {
  const std::string against = one.comparator == kNothing ? "placebo or no treatment" : one.comparator_name;
  return fmt::format("{}: {} compared with {}", capitalised(one.outcome), name_for(evidence, id, name),
                     against);
}

// Chance alone may explain what is within both intervals.
void add_overlap(const Evidence& evidence, const ArmComparison& a, const ArmComparison& b,
                 std::vector<std::string>& reasons) {
  if (!same_measure(a, b) || !overlap(*a.estimate, *b.estimate)) return;
  if (evidence.audience != Audience::kClinician) {
    reasons.emplace_back("chance: both results may be the same");
    return;
  }
  reasons.push_back(fmt::format("chance (intervals overlap: {} v {})", print_interval(*a.estimate),
                                print_interval(*b.estimate)));
}

std::optional<Disagreement> by_direction(const Evidence& evidence, const std::string& id,
                                         const std::string& name, const std::vector<StudyResult>& results) {
  Disagreement disagreement;
  std::vector<const StudyResult*> first;
  for (const int change : {-1, 1, 0}) {
    const std::vector<const StudyResult*> side = best_of(evidence, results, change);
    if (side.empty()) continue;
    first.push_back(side.front());
    disagreement.sides.push_back(side_of(evidence, side, id, heading(evidence, side.front()->comparison)));
  }
  if (first.size() < 2) return std::nullopt;
  const ArmComparison& a = first[0]->comparison;
  const ArmComparison& b = first[1]->comparison;
  disagreement.about = about(evidence, id, name, a);
  disagreement.likely_reasons = study_differences(evidence, compared(evidence, a), compared(evidence, b));
  add_overlap(evidence, a, b, disagreement.likely_reasons);
  return disagreement;
}

std::optional<Disagreement> by_size(const Evidence& evidence, const std::string& id, const std::string& name,
                                    const std::vector<StudyResult>& results) {
  const StudyResult* low = nullptr;
  const StudyResult* high = nullptr;
  for (const StudyResult& a : results) {
    for (const StudyResult& b : results) {
      const ArmComparison& x = a.comparison;
      const ArmComparison& y = b.comparison;
      if (a.replaced_by != nullptr || b.replaced_by != nullptr || !same_measure(x, y) ||
          x.change != y.change || x.change == 0 || overlap(*x.estimate, *y.estimate) ||
          x.estimate->value >= y.estimate->value)
        continue;
      if (low == nullptr || y.estimate->value / x.estimate->value >
                                high->comparison.estimate->value / low->comparison.estimate->value) {
        low = &a;
        high = &b;
      }
    }
  }
  if (low == nullptr) return std::nullopt;
  const ArmComparison& x = low->comparison;
  const ArmComparison& y = high->comparison;
  const bool low_is_larger = x.change < 0;
  Disagreement disagreement;
  disagreement.about = "Size of the effect. " + about(evidence, id, name, x);
  disagreement.sides.push_back(
      side_of(evidence, {low}, id, fmt::format("{} effect", low_is_larger ? "larger" : "smaller")));
  disagreement.sides.push_back(
      side_of(evidence, {high}, id, fmt::format("{} effect", low_is_larger ? "smaller" : "larger")));
  disagreement.likely_reasons = study_differences(evidence, compared(evidence, x), compared(evidence, y));
  return disagreement;
}

// An older version of a review that says otherwise than the newer, which stands.
std::optional<Disagreement> by_version(const Evidence& evidence, const std::string& id,
                                       const std::string& name, const std::vector<StudyResult>& results) {
  for (const StudyResult& old : results) {
    for (const StudyResult& recent : results) {
      const AnswerSource& newer = evidence.source_of(*recent.comparison.finding);
      if (old.replaced_by != &newer || old.comparison.change == recent.comparison.change) continue;
      const uint16_t old_year = evidence.source_of(*old.comparison.finding).appraisal.year;
      Disagreement disagreement;
      disagreement.about = "Two versions of a review. " + about(evidence, id, name, recent.comparison);
      disagreement.sides.push_back(
          side_of(evidence, {&recent}, id,
                  fmt::format("{}, the newer, which stands: {}", newer.appraisal.year,
                              heading(evidence, recent.comparison))));
      disagreement.sides.push_back(side_of(
          evidence, {&old}, id,
          fmt::format("{}, the older, superseded by it: {}", old_year, heading(evidence, old.comparison))));
      disagreement.likely_reasons.push_back(
          fmt::format("newer version of the same review ({} v {})", newer.appraisal.year, old_year));
      return disagreement;
    }
  }
  return std::nullopt;
}

// One source that says two things, which a reader would else find side by side without a remark.
std::optional<Disagreement> by_form(const Evidence& evidence, const AnswerSource& source,
                                    const std::string& id, const std::string& name) {
  if (source.status.status == PublicationStatus::kSuperseded) return std::nullopt;
  const std::vector<SplitResult> split = read_split_results(evidence, source, id);
  if (split.empty()) return std::nullopt;
  const SplitResult& result = split.front();
  Disagreement disagreement;
  disagreement.about = "Within one source. " + about(evidence, id, name, result.overall);
  disagreement.sides.push_back({heading(evidence, result.overall) + ", overall",
                                {side_statement(evidence, *result.overall.finding, id)}});
  disagreement.sides.push_back({heading(evidence, result.part) + ", " + result.form,
                                {side_statement(evidence, *result.part.finding, id)}});
  disagreement.likely_reasons.push_back(fmt::format("what was given (all v {})", result.form));
  return disagreement;
}

}  // namespace

std::vector<Disagreement> opposed_results(const Evidence& evidence, const std::string& id,
                                          const std::string& name) {
  std::vector<Disagreement> found;
  for (const AnswerSource& source : evidence.sources) {
    if (auto form = by_form(evidence, source, id, name)) found.push_back(std::move(*form));
  }
  for (const auto& [key, all] : results_by_outcome(evidence, id)) {
    if (auto version = by_version(evidence, id, name, all)) found.push_back(std::move(*version));
    for (const std::vector<StudyResult>& results : by_condition(evidence, all)) {
      auto one = by_direction(evidence, id, name, results);
      if (!one) one = by_size(evidence, id, name, results);
      if (!one) continue;
      found.push_back(std::move(*one));
      break;
    }
  }
  return found;
}

}  // namespace attest
