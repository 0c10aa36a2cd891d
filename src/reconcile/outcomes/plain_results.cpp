#include "reconcile/outcomes/plain_results.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "base/ascii.h"
#include "findings/effects/less_harm.h"
#include "text/phrases.h"

namespace attest {
namespace {

// "Group 1", "groups A and B": who they were stands elsewhere.
bool names_coded_group(std::string_view lower) {
  for (const std::string_view word : {"group", "groups", "arm", "arms", "regimen"}) {
    for (size_t at = find_phrase(lower, word); at != std::string_view::npos;
         at = find_phrase(lower, word, at + 1)) {
      std::string_view next = lower.substr(at + word.size());
      if (!next.starts_with(' ')) continue;
      next.remove_prefix(1);
      size_t length = 0;
      while (length < next.size() && is_word_byte(next[length])) ++length;
      const std::string_view code = next.substr(0, length);
      const bool of_letters = code == "i" || code == "ii" || code == "iii" || code == "iv";
      if (length == 1 || of_letters) return true;
    }
  }
  return false;
}

}  // namespace

bool names_its_subject(const Evidence& evidence, const Finding& finding) {
  if (finding.rates.empty()) return true;
  static constexpr std::string_view kOfWhat[] = {
      "the proportion was",      "the proportions were",  "the rate was",     "the rates were",
      "the percentage was",      "the figure was",        "the figures were", "the percentages were",
      "the corresponding rate*", "corresponding figure*", "the number was"};
  const std::string lower = lower_ascii(evidence.sentence_of(finding));
  if (has_any_phrase(lower, kOfWhat) || names_coded_group(lower)) return false;
  const Intent intent = evidence.question.intent;
  const bool on_treatment =
      is_treatment_question(evidence.question) || intent == Intent::kEffect || intent == Intent::kComparison;
  if (finding.kind != FindingKind::kRate || !on_treatment) return true;
  return std::any_of(finding.interventions.begin(), finding.interventions.end(),
                     [](const Mention& one) { return !one.span.empty(); });
}

bool tells_benefit(std::string_view lower) {
  static constexpr std::string_view kDenials[] = {
      "none of",     "no patient*",  "no response",   "not respon*",    "no improvement", "not improve*",
      "no benefit",  "no effect",    "not effective", "ineffective",    "not help*",      "no relief",
      "failed to",   "not relieve*", "nonrespon*",    "non-respon*",    "unresponsive",   "no change",
      "aggravat*",   "worsen*",      "worse",         "exacerbated by", "provoked",       "triggered",
      "deteriorat*", "unsuccessful", "no one",        "failure rate*",  "relapsed"};
  static constexpr std::string_view kWanted[] = {
      "improve*",  "improving", "relief",     "relieve*",     "success*",     "respond*",     "response*",
      "satisf*",   "cure*",     "remission",  "recover*",     "resol*",       "effective*",   "efficacy",
      "benefit*",  "heal*",     "corrected",  "normalis*",    "normaliz*",    "survival",     "survived",
      "control",   "controls",  "controlled", "eradicat*",    "pain-free",    "seizure-free", "symptom-free",
      "continen*", "relax*",    "prevent*",   "intercourse",  "freedom",      "free of",      "free from",
      "better",    "helped",    "helps",      "disappear*",   "no symptoms",  "gain*",        "regained",
      "achieved",  "superior",  "protect*",   "asymptomatic", "symptoms left"};
  static constexpr std::string_view kLess[] = {"reduc*", "decreas*", "lower*", "fewer", "less", "fell"};
  static constexpr std::string_view kUnwanted[] = {
      "symptom*",  "pain",      "attack*",   "risk*",      "mortality",    "death*",       "bleed*",
      "severity",  "frequency", "episode*",  "exacerbat*", "seizure*",     "relapse*",     "recurren*",
      "need for",  "hospital*", "pressure",  "infection*", "nausea",       "vomiting",     "headache*",
      "incidence", "days",      "fever",     "anxiety",    "depress*",     "disability",   "cholesterol",
      "weight",    "glucose",   "migraine*", "reflux",     "straining",    "constipation", "cough",
      "fractures", "fracture",  "swelling",  "stiffness",  "inflammation", "blood loss",   "complication*"};
  if (has_any_phrase(lower, kDenials)) return false;
  return has_any_phrase(lower, kWanted) || tells_of_less_harm(lower) ||
         (has_any_phrase(lower, kLess) && has_any_phrase(lower, kUnwanted));
}

}  // namespace attest
