#include "train/claim_folds.h"

#include <algorithm>
#include <set>
#include <vector>

#include <fmt/format.h>

#include "base/checksum.h"
#include "evaluate/claims_measure.h"
#include "evaluate/measures.h"
#include "train/claims.h"

namespace attest::train {
namespace {

constexpr unsigned kOuterFolds = 5;

struct Figures {
  Confusion labels;
  Counts sentences;
  Counts found;
  Counts found_label;
};

struct Fold {
  std::vector<ClaimPair*> pairs;
  std::vector<ClaimPair*> found;
};

// One of the folds, or all the others.
Fold select(std::vector<ClaimPair>& pairs, std::vector<ClaimPair>& found, unsigned number, bool others) {
  Fold fold;
  const auto wanted = [&](const ClaimPair& pair) {
    return (checksum64(pair.claim->group) % kOuterFolds == number) != others;
  };
  for (ClaimPair& pair : pairs) {
    if (wanted(pair)) fold.pairs.push_back(&pair);
  }
  for (ClaimPair& pair : found) {
    if (wanted(pair)) fold.found.push_back(&pair);
  }
  return fold;
}

void measure(const ClaimModels& models, const Fold& fold, Figures& figures) {
  std::set<const ScifactClaim*> claims;
  for (ClaimPair* pair : fold.pairs) {
    const auto verdict = verify_with(models, pair->claim->text, pair->source, SourceChoice::kNamed);
    figures.labels.add(claim_label_name(pair->label), claim_label_name(verdict.label));
    if (claims.insert(pair->claim).second) {
      figures.found.wanted += pair->claim->evidence.size();
      figures.found_label.wanted += pair->claim->evidence.size();
    }
    if (pair->label == ClaimLabel::kNotEnoughEvidence) continue;
    const auto chosen = choose_rationale(sentence_probabilities(*pair, *models.sentence));
    figures.sentences.said += chosen.size();
    figures.sentences.wanted +=
        static_cast<size_t>(std::count(pair->wanted.begin(), pair->wanted.end(), true));
    for (const size_t sentence : chosen) figures.sentences.hits += pair->wanted[sentence] ? 1 : 0;
  }
  for (ClaimPair* pair : fold.found) {
    const auto verdict = verify_with(models, pair->claim->text, pair->source, SourceChoice::kFound);
    add_found(*pair->claim, pair->source, verdict, figures.found, figures.found_label);
  }
}

}  // namespace

Result<std::string> cross_validate_claims(const std::filesystem::path& data) {
  ATTEST_ASSIGN(const Scifact scifact, read_scifact(data));
  ATTEST_ASSIGN(const auto collection, scifact_collection(scifact));
  const auto for_training = [](const ScifactClaim& claim) { return !is_measured(claim); };
  std::vector<ClaimPair> pairs = pair_claims(scifact, for_training);
  ATTEST_ASSIGN(std::vector<ClaimPair> found, pair_found(scifact, collection->backend(), for_training));
  Figures figures;
  for (unsigned number = 0; number < kOuterFolds; ++number) {
    Fold training = select(pairs, found, number, true);
    ATTEST_ASSIGN(const LinearModel sentence,
                  train_model(sentence_examples(training.pairs), kSentenceTraining));
    ATTEST_ASSIGN(const auto label_training, fitted_label_examples(training.pairs));
    ATTEST_ASSIGN(const LinearModel label, train_model(label_training, kLabelTraining));
    ATTEST_ASSIGN(const auto document_training, fitted_document_examples(training.pairs, training.found));
    ATTEST_ASSIGN(const LinearModel document, train_model(document_training, kDocumentTraining));
    measure({&sentence, &label, &document}, select(pairs, found, number, false), figures);
  }
  return fmt::format(
      "{} claims and abstracts\nlabel macro-F1 {:.3f}, accuracy {:.3f}\n{}"
      "rationale sentence F1, abstracts with evidence {:.3f}\n"
      "open corpus: abstract F1, label and rationale {:.3f}, label only {:.3f}\n",
      figures.labels.examples(), figures.labels.macro_f1(), figures.labels.accuracy(),
      figures.labels.to_text(), figures.sentences.f1(), figures.found.f1(), figures.found_label.f1());
}

}  // namespace attest::train
