// Groups that a report calls by one word of their treatment: "the exposure group" of a trial of exposure
// therapy.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "findings/finding.h"

namespace attest {

// A mention for each word before "group" or "arm" that is part of the name of one treatment of the title, and
// of no other; what `named` already holds is left out. Spans are those of `lower`, a sentence in small
// letters; those of `of_title` are of `title`.
std::vector<Mention> mentions_by_group(std::string_view lower, std::string_view title,
                                       std::span<const Mention> of_title, std::span<const Mention> named);

// The groups of a trial by whatever word it calls them: "the LC group", "group 2", "arm B", "the intervention
// arm". Of people who were sorted and not allocated ("the older group") nothing is said, and what `named`
// already holds is left out. An id is "group:" and the word; groups of usual care or no treatment are
// controls.
std::vector<Mention> labelled_groups(std::string_view lower, std::span<const Mention> named);

// What is named, and these groups, in reading order.
std::vector<Mention> with_groups(std::string_view lower, std::vector<Mention> named);

}  // namespace attest
