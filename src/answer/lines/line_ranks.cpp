// Ranks come from what sources say, in this order: a guideline or review that calls an intervention
// first-line or recommends it without condition (1); reports that give it after another treatment has failed,
// or call it second-line (2); a source that keeps it for last, or that wants conservative treatment first
// while the intervention is an operation (3). What no source ranks stays 0. Invasiveness alone never ranks
// anything.
#include "answer/lines/line_ranks.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include <fmt/format.h>

#include "answer/choice/finding_order.h"
#include "answer/lines/added_to_another.h"
#include "answer/lines/after_failure.h"
#include "answer/lines/failed_people.h"
#include "answer/lines/no_better.h"
#include "answer/sections.h"
#include "answer/wording.h"
#include "base/ascii.h"
#include "evidence/indication.h"
#include "evidence/people_limits.h"
#include "findings/advice/stance.h"
#include "findings/cues.h"
#include "text/phrases.h"

namespace attest {

namespace {

// "If X is not tolerated" opened its sentence, and stands within one here.
std::string as_in_sentence(std::string trigger) {
  if (trigger.size() > 1 && is_lower(trigger[1])) trigger.front() = to_lower(trigger.front());
  return trigger;
}

// Interventions named inside a finding's trigger: what had failed.
bool trigger_names_first_line(const Finding& finding, const std::set<std::string>& first_line_names) {
  const std::string lower = lower_ascii(finding.trigger);
  if (has_phrase(lower, "conservative*")) return true;
  return std::any_of(first_line_names.begin(), first_line_names.end(),
                     [&](const std::string& name) { return has_phrase(lower, name); });
}

// Sources by name, and the sentence of each that is named.
struct Listed {
  std::string labels;
  std::vector<const Finding*> sentences;
};

// `of`: a thing; what each source limits its statement to goes with its label.
Listed list_labels(const Evidence& evidence, const std::vector<const Finding*>& findings,
                   std::string_view of = {}) {
  constexpr size_t kLabels = 4;
  std::vector<std::string> labels;
  std::set<uint32_t> seen;
  std::vector<Computation> ignored;
  Listed list;
  for (const Finding* finding : findings) {
    if (!seen.insert(finding->source).second) continue;
    std::string label = source_label(evidence.source_of(*finding), ignored);
    if (const Indication told = of.empty() ? Indication{} : indication_of(evidence, *finding, of);
        told.fit == IndicationFit::kNarrower)
      label += ": " + told.words;
    if (std::find(labels.begin(), labels.end(), label) != labels.end()) continue;
    labels.push_back(std::move(label));
    if (list.sentences.size() < kLabels) list.sentences.push_back(finding);
  }
  for (size_t i = 0; i < labels.size() && i < kLabels; ++i) list.labels += (i > 0 ? "; " : "") + labels[i];
  if (labels.size() > kLabels) list.labels += fmt::format("; and {} more", labels.size() - kLabels);
  return list;
}

// "Should be treated conservatively", "conservative treatment first is recommended": advice, in the clause
// that says so. That some people were treated so orders nothing.
bool wants_conservative_first(const Finding& finding, std::string_view lower) {
  if (finding.other_subject && finding.condition_match != 2) return false;
  static constexpr std::string_view kAdvises[] = {
      "should", "must", "recommend*", "advise", "advises", "advised", "suggest", "suggests", "is indicated"};
  static constexpr std::string_view kNot[] = {"not",         "never",      "against", "no longer",
                                              "rather than", "instead of", "unclear", "whether"};
  for (const std::string_view phrase : {"conservative treatment first", "treated conservatively"}) {
    for (size_t at = find_phrase(lower, phrase); at != std::string_view::npos;
         at = find_phrase(lower, phrase, at + 1)) {
      const Clause clause = clause_at(lower, at);
      const std::string_view words = lower.substr(clause.start, clause.end - clause.start);
      const std::string_view up_to = words.substr(0, at + phrase.size() - clause.start);
      // What advises stands before those treated so: "patients treated conservatively should be followed".
      const bool advised = has_any_phrase(phrase.starts_with("treated") ? up_to : words, kAdvises);
      const bool of_study = has_phrase(up_to, "were treated") || has_phrase(up_to, "was treated");
      if (advised && !of_study && !has_any_phrase(words, kNot)) return true;
    }
  }
  return false;
}

// "Consider also X", "give X" without the condition's name: some step of a chapter, which tells no place.
bool is_step_of_chapter(const Evidence& evidence, const Finding& finding, std::string_view intervention) {
  const AdviceStatement* advice = advice_on(finding, intervention);
  if (advice == nullptr) return false;
  const std::string& text = evidence.source_of(finding).document.text;
  if (!cues::is_order(lower_ascii(advice->cue.of(text)))) return false;
  const std::string clause = lower_ascii(advice->clause.of(text));
  return finding.condition_match != 2 || has_phrase(clause, "also") || has_phrase(clause, "adding");
}

// "Are first-line options in certain settings": in which is not said, and elsewhere they are not.
bool is_for_some_only(const Evidence& evidence, const Finding& finding, std::string_view intervention) {
  static constexpr std::string_view kSome[] = {"in certain", "in some",         "in selected", "in a subset",
                                               "in rare",    "for some",        "for certain", "for selected",
                                               "in special", "once considered", "formerly",    "historically",
                                               "used to be", "were considered"};
  const LineStatement* line = line_statement_of(finding, intervention);
  return line != nullptr &&
         has_any_phrase(lower_ascii(line->clause.of(evidence.source_of(finding).document.text)), kSome);
}

// "Should be reserved for specialist care": by whom, not when.
bool is_for_specialists(const Evidence& evidence, const Finding& finding) {
  return has_phrase(lower_ascii(evidence.sentence_of(finding)), "reserved for specialist*");
}

void rank_by_sources(const Evidence& evidence, std::vector<InterventionEvidence>& groups) {
  std::set<std::string> first_line_names;
  const std::vector<std::string> failed = failed_in_question(evidence);
  const FailedPeople people(evidence);
  for (const std::string& id : failed) {
    if (const VocabularyEntry* entry = evidence.vocabulary->find_id(id); entry != nullptr)
      first_line_names.insert(lower_ascii(entry->name));
  }
  // What has failed is not what comes next, but others may come after it.
  std::erase_if(groups, [&](const InterventionEvidence& group) {
    const bool had_failed = people.has_failed(group.id);
    if (had_failed) first_line_names.insert(lower_ascii(group.name));
    return had_failed;
  });
  for (InterventionEvidence& group : groups) {
    std::vector<const Finding*> guidance;
    std::vector<const Finding*> named_first;
    std::vector<const Finding*> later;
    std::vector<const Finding*> for_narrower;
    std::vector<const Finding*> advised_for_narrower;
    for (const Finding* finding : group.recommended) {
      const AnswerSource& source = evidence.source_of(*finding);
      if ((!source.about_condition && !is_guidance(source)) ||
          source.status.status == PublicationStatus::kSuperseded)
        continue;
      // "X, not Y, is the first-line treatment": only of X.
      const int line = line_said_of(*finding, group.id);
      if (!finding->lines.empty() && line == 0) continue;
      const Indication indication = indication_of(evidence, *finding, group.id);
      if (indication.fit == IndicationFit::kOther || indication.other_people) continue;
      if (is_added_to_another(evidence, *finding, group.id)) continue;
      // A dose in a guideline recommends the drug and says nothing of its place.
      if (finding->kind == FindingKind::kDose && finding->line_of_therapy == 0) continue;
      // "Thiamine is the treatment of choice", in a text on what alcohol does: of that.
      if (finding->other_subject && finding->condition_match != 2 && source.naming == 3) {
        static constexpr std::string_view kFrom[] = {"at risk",      "due to", "caused by", "complicat*",
                                                     "secondary to", "from",   "induced"};
        if (has_any_phrase(lower_ascii(source.document.record.title), kFrom)) continue;
      }
      if (is_after_another(evidence, *finding, failed)) continue;
      if (line == 1 && is_for_some_only(evidence, *finding, group.id)) continue;
      if (line < 2 && is_before_refractory(evidence, *finding, group.id)) continue;
      if (is_for_specialists(evidence, *finding)) continue;
      if (line >= 2 || !finding->trigger.empty()) {
        if (line < 2 && had_failed_itself(evidence, *finding, group.id, group.name)) continue;
        if (line < 2 && people.not_tolerated() && !people.tells_itself(*finding)) continue;
        later.push_back(finding);
      } else if (indication.fit == IndicationFit::kNarrower && !(indication.only_excepts && line != 1)) {
        if (line == 1)
          for_narrower.push_back(finding);
        else if (indication.by_title && is_guidance(source) &&
                 !is_step_of_chapter(evidence, *finding, group.id))
          advised_for_narrower.push_back(finding);
      } else if (line == 1) {
        named_first.push_back(finding);
        if (is_guidance(source)) guidance.push_back(finding);
      } else if (is_guidance(source) && !is_step_of_chapter(evidence, *finding, group.id)) {
        guidance.push_back(finding);
      }
    }
    // What is first only for something narrower stands behind, and says so.
    group.narrow =
        guidance.empty() && named_first.empty() && !(for_narrower.empty() && advised_for_narrower.empty());
    if (group.narrow) {
      named_first = for_narrower;
      std::copy_if(for_narrower.begin(), for_narrower.end(), std::back_inserter(guidance),
                   [&](const Finding* finding) { return is_guidance(evidence.source_of(*finding)); });
      if (for_narrower.empty()) guidance = advised_for_narrower;
    }
    std::set<uint32_t> bodies;
    for (const Finding* finding : named_first) bodies.insert(evidence.source_of(*finding).study);
    group.ranked_by = bodies.size();
    group.by_opinion =
        guidance.empty() && !named_first.empty() &&
        std::none_of(named_first.begin(), named_first.end(), [&](const Finding* finding) {
          return evidence.source_of(*finding).appraisal.design == StudyDesign::kSystematicReview;
        });
    if (!guidance.empty() || !named_first.empty()) {
      group.rank = 1;
      const bool called = !named_first.empty();
      Listed by = list_labels(evidence, guidance.empty() ? named_first : guidance, group.id);
      group.rank_reason = fmt::format(
          "{} ({})", called ? "called first-line or recommended first" : "recommended without condition",
          by.labels);
      group.rank_sentences = std::move(by.sentences);
      if (guidance.empty()) group.rank_evidence = pick_findings(evidence, named_first, 1).front();
      first_line_names.insert(lower_ascii(group.name));
    } else if (!later.empty()) {
      group.rank = std::max(2, line_said_of(*later.front(), group.id));
      Listed by = list_labels(evidence, later, group.id);
      group.rank_reason = fmt::format(
          "{} {} ({})", advice_on(*later.front(), group.id) == nullptr ? "named" : "recommended",
          later.front()->trigger.empty() ? "as a later line" : as_in_sentence(later.front()->trigger),
          by.labels);
      group.rank_sentences = std::move(by.sentences);
    }
  }
  // A body that recommends several things without saying an order leaves them side by side in rank 1.
  for (InterventionEvidence& group : groups) {
    if (group.rank == 1) continue;
    std::vector<const Finding*> after;
    for (const Finding* finding : group.after_failure) {
      if (people.not_tolerated() && !people.tells_itself(*finding)) continue;
      if (trigger_names_first_line(*finding, first_line_names) &&
          !had_failed_itself(evidence, *finding, group.id, group.name) &&
          !is_after_another(evidence, *finding, failed) && was_given_after(evidence, *finding, group.id))
        after.push_back(finding);
    }
    if (!after.empty() && group.rank == 0) {
      group.rank = 2;
      const std::string& trigger = after.front()->trigger;
      const bool of_people = trigger.starts_with("in whom") || trigger.starts_with("who ");
      Listed by = list_labels(evidence, after);
      group.rank_reason = fmt::format("given {}{} ({})", of_people ? "to people " : "", trigger, by.labels);
      group.rank_sentences = std::move(by.sentences);
      group.after_failure = after;
    }
  }
  // Operations, where a source wants conservative treatment first.
  const Finding* conservative_first = nullptr;
  for (const AnswerSource& source : evidence.sources) {
    if (!evidence.usable(source)) continue;
    for (const Finding& finding : source.findings) {
      const std::string lower = lower_ascii(evidence.sentence_of(finding));
      if (!wants_conservative_first(finding, lower) || names_other_people(evidence, lower)) continue;
      if (conservative_first == nullptr || finding.condition_match > conservative_first->condition_match)
        conservative_first = &finding;
    }
  }
  for (InterventionEvidence& group : groups) {
    if (group.rank != 0 || conservative_first == nullptr || (group.results.empty() && group.harms.empty()))
      continue;
    const bool operation = evidence.vocabulary->is_a(group.id, "attest:surgery") ||
                           has_phrase(lower_ascii(group.name), "surgery") ||
                           has_phrase(lower_ascii(group.name), "division*") ||
                           has_phrase(lower_ascii(group.name), "resection");
    if (!operation) continue;
    int last = 1;
    for (const InterventionEvidence& other : groups) last = std::max(last, other.rank);
    group.rank = std::min(3, last + 1);
    std::vector<Computation> ignored;
    group.rank_reason = "an operation, and conservative treatment comes first (" +
                        source_label(evidence.source_of(*conservative_first), ignored) + ")";
    group.rank_sentences = {conservative_first};
    group.rank_evidence = conservative_first;
  }
}

// "Antihypertensives" for hypertension: a name that says no more than the question does.
bool named_after_condition(const Evidence& evidence, std::string_view name) {
  constexpr size_t kLettersMin = 6;
  constexpr std::string_view kAnti = "anti";
  const std::string lower = lower_ascii(name);
  if (!lower.starts_with(kAnti)) return false;
  for (const Concept& asked : evidence.question.concepts) {
    if (asked.role != ConceptRole::kCondition) continue;
    for (const ConceptVariant& variant : asked.variants) {
      const std::string condition = lower_ascii(variant.words).substr(0, kLettersMin);
      if (condition.size() == kLettersMin && lower.compare(kAnti.size(), kLettersMin, condition) == 0)
        return true;
    }
  }
  return false;
}

void drop_classes(const Evidence& evidence, std::vector<InterventionEvidence>& groups) {
  // What a trial of the class itself found ("exposure") is said of no member ("systematic desensitisation").
  const auto has_own_trial = [&](const InterventionEvidence& group, const InterventionEvidence& member) {
    return std::any_of(group.results.begin(), group.results.end(), [&](const Finding* finding) {
      const AnswerSource& source = evidence.source_of(*finding);
      const bool in_title = std::any_of(source.title_interventions.begin(), source.title_interventions.end(),
                                        [&](const Mention& mention) { return mention.id == group.id; });
      return in_title && source.naming == 3 &&
             std::find(member.results.begin(), member.results.end(), finding) == member.results.end();
    });
  };
  // A class ("surgery", "antihypertensives") is no line of its own where a member of it stands as high.
  const std::vector<std::string> asked = asked_interventions(evidence);
  std::erase_if(groups, [&](const InterventionEvidence& group) {
    if (std::find(asked.begin(), asked.end(), group.id) != asked.end()) return false;
    const bool against_condition = named_after_condition(evidence, group.name);
    return std::any_of(groups.begin(), groups.end(), [&](const InterventionEvidence& other) {
      const bool member = evidence.vocabulary->is_a(other.id, group.id) || against_condition;
      if (other.id == group.id || !member) return false;
      if (group.rank == 0 && other.rank == 0 && !against_condition && has_own_trial(group, other))
        return false;
      // More sources rank the class than the member ("dopamine agonists" over "ropinirole").
      constexpr size_t kBodiesMin = 2;
      if (!against_condition && group.rank != 0 && group.ranked_by >= kBodiesMin &&
          group.ranked_by > other.ranked_by)
        return false;
      // What is first for a kind of the condition only does not stand for its class, nor what one author
      // calls first for what a guideline recommends.
      const bool as_wide = (!other.narrow || group.narrow) && (!other.by_opinion || group.by_opinion);
      return group.recommended.empty() || (other.rank != 0 && other.rank <= group.rank && as_wide);
    });
  });
}

}  // namespace

void rank_interventions(const Evidence& evidence, std::vector<InterventionEvidence>& groups) {
  rank_by_sources(evidence, groups);
  drop_classes(evidence, groups);
}

void order_unranked(const Evidence& evidence, const PertinenceReader& reader,
                    std::vector<InterventionEvidence>& groups) {
  const auto first = std::find_if(groups.begin(), groups.end(),
                                  [](const InterventionEvidence& group) { return group.rank == 0; });
  // Reading costs: those with hardly any weight stay where they are.
  constexpr std::ptrdiff_t kReadMax = 24;
  const auto last = std::distance(first, groups.end()) > kReadMax ? first + kReadMax : groups.end();
  const auto best_of = [&](const InterventionEvidence& group) {
    float best = 0;
    const auto look = [&](const std::vector<const Finding*>& findings, std::string_view place) {
      for (const WeighedFinding& one : weigh(reader, findings, place, group.id)) {
        const int rank = design_rank(evidence.source_of(*one.finding).appraisal.design);
        constexpr float kDesignShare = 0.4f;
        const float design = 1.0f - kDesignShare + kDesignShare / (1.0f + static_cast<float>(rank));
        best = std::max(best, design * one.pertinence);
      }
    };
    look(group.results, kOptionResult);
    look(group.recommended, kOptionAdvice);
    return best;
  };
  std::map<std::string, float> best;
  for (auto group = first; group != last; ++group) best[group->id] = best_of(*group);
  // What the question names comes first.
  const std::vector<std::string> asked = asked_interventions(evidence);
  const auto is_asked = [&](const InterventionEvidence& group) {
    return std::find(asked.begin(), asked.end(), group.id) != asked.end();
  };
  std::stable_sort(first, last, [&](const InterventionEvidence& a, const InterventionEvidence& b) {
    if (is_asked(a) != is_asked(b)) return is_asked(a);
    return best[a.id] > best[b.id];
  });
  // What did not help is told last.
  std::stable_partition(first, groups.end(), [&](const InterventionEvidence& group) {
    return is_asked(group) || no_better_than_placebo(evidence, group) == nullptr;
  });
}

}  // namespace attest
