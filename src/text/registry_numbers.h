// Numbers of trial registries as they stand in a text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/byte_span.h"

namespace attest {

struct RegistryNumber {
  std::string_view registry;  // "ClinicalTrials.gov"; static storage
  std::string number;         // in one form: "NCT01234567", "IRCT20150101020514N1", "2004-000446-20"
  ByteSpan span;              // in the text
};

// In their order. What only looks like one is left: a short number ("NTR1234") counts where a register is
// spoken of before it, a EudraCT number where EudraCT is named. In a `field` that holds nothing but numbers
// neither is asked for.
std::vector<RegistryNumber> find_registry_numbers(std::string_view text, bool field = false);

}  // namespace attest
