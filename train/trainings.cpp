#include "train/trainings.h"

#include <array>

#include "train/claims.h"

namespace attest::train {

std::span<const Training> trainings() {
  static constexpr std::array kTrainings = {
      Training{"sentence_role", {.cost = 1.0, .sparse = true, .balanced = false}, "", sentence_role_examples},
      Training{"effect_evidence",
               {.cost = 0.3, .sparse = true, .balanced = false},
               "evidence",
               effect_evidence_examples},
      Training{
          "effect_direction", {.cost = 0.3, .sparse = true, .balanced = true}, "", effect_direction_examples},
      Training{"affirmation", {.cost = 0.03, .sparse = false, .balanced = true}, "", affirmation_examples},
      Training{"passage", {.cost = 0.1, .sparse = false, .balanced = false}, "answers", passage_examples},
      Training{"claim_sentence", kSentenceTraining, "", claim_sentence_examples},
      Training{"claim_label", kLabelTraining, "", claim_label_examples},
      Training{"claim_copied", kLabelTraining, "", claim_copied_examples},
      Training{"claim_document", kDocumentTraining, "", claim_document_examples},
      Training{"citation", {.cost = 0.02, .sparse = false, .balanced = true}, "", citation_examples},
      Training{"study_design", {.cost = 0.05, .sparse = false, .balanced = true}, "", study_design_examples},
      Training{"word_kind", {.cost = 0.3, .sparse = true, .balanced = false}, "", word_kind_examples},
  };
  return kTrainings;
}

std::span<const SequenceTraining> sequence_trainings() {
  static const std::array kTrainings = {SequenceTraining{"pico", SequenceOptions{}, pico_examples}};
  return kTrainings;
}

}  // namespace attest::train
