#include "answer/disagreements/result_sides.h"

#include <set>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "answer/disagreements/disagreement_kinds.h"
#include "answer/wording.h"
#include "reconcile/outcomes/stated_benefit.h"

namespace attest {

namespace {

constexpr size_t kSideMax = 2;  // statements of one side

// "Fewer falls", "less pain".
bool is_counted(std::string_view outcome) {
  return outcome.ends_with('s') && !outcome.ends_with("ss") && !outcome.ends_with("is") &&
         !outcome.ends_with("us");
}

}  // namespace

std::string result_heading(const Evidence& evidence, const ArmComparison& one) {
  const bool clinician = evidence.audience == Audience::kClinician;
  if (one.outcome == "death" && one.change != 0) {
    if (clinician) return one.change > 0 ? "higher risk of death" : "lower risk of death";
    return one.change > 0 ? "more deaths" : "fewer deaths";
  }
  if (one.outcome == kBenefit) return one.change > 0 ? "benefit" : "no benefit";
  if (one.change == 0) return "no difference in " + one.outcome;
  return (one.change > 0 ? "more " : is_counted(one.outcome) ? "fewer " : "less ") + one.outcome;
}

ComparedSource compared_result(const Evidence& evidence, const ArmComparison& one) {
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

DisagreementSide result_side(const Evidence& evidence, const std::vector<const StudyResult*>& results,
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

std::string result_subject(const Evidence& evidence, const std::string& id, const std::string& name,
                           const ArmComparison& one) {
  std::string subject = fmt::format("{}: {}", capitalised(one.outcome), name_for(evidence, id, name));
  if (one.comparator_name.empty()) return subject;
  const std::string against = one.comparator == kNothing ? "placebo or no treatment" : one.comparator_name;
  return fmt::format("{} compared with {}", subject, against);
}

}  // namespace attest
