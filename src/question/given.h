// Which things of MeSH are given to people. Its chemicals and procedures hold drugs and operations, but also
// what drugs act on (receptors, channels, enzymes), what is measured, what a drug is dissolved in and how
// care is organised.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace attest {

// `name`: preferred. False for what no patient is treated with, whatever stands about it.
bool is_given(std::string_view name, const std::vector<std::string>& tree_numbers);

}  // namespace attest
