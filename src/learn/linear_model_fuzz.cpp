// A model from any bytes: reads or says why not; one that reads gives probabilities that sum to one.
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "learn/linear_model.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const auto model = attest::LinearModel::from_bytes({reinterpret_cast<const char*>(data), size});
  if (!model) return 0;
  attest::Features features;
  features.add("word", "aspirin");
  double sum = 0;
  for (const double value : model->probabilities(features)) sum += value;
  // Weights may be infinite or not numbers; then so is the sum.
  if (std::isfinite(sum) && std::abs(sum - 1) > 1e-6) std::abort();
  return 0;
}
