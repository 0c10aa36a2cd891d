// The decision claim × source: rules first, then a trained model for what they leave open.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "audit/audit.h"
#include "audit/claims.h"
#include "evidence/sources.h"

namespace attest::audit {

struct Judgement {
  AuditVerdict verdict = AuditVerdict::kNotEnough;
  double confidence = 0;
  ByteSpan sentence;   // of the source: what decided; empty when nothing did
  double overlap = 0;  // how much of the claim the source's best sentence is about, 0 to 1
  std::string reason;  // "6/24 (25 %) against 50 %"
  bool sure = false;   // figure by figure or nearly word by word, and not by what words have in common
};

// The surest judgement of each kind, and which of the sources gave it.
struct Surest {
  Judgement judgement;
  size_t source = SIZE_MAX;
  bool reaches(double confidence) const { return source != SIZE_MAX && judgement.confidence >= confidence; }
  void consider(const Judgement& next, size_t from) {
    if (next.confidence <= judgement.confidence) return;
    judgement = next;
    source = from;
  }
};
struct SurestOfEach {
  Surest supported;
  Surest contradicted;
  void consider(const Judgement& next, size_t from) {
    if (next.verdict == AuditVerdict::kSupported) supported.consider(next, from);
    if (next.verdict == AuditVerdict::kContradicted) contradicted.consider(next, from);
  }
};

class SupportJudge {
 public:
  SupportJudge() = default;
  SupportJudge(const SupportJudge&) = delete;
  SupportJudge& operator=(const SupportJudge&) = delete;
  virtual ~SupportJudge() = default;
  // `source` has its findings read. Looks at every sentence of it.
  virtual Judgement judge(const PageClaim& claim, const AnswerSource& source) const = 0;
};

// Rules: what both sentences name, numbers of the same arm and time, line of therapy, direction, negation.
// Both judges keep what they have read of a source: for one thread, and while the sources stay as they are.
std::unique_ptr<SupportJudge> make_rule_judge(const Lexicon& lexicon);
// `rules`, held beside the claim checker of verify/: a word-by-word support needs both, and what the rules
// leave open the checker decides where it is sure and its sentence speaks of the same things. Keeps what it
// has read of a source: for one thread, and while the sources stay as they are.
std::unique_ptr<SupportJudge> make_trained_judge(std::unique_ptr<SupportJudge> rules, const Lexicon& lexicon);

// A claim with figures that has the sentence's own words one after the other: with the same figures it is
// supported, with these figures in another order contradicted. False, and nothing is set, for everything
// else.
bool judge_copy(const PageClaim& claim, std::string_view sentence, Judgement& result);
// The claim stands in the source word by word: nothing else in it says otherwise of the same thing.
bool is_copied(const PageClaim& claim, std::string_view source);

// Whether a rate of a source measures what the claim's percentage measures: same arm, same time, a result and
// not who took part, both wanted or both unwanted.
bool comparable_rate(const PageClaim& claim, const StatedFigure& figure, const AnswerSource& source,
                     const Finding& finding, size_t rate, const Lexicon& lexicon);
// What a rate counts, as a set of bits: success of a treatment, remission, survival, recurrence. 0: cannot be
// told.
unsigned outcomes_named(std::string_view lower);
// "a 20 % improvement", "reduced by 30 %": the size of a change and not a share of people. `span` is in
// `text`.
bool is_change(std::string_view text, ByteSpan span);
// "3 out of 4 outcome measures", "60 % of the trials": a share of things and not of people. `span` is in
// `text`.
bool counts_things(std::string_view text, ByteSpan span);
// A share of a hundred, with its counts or without.
bool is_percentage(const StatedFigure& figure);
// Whether the stated percentage holds the rate, rounding and "about" allowed for.
bool figure_holds(const StatedFigure& figure, double percent);
// The source has the figure with more digits or in another unit ("48 minutes" for 47.54 min), or as the ratio
// of a change ("28 % lower" for 0.72). `said`: what the figure's span is in.
bool is_restated(const StatedFigure& figure, std::string_view said, const AnswerSource& source);
// Figures of the claim that stand nowhere in the sources and follow from nothing there, as printed.
struct MissingFigures {
  std::vector<std::string> printed;
  bool only_counts = true;  // which may have been worked out
};
MissingFigures missing_figures(const PageClaim& claim, const std::vector<const AnswerSource*>& sources);
// Whom the claim is about by its own words and none of the sources is.
std::vector<std::string> unnamed_people(const PageClaim& claim,
                                        const std::vector<const AnswerSource*>& sources);
// Names of treatments of the claim that stand in no sentence of the sources, by no name that is known.
std::vector<std::string> unnamed_treatments(const PageClaim& claim,
                                            const std::vector<const AnswerSource*>& sources,
                                            const Lexicon& lexicon);
// Whether two doses or times are the same or one lies in the other.
bool figures_agree(const StatedFigure& figure, const StatedFigure& other);

}  // namespace attest::audit
