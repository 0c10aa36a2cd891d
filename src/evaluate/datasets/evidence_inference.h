// Evidence Inference 2.0 (DeYoung et al. 2020, https://evidence-inference.ebm-nlp.com): prompts of
// intervention, comparator and outcome for articles of randomised trials, and what annotators read there.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "base/result.h"
#include "findings/effects/effect_direction.h"

namespace attest {

struct EffectPrompt {
  std::string id;
  std::string article;  // "PMC2871176"
  EffectQuestion question;
  EffectDirection direction = EffectDirection::kNoDifference;  // what most valid annotations say
  std::vector<std::string> evidence;  // passages of the article that these annotations rest on, each once
};

// Prompts with at least one valid annotation, by number of the prompt.
Result<std::vector<EffectPrompt>> read_effect_prompts(const std::filesystem::path& data);

struct TrialAbstract {
  struct Sentence {
    std::string text;
    std::optional<SentenceRole> role;  // by the heading that it stands under
  };
  std::vector<Sentence> sentences;
  std::vector<EffectSentence> views() const;
};

// The abstracts of the articles in the archive, by "PMC…". An article without an abstract is left out.
Result<std::map<std::string, TrialAbstract>> read_trial_abstracts(const std::filesystem::path& data);

// For training only: the beginnings of articles in documents.jsonl.zst, which hold their abstract and the
// start of their introduction without a border between them.
Result<std::map<std::string, TrialAbstract>> read_trial_beginnings(const std::filesystem::path& data);

// For each sentence whether one of the passages is in it, or it in a passage, by half of the shorter at
// least. Compared by letters and digits only.
std::vector<bool> sentences_with_evidence(const TrialAbstract& abstract,
                                          const std::vector<std::string>& evidence);

}  // namespace attest
