#include "answer/lines/recommended_first.h"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "answer/choice/finding_order.h"
#include "answer/disagreements/disagreement_kinds.h"
#include "answer/lines/added_to_another.h"
#include "answer/wording.h"
#include "evidence/indication.h"

namespace attest {
namespace {

// "ACG 2021 (strong recommendation, moderate quality of evidence, GRADE)", "Smith 2004 (case series) for
// infantile spasms".
void append_body(const Evidence& evidence, const Finding& finding, std::string_view limits,
                 Statement& statement) {
  const AnswerSource& source = evidence.source_of(finding);
  const StudyDesign design = source.appraisal.design;
  statement.text += source_label(source, statement.computations);
  if (design != StudyDesign::kGuideline && design != StudyDesign::kUnclear)
    statement.text += " (" + std::string(study_design_name(design)) + ")";
  for (const StatedGrade& grade : source.appraisal.grades) {
    if (!finding.sentence.contains(grade.span)) continue;
    statement.text += " (" + grade.text + ")";
    break;
  }
  if (!limits.empty()) statement.text += " " + std::string(limits);
  statement.citations.push_back(cite(evidence, finding));
}

// At most `count`, one of each source, those that state a grade first: the reader weighs them by it.
std::vector<const Finding*> pick_bodies(const Evidence& evidence, const std::vector<const Finding*>& from,
                                        std::set<uint32_t>& seen, size_t count) {
  std::vector<const Finding*> bodies = pick_findings(evidence, from, count * 2);
  std::erase_if(bodies, [&](const Finding* finding) { return !seen.insert(finding->source).second; });
  std::stable_partition(bodies.begin(), bodies.end(), [&](const Finding* finding) {
    const AnswerSource& source = evidence.source_of(*finding);
    return !source.appraisal.second_hand &&
           std::any_of(source.appraisal.grades.begin(), source.appraisal.grades.end(),
                       [&](const StatedGrade& grade) { return finding->sentence.contains(grade.span); });
  });
  if (bodies.size() > count) bodies.resize(count);
  return bodies;
}

// What calls a treatment the first, for a reader who is no clinician.
std::string name_of_sources(const Evidence& evidence, const std::vector<const Finding*>& findings) {
  std::set<StudyDesign> designs;
  std::set<uint32_t> studies;
  for (const Finding* finding : findings) {
    designs.insert(evidence.source_of(*finding).appraisal.design);
    studies.insert(evidence.source_of(*finding).study);
  }
  const bool one = studies.size() == 1;
  if (designs.size() != 1) return "Published papers name";
  switch (*designs.begin()) {
    case StudyDesign::kConsensus: return one ? "A group of experts names" : "FirstLine of experts name";
    case StudyDesign::kSystematicReview:
    case StudyDesign::kReview: return one ? "A published review names" : "Published reviews name";
    case StudyDesign::kRandomisedTrial:
    case StudyDesign::kNonRandomisedTrial:
      return one ? "The authors of a trial name" : "The authors of trials name";
    case StudyDesign::kCohort:
    case StudyDesign::kCaseControl:
    case StudyDesign::kCrossSectional:
    case StudyDesign::kDiagnosticStudy:
    case StudyDesign::kCaseSeries:
    case StudyDesign::kQualitative:
    case StudyDesign::kEconomic: return one ? "The authors of a study name" : "The authors of studies name";
    case StudyDesign::kCaseReport: return "A report on single patients names";
    case StudyDesign::kOpinion: return one ? "An author names" : "Authors name";
    case StudyDesign::kPatientPage: return one ? "A page for patients names" : "Pages for patients name";
    default: return one ? "A published paper names" : "Published papers name";
  }
}

std::string limits_told(const Evidence& evidence, const Finding& finding, const InterventionEvidence& group) {
  return indication_of(evidence, finding, group.id).words;
}

// All are limited alike by the sentence.
bool limited_alike(const Evidence& evidence, const Finding& finding, const FirstLine& groups) {
  return std::all_of(groups.begin(), groups.end(), [&](const InterventionEvidence* group) {
    return limits_told(evidence, finding, *group) == limits_told(evidence, finding, *groups.front());
  });
}

bool holds(const std::vector<const Finding*>& findings, const Finding* one) {
  return std::find(findings.begin(), findings.end(), one) != findings.end();
}

// What all of the bodies say of all of the things: none is cited for a thing that it does not name.
CallingBodies shared_bodies(const Evidence& evidence, const FirstLine& groups) {
  CallingBodies all = bodies_for(evidence, *groups.front());
  for (const InterventionEvidence* group : groups) {
    if (group == groups.front()) continue;
    const CallingBodies own = bodies_for(evidence, *group);
    std::erase_if(all.call_first, [&](const Finding* one) { return !holds(own.call_first, one); });
    std::erase_if(all.recommend, [&](const Finding* one) { return !holds(own.recommend, one); });
  }
  return all;
}

// "Isoniazid, rifampicin and ethambutol"; where one alone is limited, that stands behind its name.
std::string listed_names(const Evidence& evidence, const FirstLine& groups, const Finding* sentence) {
  const bool alike = sentence == nullptr || limited_alike(evidence, *sentence, groups);
  std::string names;
  for (size_t i = 0; i < groups.size(); ++i) {
    const InterventionEvidence& group = *groups[i];
    names += i == 0 ? "" : i + 1 == groups.size() ? " and " : ", ";
    names +=
        evidence.audience == Audience::kClinician ? group.name : plain_name(evidence, group.id, group.name);
    if (alike) continue;
    if (const std::string limits = limits_told(evidence, *sentence, group); !limits.empty())
      names += " (" + limits + ")";
  }
  return names;
}

std::string plain_recommendation(const Evidence& evidence, const FirstLine& groups, const CallingBodies& told,
                                 bool advised_against, const Finding& strongest) {
  const bool guideline = evidence.source_of(strongest).appraisal.design == StudyDesign::kGuideline;
  const bool several = groups.size() > 1;
  const std::string_view it = several ? "them" : "it";
  std::string narrower;
  if (groups.front()->narrow) narrower = " " + limits_told(evidence, strongest, *groups.front());
  const std::string names = listed_names(evidence, groups, &strongest);
  if (guideline && told.call_first.empty() && !advised_against)
    return fmt::format("{} that expert groups recommend{}: {}.", several ? "Treatments" : "A treatment",
                       narrower, names);
  std::string text = fmt::format(
      "{}{}: {}. ", advised_against ? "Sources disagree about this treatment" : "What usually helps first",
      narrower, names);
  if (!guideline)
    text += fmt::format("{} {} as the first treatment.", name_of_sources(evidence, told.call_first), it);
  else
    text += fmt::format("Expert groups recommend {}{}.", it,
                        told.call_first.empty() ? "" : " as the first treatment");
  if (advised_against)
    text += guideline ? " Other expert groups advise against it." : " Expert groups advise against it.";
  return text;
}

}  // namespace

CallingBodies bodies_for(const Evidence& evidence, const InterventionEvidence& group) {
  CallingBodies guidance;
  CallingBodies others;
  const IndicationFit wanted = group.narrow ? IndicationFit::kNarrower : IndicationFit::kAsked;
  for (const Finding* finding : group.recommended) {
    const AnswerSource& source = evidence.source_of(*finding);
    const bool guideline = source.appraisal.design == StudyDesign::kGuideline;
    if (source.status.status == PublicationStatus::kSuperseded || (!source.about_condition && !guideline))
      continue;
    const Indication told = indication_of(evidence, *finding, group.id);
    const int line = line_said_of(*finding, group.id);
    // Advice that only says whom it leaves out is advice for the others.
    const IndicationFit fit = told.only_excepts && line != 1 ? IndicationFit::kAsked : told.fit;
    if (fit != wanted || told.other_people) continue;
    if (line == 1) (guideline ? guidance : others).call_first.push_back(finding);
    const bool says_no_line =
        finding->lines.empty() && finding->trigger.empty() && (!group.narrow || told.by_title);
    if (guideline && says_no_line && finding->kind == FindingKind::kRecommendation &&
        !is_added_to_another(evidence, *finding, group.id))
      guidance.recommend.push_back(finding);
  }
  return guidance.call_first.empty() && guidance.recommend.empty() ? others : guidance;
}

Statement recommended_first(const Evidence& evidence, const FirstLine& groups) {
  constexpr size_t kBodies = 5;
  const InterventionEvidence& group = *groups.front();
  const CallingBodies all = shared_bodies(evidence, groups);
  std::set<uint32_t> seen;
  CallingBodies told;
  told.call_first = pick_bodies(evidence, all.call_first, seen, kBodies);
  told.recommend = pick_bodies(evidence, all.recommend, seen, kBodies - told.call_first.size());
  std::vector<const Finding*> stated = told.recommend;
  stated.insert(stated.end(), told.call_first.begin(), told.call_first.end());
  std::vector<const Finding*> against;
  if (groups.size() == 1) against = advice_against_same(evidence, group, stated);
  if (against.size() > kBodies) against.resize(kBodies);
  Statement statement;
  statement.kind = "recommendation";
  for (const InterventionEvidence* one : groups) statement.ranks.push_back(one->id);
  const Finding* strongest = stated.empty() ? nullptr : stated.front();
  if (strongest != nullptr) statement.strength = describe(evidence.source_of(*strongest).appraisal);
  if (evidence.audience != Audience::kClinician && strongest != nullptr) {
    statement.text = plain_recommendation(evidence, groups, told, !against.empty(), *strongest);
    stated.insert(stated.end(), against.begin(), against.end());
    for (const Finding* finding : stated) statement.citations.push_back(cite(evidence, *finding));
    return statement;
  }
  statement.text = capitalised(listed_names(evidence, groups, strongest));
  const auto add = [&](std::string_view how, const std::vector<const Finding*>& bodies) {
    for (size_t i = 0; i < bodies.size(); ++i) {
      statement.text += i == 0 ? how : "; ";
      const bool alike = limited_alike(evidence, *bodies[i], groups);
      append_body(evidence, *bodies[i], alike ? limits_told(evidence, *bodies[i], group) : "", statement);
    }
  };
  add(", recommended by ", told.recommend);
  add(told.recommend.empty() ? ", called first-line by " : "; called first-line by ", told.call_first);
  add("; advised against by ", against);
  statement.text += ".";
  return statement;
}

FirstLine listed_with(const Evidence& evidence, const InterventionEvidence& first,
                      const std::vector<InterventionEvidence>& interventions) {
  constexpr size_t kNamesMax = 8;
  const auto clashes = [&](const InterventionEvidence& group, const CallingBodies& bodies) {
    std::vector<const Finding*> stated = bodies.call_first;
    stated.insert(stated.end(), bodies.recommend.begin(), bodies.recommend.end());
    return !advice_against_same(evidence, group, stated).empty();
  };
  const CallingBodies own = bodies_for(evidence, first);
  FirstLine longest = {&first};
  if (clashes(first, own)) return longest;
  const bool by_call = !own.call_first.empty();
  const std::vector<const Finding*>& sentences = by_call ? own.call_first : own.recommend;
  std::vector<std::pair<const InterventionEvidence*, std::vector<const Finding*>>> others;
  for (const InterventionEvidence& group : interventions) {
    if (&group == &first || group.rank != first.rank || group.narrow != first.narrow) continue;
    CallingBodies bodies = bodies_for(evidence, group);
    if (clashes(group, bodies)) continue;
    others.emplace_back(&group, by_call ? std::move(bodies.call_first) : std::move(bodies.recommend));
  }
  for (const Finding* sentence : sentences) {
    FirstLine listed = {&first};
    for (const auto& other : others) {
      if (listed.size() < kNamesMax && holds(other.second, sentence)) listed.push_back(other.first);
    }
    if (listed.size() > longest.size()) longest = std::move(listed);
  }
  // Many name the first alone, one beside others: then it stands by itself, and the list behind it.
  constexpr size_t kMany = 3;
  const CallingBodies shared = shared_bodies(evidence, longest);
  const size_t together = by_call ? shared.call_first.size() : shared.recommend.size();
  return sentences.size() >= kMany && sentences.size() > 2 * together ? FirstLine{&first} : longest;
}

}  // namespace attest
