// Results in the people who were asked about, before those of a kind of them.
#pragma once

#include <vector>

#include "evidence/sources.h"

namespace attest {

// Leaves out the results of studies whose title names only children, pregnant women, an emergency or what a
// drug brought about ("steroid-induced osteoporosis"), of which nobody asked, where their sentence does not
// say so and enough others are left.
void prefer_people_asked(const Evidence& evidence, std::vector<const Finding*>& results);

}  // namespace attest
