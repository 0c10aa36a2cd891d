#include "findings/advice/advice.h"

#include <algorithm>

#include "findings/advice/stance.h"
#include "findings/cue_subjects.h"
#include "findings/cues.h"
#include "text/phrases.h"

namespace attest {
namespace {

Stance stance_of(std::string_view lower, const cues::AdviceCue& cue) {
  return cue.against ? stance_of_warning(lower, cue.start, cue.end)
                     : stance_of_cue(lower, cue.start, cue.end, cue.line);
}

CueForm form_of(std::string_view lower, const cues::AdviceCue& cue) {
  if (cue.line) return CueForm::kLine;
  const std::string_view words = lower.substr(cue.start, cue.end - cue.start);
  static constexpr std::string_view kActive[] = {
      "should receive", "should undergo", "should be treated", "suggest*",           "against",
      "advises",        "refrain from",   "best practice*",    "should not receive", "avoid",
      "using",          "should not use", "recommends",        "recommend",          "recommending",
      "advice",         "recommendation*"};
  if (cues::is_order(words)) return CueForm::kActive;
  if (has_any_phrase(words, kActive) || words.starts_with("do not") || words.starts_with("does not") ||
      words.starts_with("preclude"))
    return CueForm::kActive;
  if (words == "recommended") {
    static constexpr std::string_view kPassive[] = {"is", "are", "be", "been", "was", "were", "not"};
    constexpr size_t kNear = 24;
    const std::string_view near =
        lower.substr(cue.start > kNear ? cue.start - kNear : 0, std::min(kNear, cue.start));
    return has_any_phrase(near, kPassive) ? CueForm::kPassive : CueForm::kActive;
  }
  return CueForm::kPassive;
}

}  // namespace

std::vector<AdviceStatement> read_advice(std::string_view lower, const std::vector<Mention>& named) {
  std::vector<AdviceStatement> advice;
  for (const cues::AdviceCue& cue : cues::find_advice(lower)) {
    const Stance stance = stance_of(lower, cue);
    if (stance == Stance::kNone) continue;
    const Clause clause = clause_at(lower, cue.start);
    AdviceStatement statement{stance == Stance::kAgainst,
                              {},
                              {},
                              {static_cast<uint32_t>(cue.start), static_cast<uint32_t>(cue.end)}};
    for (const size_t i :
         subjects_of_cue(lower, clause, cue.start, cue.end, named, form_of(lower, cue), statement.against))
      statement.of.push_back(named[i].id);
    if (statement.of.empty()) continue;
    statement.clause = {static_cast<uint32_t>(clause.start), static_cast<uint32_t>(clause.end)};
    advice.push_back(std::move(statement));
  }
  return advice;
}

bool gives_advice(std::string_view lower) {
  const std::vector<cues::AdviceCue> found = cues::find_advice(lower);
  return std::any_of(found.begin(), found.end(),
                     [&](const cues::AdviceCue& cue) { return stance_of(lower, cue) != Stance::kNone; });
}

bool is_taken_back(const Finding& finding, std::string_view intervention) {
  return std::find(finding.taken_back.begin(), finding.taken_back.end(), intervention) !=
         finding.taken_back.end();
}

const AdviceStatement* advice_on(const Finding& finding, std::string_view intervention) {
  const AdviceStatement* found = nullptr;
  for (const AdviceStatement& said : finding.advice) {
    if (std::find(said.of.begin(), said.of.end(), intervention) == said.of.end()) continue;
    if (said.against) return &said;
    if (found == nullptr) found = &said;
  }
  return found;
}

}  // namespace attest
