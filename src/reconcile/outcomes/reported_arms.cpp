// Which sentences report what was found between arms: no guess, no plan, no part of the studies, and of the
// condition that was asked about.
#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

#include "base/ascii.h"
#include "reconcile/outcomes/arm_comparisons.h"
#include "reconcile/outcomes/comparison_cues.h"
#include "reconcile/outcomes/others_results.h"
#include "text/phrases.h"
#include "text/tokens.h"

namespace attest {

namespace {

// "Severe sepsis and septic shock": a title may name what was asked beside another condition. A sentence that
// names it itself is about it, whatever else the source is about.
bool is_on_another_subject(const AnswerSource& source, const Finding& finding) {
  constexpr uint8_t kInTitle = 3;
  constexpr uint8_t kInSentence = 2;
  return finding.other_subject && finding.condition_match != kInSentence &&
         (source.naming != kInTitle || finding.other_conditions > 0);
}

// "Osteoarthritis", where that of the knee was asked about: the title names what it is a kind of.
bool is_of_broader_condition(const Evidence& evidence, const AnswerSource& source) {
  Stemmer stemmer;
  const std::string& title = source.document.record.title;
  for (const VocabularyMatch& match : evidence.vocabulary->match(title, tokenize(title), stemmer)) {
    const VocabularyEntry& entry = evidence.vocabulary->entry(match.entry);
    if (entry.role != ConceptRole::kCondition) continue;
    for (const Concept& one : evidence.question.concepts) {
      if (one.role != ConceptRole::kCondition) continue;
      const std::string asked = lower_ascii(one.asked_as);
      const std::string named = lower_ascii(match.span.of(title));
      if (evidence.vocabulary->is_a(one.thesaurus_id, entry.id) || has_phrase(asked, named)) return true;
    }
  }
  return false;
}

// "Two low-quality trials found no effect": of a part of what was reviewed.
bool tells_of_some_trials(std::string_view lower) {
  static constexpr std::string_view kSome[] = {
      "low-quality trials",  "low quality trials", "high-quality trials",
      "high quality trials", "one study",          "one trial",
      "two trials",          "single trial",       "single study",
      "two studies",         "individual trials",  "individual studies",
      "small trials",        "smaller trials",     "larger trials",
      "some trials",         "some studies",       "in one of the",
      "one large",           "only one",           "only two",
      "first trial",         "second trial",       "those trials",
      "these trials",        "post hoc",           "post-hoc"};
  // What stands behind "although" is set against what the sentence says; "(RR 0.8, two studies)" counts them.
  std::string said(lower.substr(0, lower.find(", although ")));
  for (size_t open = said.find('('); open != std::string::npos; open = said.find('(', open + 1)) {
    const size_t close = std::min(said.find(')', open), said.size());
    std::fill(said.begin() + static_cast<std::ptrdiff_t>(open),
              said.begin() + static_cast<std::ptrdiff_t>(close), ' ');
  }
  return has_any_phrase(said, kSome);
}

// "May reduce"; "these results suggest that it reduces" is what authors conclude.
bool is_mere_guess(std::string_view whole) {
  static constexpr std::string_view kGuesses[] = {"may",        "might",   "could",    "possibl*",
                                                  "potential*", "perhaps", "probabl*", "promising",
                                                  "presumabl*", "likely",  "if",       "seem*"};
  // "Reduces deaths, possibly by…": how it works is the guess, not that it does.
  static constexpr std::string_view kWhy[] = {" possibly by ", " possibly because ", " possibly due to ",
                                              " probably by ", " probably because ", " probably due to ",
                                              " perhaps by ",  " perhaps because ",  " presumably by "};
  std::string_view lower = whole;
  for (const std::string_view why : kWhy) lower = lower.substr(0, lower.find(why));
  return has_any_phrase(lower, kGuesses);
}

}  // namespace

bool reports_arms(const Evidence& evidence, const Finding& finding) {
  const AnswerSource& source = evidence.source_of(finding);
  // "Reduced pain compared with placebo" may read as a description of the study: its role decides.
  constexpr double kEvidenceMin = 0.5;
  const bool plain = finding.kind == FindingKind::kMethod || finding.kind == FindingKind::kOther;
  // "Vitamin D 800 IU reduced falls" may read as a dose, "improves the symptoms of" as a diagnosis.
  const bool guessed = finding.kind == FindingKind::kDose || finding.kind == FindingKind::kDiagnosis ||
                       finding.kind == FindingKind::kMechanism;
  const std::string_view sentence = evidence.sentence_of(finding);
  const std::string lower = lower_ascii(sentence);
  static constexpr std::string_view kNoEvidence[] = {"no evidence that", "no evidence of"};
  // "There is no evidence that it reduces deaths": doubt that is a result, too.
  const bool doubts = has_any_phrase(lower, kNoEvidence) || finding.direction != Direction::kUnstated;
  const bool told = (finding.kind == FindingKind::kUncertainty || finding.kind == FindingKind::kPredictor) &&
                    doubts && finding.role.evidence >= kEvidenceMin;
  const bool kind =
      finding.kind == FindingKind::kEffect || finding.kind == FindingKind::kRate ||
      finding.kind == FindingKind::kHarm || finding.kind == FindingKind::kPrevalence ||
      finding.kind == FindingKind::kDuration || told ||
      (guessed && finding.role.evidence >= kEvidenceMin && finding.direction != Direction::kUnstated) ||
      (plain && (finding.role.evidence >= kEvidenceMin || states_result(lower)));
  if (!kind || finding.background || finding.attendance || finding.condition_match == 0 ||
      is_on_another_subject(source, finding) ||
      (!source.about_condition && !is_of_broader_condition(evidence, source)) || tells_of_some_trials(lower))
    return false;
  if (finding.hedged && source.appraisal.design != StudyDesign::kSystematicReview && is_mere_guess(lower))
    return false;
  return !is_within_arms(lower) && !cites_others(sentence) && !is_told_of_others(source, finding);
}

}  // namespace attest
