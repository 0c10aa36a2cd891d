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
  Confusion own;  // of our own claims
  Confusion mutated;
  size_t own_quoted = 0;
  size_t own_decided = 0;
  Calibration free;
  Calibration copied;
  Calibration searched;
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
    return (checksum64(pair.group) % kOuterFolds == number) != others;
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
    const auto verdict = verify_with(models, pair->text, pair->source, SourceChoice::kNamed, pair->meanings);
    const bool copied = is_copied(pair->beside, sentence_probabilities(*pair, *models.sentence));
    (copied ? figures.copied : figures.free).add(verdict.confidence, verdict.label == pair->label);
    if (pair->claim == nullptr) {
      Confusion& labels = is_mutated(*pair) ? figures.mutated : figures.own;
      labels.add(claim_label_name(pair->label), claim_label_name(verdict.label));
      if (std::count(pair->wanted.begin(), pair->wanted.end(), true) == 0) continue;
      const auto chosen = choose_rationale(sentence_probabilities(*pair, *models.sentence));
      ++figures.own_decided;
      figures.own_quoted += !chosen.empty() && pair->wanted[chosen.front()] ? 1 : 0;
      continue;
    }
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
    figures.searched.add(verdict.confidence, verdict.label == pair->label);
    add_found(*pair->claim, pair->source, verdict, figures.found, figures.found_label);
  }
}

}  // namespace

Result<std::string> cross_validate_claims(const TrainingData& from) {
  ATTEST_ASSIGN(const Scifact scifact, read_scifact(from.data));
  ATTEST_ASSIGN(const auto collection, scifact_collection(scifact));
  const auto for_training = [](const ScifactClaim& claim) { return !is_measured(claim); };
  std::vector<ClaimPair> pairs = pair_claims(scifact, for_training);
  ATTEST_ASSIGN(std::vector<ClaimPair> own, pair_document_claims(from));
  for (ClaimPair& pair : own) pairs.push_back(std::move(pair));
  ATTEST_ASSIGN(std::vector<ClaimPair> found, pair_found(scifact, collection->backend(), for_training));
  Figures figures;
  for (unsigned number = 0; number < kOuterFolds; ++number) {
    Fold training = select(pairs, found, number, true);
    ATTEST_ASSIGN(const LinearModel sentence,
                  train_model(sentence_examples(training.pairs), kSentenceTraining));
    ATTEST_ASSIGN(const auto label_training, fitted_label_examples(training.pairs, false));
    ATTEST_ASSIGN(const LinearModel label, train_model(label_training, kLabelTraining));
    ATTEST_ASSIGN(const auto copied_training, fitted_label_examples(training.pairs, true));
    ATTEST_ASSIGN(const LinearModel copied, train_model(copied_training, kLabelTraining));
    ATTEST_ASSIGN(const auto document_training, fitted_document_examples(training.pairs, training.found));
    ATTEST_ASSIGN(const LinearModel document, train_model(document_training, kDocumentTraining));
    measure({&sentence, &label, &copied, &document}, select(pairs, found, number, false), figures);
  }
  return fmt::format(
      "{} claims and abstracts\nlabel macro-F1 {:.3f}, accuracy {:.3f}\n{}"
      "rationale sentence F1, abstracts with evidence {:.3f}\n"
      "open corpus: abstract F1, label and rationale {:.3f}, label only {:.3f}\n"
      "our own, {} claims: label macro-F1 {:.3f}, accuracy {:.3f}; the best sentence decides {:.3f}\n{}"
      "made of sentences by rule, {} claims: label macro-F1 {:.3f}, accuracy {:.3f}\n{}"
      "confidence, freely worded\n{}copied\n{}found by a search\n{}",
      figures.labels.examples(), figures.labels.macro_f1(), figures.labels.accuracy(),
      figures.labels.to_text(), figures.sentences.f1(), figures.found.f1(), figures.found_label.f1(),
      figures.own.examples(), figures.own.macro_f1(), figures.own.accuracy(),
      static_cast<double>(figures.own_quoted) / static_cast<double>(std::max<size_t>(1, figures.own_decided)),
      figures.own.to_text(), figures.mutated.examples(), figures.mutated.macro_f1(),
      figures.mutated.accuracy(), figures.mutated.to_text(), figures.free.to_text(), figures.copied.to_text(),
      figures.searched.to_text());
}

}  // namespace attest::train
