// Of two texts of one body the newer stands: what the older says otherwise of the same treatment, for the
// same indication and with the same limits, recommends nothing and warns of nothing any more.
#include "answer/disagreements/replaced_advice.h"

#include <algorithm>
#include <map>
#include <set>

#include "answer/disagreements/stated_advice.h"
#include "evidence/indication.h"

namespace attest {
namespace {

bool contains_all(const std::set<std::string>& whole, const std::set<std::string>& part) {
  return std::includes(whole.begin(), whole.end(), part.begin(), part.end());
}

// What is advised against is so as the first line, too; what is advised may still not be the first.
bool overrules(const Advice& recent, const std::set<std::string>& limits_of_old) {
  if (!recent.against) return recent.conditions == limits_of_old;
  return without_lines(recent.conditions) == without_lines(limits_of_old) &&
         contains_all(limits_of_old, recent.conditions);
}

bool advises_otherwise(const Finding& old, const Advice& recent) {
  const AdviceStatement* advice = advice_on(old, recent.intervention);
  if (advice != nullptr) return advice->against != recent.against;
  return recent.against && line_said_of(old, recent.intervention) != 0;
}

// "80 mg twice daily" of what the body no longer gives at all.
bool gives_dose_of(const Finding& old, const Advice& recent) {
  return recent.against && recent.conditions.empty() && old.kind == FindingKind::kDose &&
         old.dose_of == std::vector<std::string>{recent.intervention};
}

bool take_back(const Evidence& evidence, AnswerSource& old, const Advice& recent) {
  const Indication told = indication_of(evidence, *recent.finding, recent.intervention);
  bool any = false;
  for (Finding& finding : old.findings) {
    if (!gives_dose_of(finding, recent)) {
      if (finding.kind != FindingKind::kRecommendation || !advises_otherwise(finding, recent) ||
          !overrules(recent, limits_of(evidence, finding)))
        continue;
      const Indication before = indication_of(evidence, finding, recent.intervention);
      if (before.fit != told.fit || before.words != told.words) continue;
      any = true;
    }
    finding.taken_back.push_back(recent.intervention);
  }
  return any;
}

}  // namespace

void take_back_replaced_advice(Evidence& evidence) {
  std::map<std::string, std::vector<AnswerSource*>> by_body;
  for (AnswerSource& source : evidence.sources) {
    if (!is_guidance(source) || source.appraisal.second_hand || source.appraisal.year == 0 ||
        source.status.status == PublicationStatus::kSuperseded)
      continue;
    for (Finding& finding : source.findings) {
      finding.taken_back.clear();
      finding.takes_back = false;
    }
    if (const std::string body = advising_body(source); !body.empty()) by_body[body].push_back(&source);
  }
  for (auto& [body, texts] : by_body) {
    if (texts.size() < 2) continue;
    for (const AnswerSource* recent : texts) {
      std::set<std::string> named;
      for (const Finding& finding : recent->findings) {
        if (finding.kind != FindingKind::kRecommendation) continue;
        for (const Mention& mention : finding.interventions) named.insert(mention.id);
      }
      for (const std::string& id : named) {
        for (const Advice& advice : read_advice(evidence, *recent, id)) {
          if (advice.intervention != id) continue;
          for (AnswerSource* old : texts) {
            if (old->appraisal.year >= recent->appraisal.year) continue;
            if (!take_back(evidence, *old, advice)) continue;
            const auto place = advice.finding - recent->findings.data();
            evidence.sources[advice.finding->source].findings[static_cast<size_t>(place)].takes_back = true;
          }
        }
      }
    }
  }
}

}  // namespace attest
