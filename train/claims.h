// Claims held beside the abstracts that they cite, and models trained on some of them.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "evaluate/datasets/document_claims.h"
#include "evaluate/datasets/scifact.h"
#include "train/trainer.h"
#include "train/trainings.h"
#include "verify/claim_features.h"

namespace attest::train {

// A claim and an abstract that it cites, or the document that it was written about.
struct ClaimPair {
  std::string text;                        // of the claim
  std::string group;                       // pairs of one fall into the same fold
  const ScifactClaim* claim = nullptr;     // nullptr for our own
  std::shared_ptr<const LoadedClaim> own;  // what `source` borrows from
  ClaimSource source;
  std::vector<SameMeaning> meanings;
  SourceBeside beside;
  std::vector<Features> sentences;  // features of each sentence
  std::vector<bool> wanted;         // whether it belongs to a rationale
  ClaimLabel label = ClaimLabel::kNotEnoughEvidence;
};

// Whether its claim was made of a sentence of its document by rule (claim_mutations.h).
bool is_mutated(const ClaimPair& pair);

std::vector<ClaimPair> pair_claims(const Scifact& scifact,
                                   const std::function<bool(const ScifactClaim&)>& use);

// Our own, of eval/claims/claims.tsv, beside the documents of a collection; none where none is named.
Result<std::vector<ClaimPair>> pair_document_claims(const TrainingData& from);

std::vector<Example> sentence_examples(std::span<ClaimPair*> pairs);
// Of the claims that were copied, or of the others. `model` reads the sentences first.
std::vector<Example> label_examples(std::span<ClaimPair*> pairs, const LinearModel& model, bool copied);

// The same for pairs all of which are used for training: who reads a pair's sentences was trained on others,
// as it will be for claims that nobody has seen.
Result<std::vector<Example>> fitted_label_examples(std::span<ClaimPair*> pairs, bool copied);

// A claim and the abstracts that a search finds for it, as pairs.
Result<std::vector<ClaimPair>> pair_found(const Scifact& scifact, const Backend& backend,
                                          const std::function<bool(const ScifactClaim&)>& use);
// Do the abstracts of `found` bear on their claims? Read by models that were trained on the pairs of other
// claims.
Result<std::vector<Example>> fitted_document_examples(std::span<ClaimPair*> pairs,
                                                      std::span<ClaimPair*> found);

std::vector<double> sentence_probabilities(ClaimPair& pair, const LinearModel& model);
Result<LinearModel> train_model(std::span<const Example> examples, const TrainingOptions& options);

inline constexpr TrainingOptions kSentenceTraining{.cost = 0.015, .sparse = false, .balanced = false};
inline constexpr TrainingOptions kLabelTraining{.cost = 0.005, .sparse = false, .balanced = true};
inline constexpr TrainingOptions kDocumentTraining{.cost = 0.1, .sparse = false, .balanced = false};

}  // namespace attest::train
