// The groups that a sentence tells apart, by whatever words it has for them: "the PCA group", "groups 1 and
// 2", "in women than in men", "those receiving ketamine". For who reads a whole document: what an answer says
// is said only of things that have a name of their own.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "findings/finding.h"

namespace attest {

// What an abstract says that its numbered groups got: "group 1" → "lansoprazole plus clarithromycin".
struct GroupMeaning {
  std::string label;  // in small letters: "1", "b", "l-l"
  std::string meaning;
};
std::vector<GroupMeaning> group_meanings(std::string_view text);

// A mention for each group, in reading order, spans relative to `sentence`; `lower` is the same in small
// letters. An id begins with "group:". Of what `named` holds stay controls, and what no group's name covers;
// where the sentence names two groups or more with "group" or "arm", what else it names is no arm of it.
std::vector<Mention> told_groups(std::string_view sentence, std::string_view lower,
                                 std::span<const Mention> named, std::span<const Quantity> quantities,
                                 std::span<const GroupMeaning> meanings);

// A mention that told_groups() found.
bool is_told_group(const Mention& mention);

}  // namespace attest
