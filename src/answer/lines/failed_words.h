// Words that tell of a failed treatment, and which words beside them name it. `lower`: a sentence in small
// letters; `at`: where the word of failure, `cue`, begins in it.
#pragma once

#include <cstddef>
#include <string_view>

namespace attest {

// Words that tell by themselves that something has failed before.
inline constexpr std::string_view kFailed[] = {"refractory",
                                               "intractable",
                                               "treatment-resistant",
                                               "treatment resistant",
                                               "therapy-resistant",
                                               "unresponsive",
                                               "nonresponsive",
                                               "non-responsive",
                                               "nonresponder*",
                                               "non-responder*",
                                               "not respond*",
                                               "not responding",
                                               "not responded",
                                               "failed to respond",
                                               "fail to respond",
                                               "inadequate response*",
                                               "inadequate responder*",
                                               "inadequately respon*",
                                               "incomplete response",
                                               "insufficient response",
                                               "insufficiently respon*",
                                               "suboptimal response",
                                               "partial responders",
                                               "inadequately controlled",
                                               "insufficiently controlled",
                                               "poorly controlled",
                                               "not adequately controlled",
                                               "not well controlled",
                                               "not controlled",
                                               "uncontrolled by",
                                               "uncontrolled on",
                                               "uncontrolled with",
                                               "uncontrolled despite",
                                               "inadequate control",
                                               "inadequate glycaemic control",
                                               "inadequate glycemic control",
                                               "symptomatic despite",
                                               "active disease despite",
                                               "persistent* despite",
                                               "persist* despite",
                                               "had failed",
                                               "have failed",
                                               "has failed",
                                               "who failed",
                                               "previously failed",
                                               "failed treatment",
                                               "failed therapy",
                                               "failed previous",
                                               "failed prior",
                                               "failed conventional",
                                               "failed conservative",
                                               "failed medical",
                                               "failed first-line",
                                               "failed at least",
                                               "failed one",
                                               "failed two",
                                               "after failure",
                                               "after failed",
                                               "failure of first-line",
                                               "failure of conventional",
                                               "failure of previous",
                                               "failure of prior",
                                               "failure of conservative",
                                               "treatment failures",
                                               "second-line",
                                               "second line",
                                               "third-line",
                                               "third line",
                                               "salvage",
                                               "rescue therap*",
                                               "rescue treatment*",
                                               "rescue regimen*",
                                               "retreatment",
                                               "re-treatment",
                                               "previously treated",
                                               "pretreated",
                                               "pre-treated",
                                               "relapsed",
                                               "relapsing or refractory"};
inline constexpr std::string_view kOfConduction[] = {"refractory period*", "effective refractory"};
// Germs resist too: in a question for a later line this alone tells nothing.
inline constexpr std::string_view kResists[] = {"resistant", "drug-resistant", "relapsing", "recurrent"};
// Words that do so where what has failed is named beside them.
inline constexpr std::string_view kFailedOfNamed[] = {
    "despite", "failed",      "failure*",    "failing",  "fails",        "fail",    "added to",
    "add-on",  "addition of", "addition to", "augment*", "uncontrolled", "switch*", "not controlled"};
inline constexpr std::string_view kAdded[] = {"added to", "add-on", "addition of", "addition to"};
inline constexpr std::string_view kNotTaken[] = {
    "intoleran*",    "unable to take",     "unable to tolerate", "cannot take",  "cannot tolerate",
    "not tolerate*", "contraindicat*",     "contra-indicat*",    "unsuitable",   "not suitable",
    "ineligible",    "could not tolerate", "unwilling",          "inappropriate"};

// "Failed to show a difference": that is of the study.
bool fails_to_show(std::string_view lower);

// "Clomiphene-resistant", "refractory to methotrexate", "failed infliximab": up to the end of what failed.
std::string_view object_of(std::string_view lower, size_t at, std::string_view cue);

// "Secondary sulfonylurea | failure", "methotrexate | failed": the words in front.
std::string_view subject_of(std::string_view lower, size_t at);

// "Addition of X to Y", "X added to Y": Y is what had been given before.
std::string_view what_it_was_added_to(std::string_view lower, size_t at, std::string_view cue);

// Nothing had been given before.
bool are_untreated(std::string_view lower);

}  // namespace attest
