// Of each source one question is asked: this treatment, this outcome, in the words that the source uses for
// both. The sentence that answers best gives the verdict, if the reader is sure enough of it and of its way;
// where the sentence lists estimates, the one beside the outcome decides.
#include "reconcile/outcomes/study_verdicts.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "base/affix.h"
#include "base/ascii.h"
#include "evidence/relevance.h"
#include "findings/effects/effect_direction.h"
#include "reconcile/outcomes/compared_with.h"
#include "reconcile/outcomes/comparison_cues.h"
#include "reconcile/outcomes/main_statement.h"
#include "reconcile/outcomes/others_results.h"
#include "reconcile/outcomes/outcome_changes.h"
#include "reconcile/outcomes/own_results.h"
#include "reconcile/outcomes/sought_outcome.h"
#include "reconcile/outcomes/verdict_sentences.h"
#include "text/phrases.h"

namespace attest {

namespace {

constexpr double kResultMin = 0.5;        // that the sentence is a result or a conclusion
constexpr double kAnswersMin = 0.3;       // that it answers
constexpr double kDirectionMin = 0.6;     // that it goes this way, where rules read the same
constexpr double kAloneAnswersMin = 0.4;  // the same where rules read nothing
constexpr double kAloneDirectionMin = 0.85;
constexpr double kHalf = 0.5;
constexpr double kOfBestMin = 0.75;  // of the probability of the sentence that answers best
constexpr uint8_t kAtTheStart = 2;   // AnswerSource::naming
constexpr uint8_t kInTitle = 3;
constexpr std::string_view kUsualCare = "attest:standard-care";

// Against what, where it is nothing or usual care; nothing where it is another treatment or not known.
std::optional<Comparator> passive_comparator(const Evidence& evidence, const AnswerSource& source,
                                             const Finding& finding, const std::string& intervention) {
  Comparator none{kNothing, ""};
  if (!finding.comparator.name.empty()) {
    Comparator stated = comparator_of(finding.comparator);
    return stated.id == kNothing || stated.id == kUsualCare ? std::optional(std::move(stated)) : std::nullopt;
  }
  std::optional<Comparator> known = comparator_of_source(evidence, source, intervention);
  if (known && (known->id == kNothing || known->id == kUsualCare)) return known;
  const bool has_arms = source.appraisal.design == StudyDesign::kRandomisedTrial ||
                        source.appraisal.design == StudyDesign::kNonRandomisedTrial;
  if (!has_arms) return none;
  const bool controlled =
      names_control(evidence.sentence_of(finding)) || names_control(source.document.record.title);
  return !known && controlled ? std::optional(std::move(none)) : std::nullopt;
}

// What one source says of one treatment, against nothing or against the one that the question names.
class SourceReader {
 public:
  SourceReader(const Evidence& evidence, const AskedEffect& effect, std::string intervention,
               SoughtOutcome& sought)
      : evidence_(evidence), effect_(effect), intervention_(std::move(intervention)), sought_(sought) {}

  std::optional<StudyVerdict> read(const AnswerSource& source) {
    if (effect_.against.empty() && compares_forms(source)) return std::nullopt;
    if (!names_given(source) || !names_whom(source)) return std::nullopt;
    collect(source);
    const std::string outcome = outcome_in_source();
    if (outcome.empty()) return std::nullopt;
    const std::string given = name_in_source(source);
    const EffectReading reading = read_effect({given, comparator_in(source), outcome}, sentences_);
    for (const EffectEvidence& one : reading.evidence) {
      if (one.probability < std::max(kAnswersMin, kOfBestMin * reading.evidence.front().probability)) break;
      auto verdict = verdict_of(source, one);
      if (!verdict) continue;
      return is_contradicted(source, reading, one, verdict->comparison.change) ? std::nullopt : verdict;
    }
    return std::nullopt;
  }

 private:
  bool is_given(const Mention& one) const { return is_of_family(evidence_, one.id, intervention_); }

  bool names_given(const AnswerSource& source) const {
    const auto given = [&](const Mention& one) { return is_given(one); };
    return std::any_of(source.title_interventions.begin(), source.title_interventions.end(), given) ||
           std::any_of(source.findings.begin(), source.findings.end(), [&](const Finding& finding) {
             return std::any_of(finding.interventions.begin(), finding.interventions.end(), given);
           });
  }

  // People may be named anywhere; a condition that is not in the title, only where the text begins.
  bool names_whom(const AnswerSource& source) const {
    constexpr size_t kBeginning = 3;
    return std::all_of(effect_.in_whom.begin(), effect_.in_whom.end(), [&](const AskedPeople& asked) {
      if (asked.condition && source.naming >= kAtTheStart) return true;
      const size_t count =
          asked.condition ? std::min(kBeginning, source.findings.size()) : source.findings.size();
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
      return most_frequent(words);
    }
    return {};
  }

  // How the source calls the intervention: the name that it uses most.
  std::string name_in_source(const AnswerSource& source) {
    std::map<std::string, int> names;
    family_ = {intervention_};
    for (const Finding& finding : source.findings) {
      for (const Mention& one : finding.interventions) {
        if (!is_given(one)) continue;
        family_.insert(one.id);
        if (!one.span.empty()) ++names[lower_ascii(one.span.of(source.document.text))];
      }
    }
    if (!names.empty()) return most_frequent(names);
    const VocabularyEntry* entry = evidence_.vocabulary->find_id(intervention_);
    return entry == nullptr ? std::string() : lower_ascii(entry->name);
  }

  std::string comparator_in(const AnswerSource& source) const {
    if (!effect_.against.empty()) {
      const VocabularyEntry* entry = evidence_.vocabulary->find_id(effect_.against);
      for (const Finding& finding : source.findings) {
        for (const Mention& one : finding.interventions) {
          if (is_against(one) && !one.span.empty()) return lower_ascii(one.span.of(source.document.text));
        }
      }
      return entry == nullptr ? std::string() : lower_ascii(entry->name);
    }
    const std::optional<Comparator> known = comparator_of_source(evidence_, source, intervention_);
    return known && !known->name.empty() ? known->name : "control";
  }

  bool is_against(const Mention& one) const {
    return !effect_.against.empty() &&
           (one.id == effect_.against || evidence_.vocabulary->is_a(one.id, effect_.against));
  }

  // The sentence names both, or the title does where the sentence names one or none.
  bool holds_against_asked(const AnswerSource& source, const Finding& finding) const {
    const auto against = [&](const Mention& one) { return is_against(one); };
    return against(finding.comparator) ||
           std::any_of(finding.interventions.begin(), finding.interventions.end(), against) ||
           std::any_of(source.title_interventions.begin(), source.title_interventions.end(), against);
  }

  std::optional<Comparator> comparator_for(const AnswerSource& source, const Finding& finding) const {
    if (effect_.against.empty()) return passive_comparator(evidence_, source, finding, intervention_);
    if (!holds_against_asked(source, finding)) return std::nullopt;
    const VocabularyEntry* entry = evidence_.vocabulary->find_id(effect_.against);
    return Comparator{effect_.against, entry == nullptr ? effect_.against : entry->name};
  }

  static std::string most_frequent(const std::map<std::string, int>& counts) {
    return std::max_element(counts.begin(), counts.end(),
                            [](const auto& a, const auto& b) { return a.second < b.second; })
        ->first;
  }

  // A kind that it is of ("hormones"), or a word of its name that no thesaurus knows ("the hormone group").
  bool is_related(const Mention& one) const {
    constexpr std::string_view kDiscovered = "text:";
    return is_given(one) || std::any_of(family_.begin(), family_.end(), [&](const std::string& id) {
             const VocabularyEntry* entry = evidence_.vocabulary->find_id(id);
             return evidence_.vocabulary->is_a(id, one.id) ||
                    (one.id.starts_with(kDiscovered) && entry != nullptr &&
                     has_phrase(lower_ascii(entry->name), lower_ascii(one.name)));
           });
  }

  // "Warfarin or heparin for thrombosis": held against another treatment.
  bool titled_with_another(const AnswerSource& source) const {
    return has_phrase(lower_ascii(source.document.record.title), "or") &&
           std::any_of(source.title_interventions.begin(), source.title_interventions.end(),
                       [&](const Mention& one) {
                         return !one.is_control && !is_related(one) && !is_against(one) &&
                                !one.id.starts_with("text:");
                       });
  }

  // The treatment asked about is the only one that the sentence tells of, or its title is about it where the
  // sentence names none.
  bool tells_of(const AnswerSource& source, const Finding& finding, std::string_view lower) const {
    bool named = false;
    for (const Mention& one : finding.interventions) {
      if (is_given(one)) {
        if (names_lack_or_level(one, finding, lower)) return false;
        named = true;
      }
      if (one.is_control || is_related(one) || is_against(one) || one.span.empty()) continue;
      const std::string_view behind = lower.substr(one.span.end - finding.sentence.start);
      if (!is_setting(lower, one.span.start - finding.sentence.start) && !behind.starts_with(" unit"))
        return false;
    }
    // What goes with what is told of no treatment unless the sentence names it.
    static constexpr std::string_view kTraits[] = {"associat*", "predict*", "correlat*", "genotype*",
                                                   "phenotype*"};
    return named || (!has_any_phrase(lower, kTraits) &&
                     std::any_of(source.title_interventions.begin(), source.title_interventions.end(),
                                 [&](const Mention& one) { return is_given(one); }));
  }

  // "Vitamin D deficiency", "oestrogen levels".
  static bool names_lack_or_level(const Mention& one, const Finding& finding, std::string_view lower) {
    if (one.span.empty()) return false;
    static constexpr std::string_view kBehind[] = {" defici",      "-defici",        " level", " status",
                                                   " insufficien", " concentration", " intake"};
    return starts_with_one_of(lower.substr(one.span.end - finding.sentence.start), kBehind);
  }

  // "With other supplements": more than what was asked about.
  bool is_given_with_more(const Finding& finding, std::string lower) const {
    for (const Mention& one : finding.interventions) {
      if (one.span.empty() || !is_given(one)) continue;
      const size_t bytes = one.span.end - one.span.start;
      lower.replace(one.span.start - finding.sentence.start, bytes, bytes, ' ');
    }
    static constexpr std::string_view kMore[] = {"in combination with", "combined with", "together with",
                                                 "given with other", "with other supplements"};
    return has_any_phrase(lower, kMore);
  }

  // "In the placebo group, no effects were evident"; "both beat placebo and did not differ from each other".
  bool tells_of_control_alone(std::string_view lower) const {
    static constexpr std::string_view kAlone[] = {"in the placebo group", "in the control group",
                                                  "in controls"};
    return starts_with_one_of(lower, kAlone) || (effect_.against.empty() && has_phrase(lower, "each other"));
  }

  // It is a result of this study, in all of its people, on what was asked.
  bool may_decide(const AnswerSource& source, const Finding& finding, std::string_view sentence,
                  const std::string& lower, const Quantity* estimate) const {
    if (finding.other_subject && source.naming < kInTitle && !effect_.in_whom.empty()) return false;
    if (finding.background || (finding.role.evidence < kResultMin && estimate == nullptr)) return false;
    const StudyDesign design = source.appraisal.design;
    const bool assigned = design == StudyDesign::kRandomisedTrial || design == StudyDesign::kSystematicReview;
    if (!assigned && estimate == nullptr && !compares_groups(lower)) return false;
    if (titled_with_another(source) && !names_control(sentence)) return false;
    return tells_of(source, finding, lower) && !repeats_others(source, finding) &&
           !tells_of_subgroup(sentence) && !tells_of_control_alone(lower) &&
           tells_what_was_found(source, sentence, lower) && !counts_together(lower) &&
           !calls_groups_by_letters(sentence) && !is_given_with_more(finding, lower) &&
           part_of_people(evidence_, main_statement(evidence_, finding, intervention_)).empty();
  }

  // What rules read of the outcome, where they read anything: both ways of reading must agree.
  std::optional<OutcomeChange> rule_change(const Finding& finding, std::string_view lower,
                                           const SoughtOutcome::Place& place) const {
    const OutcomePlace named{sought_.known_as(), sought_.wanted(), place.sense, true,
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
  std::optional<Change> change_of(const Finding& finding, const EffectEvidence& one, std::string_view lower,
                                  const SoughtOutcome::Place& place) const {
    if (says_both_ways(finding, lower)) return std::nullopt;
    const auto best = std::max_element(one.directions.begin(), one.directions.end());
    const int read = (static_cast<int>(best - one.directions.begin()) - 1) * sense_;
    const std::optional<OutcomeChange> by_rule = rule_change(finding, lower, place);
    if (by_rule && by_rule->estimate != nullptr) return Change{by_rule->change, by_rule->estimate};
    if (const Quantity* const estimate = estimate_beside(finding, place.span.end, lower)) {
      const int way = estimate->low > 1 ? 1 : estimate->high < 1 ? -1 : 0;
      // A hazard ratio of survival is one of death.
      return Change{estimate->measure == "HR" ? way : way * sense_, estimate};
    }
    if (by_rule)
      return by_rule->change == read && *best >= kDirectionMin ? std::optional(Change{read, nullptr})
                                                               : std::nullopt;
    const bool sure = *best >= kAloneDirectionMin && one.probability >= kAloneAnswersMin;
    return sure && bears_change(finding, lower, read) ? std::optional(Change{read, nullptr}) : std::nullopt;
  }

  std::optional<StudyVerdict> verdict_of(const AnswerSource& source, const EffectEvidence& one) const {
    const Finding& finding = *findings_[one.sentence];
    const auto& place = places_[one.sentence];
    if (!place || place->sense != sense_) return std::nullopt;
    const std::string_view sentence = sentences_[one.sentence].text;
    const std::string lower = lower_ascii(sentence);
    const std::optional<Change> change = change_of(finding, one, lower, *place);
    if (!change || !may_decide(source, finding, sentence, lower, change->estimate)) return std::nullopt;
    const std::optional<Comparator> comparator = comparator_for(source, finding);
    if (!comparator) return std::nullopt;
    const StudyDesign design = source.appraisal.design;
    const bool observed = design == StudyDesign::kCohort || design == StudyDesign::kCaseControl ||
                          design == StudyDesign::kReview;
    StudyVerdict verdict;
    verdict.intervention = intervention_;
    verdict.comparison = {&finding,         given_name(finding), comparator->id,
                          comparator->name, sought_.name(),      sought_.wanted(),
                          change->way,      change->estimate,    observed};
    verdict.certainty =
        one.probability *
        (change->estimate != nullptr ? 1 : *std::max_element(one.directions.begin(), one.directions.end()));
    return verdict;
  }

  std::string given_name(const Finding& finding) const {
    const auto given = std::find_if(finding.interventions.begin(), finding.interventions.end(),
                                    [&](const Mention& one) { return is_given(one); });
    if (given != finding.interventions.end()) return given->name;
    const VocabularyEntry* entry = evidence_.vocabulary->find_id(intervention_);
    return entry == nullptr ? std::string() : entry->name;
  }

  // A sentence that answers nearly as well says otherwise of the outcome, and of all people.
  bool is_contradicted(const AnswerSource& source, const EffectReading& reading, const EffectEvidence& chosen,
                       int change) const {
    for (const EffectEvidence& one : reading.evidence) {
      if (one.sentence == chosen.sentence) continue;
      if (one.probability < std::max(kAnswersMin, kHalf * chosen.probability)) return false;
      const auto best = std::max_element(one.directions.begin(), one.directions.end());
      const int way = (static_cast<int>(best - one.directions.begin()) - 1) * sense_;
      const auto& place = places_[one.sentence];
      const bool better = one.probability > chosen.probability;
      const std::string_view sentence = sentences_[one.sentence].text;
      if (*best >= kAloneDirectionMin && way != change && (place ? place->sense == sense_ : better) &&
          may_decide(source, *findings_[one.sentence], sentence, lower_ascii(sentence), nullptr))
        return true;
    }
    return false;
  }

  const Evidence& evidence_;
  const AskedEffect& effect_;
  std::string intervention_;
  SoughtOutcome& sought_;
  std::set<std::string> family_;  // ids by which the source at hand names it
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
