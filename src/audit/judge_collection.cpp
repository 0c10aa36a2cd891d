// A claim against the documents at large, where what it cites cannot be opened, says nothing of it, or is not
// named.
#include <algorithm>
#include <iterator>

#include "audit/accord.h"
#include "audit/work.h"
#include "base/ascii.h"
#include "text/phrases.h"
#include "verify/stated_results.h"

namespace attest::audit {

namespace {

constexpr double kMostOfWords = 0.75;  // of a statement without a result, in the sentence that holds it

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

namespace {

// What speaks for (`way` 1) or against (-1) a statement that cites nothing: a sentence that tells of the same
// result, or holds it figure by figure, or in its words.
bool tells_of_uncited(const Work& work, const PageClaim& claim, const Surest& surest, int way) {
  // Says what comes of something, and not only what is so: the sentence has to say it too.
  static constexpr std::string_view kEffects[] = {
      "caus*",    "induc*", "lead* to", "trigger*",   "provok*", "prevent*", "cure*",   "heal*", "worse*",
      "protect*", "harm*",  "danger*",  "effective*", "best",    "safe",     "improv*", "stop*", "useless",
      "speed*",   "slow*",  "reliev*",  "ease*",      "work*",   "help*",    "benefi*", "better"};
  const AnswerSource& source = work.evidence.sources[surest.source];
  const std::string_view words = surest.judgement.sentence.of(source.document.text);
  const int results = hold_results(claim.sentence.text, words, claim.meanings);
  if (results != 0) return results == way;
  if (way < 0) {
    return surest.judgement.sure && std::any_of(claim.figures.begin(), claim.figures.end(), is_percentage);
  }
  if (!says_the_same(work, claim, surest)) return false;
  if (surest.judgement.sure) return true;
  const std::string said = lower_ascii(claim.sentence.text);
  const std::string lower = lower_ascii(words);
  const bool plain = trend(said) == 0 && claim.finding.direction == Direction::kUnstated;
  const bool same_effects = std::all_of(
      std::begin(kEffects), std::end(kEffects),
      [&](std::string_view effect) { return !has_phrase(said, effect) || has_phrase(lower, effect); });
  return (plain || has_any_phrase(said, kEffects)) && same_effects && !adds_degree(said, lower) &&
         Lexicon::coverage(claim.units, work.lexicon->remembered_units(words)) >= kMostOfWords;
}

bool may_speak(const Work& work, const PageClaim& claim, const AnswerSource& source) {
  if (!work.evidence.usable(source) || is_unsound(source) || only_plans(source)) return false;
  return source.naming != 0 || names_subject(work, claim, source);
}

}  // namespace

SurestOfEach judge_collection(const Work& work, const PageClaim& claim) {
  SurestOfEach surest;
  const std::vector<AnswerSource>& sources = work.evidence.sources;
  for (size_t i = 0; i < sources.size(); ++i) {
    if (may_speak(work, claim, sources[i])) surest.consider(work.judge->judge(claim, sources[i]), i);
  }
  return surest;
}

SurestOfEach judge_uncited(const Work& work, const PageClaim& claim) {
  SurestOfEach surest;
  const std::vector<AnswerSource>& sources = work.evidence.sources;
  for (size_t i = 0; i < sources.size(); ++i) {
    SurestOfEach one;
    if (may_speak(work, claim, sources[i])) one.consider(work.judge->judge(claim, sources[i]), i);
    if (one.supported.source == i && tells_of_uncited(work, claim, one.supported, 1))
      surest.consider(one.supported.judgement, i);
    if (one.contradicted.source == i && tells_of_uncited(work, claim, one.contradicted, -1))
      surest.consider(one.contradicted.judgement, i);
  }
  return surest;
}

}  // namespace attest::audit
