// What the collection does not hold, and what to ask next: both computed from the evidence.
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "answer/lines/failed_people.h"
#include "answer/sections.h"
#include "answer/wording.h"
#include "base/affix.h"
#include "text/phrases.h"

namespace attest {

namespace {

std::string shown_name(const Evidence& evidence, const InterventionEvidence& group) {
  return evidence.audience == Audience::kClinician ? group.name
                                                   : short_plain_name(evidence, group.id, group.name);
}

std::string label_for(const Evidence& evidence, const Concept& asked) {
  return evidence.audience == Audience::kClinician
             ? asked.label
             : short_plain_name(evidence, asked.thesaurus_id, asked.label);
}

// A name of the thing, by which one can ask on: as it was asked, where that is one ("can't get an erection"
// is none, and may not stand behind "How is").
std::string condition_name(const Evidence& evidence) {
  for (const Concept& asked : evidence.question.concepts) {
    if (asked.role != ConceptRole::kCondition) continue;
    if (asked.thesaurus_id.empty()) return asked.asked_as;
    const Thesaurus::Entry* entry =
        evidence.thesaurus == nullptr ? nullptr : evidence.thesaurus->find_by_id(asked.thesaurus_id);
    const bool named = entry != nullptr && std::find(entry->names.begin(), entry->names.end(),
                                                     asked.asked_as) != entry->names.end();
    return named ? asked.asked_as : asked.label;
  }
  return {};
}

// "heart attacks", but "hepatitis", "lupus", "diabetes", "Crohn's".
bool is_plural(std::string_view name) {
  static constexpr std::string_view kSingular[] = {
      "ss",     "is",     "us",      "'s",      "’s",     "diabetes", "measles", "mumps", "shingles",
      "rabies", "herpes", "scabies", "rickets", "caries", "ascites",  "aids",    "hives"};
  if (!name.ends_with("s")) return false;
  return !ends_with_one_of(name, kSingular);
}

std::string how_is(const std::string& name, std::string_view done) {
  return fmt::format("How {} {} {}?", is_plural(name) ? "are" : "is", name, done);
}

// Something of the kind is said of the condition by a source that is about it.
bool tells_of(const Evidence& evidence, FindingKind kind) {
  return std::any_of(evidence.sources.begin(), evidence.sources.end(), [&](const AnswerSource& source) {
    return source.about_condition && evidence.reports_evidence(source) &&
           std::any_of(source.findings.begin(), source.findings.end(), [&](const Finding& finding) {
             return finding.kind == kind && finding.condition_match > 0;
           });
  });
}

std::string treatment_name(const Evidence& evidence) {
  for (const Concept& asked : evidence.question.concepts) {
    if (asked.role == ConceptRole::kIntervention) return label_for(evidence, asked);
  }
  return {};
}

// A sentence on the condition calls something a line, or tells what comes after it: that no source says an
// order would be wrong, though none is shown.
bool speaks_of_order(const Evidence& evidence) {
  return std::any_of(evidence.sources.begin(), evidence.sources.end(), [&](const AnswerSource& source) {
    return source.about_condition && evidence.reports_evidence(source) &&
           std::any_of(source.findings.begin(), source.findings.end(), [&](const Finding& finding) {
             return finding.condition_match > 0 && !finding.other_subject && !finding.lines.empty();
           });
  });
}

// Asked what comes after a treatment, where only others tell of something.
std::string note_on_others(const Evidence& evidence, const std::vector<InterventionEvidence>& interventions) {
  const FailedPeople people(evidence);
  if (interventions.empty() || !people.any_named()) return {};
  const bool clinician = evidence.audience == Audience::kClinician;
  const std::string name = treatment_name(evidence);
  const bool of_others = std::any_of(interventions.begin(), interventions.end(),
                                     [](const InterventionEvidence& group) { return group.of_others; });
  if (of_others)
    return clinician ? "No source was found on people in whom " + name + " failed: what is said is of others."
                     : "Nothing was found on people whom " + name + " did not help: this is about others.";
  const auto of_them = [&](const std::vector<const Finding*>& findings) {
    return std::any_of(findings.begin(), findings.end(),
                       [&](const Finding* finding) { return people.are_those_of(*finding); });
  };
  if (!people.not_tolerated() ||
      std::any_of(interventions.begin(), interventions.end(), [&](const InterventionEvidence& group) {
        return of_them(group.results) || of_them(group.recommended);
      }))
    return {};
  return clinician ? "No source was found on people who cannot take " + name + ": what is said is of others."
                   : "Nothing was found on people who cannot take " + name + ": this is about others.";
}

}  // namespace

std::string_view missing_answer(const UnderstoodQuestion& question) {
  switch (question.intent) {
    case Intent::kHarm:
      return "Nothing was found here that tells of such a harm. That does not mean that there is none.";
    case Intent::kDuration: return "No source here says how long it lasts.";
    case Intent::kTimeToEffect: return "No source here says how long it takes to work.";
    case Intent::kTreatmentLength: return "No source here says how long it should be given.";
    case Intent::kContraindication: return "No source here says who should not have it.";
    case Intent::kIndication: return "No source here says when, or for whom, it is right.";
    case Intent::kTarget: return "No source here states a value to aim at.";
    default: return {};
  }
}

std::vector<std::string> find_gaps(const Evidence& evidence,
                                   const std::vector<InterventionEvidence>& interventions, bool answered) {
  std::vector<std::string> gaps;
  const bool clinician = evidence.audience == Audience::kClinician;
  double longest_days = 0;
  // The search knows more of them than are read.
  uint64_t registered = 0;
  bool doses = false;
  bool full_text = false;
  for (const AnswerSource& source : evidence.sources) {
    full_text =
        full_text || source.document.depth == Depth::kFullText || source.document.depth == Depth::kGuideline;
    registered += source.appraisal.design == StudyDesign::kRegistration ? 1U : 0U;
    for (const Finding& finding : source.findings) {
      doses = doses || (finding.kind == FindingKind::kDose && finding.condition_match > 0);
    }
  }
  for (const InterventionEvidence& group : interventions) {
    for (const Finding* result : group.results) {
      for (const ArmRate& rate : result->rates) {
        if (rate.follow_up_days > longest_days) longest_days = rate.follow_up_days;
      }
    }
  }
  if (std::string note = note_on_others(evidence, interventions); !note.empty())
    gaps.push_back(std::move(note));
  if (is_treatment_question(evidence.question)) {
    const bool ranked =
        std::any_of(interventions.begin(), interventions.end(), [](const auto& g) { return g.rank > 0; });
    if (!ranked && interventions.size() > 1 && !speaks_of_order(evidence))
      gaps.push_back(clinician ? "No source in this collection says in which order to use these treatments."
                               : "No source here says which of these to try first.");
    constexpr size_t kLooked = 3;
    for (size_t i = 0; i < interventions.size() && i < kLooked; ++i) {
      const InterventionEvidence& group = interventions[i];
      if (group.rank == 0 || group.rank < evidence.question.line_of_therapy) continue;
      const bool harm_rate = std::any_of(group.harms.begin(), group.harms.end(),
                                         [](const Finding* f) { return !f->rates.empty(); });
      if (!harm_rate) {
        gaps.push_back(clinician ? "No rate of harms was found for " + group.name + "."
                                 : "How often " + shown_name(evidence, group) + " does harm was not found.");
      }
      const bool trial = std::any_of(group.results.begin(), group.results.end(), [&](const Finding* f) {
        const StudyDesign design = evidence.source_of(*f).appraisal.design;
        return design == StudyDesign::kRandomisedTrial || design == StudyDesign::kSystematicReview;
      });
      if (!trial) {
        gaps.push_back(clinician ? "No result of a randomised trial was found for " + group.name + "."
                                 : "No fair test against another treatment was found for " +
                                       shown_name(evidence, group) + ".");
      }
    }
    if (longest_days > 0) {
      const long months = std::lround(longest_days / 30.44);
      const char* const unit = months == 1 ? "month" : "months";
      if (months > 0)
        gaps.push_back(
            clinician ? fmt::format("No success rate beyond {} {} was found.", months, unit)
                      : fmt::format("How people did after more than {} {} was not found.", months, unit));
    }
  }
  if (const std::string_view missing = missing_answer(evidence.question); !answered && !missing.empty())
    gaps.emplace_back(missing);
  if (!full_text && !evidence.sources.empty()) {
    gaps.push_back(clinician ? "No full text is in the collection on this: abstracts and summaries only."
                             : "Only short reports of the studies could be read, not the full papers.");
  }
  registered = std::max(registered, evidence.registrations);
  if (clinician && registered > 0) {
    gaps.push_back(fmt::format("{} {} on this {} in the collection, without results.", registered,
                               registered == 1 ? "registered trial" : "registered trials",
                               registered == 1 ? "is" : "are"));
  }
  const Intent intent = evidence.question.intent;
  const bool may_want_dose = is_treatment_question(evidence.question) || intent == Intent::kEffect;
  if (!clinician && ((doses && may_want_dose) || intent == Intent::kDose)) {
    gaps.push_back("Doses are left out on purpose. Your doctor or pharmacist sets the dose for you.");
  }
  return gaps;
}

std::vector<std::string> suggest_follow_ups(const Evidence& evidence,
                                            const std::vector<InterventionEvidence>& interventions) {
  std::vector<std::string> questions;
  const std::string condition = condition_name(evidence);
  const auto add = [&](std::string question) {
    constexpr size_t kFollowUps = 4;
    if (questions.size() < kFollowUps) questions.push_back(std::move(question));
  };
  const bool diagnosis = !condition.empty() && tells_of(evidence, FindingKind::kDiagnosis);
  if (is_treatment_question(evidence.question)) {
    const bool later =
        std::any_of(interventions.begin(), interventions.end(), [](const InterventionEvidence& group) {
          return group.rank > 1 || !group.after_failure.empty() || !group.move_on.empty();
        });
    for (const InterventionEvidence& group : interventions) {
      if (group.rank == 1 && later) {
        const std::string name = shown_name(evidence, group);
        add("What if " + name + (is_plural(name) ? " fail?" : " fails?"));
        break;
      }
    }
    for (const InterventionEvidence& group : interventions) {
      if (group.rank > 1 && !group.harms.empty()) {
        add("What are the harms of " + shown_name(evidence, group) + "?");
        break;
      }
    }
    if (diagnosis) add(how_is(condition, "diagnosed"));
    for (const InterventionEvidence& group : interventions) {
      if (!group.doses.empty() && evidence.audience == Audience::kClinician) {
        add("What dose of " + group.name + " has been used?");
        break;
      }
    }
    const bool lasts = std::any_of(interventions.begin(), interventions.end(),
                                   [](const auto& group) { return !group.durations.empty(); });
    if (lasts) add("How long does the benefit last?");
  } else if (!condition.empty()) {
    const Intent intent = evidence.question.intent;
    const bool treated =
        tells_of(evidence, FindingKind::kRecommendation) || tells_of(evidence, FindingKind::kEffect);
    if (treated) add(how_is(condition, "treated"));
    if (diagnosis && intent != Intent::kDiagnosis) add(how_is(condition, "diagnosed"));
    if (intent != Intent::kPrevalence && tells_of(evidence, FindingKind::kPrevalence))
      add(fmt::format("How common {} {}?", is_plural(condition) ? "are" : "is", condition));
  } else if (const std::string name = treatment_name(evidence); !name.empty()) {
    if (evidence.question.intent != Intent::kHarm) add("What are the harms of " + name + "?");
    if (evidence.question.intent != Intent::kContraindication) add("Who should not have " + name + "?");
    if (evidence.question.intent != Intent::kDuration)
      add(fmt::format("How long {} {} last?", is_plural(name) ? "do" : "does", name));
  }
  return questions;
}

}  // namespace attest
