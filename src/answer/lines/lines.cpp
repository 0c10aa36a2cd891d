// What the sources say of each intervention, and the lines of therapy made of it.
#include "answer/lines/lines.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "answer/choice/finding_order.h"
#include "answer/choice/result_weight.h"
#include "answer/choice/torn_results.h"
#include "answer/lines/after_failure.h"
#include "answer/lines/caused_condition.h"
#include "answer/lines/failed_people.h"
#include "answer/lines/file_finding.h"
#include "answer/lines/getting_condition.h"
#include "answer/lines/given_together.h"
#include "answer/lines/left_out.h"
#include "answer/lines/line_ranks.h"
#include "answer/lines/listed_options.h"
#include "answer/lines/no_better.h"
#include "answer/lines/option_harms.h"
#include "answer/lines/option_names.h"
#include "answer/lines/people_asked.h"
#include "answer/lines/people_left_out.h"
#include "answer/lines/taken_back.h"
#include "answer/sections.h"
#include "answer/wording.h"
#include "base/ascii.h"
#include "evidence/people_limits.h"
#include "evidence/relevance.h"
#include "findings/cues.h"
#include "findings/names/combinations.h"
#include "reconcile/outcomes/plain_results.h"
#include "text/phrases.h"

namespace attest {

namespace {

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

// "Who do not respond to X should be switched to Y": no word for X.
bool is_switched_from(const Evidence& evidence, const Finding& finding, const Mention& mention) {
  static constexpr std::string_view kSwitched[] = {"switched to", "switch to", "changed to", "replaced by"};
  return has_any_phrase(lower_ascii(evidence.sentence_of(finding)), kSwitched) &&
         had_failed_itself(evidence, finding, mention.id, mention.name);
}

using ById = std::map<std::string, InterventionEvidence>;

// Something is told of those in whom a treatment has failed, and not only of what has failed.
bool tells_of_any(const ById& by_id, const FailedPeople& people) {
  return std::any_of(by_id.begin(), by_id.end(), [&](const auto& entry) {
    const InterventionEvidence& group = entry.second;
    return !people.has_failed(entry.first) && group.direct &&
           !(group.results.empty() && group.recommended.empty());
  });
}

// Where nothing is told of them, what is given to others may come next, and is said to be of others.
ById what_others_were_given(const ById& in_others, const FailedPeople& people) {
  ById given;
  for (const auto& [id, group] : in_others) {
    if (people.has_failed(id)) continue;
    given.emplace(id, group).first->second.of_others = true;
  }
  return given;
}

// "Golimumab + methotrexate" after methotrexate is golimumab, added to what went on.
void add_to_what_was_added(const std::vector<std::string>& failed, ById& by_id) {
  const auto append = [](std::vector<const Finding*>& to, const std::vector<const Finding*>& from) {
    std::copy_if(from.begin(), from.end(), std::back_inserter(to),
                 [&](const Finding* one) { return std::find(to.begin(), to.end(), one) == to.end(); });
  };
  for (auto whole = by_id.begin(); whole != by_id.end();) {
    std::vector<std::string> parts = parts_of_combination(whole->first);
    constexpr size_t kTwo = 2;
    const bool pair = parts.size() == kTwo;
    std::erase_if(parts, [&](const std::string& part) {
      return std::find(failed.begin(), failed.end(), part) != failed.end();
    });
    const auto added = pair && parts.size() == 1 ? by_id.find(parts.front()) : by_id.end();
    if (added == by_id.end()) {
      ++whole;
      continue;
    }
    const InterventionEvidence& from = whole->second;
    InterventionEvidence& to = added->second;
    append(to.results, from.results);
    append(to.harms, from.harms);
    append(to.doses, from.doses);
    append(to.recommended, from.recommended);
    append(to.after_failure, from.after_failure);
    to.direct = to.direct || from.direct;
    to.is_subject = to.is_subject || from.is_subject;
    to.weight += from.weight;
    whole = by_id.erase(whole);
  }
}

void leave_unranked(InterventionEvidence& group) {
  group.rank = 0;
  group.rank_reason.clear();
  group.rank_sentences.clear();
  group.rank_evidence = nullptr;
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
      if (people.gives_with_it(finding)) continue;
      const bool may_be_got =
          reports || finding.kind == FindingKind::kRecommendation || finding.kind == FindingKind::kHarm;
      if (may_be_got && got.is_outcome_of(finding)) continue;
      if (had_what_others_cannot(evidence, finding) || are_of_neighbouring_disease(evidence, finding))
        continue;
      // Who cannot take one treatment is given what others are given.
      const bool in_them = !people.asked() || people.not_tolerated() || people.are_those_of(finding);
      const std::vector<Mention> options = options_told_of(evidence, finding);
      const bool sole = options.size() == 1;
      for (const Mention& mention : options) {
        if (is_taken_back(finding, mention.id) || !may_be_given(mention.name) ||
            is_harmful_thing(evidence.question.asked, mention.name) ||
            left_out.holds(mention.id, mention.name) || people.is_first_elsewhere(finding, mention.id) ||
            is_part_of_product(evidence, finding, mention) ||
            (people.any_named() && is_switched_from(evidence, finding, mention)))
          continue;
        if (!in_them) {
          InterventionEvidence& others = in_others[mention.id];
          others.id = mention.id;
          others.name = mention.name;
          file_finding(evidence, finding, mention, sole, others);
          continue;
        }
        InterventionEvidence& group = by_id[mention.id];
        group.id = mention.id;
        group.name = mention.name;
        const bool failed_before = !finding.trigger.empty() && finding.kind != FindingKind::kRecommendation &&
                                   !has_phrase(trigger_lower, lower_ascii(mention.name));
        if (failed_before && source.about_condition) group.after_failure.push_back(&finding);
        file_finding(evidence, finding, mention, sole, group);
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
  if (people.any_named()) {
    const std::vector<std::string> failed = failed_in_question(evidence);
    add_to_what_was_added(failed, by_id);
    add_to_what_was_added(failed, in_others);
  }
  const bool of_others = people.any_named() && !tells_of_any(by_id, people);
  if (of_others) by_id = what_others_were_given(in_others, people);
  std::vector<InterventionEvidence> groups;
  for (auto& [id, group] : by_id) {
    const bool anything = !group.recommended.empty() || !group.results.empty() || !group.harms.empty() ||
                          !group.doses.empty() || !group.advised_against.empty();
    const bool advised = !group.recommended.empty() || !group.advised_against.empty();
    if (anything && group.direct && (group.is_subject || advised)) groups.push_back(std::move(group));
  }
  drop_causes(evidence, groups);
  rank_interventions(evidence, groups);
  if (of_others) std::for_each(groups.begin(), groups.end(), leave_unranked);
  for (InterventionEvidence& group : groups) add_of_others(in_others[group.id], group);
  std::sort(groups.begin(), groups.end(), [](const InterventionEvidence& a, const InterventionEvidence& b) {
    const int rank_a = a.rank == 0 ? 99 : a.rank;
    const int rank_b = b.rank == 0 ? 99 : b.rank;
    if (rank_a != rank_b) return rank_a < rank_b;
    if (a.narrow != b.narrow) return b.narrow;
    if (a.by_opinion != b.by_opinion) return b.by_opinion;
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
  constexpr size_t kRegimensMax = 4;
  constexpr size_t kResults = 5;
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
  const bool next = from_rank >= 2 && !people.not_tolerated() &&
                    (people.any_named() || !asks_of_refractory(evidence.question));
  for (const InterventionEvidence& group : interventions) {
    // Regimens stand beside the options that they are made of.
    const auto regimens = std::count_if(lines.begin(), lines.end(), [](const TherapyLine& line) {
      return is_combination(line.intervention_id);
    });
    if (lines.size() >= kLinesMax + std::min<size_t>(static_cast<size_t>(regimens), kRegimensMax)) break;
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
    line.of_others = group.of_others;
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
    // What it did in others stands behind, and is no more than a few.
    add_results(group.results_of_all, kOptionResult, kFewResults);
    if (clinician && line.statements.empty()) add_results(group.recommended, kOptionAdvice, 2);
    // "Prednisolone 40 mg daily", of a chapter's list.
    if (clinician && line.statements.empty()) add_results(doses_of_chapter(group), kOptionDose, 1);
    if (!reason_first) add_reason();
    // What praises it and takes it back elsewhere is told with that.
    for (const Finding* finding : taken_back(evidence, group.id, line.statements)) {
      if (clinician && line.harms.size() < kHarms) line.harms.push_back(quote_finding(evidence, *finding));
    }
    std::vector<const Finding*> harms = group.harms;
    prefer_named_harms(evidence, harms);
    for (const Finding* finding : pick_findings(evidence, weigh(reader, harms, kOptionHarm, group.id), least,
                                                clinician ? kHarms : harms.size())) {
      if (line.harms.size() >= kHarms) break;
      std::optional<Statement> statement = word_for_audience(evidence, *finding, group.id);
      const bool told =
          statement && std::any_of(line.harms.begin(), line.harms.end(),
                                   [&](const Statement& one) { return one.text == statement->text; });
      if (statement && !told) line.harms.push_back(std::move(*statement));
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
