// What the sources say of each intervention, and the lines of therapy made of it.
#include "answer/lines/lines.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "answer/choice/finding_order.h"
#include "answer/choice/result_weight.h"
#include "answer/choice/torn_results.h"
#include "answer/lines/advised_against.h"
#include "answer/lines/after_failure.h"
#include "answer/lines/caused_condition.h"
#include "answer/lines/failed_people.h"
#include "answer/lines/getting_condition.h"
#include "answer/lines/left_out.h"
#include "answer/lines/line_ranks.h"
#include "answer/lines/listed_options.h"
#include "answer/lines/moved_on_to.h"
#include "answer/lines/no_better.h"
#include "answer/lines/option_harms.h"
#include "answer/lines/option_names.h"
#include "answer/lines/option_results.h"
#include "answer/lines/people_asked.h"
#include "answer/sections.h"
#include "answer/wording.h"
#include "base/ascii.h"
#include "evidence/animal_subjects.h"
#include "evidence/indication.h"
#include "evidence/people_limits.h"
#include "evidence/relevance.h"
#include "findings/cues.h"
#include "findings/effects/less_harm.h"
#include "question/asks_to_prevent.h"
#include "reconcile/outcomes/plain_results.h"
#include "text/phrases.h"

namespace attest {

namespace {

bool in_title(const AnswerSource& source, const std::string& id) {
  return std::any_of(source.title_interventions.begin(), source.title_interventions.end(),
                     [&](const Mention& mention) { return mention.id == id; });
}

double design_weight(const AnswerSource& source) {
  return 1.0 / (1.0 + design_rank(source.appraisal.design));
}

// "Treat each newly enrolled patient with X": a protocol's order, unless the sentence names the condition.
bool is_order_of_study(const Evidence& evidence, const Finding& finding, const AdviceStatement& advice) {
  const AnswerSource& source = evidence.source_of(finding);
  return !advises(source) && finding.condition_match != 2 &&
         cues::is_order(lower_ascii(advice.cue.of(source.document.text)));
}

// "None of them improved", "the drug was well tolerated": who or what that is stands in another sentence,
// unless the title names it.
bool stands_for_another(const AnswerSource& source, const Mention& mention, std::string_view lower) {
  static constexpr std::string_view kPeople[] = {"none of them", "neither of them", "both of them",
                                                 "all of them",  "most of them",    "of them ",
                                                 "they ",        "of these "};
  static constexpr std::string_view kThings[] = {"it ", "the drug ", "this drug ", "the former",
                                                 "the latter"};
  const auto opens = [lower](std::string_view opening) { return lower.starts_with(opening); };
  return std::any_of(std::begin(kPeople), std::end(kPeople), opens) ||
         (std::any_of(std::begin(kThings), std::end(kThings), opens) && !in_title(source, mention.id));
}

void file_finding(const Evidence& evidence, const Finding& finding, const Mention& mention,
                  InterventionEvidence& group) {
  const AnswerSource& source = evidence.source_of(finding);
  const std::string lower = lower_ascii(evidence.sentence_of(finding));
  const bool sole = finding.interventions.size() == 1;
  if (cues::move_on(lower) && !is_moved_on_to(finding, mention, lower)) group.move_on.push_back(&finding);
  switch (finding.kind) {
    case FindingKind::kRecommendation:
      if (const AdviceStatement* advice = advice_on(finding, mention.id);
          advice != nullptr && advice->against) {
        if (advises_against_use(lower)) group.advised_against.push_back(&finding);
      } else if (asks_to_prevent(evidence.question)) {
        // Asked for what prevents attacks, what treats them is no answer.
        if (!cues::prevention(lower) && !cues::prevention(lower_ascii(source.document.record.title))) return;
        if (advice == nullptr && line_said_of(finding, mention.id) == 0) return;
        group.recommended.push_back(&finding);
      } else if (is_treatment_question(evidence.question) && cues::prevention_alone(lower)) {
        return;  // "immunisation is recommended for those at risk": no treatment
      } else if (advice != nullptr && !is_order_of_study(evidence, finding, *advice)) {
        group.recommended.push_back(&finding);
      } else if (line_said_of(finding, mention.id) != 0) {
        group.recommended.push_back(&finding);
      } else {
        return;
      }
      break;
    case FindingKind::kRate:
    case FindingKind::kEffect:
      if (!has_results_in_people(source.appraisal.design) &&
          source.appraisal.design != StudyDesign::kUnclear &&
          source.appraisal.design != StudyDesign::kReview && !is_guidance(source)) {
        return;
      }
      if (speaks_of_animals(source, lower) || stands_for_another(source, mention, lower) ||
          !is_result_of_option(evidence, finding, mention))
        return;
      group.results.push_back(&finding);
      break;
    case FindingKind::kHarm:
      if (!tells_of_less_harm(lower)) {
        if (tells_nothing_of_harm(finding, evidence.sentence_of(finding))) return;
        group.harms.push_back(&finding);
        break;
      }
      if (!is_result_of_option(evidence, finding, mention)) return;
      group.results.push_back(&finding);
      break;
    case FindingKind::kDose:
      if (speaks_of_animals(source, lower)) return;
      if (std::find(finding.dose_of.begin(), finding.dose_of.end(), mention.id) == finding.dose_of.end())
        return;
      if (is_for_another_chapter(source, finding) || is_dose_for_other(evidence, finding)) return;
      group.doses.push_back(&finding);
      // What a guideline for the condition, or under a heading for it, doses it recommends.
      if (is_guidance(source) && source.about_condition &&
          (source.naming == 3 || (finding.condition_above && finding.condition_match == 2)))
        group.recommended.push_back(&finding);
      break;
    case FindingKind::kDuration: group.durations.push_back(&finding); break;
    case FindingKind::kUncertainty: group.doubts.push_back(&finding); break;
    default: return;
  }
  if (in_title(source, mention.id) || sole) group.is_subject = true;
  if (finding.condition_match == 2 || source.naming == 3) group.direct = true;
  const double named = finding.condition_match == 2 ? 1.0 : 0.5;
  group.weight += design_weight(source) * named * (0.5 + static_cast<double>(finding.relevance));
}

// What is recommended by giving its dose.
std::vector<const Finding*> doses_of_chapter(const InterventionEvidence& group) {
  std::vector<const Finding*> doses;
  std::copy_if(group.recommended.begin(), group.recommended.end(), std::back_inserter(doses),
               [](const Finding* one) { return one->kind == FindingKind::kDose; });
  return doses;
}

// What is called a later line is told with what it does and does to others too.
void add_of_others(const InterventionEvidence& others, InterventionEvidence& group) {
  if (group.rank < 2) return;
  group.results_of_all = others.results;
  group.harms.insert(group.harms.end(), others.harms.begin(), others.harms.end());
  group.doses.insert(group.doses.end(), others.doses.begin(), others.doses.end());
}

}  // namespace

std::vector<InterventionEvidence> gather_interventions(const Evidence& evidence) {
  std::map<std::string, InterventionEvidence> by_id;
  std::map<std::string, InterventionEvidence> in_others;  // than those in whom something has failed
  // Much less to the point than the best, it says nothing; who took part is told elsewhere than what came of
  // it.
  constexpr float kRelevanceShareMin = 0.5f;
  constexpr float kNextShareMin = 0.3f;
  const FailedPeople people(evidence);
  float least = 0;
  for (const AnswerSource& source : evidence.sources) {
    for (const Finding& finding : source.findings)
      least = std::max(least, (people.asked() ? kNextShareMin : kRelevanceShareMin) * finding.relevance);
  }
  const ConditionGot got(evidence);
  const LeftOut left_out(evidence);
  for (const AnswerSource& source : evidence.sources) {
    if (!evidence.reports_evidence(source) || is_of_children_where_adults_asked(evidence, source)) continue;
    for (const Finding& finding : source.findings) {
      const std::string trigger_lower = lower_ascii(finding.trigger);
      const bool reports = finding.kind == FindingKind::kRate || finding.kind == FindingKind::kEffect;
      if (reports && finding.relevance < least && !is_guidance(source)) continue;
      if (finding.condition_match == 0 || !bears_on_question(evidence.question, finding)) continue;
      if ((reports || finding.kind == FindingKind::kRecommendation) && got.is_outcome_of(finding)) continue;
      const bool in_them = !people.asked() || people.are_those_of(finding);
      for (const Mention& mention : finding.interventions) {
        if (is_taken_back(finding, mention.id) || !may_be_given(mention.name) ||
            is_harmful_thing(evidence.question.asked, mention.name) ||
            left_out.holds(mention.id, mention.name) || people.is_first_elsewhere(finding, mention.id) ||
            is_part_of_product(evidence, finding, mention))
          continue;
        if (!in_them) {
          file_finding(evidence, finding, mention, in_others[mention.id]);
          continue;
        }
        InterventionEvidence& group = by_id[mention.id];
        group.id = mention.id;
        group.name = mention.name;
        const bool failed_before = !finding.trigger.empty() && finding.kind != FindingKind::kRecommendation &&
                                   !has_phrase(trigger_lower, lower_ascii(mention.name));
        if (failed_before && source.about_condition) group.after_failure.push_back(&finding);
        file_finding(evidence, finding, mention, group);
        // A sentence on those in whom it failed is about what they were given.
        if (people.asked() && reports && !mention.is_control && people.tells_itself(finding))
          group.is_subject = true;
      }
      // "When botulinum toxin fails, …": the thing named inside the trigger is what one moves on from.
      if (!finding.trigger.empty() && cues::move_on(lower_ascii(evidence.sentence_of(finding)))) {
        Stemmer stemmer;
        for (const VocabularyMatch& match :
             evidence.vocabulary->match(finding.trigger, tokenize(finding.trigger), stemmer)) {
          const VocabularyEntry& entry = evidence.vocabulary->entry(match.entry);
          if (entry.role != ConceptRole::kIntervention || entry.is_control) continue;
          InterventionEvidence& group = by_id[entry.id];
          group.id = entry.id;
          group.name = entry.name;
          group.move_on.push_back(&finding);
        }
      }
    }
  }
  std::vector<InterventionEvidence> groups;
  for (auto& [id, group] : by_id) {
    const bool anything = !group.recommended.empty() || !group.results.empty() || !group.harms.empty() ||
                          !group.doses.empty() || !group.advised_against.empty();
    const bool advised = !group.recommended.empty() || !group.advised_against.empty();
    if (anything && group.direct && (group.is_subject || advised)) groups.push_back(std::move(group));
  }
  drop_causes(evidence, groups);
  rank_interventions(evidence, groups);
  for (InterventionEvidence& group : groups) add_of_others(in_others[group.id], group);
  std::sort(groups.begin(), groups.end(), [](const InterventionEvidence& a, const InterventionEvidence& b) {
    const int rank_a = a.rank == 0 ? 99 : a.rank;
    const int rank_b = b.rank == 0 ? 99 : b.rank;
    if (rank_a != rank_b) return rank_a < rank_b;
    if (a.narrow != b.narrow) return b.narrow;
    if (a.rank == 1 && a.ranked_by != b.ranked_by) return a.ranked_by > b.ranked_by;
    if (a.weight != b.weight) return a.weight > b.weight;
    return a.id < b.id;
  });
  return groups;
}

namespace {

// Results of one source stand together and in its own order: first what was found at first, what was only
// measured in the laboratory last.
std::vector<const Finding*> together_by_source(const Evidence& evidence, std::vector<const Finding*> picked) {
  std::stable_sort(picked.begin(), picked.end(), [&](const Finding* a, const Finding* b) {
    return lateness_of_result(evidence.sentence_of(*a)) < lateness_of_result(evidence.sentence_of(*b));
  });
  std::vector<const Finding*> ordered;
  std::set<uint32_t> sources;
  for (const Finding* first : picked) {
    if (!sources.insert(first->source).second) continue;
    const auto from = static_cast<std::ptrdiff_t>(ordered.size());
    std::copy_if(picked.begin(), picked.end(), std::back_inserter(ordered),
                 [&](const Finding* finding) { return finding->source == first->source; });
    std::sort(ordered.begin() + from, ordered.end(), [&](const Finding* a, const Finding* b) {
      const int late_a = lateness_of_result(evidence.sentence_of(*a));
      const int late_b = lateness_of_result(evidence.sentence_of(*b));
      return late_a != late_b ? late_a < late_b : a->sentence < b->sentence;
    });
  }
  return ordered;
}

}  // namespace

std::vector<TherapyLine> word_lines(const Evidence& evidence, const PertinenceReader& reader,
                                    const std::vector<InterventionEvidence>& interventions) {
  constexpr size_t kLinesMax = 7;
  constexpr size_t kResults = 5;
  constexpr size_t kResultsOfAll = 4;
  constexpr size_t kHarms = 2;
  constexpr size_t kDoses = 4;
  constexpr double kWeightMin = 0.15;
  std::vector<TherapyLine> lines;
  // For other readers than clinicians more is kept, since less of it can be put plainly.
  const float wanted = evidence.audience == Audience::kClinician ? kPertinenceMin : kPertinenceMinPlain;
  const std::vector<std::string> asked = asked_interventions(evidence);
  std::set<std::string> shown;  // sentences that an option without a rank need not repeat
  ListedOptions listed;
  const bool clinician = evidence.audience == Audience::kClinician;
  // Who asks what comes next has read what comes first.
  const int from_rank = evidence.question.line_of_therapy;
  const FailedPeople people(evidence);
  const bool next = from_rank >= 2 && (people.any_named() || !asks_of_refractory(evidence.question));
  for (const InterventionEvidence& group : interventions) {
    if (lines.size() >= kLinesMax) break;
    if (next && group.rank != 0 && group.rank < from_rank) continue;
    if (group.rank == 0 &&
        (group.weight < kWeightMin || (group.results.empty() && group.recommended.empty())))
      continue;
    // Of an option that the question names, more is worth telling.
    constexpr float kAskedShare = 0.5f;
    const bool is_asked = std::find(asked.begin(), asked.end(), group.id) != asked.end();
    const float least = is_asked || people.asked() ? kAskedShare * wanted : wanted;
    TherapyLine line;
    line.rank = group.rank;
    line.intervention = group.name;
    line.intervention_id = group.id;
    line.plain_name = plain_name(evidence, group.id, group.name);
    line.rank_reason = group.rank_reason;
    line.rank_may_go = group.rank_evidence != nullptr;
    for (const Finding* finding : group.rank_sentences) line.ranked_by.push_back(cite(evidence, *finding));
    const auto add_results = [&](const std::vector<const Finding*>& findings, std::string_view place,
                                 size_t count) {
      size_t added = 0;
      const std::vector<const Finding*> picked = pick_findings(
          evidence, weigh(reader, findings, place, group.id), least, clinician ? count : findings.size());
      for (const Finding* finding : clinician ? together_by_source(evidence, picked) : picked) {
        if (added >= count) break;
        std::optional<Statement> statement = word_for_audience(evidence, *finding, group.id);
        if (!statement) continue;
        if (statement->quoted && is_torn_result(lower_ascii(statement->text))) continue;
        if (!clinician && statement->quoted && !tells_benefit(lower_ascii(statement->text))) continue;
        const int index = static_cast<int>(line.statements.size());
        for (Outcome& outcome : outcomes_of(evidence, *finding, group.id)) {
          outcome.statement = index;
          line.outcomes.push_back(std::move(outcome));
        }
        line.statements.push_back(std::move(*statement));
        ++added;
      }
    };
    // Who calls it the first treatment stands before what it achieves; why an operation comes late, after.
    const bool reason_first = group.rank == 1;
    const auto add_reason = [&] {
      if (clinician && group.rank_evidence != nullptr)
        line.statements.push_back(quote_finding(evidence, *group.rank_evidence));
    };
    if (reason_first) add_reason();
    const Finding* no_better = clinician ? no_better_than_placebo(evidence, group) : nullptr;
    if (no_better != nullptr) line.statements.push_back(quote_finding(evidence, *no_better));
    // What studies counted stands before what guidance says of it, which only fills up.
    std::vector<const Finding*> counted;
    std::vector<const Finding*> by_guidance;
    std::vector<const Finding*> results = group.results;
    prefer_people_asked(evidence, results);
    for (const Finding* one : results) {
      if (one == no_better) continue;
      (is_guidance(evidence.source_of(*one)) ? by_guidance : counted).push_back(one);
    }
    constexpr size_t kFewResults = 2;
    const size_t wanted_in_all = line.statements.size() + kFewResults;
    add_results(counted, kOptionResult, clinician ? kResults : 3);
    if (line.statements.size() < wanted_in_all)
      add_results(by_guidance, kOptionResult, wanted_in_all - line.statements.size());
    add_results(group.results_of_all, kOptionResult, kResultsOfAll);
    if (clinician && line.statements.empty()) add_results(group.recommended, kOptionAdvice, 2);
    // "Prednisolone 40 mg daily", of a chapter's list.
    if (clinician && line.statements.empty()) add_results(doses_of_chapter(group), kOptionDose, 1);
    if (!reason_first) add_reason();
    std::vector<const Finding*> harms = group.harms;
    prefer_named_harms(evidence, harms);
    for (const Finding* finding : pick_findings(evidence, weigh(reader, harms, kOptionHarm, group.id), least,
                                                clinician ? kHarms : harms.size())) {
      if (line.harms.size() >= kHarms) break;
      if (auto statement = word_for_audience(evidence, *finding, group.id))
        line.harms.push_back(std::move(*statement));
    }
    if (clinician) {  // patients get no doses
      for (const Finding* finding :
           pick_findings(evidence, weigh(reader, group.doses, kOptionDose, group.id), least, kDoses)) {
        Statement dose = quote_finding(evidence, *finding);
        const bool told =
            std::any_of(line.statements.begin(), line.statements.end(), [&](const Statement& statement) {
              return statement.citations.front().quote == dose.citations.front().quote;
            });
        if (!told) line.doses.push_back(std::move(dose));
      }
      for (const Finding* finding : pick_findings(evidence, group.move_on, 2))
        line.move_on_when.push_back(quote_finding(evidence, *finding));
    }
    const bool news = std::any_of(
        line.statements.begin(), line.statements.end(),
        [&](const Statement& statement) { return !shown.contains(statement.citations.front().quote); });
    // A member of which only the sentence about its class tells ("dopamine agonists such as…") is named
    // there.
    const bool told_by_class =
        !line.statements.empty() && line.harms.empty() && line.doses.empty() && line.move_on_when.empty() &&
        std::any_of(lines.begin(), lines.end(), [&](const TherapyLine& before) {
          return before.rank == group.rank && evidence.vocabulary->is_a(group.id, before.intervention_id);
        });
    if (group.rank == 0 || told_by_class) {
      if (!news) {
        if (!told_by_class && !line.statements.empty()) listed.add(evidence, group, line);
        continue;
      }
    } else if (line.statements.empty() && line.harms.empty() && line.doses.empty()) {
      continue;  // a rank for which nothing is quoted
    }
    for (const Statement& statement : line.statements) shown.insert(statement.citations.front().quote);
    lines.push_back(std::move(line));
  }
  listed.join(lines);
  return lines;
}

}  // namespace attest
