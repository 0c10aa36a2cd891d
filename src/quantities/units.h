// Private to quantities: units of measurement, and which words are one.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace attest::quantities {

enum class UnitClass : uint8_t {
  kDose,         // of a drug, as a rule: "mg", "tablets"
  kAmount,       // of a drug or of anything else: "ml", "mmol"
  kTime,         // "hours"
  kMeasurement,  // of no drug: "mmHg", "cm"
};

struct Unit {
  std::string_view canonical;
  UnitClass unit_class = UnitClass::kMeasurement;
};

// `word` lowered. "hours" → hour, "µg" ("ug") → microgram.
std::optional<Unit> unit_of(std::string_view word);

// "ml", "mm3" of the canonical names.
bool is_volume(std::string_view canonical);

}  // namespace attest::quantities
