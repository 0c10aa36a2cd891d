#include "reconcile/outcomes/serious_harms.h"

#include <algorithm>
#include <iterator>

#include "base/ascii.h"
#include "reconcile/outcomes/outcome_changes.h"
#include "text/phrases.h"

namespace attest {
namespace {

bool is_ended_for_harm(std::string_view lower) {
  static constexpr std::string_view kEnded[] = {"stopped", "terminated", "halted", "discontinued", "closed"};
  static constexpr std::string_view kFor[] = {"because of harm",
                                              "for harm",
                                              "due to harm",
                                              "because of excess",
                                              "due to excess",
                                              "for safety",
                                              "because of safety",
                                              "due to safety",
                                              "because of increased",
                                              "due to increased",
                                              "because of an increas*",
                                              "due to an increas*",
                                              "because of higher",
                                              "because of deaths",
                                              "because of more deaths"};
  static constexpr std::string_view kStudies[] = {"trial",       "trials",      "study",
                                                  "studies",     "recruitment", "early",
                                                  "prematurely", "enrolment",   "enrollment"};
  return has_any_phrase(lower, kEnded) && has_any_phrase(lower, kFor) && has_any_phrase(lower, kStudies);
}

bool tells_of_more_deaths(const Finding& finding, std::string_view lower) {
  static constexpr std::string_view kMore[] = {"more deaths", "excess deaths", "excess mortality",
                                               "excess of deaths"};
  // "In order to prevent excess mortality", "there were no more deaths", "is it with more deaths?"
  static constexpr std::string_view kNot[] = {"no more", "not",         "no excess", "prevent*",
                                              "whether", "without",     "neither",   "no evidence",
                                              "avoid*",  "no increase", "survivors"};
  if (has_any_phrase(lower, kNot)) return false;
  if (has_any_phrase(lower, kMore)) return true;
  const auto changes = read_outcome_changes(lower, finding.quantities, finding.sentence.start);
  return std::any_of(changes.begin(), changes.end(),
                     [](const OutcomeChange& one) { return one.outcome == "death" && one.change > 0; });
}

// "Deaths were more common in the placebo group."
bool is_of_those_without(std::string_view lower) {
  static constexpr std::string_view kWithout[] = {
      "in the placebo", "in the control*", "with placebo",     "among control*",    "in controls",
      "in untreated",   "among untreated", "in the untreated", "receiving placebo", "given placebo",
      "not receiv*",    "not treated",     "did not receive",  "in the standard",   "without treatment"};
  return has_any_phrase(lower, kWithout);
}

}  // namespace

bool tells_of_serious_harm(const Evidence& evidence, const Finding& finding) {
  if (finding.background || finding.direction == Direction::kFavours) return false;
  const std::string lower = lower_ascii(evidence.sentence_of(finding));
  if (is_of_those_without(lower)) return false;
  return tells_of_more_deaths(finding, lower) || is_ended_for_harm(lower);
}

const Finding* serious_harm_beside(const Evidence& evidence, const AnswerSource& source,
                                   std::string_view intervention) {
  const std::string id(intervention);
  const auto is_kin = [&](const Mention& named) {
    return named.id == id || evidence.vocabulary->is_a(named.id, id) ||
           evidence.vocabulary->is_a(id, named.id);
  };
  for (const Finding& finding : source.findings) {
    if (std::none_of(finding.interventions.begin(), finding.interventions.end(), is_kin)) continue;
    if (is_kin(finding.comparator)) continue;  // "more died with Y than with X", read for X
    if (tells_of_serious_harm(evidence, finding)) return &finding;
  }
  return nullptr;
}

}  // namespace attest
