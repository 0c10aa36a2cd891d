#include <algorithm>
#include <string>

#include <fmt/format.h>

#include "audit/accord.h"
#include "audit/judge_rules.h"
#include "audit/own_words.h"
#include "base/ascii.h"
#include "findings/cues.h"

namespace attest::audit {

bool judge_advice(const PageClaim& claim, const AnswerSource& source, const Finding& finding,
                  const std::vector<Unit>& with_title, const Lexicon& lexicon, Judgement& result) {
  const std::string lower = lower_ascii(finding.sentence.of(source.document.text));
  const std::string said = lower_ascii(claim.sentence.text);
  const int line = claim.finding.line_of_therapy > 0
                       ? claim.finding.line_of_therapy
                       : cues::line_of_therapy(lower_ascii(claim.sentence.heading));
  const bool recommends = cues::recommends(said) || claim.finding.line_of_therapy > 0;
  if (!recommends || !shares_intervention(claim, finding, lexicon)) return false;
  if (names_only_its_kind(claim, finding, lexicon)) return true;
  if (!advises_the_same(claim, lower, source.document.record.title, with_title, lexicon)) return true;
  const bool against = advises_against(lower);
  const bool claim_against = advises_against(said);
  if (finding.line_of_therapy > 0 && line > 0 && !against) {
    if (finding.line_of_therapy == line) {
      result.verdict = AuditVerdict::kSupported;
      result.confidence = 0.8;
      result.sure = finding.kind == FindingKind::kRecommendation && only_advises(claim, with_title);
    } else {
      result.verdict = AuditVerdict::kContradicted;
      result.confidence = 0.55;
      result.reason = fmt::format("line {} of therapy against line {}", finding.line_of_therapy, line);
    }
    return true;
  }
  if (finding.kind != FindingKind::kRecommendation) return false;
  // A recommendation of the same thing for the same purpose; in which line it does not say.
  if (result.overlap < kOneSubject) return false;
  if (against == claim_against && (claim.finding.line_of_therapy > 0 || line > 1)) return true;
  const std::vector<Unit>& held = lexicon.remembered_units(finding.sentence.of(source.document.text));
  const auto is_named = [&](const std::string& id) {
    return std::any_of(held.begin(), held.end(), [&](const Unit& unit) {
      return unit.key.starts_with('=') && lexicon.same_or_kind_of(id, std::string_view(unit.key).substr(1));
    });
  };
  if (against != claim_against &&
      (Lexicon::coverage(claim.units, held) < kSameOutcome ||
       std::none_of(claim.interventions.begin(), claim.interventions.end(), is_named)))
    return true;
  result.verdict = against == claim_against ? AuditVerdict::kSupported : AuditVerdict::kContradicted;
  result.confidence = 0.5 + 0.3 * result.overlap;
  if (against != claim_against) {
    result.reason = against ? "advised against" : "advised";
    result.sure = Lexicon::coverage(claim.units, with_title) >= kCopied;
  }
  return true;
}

}  // namespace attest::audit
