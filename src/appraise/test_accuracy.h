// Private to appraise: whether a study held a test against what is so: sensitivity, specificity, agreement.
#pragma once

#include <string_view>

namespace attest {

// `title` and `own` (own_statements() of the text) in lower case. False where a test is to foretell what will
// happen: that is a matter of follow-up.
bool studies_test_accuracy(std::string_view title, std::string_view own);

}  // namespace attest
