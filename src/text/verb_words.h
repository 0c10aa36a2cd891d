// Verbs that help others to say something.
#pragma once

#include <string_view>

namespace attest {

inline constexpr std::string_view kEveryFormOfBe[] = {"was", "were", "is", "are", "be", "been", "being"};

// With which a statement on a subject begins. Participles ("considered", "used") continue one.
inline constexpr std::string_view kFiniteVerbs[] = {"is",   "are",   "was",    "were",   "should", "must",
                                                    "may",  "might", "can",    "could",  "will",   "has",
                                                    "have", "had",   "remain", "remains"};

}  // namespace attest
