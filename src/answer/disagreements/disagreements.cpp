// Looked for are, each about one intervention: advice against advice and grade against grade
// (opposed_advice.cpp), results between arms that go different ways or differ by more than their intervals
// (opposed_results.cpp), and rates that lie far apart (opposed_rates.cpp). Reasons are differences that can
// be read off the two sides (study_differences.cpp); none is made up when none shows.
#include "answer/disagreements/disagreements.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "answer/disagreements/disagreement_kinds.h"
#include "answer/sections.h"
#include "answer/wording.h"

namespace attest {

std::string name_for(const Evidence& evidence, const std::string& id, const std::string& name) {
  return evidence.audience == Audience::kClinician ? name : short_plain_name(evidence, id, name);
}

Statement side_statement(const Evidence& evidence, const Finding& finding, const std::string& focus) {
  if (evidence.audience != Audience::kClinician) {
    if (auto worded = word_plainly(evidence, finding, focus)) return *worded;
  }
  return quote_finding(evidence, finding);
}

namespace {

// What the question names comes first, then the options in their order.
std::vector<InterventionEvidence> options_of(const Evidence& evidence,
                                             const std::vector<InterventionEvidence>& interventions) {
  constexpr size_t kOptionsMax = 4;
  const std::vector<std::string> asked = asked_interventions(evidence);
  const int from_rank = evidence.question.line_of_therapy;
  std::vector<InterventionEvidence> options;
  for (const std::string& id : asked) {
    const auto known = std::find_if(interventions.begin(), interventions.end(),
                                    [&](const InterventionEvidence& one) { return one.id == id; });
    if (options.size() >= kOptionsMax) break;
    if (known != interventions.end()) {
      options.push_back(*known);
    } else if (const VocabularyEntry* entry = evidence.vocabulary->find_id(id);
               entry != nullptr && !entry->is_control) {
      InterventionEvidence option;
      option.id = id;
      option.name = entry->name;
      options.push_back(std::move(option));
    }
  }
  // "Does calcium prevent fractures?" is not about what else does.
  if (evidence.question.intent == Intent::kEffect && !options.empty()) return options;
  for (const InterventionEvidence& one : interventions) {
    const bool is_asked = std::find(asked.begin(), asked.end(), one.id) != asked.end();
    if (is_asked || options.size() >= kOptionsMax || (from_rank >= 2 && one.rank < from_rank)) continue;
    options.push_back(one);
  }
  return options;
}

}  // namespace

bool may_disagree(const UnderstoodQuestion& question) {
  const Intent intent = question.intent;
  return is_treatment_question(question) || intent == Intent::kComparison || intent == Intent::kEffect ||
         intent == Intent::kPrognosis || intent == Intent::kDuration || intent == Intent::kGeneral ||
         intent == Intent::kPrevention;
}

std::vector<Disagreement> find_disagreements(const Evidence& evidence,
                                             const std::vector<InterventionEvidence>& interventions,
                                             const StudyVerdicts& verdicts) {
  std::vector<Disagreement> found;
  std::set<std::string> shown;  // the sentences of a disagreement: told once, of the first option
  const auto add = [&](std::vector<Disagreement> more) {
    for (Disagreement& one : more) {
      std::string quotes;
      for (const DisagreementSide& side : one.sides) {
        for (const Statement& statement : side.statements) quotes += statement.text + "\n";
      }
      if (shown.insert(std::move(quotes)).second) found.push_back(std::move(one));
    }
  };
  for (const InterventionEvidence& option : options_of(evidence, interventions)) {
    add(opposed_advice(evidence, option));
    add(opposed_rates(evidence, option));
    add(opposed_results(evidence, option.id, option.name, verdicts));
  }
  for (Disagreement& one : found) {
    if (!one.likely_reasons.empty()) continue;
    one.likely_reasons.emplace_back(evidence.audience == Audience::kClinician
                                        ? "the sources state no difference that would explain it"
                                        : "the sources do not say why");
  }
  constexpr size_t kDisagreementsMax = 5;
  if (evidence.audience != Audience::kClinician) {
    // A patient gets a disagreement only where both sides can be said plainly.
    std::erase_if(found, [](const Disagreement& d) {
      return std::any_of(d.sides.begin(), d.sides.end(), [](const DisagreementSide& side) {
        return std::any_of(side.statements.begin(), side.statements.end(),
                           [](const Statement& s) { return s.quoted; });
      });
    });
  }
  if (found.size() > kDisagreementsMax) found.resize(kDisagreementsMax);
  return found;
}

}  // namespace attest
