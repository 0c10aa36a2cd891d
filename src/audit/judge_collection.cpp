// A claim against the documents at large, where what it cites cannot be opened, says nothing of it, or is not
// named.
#include <algorithm>

#include "audit/accord.h"
#include "audit/work.h"
#include "base/ascii.h"

namespace attest::audit {

namespace {

// The source's title names the claim's own condition; its treatment, when no condition is known at all.
bool names_subject(const Work& work, const PageClaim& claim, const AnswerSource& source) {
  const auto shares = [](const std::vector<std::string>& ids, const std::string& id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
  };
  for (const std::string& id : work.lexicon->named(source.document.record.title, ConceptRole::kCondition)) {
    if (shares(claim.conditions, id)) return true;
  }
  if (!claim.conditions.empty() || !work.conditions.empty()) return false;
  return std::any_of(source.title_interventions.begin(), source.title_interventions.end(),
                     [&](const Mention& one) { return shares(claim.interventions, one.id); });
}

bool only_plans(const AnswerSource& source) {
  return source.appraisal.design == StudyDesign::kRegistration ||
         source.appraisal.design == StudyDesign::kProtocol || source.appraisal.design == StudyDesign::kNotice;
}

}  // namespace

SurestOfEach judge_collection(const Work& work, const PageClaim& claim) {
  SurestOfEach surest;
  const std::vector<AnswerSource>& sources = work.evidence.sources;
  for (size_t i = 0; i < sources.size(); ++i) {
    if (!work.evidence.usable(sources[i]) || is_unsound(sources[i]) || only_plans(sources[i])) continue;
    if (sources[i].naming == 0 && !names_subject(work, claim, sources[i])) continue;
    surest.consider(work.judge->judge(claim, sources[i]), i);
  }
  return surest;
}

bool says_the_same(const Work& work, const PageClaim& claim, const Surest& supported) {
  constexpr double kMostOfOutcome = 0.6;
  const AnswerSource& source = work.evidence.sources[supported.source];
  const std::string_view words = supported.judgement.sentence.of(source.document.text);
  const std::string& title = source.document.record.title;
  const auto names = [&](const std::string& id, ConceptRole role, std::string_view text) {
    const std::vector<std::string> named = work.lexicon->named(text, role);
    return std::any_of(named.begin(), named.end(),
                       [&](const std::string& one) { return work.lexicon->same_or_kind_of(id, one); });
  };
  const bool treatments =
      std::all_of(claim.interventions.begin(), claim.interventions.end(),
                  [&](const std::string& id) { return names(id, ConceptRole::kIntervention, words); });
  const bool condition =
      claim.conditions.empty() ||
      std::any_of(claim.conditions.begin(), claim.conditions.end(), [&](const std::string& id) {
        return names(id, ConceptRole::kCondition, words) || names(id, ConceptRole::kCondition, title);
      });
  const std::string& said = claim.sentence.text;
  const bool figures = std::none_of(said.begin(), said.end(), is_digit) || stands_printed(words, said);
  const bool names_something = !claim.interventions.empty() || !claim.conditions.empty();
  return names_something && treatments && condition && figures &&
         (supported.judgement.sure || outcome_shared(claim, work.lexicon->remembered_units(words), title,
                                                     *work.lexicon) >= kMostOfOutcome);
}

}  // namespace attest::audit
