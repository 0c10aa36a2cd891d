// "A and B were equally effective in reducing pain": two treatments that are one subject, and of which
// outcomes the sentence says that they do not differ.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "reconcile/outcomes/outcome_changes.h"
#include "reconcile/outcomes/outcome_names.h"

namespace attest {

// Words that call both alike, and none that call one of them better.
bool tells_alike(std::string_view lower);

// Each outcome of the clause that calls them alike, as unchanged. `named`: further outcomes of the sentence.
std::vector<OutcomeChange> read_alike(std::string_view lower, std::span<const OutcomePlace> named);

}  // namespace attest
