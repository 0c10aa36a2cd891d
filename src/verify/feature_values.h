// How the models of claims are told a value: as it is, and by the borders that it passes.
#pragma once

#include <array>
#include <span>
#include <string>

#include "learn/features.h"

namespace attest {

inline constexpr std::array kTenths = {0.1F, 0.2F, 0.3F, 0.4F, 0.5F, 0.6F, 0.7F, 0.8F, 0.9F, 0.99F};
inline constexpr std::array kRarities = {2.0F, 3.0F, 4.0F, 5.0F, 6.0F, 7.0F, 8.0F};
inline constexpr std::array kCounts = {1.0F, 2.0F, 3.0F, 5.0F, 8.0F, 12.0F, 20.0F};
inline constexpr std::array kLengths = {5.0F, 10.0F, 15.0F, 20.0F, 30.0F, 40.0F, 60.0F};

inline void add_value(Features& features, const std::string& name, double value,
                      std::span<const float> borders) {
  features.add(name, static_cast<float>(value));
  features.add_binned(name + " bin", static_cast<float>(value), borders);
}

inline void add_share(Features& features, const std::string& name, double value) {
  add_value(features, name, value, kTenths);
}

}  // namespace attest
