#include "train/trainings.h"

#include <array>

namespace attest::train {

std::span<const Training> trainings() {
  static constexpr std::array kTrainings = {
      Training{"sentence_role", {.cost = 1.0, .sparse = true, .balanced = false}, sentence_role_examples},
  };
  return kTrainings;
}

}  // namespace attest::train
