// Results that come near each other without being of one outcome: events of the heart and deaths from them,
// or what the treatment was given for and a verdict on the treatment.
#pragma once

#include <optional>
#include <string>

#include "answer/answer.h"
#include "answer/disagreements/study_results.h"

namespace attest {

// One study finds good, another none or harm. Said to be near and not the same; at most one of an
// intervention. Nothing where one of the two says of the other's outcome what the other says.
std::optional<Disagreement> opposed_near_results(const Evidence& evidence, const std::string& id,
                                                 const std::string& name, const ResultsByOutcome& results);

}  // namespace attest
