// What a sentence does in its abstract: says what was known, what was asked, what was done, what came out, or
// what it means. Only the last two are evidence. A label of the abstract decides where there is one;
// elsewhere a trained model reads the sentence, its neighbours and its place (cf. PubMed RCT, Dernoncourt &
// Lee 2017).
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "learn/features.h"

namespace attest {

enum class SentenceRole : uint8_t { kBackground, kAim, kMethod, kResult, kConclusion };
const char* sentence_role_name(SentenceRole role);

// What an abstract's label or a section's heading stands for ("PATIENTS AND METHODS", "Findings");
// nothing when it is none of the five.
std::optional<SentenceRole> role_of_label(std::string_view label);

// A label that a sentence starts with ("RESULTS: We found…"): its role, and how many bytes to leave out to
// come to the sentence itself.
struct LeadingLabel {
  SentenceRole role = SentenceRole::kBackground;
  size_t bytes = 0;
};
std::optional<LeadingLabel> leading_label(std::string_view sentence);
// A heading that nothing but a space or a comma sets apart ("Introduction Long-term use is…", "Main results,
// We found…"): less sure than a label, and of this sentence only.
std::optional<LeadingLabel> unmarked_label(std::string_view sentence);

struct SentencePlace {
  std::string_view sentence;  // without its label
  std::string_view before;    // the sentence before; empty at the start
  std::string_view after;     // the sentence after; empty at the end
  size_t index = 0;           // among the sentences of the abstract
  size_t count = 1;
};

// The features of the model data/models/sentence_role.model.
Features sentence_role_features(const SentencePlace& place);

struct RoleEstimate {
  SentenceRole role = SentenceRole::kResult;
  double probability = 0;
  double evidence = 1;  // of being a result or a conclusion
};
// Without the model (a build that has none): kResult with probability 0 and evidence 1.
RoleEstimate estimate_sentence_role(const SentencePlace& place);

}  // namespace attest
