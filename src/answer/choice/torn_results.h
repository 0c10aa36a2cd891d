// Results that cannot be read by themselves: "These results were stable at four months", "This lower risk was
// seen in men". Which results, and of what, stands before them.
#pragma once

#include <string_view>

namespace attest {

// In small letters. "These results suggest that…" says what they are.
bool is_torn_result(std::string_view lower);

}  // namespace attest
