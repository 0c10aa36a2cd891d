// Things that a sentence gives together: "methotrexate plus folic acid", "a combination of isoniazid and
// rifampicin". What is said of them is said of all together, and of none alone.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "findings/finding.h"

namespace attest {

// `named` in the order of the sentence, spans local to `lower`. Each combination stands in the place of its
// parts, as one thing with a name of its own ("isoniazid + rifampicin"). Where it is not sure which parts
// there are, they stay as they are.
std::vector<Mention> join_combinations(std::string_view lower, const std::vector<Mention>& named);

// "A regimen of A, B and C", "triple therapy with A and B": what is said of the names from `first` to `last`
// is said of all together, of none alone.
bool is_of_combination(std::string_view lower, ByteSpan first, ByteSpan last);

bool is_combination(std::string_view id);

// The id of what has these parts, in whatever order they stand.
std::string combination_id(std::vector<std::string> parts);

// `id`, or a combination that it is a part of; a part may be a choice, "a|b".
bool is_or_has_part(std::string_view id, std::string_view part);

// The ids of its parts; none where `id` is no combination.
std::vector<std::string> parts_of_combination(std::string_view id);

}  // namespace attest
