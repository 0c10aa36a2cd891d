// Of each source one question is asked: this treatment, this outcome, in the words that the source uses for
// both. The sentence that answers best gives the verdict, if the reader is sure enough of it and of its way;
// where the sentence lists estimates, the one beside the outcome decides.
#include "reconcile/outcomes/study_verdicts.h"

#include <algorithm>
#include <map>
#include <utility>

#include "base/affix.h"
#include "base/ascii.h"
#include "evidence/relevance.h"
#include "findings/effects/effect_direction.h"
#include "reconcile/outcomes/compared_with.h"
#include "reconcile/outcomes/given_treatment.h"
#include "reconcile/outcomes/main_statement.h"
#include "reconcile/outcomes/others_results.h"
#include "reconcile/outcomes/outcome_changes.h"
#include "reconcile/outcomes/outcome_names.h"
#include "reconcile/outcomes/own_results.h"
#include "reconcile/outcomes/sought_outcome.h"
#include "reconcile/outcomes/verdict_sentences.h"
#include "text/phrases.h"
#include "text/tokens.h"

namespace attest {

namespace {

constexpr double kResultMin = 0.5;        // that the sentence is a result or a conclusion
constexpr double kAnswersMin = 0.3;       // that it answers
constexpr double kDirectionMin = 0.6;     // that it goes this way, where rules read the same
constexpr double kAloneAnswersMin = 0.4;  // the same where rules read nothing
constexpr double kAloneDirectionMin = 0.85;
constexpr double kDeniedMin = 0.95;    // that it says no difference, where rules read one
constexpr double kNearlyAsWell = 0.5;  // of how likely the chosen sentence answers
constexpr double kOfBestMin = 0.75;    // of the probability of the sentence that answers best
constexpr uint8_t kAtTheStart = 2;     // AnswerSource::naming
constexpr uint8_t kInTitle = 3;

// What one source says of one treatment, against nothing or against the one that the question names.
class SourceReader {
 public:
  SourceReader(const Evidence& evidence, const AskedEffect& effect, std::string intervention,
               SoughtOutcome& sought)
      : evidence_(evidence),
        effect_(effect),
        given_(evidence, std::move(intervention), effect.against),
        sought_(sought) {
    static constexpr std::string_view kOfOperation[] = {"perioperative", "postoperative", "operative"};
    of_operation_ = has_any_phrase(effect.outcome, kOfOperation);
  }

  std::optional<StudyVerdict> read(const AnswerSource& source) {
    of_forms_ = effect_.against.empty() && compares_forms(source);
    if (of_forms_ && !effect_.against_control) return std::nullopt;
    if (!given_.begin_source(source) || !names_whom(source)) return std::nullopt;
    collect(source);
    const std::string outcome = outcome_in_source();
    if (outcome.empty()) return std::nullopt;
    const EffectReading reading =
        read_effect({given_.words(), given_.words_against(source), outcome}, sentences_);
    for (const EffectEvidence& one : reading.evidence) {
      if (one.probability < std::max(kAnswersMin, kOfBestMin * reading.evidence.front().probability)) break;
      auto verdict = verdict_of(source, one);
      if (!verdict) continue;
      return is_contradicted(source, reading, one, verdict->comparison.change) ? std::nullopt : verdict;
    }
    return std::nullopt;
  }

 private:
  // People may be named anywhere; a condition that is not in the title, only where the text begins.
  bool names_whom(const AnswerSource& source) const {
    constexpr size_t kBeginning = 3;
    return std::all_of(effect_.in_whom.begin(), effect_.in_whom.end(), [&](const AskedPeople& asked) {
      if (asked.condition && source.naming >= kAtTheStart) return true;
      const size_t count =
          asked.people ? source.findings.size() : std::min(kBeginning, source.findings.size());
      return std::any_of(source.findings.begin(),
                         source.findings.begin() + static_cast<std::ptrdiff_t>(count),
                         [&](const Finding& finding) { return names_asked(finding, asked.id); });
    });
  }

  void collect(const AnswerSource& source) {
    sentences_.clear();
    findings_.clear();
    places_.clear();
    sought_.begin_source(source);
    for (const Finding& finding : source.findings) {
      if (!is_summed_up(source, finding)) continue;
      const std::string_view sentence = evidence_.sentence_of(finding);
      if (is_table_in_text(sentence)) continue;
      sentences_.push_back({sentence, std::nullopt});
      findings_.push_back(&finding);
      places_.push_back(sought_.find(sentence, lower_ascii(sentence)));
    }
  }

  // The words for the outcome that stand there most often, those that say its opposite only where there are
  // no others.
  std::string outcome_in_source() {
    for (const int sense : {1, -1}) {
      std::map<std::string, int> words;
      for (size_t i = 0; i < places_.size(); ++i) {
        if (places_[i] && places_[i]->sense == sense)
          ++words[lower_ascii(places_[i]->span.of(sentences_[i].text))];
      }
      if (words.empty()) continue;
      sense_ = sense;
      return std::max_element(words.begin(), words.end(),
                              [](const auto& a, const auto& b) { return a.second < b.second; })
          ->first;
    }
    return {};
  }

  // "Did not differ from each other": of treatments, where none was asked to be held against another.
  bool holds_others_against_each_other(std::string_view lower) const {
    return effect_.against.empty() && has_phrase(lower, "each other");
  }

  static bool names_operation(const AnswerSource& source, std::string_view lower) {
    static constexpr std::string_view kOperation[] = {"surg*", "operat*", "perioperative", "postoperative",
                                                      "bypass"};
    return has_any_phrase(lower, kOperation) ||
           has_any_phrase(lower_ascii(source.document.record.title), kOperation);
  }

  // It is a result of this study, in all of its people, on what was asked.
  bool may_decide(const AnswerSource& source, const Finding& finding, std::string_view sentence,
                  const std::string& lower, const Quantity* estimate, ByteSpan outcome) const {
    if (finding.other_subject && source.naming < kInTitle && !effect_.in_whom.empty()) return false;
    if (finding.background || (finding.role.evidence < kResultMin && estimate == nullptr)) return false;
    const StudyDesign design = source.appraisal.design;
    const bool assigned = design == StudyDesign::kRandomisedTrial || design == StudyDesign::kSystematicReview;
    if (!assigned && estimate == nullptr && !compares_groups(lower)) return false;
    if (of_forms_ && !names_control(sentence)) return false;
    if (of_operation_ && !names_operation(source, lower)) return false;
    if (given_.is_titled_with_another(source) && !names_control(sentence)) return false;
    return given_.is_told_of(source, finding, lower, outcome) && !repeats_others(source, finding) &&
           !tells_of_subgroup(sentence) && !tells_of_controls_alone(lower) &&
           !holds_others_against_each_other(lower) && tells_what_was_found(source, sentence, lower) &&
           !counts_together(lower) && !calls_groups_by_letters(sentence) &&
           !given_.is_given_with_more(finding, lower) &&
           part_of_people(evidence_, main_statement(evidence_, finding, given_.id())).empty();
  }

  // What rules read of the outcome, where they read anything: both ways of reading must agree.
  std::optional<OutcomeChange> rule_change(const Finding& finding, std::string_view lower,
                                           const SoughtOutcome::Place& place) const {
    const OutcomePlace named{sought_.known_as(), sought_.wanted(), place.sense * sought_.sense(), true,
                             place.span.start,   place.span.end};
    std::optional<OutcomeChange> found;
    for (OutcomeChange& one :
         read_outcome_changes(lower, finding.quantities, finding.sentence.start, {&named, 1})) {
      if (one.outcome == sought_.known_as() && (!found || one.estimate != nullptr)) found = std::move(one);
    }
    return found;
  }

  struct Change {
    int way = 0;
    const Quantity* estimate = nullptr;
  };
  static bool sure(const EffectEvidence& one, double direction) {
    return direction >= kAloneDirectionMin && one.probability >= kAloneAnswersMin;
  }
  std::optional<Change> change_of(const Finding& finding, const EffectEvidence& one, std::string_view lower,
                                  const SoughtOutcome::Place& place) const {
    if (says_both_ways(finding, lower) || makes_exception(lower)) return std::nullopt;
    const auto best = std::max_element(one.directions.begin(), one.directions.end());
    const int sense = sense_ * sought_.sense();
    const int read = (static_cast<int>(best - one.directions.begin()) - 1) * sense;
    const std::optional<OutcomeChange> by_rule = rule_change(finding, lower, place);
    if (by_rule && by_rule->estimate != nullptr) return Change{by_rule->change, by_rule->estimate};
    if (const Quantity* const estimate = estimate_beside(finding, place.span.end, lower)) {
      const int way = estimate->low > 1 ? 1 : estimate->high < 1 ? -1 : 0;
      // A hazard ratio of survival is one of death.
      return Change{estimate->measure == "HR" ? way : way * sense, estimate};
    }
    // "Longer with zinc, but not significantly so": rules read the first half.
    const bool denied = read == 0 && *best >= kDeniedMin && denies_significance(lower) && sure(one, *best);
    if (denied) return Change{0, nullptr};
    if (by_rule)
      return by_rule->change == read && *best >= kDirectionMin ? std::optional(Change{read, nullptr})
                                                               : std::nullopt;
    return sure(one, *best) && bears_change(finding, lower, read) ? std::optional(Change{read, nullptr})
                                                                  : std::nullopt;
  }

  std::optional<StudyVerdict> verdict_of(const AnswerSource& source, const EffectEvidence& one) const {
    const Finding& finding = *findings_[one.sentence];
    const auto& place = places_[one.sentence];
    if (!place || place->sense != sense_) return std::nullopt;
    const std::string_view sentence = sentences_[one.sentence].text;
    const std::string lower = lower_ascii(sentence);
    if (sought_.wanted() < 0 && is_improvement_of(lower, place->span.end)) return std::nullopt;
    const std::optional<Change> change = change_of(finding, one, lower, *place);
    if (!change || !may_decide(source, finding, sentence, lower, change->estimate, place->span))
      return std::nullopt;
    const std::optional<Comparator> comparator = given_.comparator(source, finding);
    if (!comparator) return std::nullopt;
    const StudyDesign design = source.appraisal.design;
    const bool observed = design == StudyDesign::kCohort || design == StudyDesign::kCaseControl ||
                          design == StudyDesign::kReview || design == StudyDesign::kUnclear;
    StudyVerdict verdict;
    verdict.intervention = given_.id();
    verdict.comparison = {&finding,         given_.name_in(finding), comparator->id,
                          comparator->name, sought_.name(),          sought_.wanted(),
                          change->way,      change->estimate,        observed};
    verdict.certainty =
        one.probability *
        (change->estimate != nullptr ? 1 : *std::max_element(one.directions.begin(), one.directions.end()));
    return verdict;
  }

  // A sentence that answers nearly as well says otherwise of the outcome, and of all people.
  bool is_contradicted(const AnswerSource& source, const EffectReading& reading, const EffectEvidence& chosen,
                       int change) const {
    for (const EffectEvidence& one : reading.evidence) {
      if (one.sentence == chosen.sentence) continue;
      if (one.probability < std::max(kAnswersMin, kNearlyAsWell * chosen.probability)) return false;
      const auto best = std::max_element(one.directions.begin(), one.directions.end());
      const int way = (static_cast<int>(best - one.directions.begin()) - 1) * sense_ * sought_.sense();
      const auto& place = places_[one.sentence];
      const bool better = one.probability > chosen.probability;
      const std::string_view sentence = sentences_[one.sentence].text;
      if (*best >= kAloneDirectionMin && way != change && (place ? place->sense == sense_ : better) &&
          may_decide(source, *findings_[one.sentence], sentence, lower_ascii(sentence), nullptr,
                     place ? place->span : ByteSpan{}))
        return true;
    }
    return false;
  }

  const Evidence& evidence_;
  const AskedEffect& effect_;
  GivenTreatment given_;
  bool of_operation_ = false;  // "perioperative mortality"
  bool of_forms_ = false;      // the source compares forms of what was given, or two treatments
  SoughtOutcome& sought_;
  std::vector<EffectSentence> sentences_;
  std::vector<const Finding*> findings_;
  std::vector<std::optional<SoughtOutcome::Place>> places_;
  int sense_ = 1;
};

}  // namespace

bool StudyVerdicts::is_about(const std::string& intervention, const std::string& of_outcome) const {
  return (of_outcome == outcome || of_outcome == known_as) &&
         std::find(given.begin(), given.end(), intervention) != given.end();
}

bool StudyVerdicts::is_near(std::string_view of_outcome) const {
  if (outcome.empty() || of_outcome == known_as || (is_of_heart(outcome) && is_of_heart(of_outcome)))
    return true;
  Stemmer stemmer;
  const std::vector<std::string> words = stems_of(of_outcome, stemmer);
  const std::vector<std::string> asked = stems_of(outcome + " " + known_as, stemmer);
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
    return std::find(asked.begin(), asked.end(), word) != asked.end();
  });
}

StudyVerdicts read_study_verdicts(const Evidence& evidence, const AskedEffect& effect) {
  SoughtOutcome sought(evidence, effect.outcome);
  const VocabularyEntry* against = evidence.vocabulary->find_id(effect.against);
  StudyVerdicts verdicts{effect.given,
                         sought.name(),
                         sought.known_as(),
                         against == nullptr ? effect.against : lower_ascii(against->name),
                         {}};
  for (const std::string& intervention : effect.given) {
    SourceReader reader(evidence, effect, intervention, sought);
    for (const AnswerSource& source : evidence.sources) {
      if (!tells_effects(evidence, source)) continue;
      if (auto verdict = reader.read(source)) verdicts.all.push_back(std::move(*verdict));
    }
  }
  return verdicts;
}

}  // namespace attest
