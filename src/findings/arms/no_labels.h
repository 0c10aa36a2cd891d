// Words before "group" or "arm" that tell which of several it is of none: "both groups", "the same arm".
#pragma once

#include <string_view>

namespace attest {

inline constexpr std::string_view kNoGroupLabels[] = {
    "age",      "all",        "another", "any",    "between", "blood",  "both",     "combined",
    "compared", "each",       "eight",   "either", "entire",  "ethnic", "every",    "five",
    "focus",    "former",     "four",    "its",    "large",   "latter", "matched",  "multi",
    "neither",  "no",         "non",     "one",    "other",   "our",    "parallel", "patient",
    "peer",     "respective", "risk",    "same",   "single",  "six",    "small",    "some",
    "sub",      "support",    "task",    "that",   "the",     "their",  "these",    "third",
    "this",     "three",      "total",   "two",    "which",   "whole",  "whose",    "working"};

}  // namespace attest
