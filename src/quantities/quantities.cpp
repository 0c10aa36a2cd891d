#include "quantities/quantities.h"

#include <array>

#include "quantities/reader.h"

namespace attest {

std::vector<Quantity> find_quantities(std::string_view text) {
  return quantities::read_by_rules(quantities::Reader(text));
}

double duration_days(const Quantity& quantity) {
  struct UnitDays {
    std::string_view unit;
    double days;
  };
  constexpr std::array kDays = {UnitDays{"millisecond", 1.0 / 86'400'000},
                                UnitDays{"second", 1.0 / 86'400},
                                UnitDays{"minute", 1.0 / 1'440},
                                UnitDays{"hour", 1.0 / 24},
                                UnitDays{"day", 1},
                                UnitDays{"week", 7},
                                UnitDays{"month", 30.44},
                                UnitDays{"year", 365.25},
                                UnitDays{"decade", 3652.5}};
  const double value = quantity.value == quantity.value ? quantity.value : quantity.high;
  for (const UnitDays& entry : kDays) {
    if (quantity.unit == entry.unit) return value * entry.days;
  }
  return kNotStated;
}

const char* quantity_kind_name(QuantityKind kind) {
  switch (kind) {
    case QuantityKind::kProportion: return "proportion";
    case QuantityKind::kPercentage: return "percentage";
    case QuantityKind::kCount: return "count";
    case QuantityKind::kSampleSize: return "sample size";
    case QuantityKind::kMean: return "mean";
    case QuantityKind::kMedian: return "median";
    case QuantityKind::kRatio: return "ratio";
    case QuantityKind::kDifference: return "difference";
    case QuantityKind::kPValue: return "p-value";
    case QuantityKind::kDose: return "dose";
    case QuantityKind::kDuration: return "duration";
    case QuantityKind::kAccuracy: return "accuracy";
    case QuantityKind::kRange: return "range";
    case QuantityKind::kNumber: return "number";
  }
  return "number";
}

}  // namespace attest
