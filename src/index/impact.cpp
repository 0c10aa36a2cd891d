#include "index/impact.h"

#include <algorithm>

namespace attest::index {

namespace {
constexpr uint64_t kOne = 1u << 16;  // a frequency of 1
}

ImpactScale::ImpactScale(const FieldCounts& lengths, const ImpactSettings& settings)
    : k1_(settings.k1_hundredths * kOne / 100) {
  for (size_t i = 0; i < kFieldCount; ++i) {
    const FieldSetting& field = settings.fields[i];
    const uint64_t pivot = field.pivot_terms;
    const uint64_t length = std::min<uint64_t>(lengths[i], pivot * settings.length_cap_pivots);
    // norm · pivot · 100, at least 1 because b < 1.
    const uint64_t norm = (100 - field.b_hundredths) * pivot + field.b_hundredths * length;
    worth_[i] = field.weight_tenths * kOne * pivot * 10 / norm;
  }
}

uint8_t ImpactScale::impact(const FieldCounts& frequencies) const {
  uint64_t frequency = 0;
  // A frequency above a thousand saturates anyway; the limit keeps the product in range.
  for (size_t i = 0; i < kFieldCount; ++i) frequency += worth_[i] * std::min(frequencies[i], 1u << 20);
  const uint64_t impact = (255 * frequency + (k1_ + frequency) / 2) / (k1_ + frequency);
  return static_cast<uint8_t>(std::clamp<uint64_t>(impact, 1, 255));
}

}  // namespace attest::index
