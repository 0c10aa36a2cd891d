// The three ways to tell of a group, one by one (findings/arms/told_groups.h puts them together).
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "findings/arms/told_groups.h"

namespace attest {

struct GroupSentence {
  std::string_view text;
  std::string_view lower;  // the same in small letters
  std::span<const Quantity> quantities = {};
  std::span<const GroupMeaning> meanings = {};
  std::span<const Mention> named = {};
};

// "The high-dose group", "groups 1 and 2", "the X and Y groups".
std::vector<Mention> labelled_mentions(const GroupSentence& sentence);
// "X-treated patients", "patients receiving X".
std::vector<Mention> treated_mentions(const GroupSentence& sentence);
// "In A than in B"; `have`: groups that are found already.
std::vector<Mention> contrasted_mentions(const GroupSentence& sentence, std::span<const Mention> have);

// The labels of its groups in small letters, without "group": "high-dose".
std::vector<std::string> group_labels(std::string_view sentence);

// Joined to the name of what people got.
inline constexpr std::string_view kJoinedToNames[] = {"-treated",   "-exposed", "-users",
                                                      "-receiving", " treated", "-based"};

}  // namespace attest
