// Prompts of Evidence Inference, worded as somebody would ask them.
#pragma once

#include <string>
#include <vector>

#include "evaluate/datasets/evidence_inference.h"

namespace attest {

struct AskedPrompt {
  EffectPrompt prompt;
  std::string question;  // "Does zinc reduce nausea compared with placebo?"
};

// By one of three templates, of which the prompt's number decides and never its answer. "" where a name is
// missing, or so long or so full of marks that nobody would ask in these words.
std::string effect_question(const EffectPrompt& prompt);

// The prompts that can be asked, in their order.
std::vector<AskedPrompt> effect_questions(std::vector<EffectPrompt> prompts);

}  // namespace attest
