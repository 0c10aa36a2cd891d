#include "train/trainings.h"

#include <array>

#include "train/claims.h"

namespace attest::train {

std::span<const Training> trainings() {
  static constexpr std::array kTrainings = {
      Training{"sentence_role", {.cost = 1.0, .sparse = true, .balanced = false}, sentence_role_examples},
      Training{"claim_sentence", kSentenceTraining, claim_sentence_examples},
      Training{"claim_label", kLabelTraining, claim_label_examples},
      Training{"claim_document", kDocumentTraining, claim_document_examples},
      Training{"citation",
               {.cost = 0.001, .sparse = false, .balanced = true, .against_rest = true},
               citation_examples},
  };
  return kTrainings;
}

}  // namespace attest::train
