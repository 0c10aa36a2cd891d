// Of each study one result of an outcome against a comparator: what it says twice and differently is left
// out, and of two versions of a review the older is marked.
#include "answer/disagreements/study_results.h"

#include <algorithm>
#include <set>
#include <utility>

#include "answer/choice/finding_order.h"
#include "answer/disagreements/study_differences.h"
#include "base/ascii.h"
#include "reconcile/outcomes/main_statement.h"
#include "reconcile/outcomes/outcome_names.h"
#include "reconcile/outcomes/own_results.h"

namespace attest {

namespace {

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

}  // namespace

ResultsByOutcome results_by_outcome(const Evidence& evidence, const std::string& id) {
  std::map<ResultKey, std::map<uint32_t, std::vector<ArmComparison>>> read;
  for (const AnswerSource& source : evidence.sources) {
    if (source.status.status == PublicationStatus::kSuperseded || source.appraisal.second_hand) continue;
    for (ArmComparison& one : read_comparisons(evidence, source, id)) {
      one.outcome = without_condition(evidence, std::move(one.outcome));
      ResultKey key{one.outcome, one.comparator,
                    part_of_people(evidence, main_statement(evidence, *one.finding, id))};
      read[std::move(key)][source.study].push_back(std::move(one));
    }
  }
  ResultsByOutcome results;
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

void add_verdicts(const Evidence& evidence, const std::string& id, const StudyVerdicts& verdicts,
                  ResultsByOutcome& results) {
  for (const StudyVerdict& verdict : verdicts.all) {
    constexpr double kCertaintyMin = 0.5;  // less leads, but is held against nothing
    if (verdict.intervention != id || verdict.certainty < kCertaintyMin) continue;
    ArmComparison one = verdict.comparison;
    const bool known_so = std::any_of(results.begin(), results.end(), [&](const auto& entry) {
      return std::get<0>(entry.first) == verdicts.known_as;
    });
    one.outcome = known_so ? verdicts.known_as : without_condition(evidence, std::move(one.outcome));
    const AnswerSource& source = evidence.source_of(*one.finding);
    if (source.status.status == PublicationStatus::kSuperseded || source.appraisal.second_hand) continue;
    const bool known = std::any_of(results.begin(), results.end(), [&](const auto& entry) {
      return std::get<0>(entry.first) == one.outcome && std::get<2>(entry.first).empty() &&
             std::any_of(entry.second.begin(), entry.second.end(),
                         [&](const StudyResult& result) { return result.study == source.study; });
    });
    if (known) continue;
    // Usual care and no treatment stand together.
    std::string comparator = verdicts.against.empty() ? std::string(kNothing) : one.comparator;
    const ResultKey key{one.outcome, std::move(comparator), ""};
    results[key].push_back({std::move(one), source.study, newer_version(evidence, source)});
  }
}

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
      // A review of all kinds of people names none.
      const StudyDesign design = evidence.source_of(*results[i].comparison.finding).appraisal.design;
      const bool of_all = named[i].empty() && design == StudyDesign::kSystematicReview;
      const bool of_it = of_all || std::any_of(named[i].begin(), named[i].end(), [&](const std::string& id) {
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

}  // namespace attest
