// Whether a sentence can answer a kind of question at all. "How long does it take to work?" wants a time to
// an effect: a sentence without one is no answer, however near its words are.
#pragma once

#include <initializer_list>
#include <string_view>

#include "findings/finding.h"
#include "question/question.h"

namespace attest {

// Kinds of question whose answer has a form of its own: nothing else than what has_answer_type() accepts may
// stand as their answer.
bool wants_answer_type(Intent intent);

// For questions whose sentences are told by words and figures rather than by a kind of finding; true for all
// others. `lower`: the finding's sentence in lower case.
bool has_answer_type(Intent intent, const Finding& finding, std::string_view lower);

// The finding has a figure of one of these kinds.
bool has_quantity(const Finding& finding, std::initializer_list<QuantityKind> kinds);

}  // namespace attest
