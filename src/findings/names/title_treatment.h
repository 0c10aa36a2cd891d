// A study of one treatment names it in its title, and its results need not repeat the name.
#pragma once

#include <span>
#include <string_view>

#include "findings/finding.h"

namespace attest {

// The one treatment that a title names; nullptr when it names none or several, or names it only as the
// occasion of something else ("… in patients undergoing surgery").
const Mention* treatment_of_title(std::string_view title, std::span<const Mention> named);

// The sentence, which names no treatment, tells a result of the study and speaks of no other treatment.
// `lower`: the sentence in small letters.
bool may_be_of_title(const Finding& finding, std::string_view lower);

}  // namespace attest
