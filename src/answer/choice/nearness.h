// How likely a sentence answers a part of a question that no source answers as a whole, by a linear model
// trained on sentences that readers judged (eval/answers/README.md).
#pragma once

#include "answer/choice/near_findings.h"
#include "answer/choice/pertinence.h"
#include "learn/features.h"

namespace attest {

// From here on a sentence may be shown as nearest: about a third of them answer a part.
inline constexpr double kNearnessMin = 0.15;

// 0..1, of the finding at its place; in a build without the model a blend of what is known of it.
double read_nearness(const Evidence& evidence, const NearFinding& near, const PertinenceReader& pertinence,
                     const NearPlace& at);

// What the model data/models/nearness.model sees.
Features nearness_features(const Evidence& evidence, const NearFinding& near,
                           const PertinenceReader& pertinence, const NearPlace& at);

}  // namespace attest
