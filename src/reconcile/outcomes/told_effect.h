// Whether a sentence says at all what a treatment did to the outcome that a question asks after: weaker than
// a verdict (study_verdicts.h), and asked of every kind of source.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "evidence/sources.h"
#include "reconcile/outcomes/asked_effect.h"
#include "reconcile/outcomes/given_treatment.h"
#include "reconcile/outcomes/sought_outcome.h"

namespace attest {

class ToldEffect {
 public:
  // Keeps a reference to the evidence.
  ToldEffect(const Evidence& evidence, const AskedEffect& effect);

  SoughtOutcome& sought() { return sought_; }
  // Where the sentence names the outcome; the source's title says what its short forms mean.
  std::optional<SoughtOutcome::Place> outcome_in(const AnswerSource& source, std::string_view sentence,
                                                 std::string_view lower);
  // "Cardiovascular disease" is near enough to "cardiovascular events". `lower`: in small letters.
  bool is_near_outcome(std::string_view lower) const;
  // It names the treatment before any other, or tells of it alone; it names the outcome; and it has a word
  // for a change, for the lack of one, or for a benefit.
  bool says_effect(const Finding& finding);

 private:
  const Evidence& evidence_;
  std::vector<GivenTreatment> given_;
  SoughtOutcome sought_;
  const AnswerSource* begun_ = nullptr;  // the source that was last looked at
  std::vector<bool> named_;              // of each treatment: whether that source names it

  void begin(const AnswerSource& source);
};

}  // namespace attest
