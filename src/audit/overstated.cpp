#include "audit/overstated.h"

#include <algorithm>
#include <iterator>

#include "audit/found_differences.h"
#include "audit/judge.h"
#include "audit/own_words.h"
#include "base/ascii.h"
#include "findings/cues.h"
#include "text/phrases.h"

namespace attest::audit {

namespace {

bool adds_duty(std::string_view said, std::string_view lower) {
  static constexpr std::string_view kDuties[] = {"should", "must",   "recommend*",
                                                 "ought",  "advis*", "need to"};
  return has_any_phrase(said, kDuties) && !has_any_phrase(lower, kDuties);
}

bool adds_significance(std::string_view said, std::string_view lower) {
  if (difference_said(said) != DifferenceSaid::kSignificant) return false;
  const DifferenceSaid there = difference_said(lower);
  return there != DifferenceSaid::kSignificant && there != DifferenceSaid::kBoth;
}

// "In all patients", "always": of those who were studied it is not known.
bool makes_general(std::string_view said, std::string_view lower) {
  static constexpr std::string_view kAll[] = {
      "in all patients", "in all people", "in all women", "in everyone",  "in every patient",
      "in all children", "in all adults", "always",       "for everyone", "all patients with"};
  return has_any_phrase(said, kAll) && !has_any_phrase(lower, kAll) && !has_phrase(lower, "all");
}

// Held against another group, where the sentence tells of each group by itself.
bool adds_comparison(std::string_view said, std::string_view lower) {
  return (cues::compares(said) || has_phrase(said, "than")) && is_within_groups(lower);
}

// A treatment that the claim names and the sentence, its neighbour before it and the title do not, where they
// name another one instead: advice for one is none for another.
bool names_another_treatment(const PageClaim& claim, const AnswerSource& source, ByteSpan sentence,
                             const Lexicon& lexicon) {
  if (!claim.names_intervention || !cues::recommends(lower_ascii(claim.sentence.text))) return false;
  std::string around(source.document.record.title);
  for (const Finding& finding : source.findings) {
    const bool beside = finding.sentence.end <= sentence.start &&
                        sentence.start - finding.sentence.end < 4;  // a space or a line between them
    if (beside || finding.sentence == sentence)
      around.append(" . ").append(finding.sentence.of(source.document.text));
  }
  const std::vector<std::string> held = lexicon.named(around, ConceptRole::kIntervention);
  return !std::all_of(claim.interventions.begin(), claim.interventions.end(), [&](const std::string& id) {
    return std::any_of(held.begin(), held.end(),
                       [&](const std::string& one) { return lexicon.same_or_kind_of(id, one); });
  });
}

}  // namespace

bool says_more(const PageClaim& claim, const std::vector<const AnswerSource*>& cited,
               const AnswerSource& source, ByteSpan sentence, const Lexicon& lexicon) {
  const std::string said = lower_ascii(claim.sentence.text);
  const std::string lower = lower_ascii(sentence.of(source.document.text));
  return adds_duty(said, lower) || adds_significance(said, lower) || makes_general(said, lower) ||
         adds_comparison(said, lower) || names_another_treatment(claim, source, sentence, lexicon) ||
         !unnamed_people(claim, cited).empty() || !missing_figures(claim, cited).printed.empty();
}

}  // namespace attest::audit
