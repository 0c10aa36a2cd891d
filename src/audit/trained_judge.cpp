// The rules read figures, doses, sides and lines of therapy and can say why; the trained claim checker of
// verify/ reads the rest of a sentence. Each is wrong where the other is not, so that a support that rests on
// shared words needs both. What the rules leave open, the checker decides alone only where it is sure, names
// a reason that a person can see, and its sentence speaks of what the claim speaks of.
#include <algorithm>
#include <iterator>
#include <span>
#include <unordered_map>

#include "audit/accord.h"
#include "audit/found_differences.h"
#include "audit/judge.h"
#include "audit/own_words.h"
#include "base/ascii.h"
#include "findings/cues.h"
#include "text/phrases.h"
#include "verify/claim.h"
#include "verify/claim_sources.h"
#include "verify/direction_words.h"

namespace attest::audit {
namespace {

constexpr double kContradictedFrom = 0.85;
constexpr double kPlainlyContradictedFrom = 0.55;
constexpr double kTurnedFrom = 0.6;
constexpr double kSupportedFrom = 0.75;
constexpr double kOutcomeShared = 0.6;  // of what the claim says, in the sentence that decides
constexpr double kMostWords = 0.5;      // of all that it names, with the title

bool has_reason(const ClaimVerdict& verdict, std::span<const std::string_view> reasons) {
  return std::any_of(verdict.decided_by.begin(), verdict.decided_by.end(), [&](const std::string& reason) {
    return std::any_of(reasons.begin(), reasons.end(),
                       [&](std::string_view one) { return reason.starts_with(one); });
  });
}

bool has_visible_reason(const ClaimVerdict& verdict) {
  static constexpr std::string_view kReasons[] = {"opposite direction", "negation on one side"};
  return has_reason(verdict, kReasons);
}

// Two sides or two figures that were exchanged, or one result that goes the other way: needs less certainty,
// for it was read and not weighed.
bool has_plain_reason(const ClaimVerdict& verdict) {
  static constexpr std::string_view kReasons[] = {"the figures stand on the other sides",
                                                  "the same result goes another way"};
  return has_reason(verdict, kReasons);
}

// Both compare, and each names first what the other names second.
bool has_sides_turned(const ClaimVerdict& verdict) {
  static constexpr std::string_view kReasons[] = {"the two sides stand the other way round"};
  return has_reason(verdict, kReasons);
}

class TrainedJudge final : public SupportJudge {
 public:
  TrainedJudge(std::unique_ptr<SupportJudge> rules, const Lexicon& lexicon)
      : rules_(std::move(rules)), lexicon_(lexicon) {}

  Judgement judge(const PageClaim& claim, const AnswerSource& source) const override {
    Judgement judgement = rules_->judge(claim, source);
    if (judgement.sure) return judgement;
    // What the rules leave open a sentence on the same things decides: most sources have none, and the
    // checker need not read them.
    const ReadSource& read = reading_of(source);
    if (judgement.verdict == AuditVerdict::kNotEnough && !may_decide(claim, source, read)) return judgement;
    const ClaimVerdict verdict =
        verify_against(claim.sentence.text, read.source.view(), SourceChoice::kNamed, claim.meanings);
    const bool supports = verdict.label == ClaimLabel::kSupported;
    const bool contradicts = verdict.label == ClaimLabel::kContradicted;
    // How sure the models are; how often such verdicts are right (`confidence`) holds for claims of all
    // kinds, and here only those get through that speak of the same thing.
    const double sure = std::max(verdict.supported, verdict.contradicted);
    const bool against_rules =
        (judgement.verdict == AuditVerdict::kSupported && !supports) ||
        (judgement.verdict == AuditVerdict::kContradicted && supports && sure >= kSupportedFrom);
    if (against_rules) {
      // What one of them takes for denied, the other cannot make supported.
      const bool denied = judgement.verdict == AuditVerdict::kContradicted;
      judgement.verdict = AuditVerdict::kNotEnough;
      judgement.confidence = 0;
      judgement.reason.clear();
      if (denied) return judgement;
    }
    if (judgement.verdict != AuditVerdict::kNotEnough || verdict.rationale.empty()) return judgement;
    const bool plain = contradicts && sure >= kPlainlyContradictedFrom && has_plain_reason(verdict);
    const bool turned = contradicts && sure >= kTurnedFrom && has_sides_turned(verdict);
    const bool surely =
        supports
            ? sure >= kSupportedFrom
            : contradicts && ((sure >= kContradictedFrom && has_visible_reason(verdict)) || plain || turned);
    if (!surely || !speaks_of_same(claim, source, verdict.rationale.front().span, supports, plain))
      return judgement;
    judgement.verdict = supports ? AuditVerdict::kSupported : AuditVerdict::kContradicted;
    judgement.confidence = sure;
    judgement.sentence = verdict.rationale.front().span;
    return judgement;
  }

 private:
  // A source as the checker reads it, and the units of each of its sentences.
  struct ReadSource {
    LoadedSource source;
    std::vector<Unit> title;
    std::vector<std::vector<Unit>> units;
  };

  bool may_decide(const PageClaim& claim, const AnswerSource& source, const ReadSource& read) const {
    return !says_little(claim) &&
           std::any_of(read.units.begin(), read.units.end(), [&](const std::vector<Unit>& held) {
             return names_the_same(claim, source, read, held);
           });
  }

  // A sentence with these units, beside the title of its source, names most of what the claim names.
  bool names_the_same(const PageClaim& claim, const AnswerSource& source, const ReadSource& read,
                      const std::vector<Unit>& held) const {
    const std::vector<Unit>& title = read.title;
    if (Lexicon::coverage(claim.units, held, title) < kMostWords ||
        outcome_shared(claim, held, source.document.record.title, lexicon_) < kOutcomeShared)
      return false;
    const auto among = [&](const std::vector<Unit>& units, const std::string& id) {
      return std::any_of(units.begin(), units.end(), [&](const Unit& unit) {
        return unit.key.starts_with('=') &&
               lexicon_.same_or_kind_of(id, std::string_view(unit.key).substr(1));
      });
    };
    const auto named = [&](const std::string& id) { return among(held, id) || among(title, id); };
    if (claim.names_intervention &&
        !std::all_of(claim.interventions.begin(), claim.interventions.end(), named))
      return false;
    return claim.conditions.empty() || std::any_of(claim.conditions.begin(), claim.conditions.end(), named);
  }

  bool speaks_of_same(const PageClaim& claim, const AnswerSource& source, ByteSpan span, bool supports,
                      bool plain) const {
    // Percentages are the rules' alone, but for those that were read on the other sides.
    if (!plain && std::any_of(claim.figures.begin(), claim.figures.end(), is_percentage)) return false;
    const std::string_view words = span.of(source.document.text);
    if (!supports && (moves_alike(claim.sentence.text, words) || both_alike(claim.sentence.text, words)))
      return false;
    if (!supports && !plain && both_favour(claim, source, span)) return false;
    if (!names_the_same(claim, source, reading_of(source), lexicon_.units(words)) || says_little(claim))
      return false;
    // A source that has the claim's figures, rounded or not, has no other ones.
    if (!supports) return plain || !holds_results(claim, source);
    // What is so does not tell what should be nor how much of it there is, nor a second line a first.
    const std::string said = lower_ascii(claim.sentence.text);
    const std::string lower = lower_ascii(words);
    if (adds_degree(said, lower)) return false;
    if (cues::recommends(said) && !cues::recommends(lower)) return false;
    const int line = cues::line_of_therapy(said);
    if (line > 0 && line != cues::line_of_therapy(lower)) return false;
    return sides_accord(claim.sentence.text, words, lexicon_) == Accord::kSame &&
           std::all_of(claim.figures.begin(), claim.figures.end(), [&](const StatedFigure& figure) {
             return stands_printed(source.document.text, figure.printed);
           });
  }

  // Doses and times are no results: both may give the same one and say opposite things of it.
  static bool holds_results(const PageClaim& claim, const AnswerSource& source) {
    bool any = false;
    for (const StatedFigure& figure : claim.figures) {
      if (figure.kind == QuantityKind::kDose || figure.kind == QuantityKind::kDuration) continue;
      if (!is_restated(figure, claim.sentence.text, source)) return false;
      any = true;
    }
    return any;
  }

  // Both say that it fell, or that it rose, and neither denies it.
  static bool moves_alike(std::string_view claim, std::string_view sentence) {
    const std::string said = lower_ascii(claim);
    const std::string lower = lower_ascii(sentence);
    return trend(said) * trend(lower) > 0 && !denies(said) && !denies(lower);
  }

  // "Better than placebo" beside "is safe and improves it without harming": both speak for it.
  static bool both_favour(const PageClaim& claim, const AnswerSource& source, ByteSpan span) {
    const std::string said = lower_ascii(claim.sentence.text);
    static constexpr std::string_view kLess[] = {"less", "worse*", "inferior", "fewer", "lower"};
    if (claim.finding.direction != Direction::kFavours || denies(said) || has_any_phrase(said, kLess))
      return false;
    const std::string lower = lower_ascii(span.of(source.document.text));
    const size_t without = lower.find(" without ");
    if (denies(lower.substr(0, without)) || compares_groups(lower)) return false;
    static constexpr std::string_view kGood[] = {"improve*", "effective", "beneficial", "superior"};
    if (!has_any_phrase(lower.substr(0, without), kGood)) return false;
    return std::none_of(source.findings.begin(), source.findings.end(), [&](const Finding& finding) {
      const bool otherwise =
          finding.direction == Direction::kAgainst || finding.direction == Direction::kNoDifference;
      return otherwise && finding.sentence.overlaps(span);
    });
  }

  // That nothing differed is said in many ways, and denied by none of them.
  static bool both_alike(std::string_view claim, std::string_view sentence) {
    const std::string said = lower_ascii(claim);
    const std::string lower = lower_ascii(sentence);
    return (says_as_much(said) || says_alike(said)) && (says_alike(lower) || denies(lower));
  }

  const ReadSource& reading_of(const AnswerSource& source) const {
    const auto [place, is_new] = read_.try_emplace(source.id);
    ReadSource& read = place->second;
    if (is_new) {
      read.source = load_source(source.document);
      read.title = lexicon_.units(source.document.record.title);
      for (const ByteSpan sentence : read.source.sentences)
        read.units.push_back(lexicon_.units(sentence.of(read.source.text)));
    }
    return read;
  }

  std::unique_ptr<SupportJudge> rules_;
  const Lexicon& lexicon_;
  mutable std::unordered_map<std::string, ReadSource> read_;
};

}  // namespace

std::unique_ptr<SupportJudge> make_trained_judge(std::unique_ptr<SupportJudge> rules,
                                                 const Lexicon& lexicon) {
  return std::make_unique<TrainedJudge>(std::move(rules), lexicon);
}

}  // namespace attest::audit
