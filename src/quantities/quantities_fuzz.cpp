// Quantities lie inside the text, in order, and do not overlap; numbers agree with their kind.
#include "quantities/quantities.h"

#include <cmath>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  uint32_t last = 0;
  for (const attest::Quantity& quantity : attest::find_quantities(text)) {
    if (quantity.span.start < last || quantity.span.end <= quantity.span.start) std::abort();
    if (quantity.span.end > size) std::abort();
    if (quantity.low > quantity.high) std::abort();
    const bool part = quantity.kind == attest::QuantityKind::kProportion;
    if (part && quantity.numerator > quantity.denominator) std::abort();
    if (std::isnan(quantity.low) != std::isnan(quantity.high)) std::abort();
    if (*attest::quantity_kind_name(quantity.kind) == '\0') std::abort();
    attest::duration_days(quantity);
    last = quantity.span.end;
  }
  return 0;
}
