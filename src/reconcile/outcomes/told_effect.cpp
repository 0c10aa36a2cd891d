#include "reconcile/outcomes/told_effect.h"

#include <algorithm>
#include <string>

#include "base/affix.h"
#include "base/ascii.h"
#include "reconcile/outcomes/outcome_names.h"
#include "reconcile/outcomes/verdict_sentences.h"
#include "text/phrases.h"

namespace attest {

namespace {

bool has_word_of_effect(const Finding& finding, std::string_view lower) {
  static constexpr std::string_view kWords[] = {"effect*",   "efficac*",   "ineffect*", "benefi*", "protect*",
                                                "prevent*",  "superior*",  "favo*",     "help*",   "relie*",
                                                "associat*", "promot*",    "worse*",    "harm*",   "caus*",
                                                "risk",      "no evidence"};
  return bears_change(finding, lower, 1) || bears_change(finding, lower, 0) || has_any_phrase(lower, kWords);
}

// "Whether X reduces Y", "half of the physicians believed": nothing was found.
bool finds_nothing(std::string_view lower) {
  static constexpr std::string_view kWords[] = {"whether", "indications for", "candidates for", "believe*",
                                                "belief*", "perceiv*",        "perception*",    "opinion*"};
  return has_any_phrase(lower, kWords);
}

// "Adding bevacizumab to irinotecan in combination with fluorouracil": what was added is what did it.
bool tells_of_adding(std::string_view lower) {
  static constexpr std::string_view kAdded[] = {"adding", "addition of", "added to"};
  return has_any_phrase(lower, kAdded);
}

}  // namespace

ToldEffect::ToldEffect(const Evidence& evidence, const AskedEffect& effect)
    : evidence_(evidence), sought_(evidence, effect.outcome) {
  for (const std::string& id : effect.given) given_.emplace_back(evidence, id, effect.against);
}

void ToldEffect::begin(const AnswerSource& source) {
  if (begun_ == &source) return;
  begun_ = &source;
  sought_.begin_source(source);
  named_.clear();
  for (GivenTreatment& one : given_) named_.push_back(one.begin_source(source));
}

std::optional<SoughtOutcome::Place> ToldEffect::outcome_in(const AnswerSource& source,
                                                           std::string_view sentence,
                                                           std::string_view lower) {
  begin(source);
  return sought_.find(sentence, lower);
}

bool ToldEffect::is_near_outcome(std::string_view lower) const {
  return is_of_heart(sought_.name()) && is_of_heart(lower);
}

bool ToldEffect::says_effect(const Finding& finding) {
  const AnswerSource& source = evidence_.source_of(finding);
  const std::string_view sentence = evidence_.sentence_of(finding);
  const std::string lower = lower_ascii(sentence);
  const std::optional<SoughtOutcome::Place> outcome = outcome_in(source, sentence, lower);
  if ((!outcome && !is_near_outcome(lower)) || finds_nothing(lower) || !has_word_of_effect(finding, lower))
    return false;
  for (size_t i = 0; i < given_.size(); ++i) {
    const GivenTreatment& one = given_[i];
    if (named_[i] && (tells_of_adding(lower) || !one.is_given_with_more(finding, lower)) &&
        (one.is_told_of(source, finding, lower, outcome ? outcome->span : ByteSpan{}) ||
         one.leads(finding, lower)))
      return true;
  }
  return false;
}

}  // namespace attest
