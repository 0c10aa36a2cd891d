// Which registry numbers of a text are those of the study that the text reports, and which are of others.
#pragma once

#include <string_view>
#include <vector>

#include "text/registry_numbers.h"

namespace attest {

struct StatedRegistration {
  RegistryNumber number;
  bool own = false;  // the text says that the study it reports is registered so
};

// `text`: a title and an abstract, or a part of either. In their order, with repeats.
std::vector<StatedRegistration> read_registration_statements(std::string_view text);

}  // namespace attest
