// Private to rule_judge.cpp: those of its rules that look at one kind of claim.
#pragma once

#include <string_view>
#include <vector>

#include "audit/judge.h"
#include "audit/lexicon.h"

namespace attest::audit {

inline constexpr double kOneSubject = 0.34;  // overlap from which two sentences are about one thing
inline constexpr double kSameOutcome = 0.5;  // share of the claim's outcome that a sentence names
inline constexpr double kCopied = 0.85;      // overlap of what was taken over word by word

// One of the two denies what the other says, or tells a difference where the other tells none.
bool is_turned(const PageClaim& claim, std::string_view words, const Lexicon& lexicon);

// True where the claim is of that kind and the sentence of `finding` need not be looked at by another rule,
// whether or not `result` was decided; `result.overlap` is set before. `held`: what the sentence names.
bool judge_percentages(const PageClaim& claim, const AnswerSource& source, const Finding& finding,
                       const std::vector<Unit>& held, const Lexicon& lexicon, Judgement& result);
// `with_title`: what the sentence and the title of its source name.
bool judge_advice(const PageClaim& claim, const AnswerSource& source, const Finding& finding,
                  const std::vector<Unit>& with_title, const Lexicon& lexicon, Judgement& result);

}  // namespace attest::audit
