// Words that give a treatment the first place wherever they stand. Advice and lines of therapy read the same.
#pragma once

#include <iterator>
#include <string_view>

namespace attest::cues {

// clang-format off
inline constexpr std::string_view kFirstPlace[] = {
    "first-line", "first line", "firstline", "treatment of choice", "first choice", "first-choice",
    "drug of choice", "drugs of choice", "initial therapy", "initial treatment", "initial management",
    "mainstay of", "mainstays of", "mainstay in", "mainstay for", "mainstay treatment", "mainstay therapy",
    "cornerstone of", "cornerstones of", "cornerstone in", "cornerstone for", "cornerstone treatment",
    "cornerstone therapy", "backbone of therapy", "backbone of treatment",
    "backbone of chemotherapy", "first treatment", "should be the first", "tried first",
    "before other treatments", "first step", "first strategy", "preferred treatment", "preferred initial",
    "preferred first", "reference treatment", "treatment starts with", "therapy starts with",
    "treatment should start with", "therapy should start with", "treatment begins with",
    "treatment should begin with", "therapy should begin with", "step 1", "of choice",
};
// clang-format on

}  // namespace attest::cues
