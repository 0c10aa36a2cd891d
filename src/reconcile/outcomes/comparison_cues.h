// Words that say what a sentence compares, and that it compares no arms.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "base/byte_span.h"

namespace attest {

// A sentence about parts of an arm, times of one arm, or what went with what is no comparison of arms.
bool is_within_arms(std::string_view lower);
// "X increased deaths compared with Y": what came out, in plain words.
bool states_result(std::string_view lower);
// "… [12,13]", "… (3-6)": what others found.
bool cites_others(std::string_view sentence);
// The words tell that it was compared with something, by whatever name. `own`: where what was given stands;
// an "or" counts only beside it.
bool names_comparison(std::string_view lower, std::span<const ByteSpan> own = {});
// What was done before or around the study is no arm of it: "patients on the drug before surgery".
bool is_setting(std::string_view lower, size_t start);
// "Plus", "in combination": what is given is more than one thing.
bool is_joined(std::string_view lower);
// What starts at `start` is what something else was compared with: "Compared with Y, …", "than Y".
bool opens_comparison(std::string_view lower, size_t start);

}  // namespace attest
