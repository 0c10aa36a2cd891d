// What a study is said to show: "this meta-analysis suggests that X is more effective than Y" names the study
// first, and is its result none the less.
#pragma once

#include <cstddef>
#include <string_view>

namespace attest {

// Where in the sentence (small letters) that begins, which it says its study to have shown; npos in one that
// tells how the study was done, or what it is about.
size_t start_of_conclusion(std::string_view lower);

// "This cohort study tested 38 factors…" tells how a study was done, whatever it names.
bool tells_of_itself(std::string_view lower);

}  // namespace attest
