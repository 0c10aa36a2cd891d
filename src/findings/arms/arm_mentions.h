// The arms of a trial where a sentence calls them by the names that the allocation gave them.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "appraise/study_facts.h"
#include "findings/arms/told_groups.h"
#include "findings/finding.h"

namespace attest {

void insert_in_order(std::vector<Mention>& named, std::vector<Mention> more);

// `named`, and a mention for each of `arms` whose name, or whose one short form in capitals ("intravenous
// DTZ"), stands in the sentence where nothing is named yet. Ids begin with "group:".
std::vector<Mention> with_named_arms(std::string_view sentence, std::string_view lower,
                                     std::span<const StudyArm> arms, std::vector<Mention> named);

// The groups of told_groups(), with these among what is named.
std::vector<Mention> groups_for_reader(std::string_view sentence, std::span<const StudyArm> arms,
                                       const std::vector<Mention>& named,
                                       std::span<const Quantity> quantities,
                                       std::span<const GroupMeaning> meanings);

}  // namespace attest
