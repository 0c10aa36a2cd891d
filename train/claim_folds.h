// What the models of claims reach by cross-validation over the claims of SciFact that are not held out: a
// steadier figure than that of one fifth.
#pragma once

#include <filesystem>
#include <string>

#include "base/result.h"
#include "train/trainings.h"

namespace attest::train {

// A few lines of text. Claims that share an abstract fall into the same fold.
Result<std::string> cross_validate_claims(const TrainingData& from);

}  // namespace attest::train
