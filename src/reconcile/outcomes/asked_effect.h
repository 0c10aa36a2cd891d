// Which effect a question asks after: what is said to do it, to which outcome, in whom, against what.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "evidence/sources.h"

namespace attest {

struct AskedPeople {
  std::string id;
  bool condition = false;  // else people ("children") or what was done to them ("hip replacement")
  bool people = false;
};

// "Do steroids reduce mortality in septic shock?"
struct AskedEffect {
  std::string outcome;               // as asked: "mortality"
  std::vector<std::string> given;    // ids of what is said to do it
  std::string against;               // id of the treatment that it is to be held against; "": nothing
  bool against_control = false;      // "compared with placebo": nothing was given, and that is said
  std::vector<AskedPeople> in_whom;  // which a study must name
};
// Nothing where the question names no treatment before a verb of effect, or no outcome behind it.
std::optional<AskedEffect> asked_effect(const Evidence& evidence);

}  // namespace attest
