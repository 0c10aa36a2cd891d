// Questions of PubMedQA as claims: "Does X reduce Y?" is supported where the answer is yes.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"
#include "evaluate/datasets/scifact.h"

namespace attest::train {

// The abstract with its conclusion (the "long answer", which is the rationale), the title left out because it
// is the question. Abstracts that are held out are not among them.
Result<Scifact> read_pubmedqa_claims(const std::filesystem::path& data);

}  // namespace attest::train
