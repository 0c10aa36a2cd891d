// The rules decide first: they read figures, doses and lines of therapy and can say why. Where they find
// nothing, the trained claim checker of verify/ is asked whether the source goes against the claim, and
// believed when it is sure. Its word that a source supports a claim is not enough to call a published page
// right: of the claims of the pages that it was tried on it took sentences about something near for support.
#include <unordered_map>

#include "audit/judge.h"
#include "verify/claim.h"
#include "verify/claim_sources.h"

namespace attest::audit {
namespace {

constexpr double kContradictedFrom = 0.9;
// A percentage, a dose or a time is the rules' alone: a model of words does not count.
bool states_figure(const PageClaim& claim) { return !claim.figures.empty(); }

class TrainedJudge final : public SupportJudge {
 public:
  explicit TrainedJudge(std::unique_ptr<SupportJudge> rules) : rules_(std::move(rules)) {}

  Judgement judge(const PageClaim& claim, const AnswerSource& source) const override {
    Judgement judgement = rules_->judge(claim, source);
    if (judgement.verdict != AuditVerdict::kNotEnough || states_figure(claim)) return judgement;
    const ClaimVerdict verdict =
        verify_against(claim.sentence.text, loaded(source).view(), SourceChoice::kNamed);
    if (verdict.label != ClaimLabel::kContradicted || verdict.confidence < kContradictedFrom ||
        verdict.rationale.empty())
      return judgement;
    judgement.verdict = AuditVerdict::kContradicted;
    judgement.confidence = verdict.confidence;
    judgement.sentence = verdict.rationale.front().span;
    return judgement;
  }

 private:
  const LoadedSource& loaded(const AnswerSource& source) const {
    const auto [place, is_new] = loaded_.try_emplace(source.id);
    if (is_new) place->second = load_source(source.document);
    return place->second;
  }

  std::unique_ptr<SupportJudge> rules_;
  mutable std::unordered_map<std::string, LoadedSource> loaded_;
};

}  // namespace

std::unique_ptr<SupportJudge> make_trained_judge(std::unique_ptr<SupportJudge> rules) {
  return std::make_unique<TrainedJudge>(std::move(rules));
}

}  // namespace attest::audit
