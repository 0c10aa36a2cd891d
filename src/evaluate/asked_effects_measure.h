// What is said of the effects that are asked after, beside what annotators read in the same articles.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "evaluate/measures.h"
#include "evidence/sources.h"
#include "findings/effects/effect_direction.h"

namespace attest {

// What is said of one document: more of the outcome (1), less (-1), or no difference (0).
struct SaidEffect {
  int change = 0;
  const Finding* finding = nullptr;  // the sentence that says so
};

struct SaidOfDocument {
  bool asked = false;  // a treatment and an outcome were understood
  std::optional<SaidEffect> verdict;
  std::optional<SaidEffect> by_rules;  // reconcile/outcomes/arm_comparisons.h alone, without a trained reader
};
SaidOfDocument said_of_document(const Evidence& evidence, std::string_view document);

class EffectTally {
 public:
  void add(EffectDirection annotated, const std::optional<SaidEffect>& said);

  size_t prompts() const { return prompts_; }
  double given() const { return share(said_.examples(), prompts_); }
  double right() const { return said_.accuracy(); }
  // More said where less was found, or the reverse.
  double opposite() const { return share(opposite_, said_.examples()); }
  const Confusion& said() const { return said_; }
  // Always saying what most prompts have.
  double most_frequent() const { return all_.baseline_accuracy(); }

 private:
  size_t prompts_ = 0;
  size_t opposite_ = 0;
  Confusion said_;  // of the prompts about which something is said
  Confusion all_;
};

}  // namespace attest
