#include "train/claims.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "base/checksum.h"
#include "evaluate/task.h"
#include "train/claim_mutations.h"
#include "train/trainings.h"
#include "verify/plain_signs.h"

namespace attest::train {
namespace {

constexpr unsigned kInnerFolds = 4;
// SciFact's claims were judged by experts and are few beside our own: each counts as several, so many that
// the two weigh about the same where sentences are chosen, and ours more where labels are given.
constexpr size_t kScifactSentenceWeight = 16;
constexpr size_t kScifactLabelWeight = 16;
constexpr const char* kMutated = "M";

// Divided first: the remainder by five tells what is held out.
unsigned fold_of(const ClaimPair& pair) {
  return static_cast<unsigned>(checksum64(pair.group) / 5 % kInnerFolds);
}

ClaimPair make_pair(const ScifactClaim& claim, const ClaimSource& source, Stemmer& stemmer) {
  ClaimPair pair;
  pair.text = claim.text;
  pair.group = claim.group;
  pair.claim = &claim;
  pair.source = source;
  pair.beside = hold_beside(claim.text, pair.source, stemmer);
  pair.sentences = sentence_features(pair.beside);
  pair.wanted.assign(pair.sentences.size(), false);
  const auto evidence = claim.evidence.find(source.id);
  if (evidence == claim.evidence.end()) return pair;
  pair.label = evidence->second.label;
  for (const auto& rationale : evidence->second.rationales) {
    for (const size_t sentence : rationale) {
      if (sentence < pair.wanted.size()) pair.wanted[sentence] = true;
    }
  }
  return pair;
}

ClaimPair make_pair(LoadedClaim loaded, Stemmer& stemmer) {
  ClaimPair pair;
  pair.own = std::make_shared<const LoadedClaim>(std::move(loaded));
  const DocumentClaim& claim = pair.own->claim;
  pair.text = claim.text;
  pair.group = claim.document;
  pair.label = claim.label;
  pair.source = pair.own->source.view();
  pair.meanings = pair.own->meanings;
  pair.beside = hold_beside(claim.text, pair.source, stemmer, pair.meanings);
  pair.sentences = sentence_features(pair.beside);
  for (const SentenceBeside& sentence : pair.beside.sentences) {
    pair.wanted.push_back(std::any_of(claim.decided_by.begin(), claim.decided_by.end(),
                                      [&](ByteSpan span) { return span.overlaps(sentence.span); }));
  }
  return pair;
}

// From the sentences of the documents that the claims are about.
std::vector<LoadedClaim> mutate(const std::vector<LoadedClaim>& claims) {
  std::map<std::string, const LoadedSource*> sources;
  for (const LoadedClaim& claim : claims) sources.emplace(claim.claim.document, &claim.source);
  std::set<std::string> drugs;
  for (const auto& [id, source] : sources) {
    for (std::string& drug : drugs_named(*source)) drugs.insert(std::move(drug));
  }
  const std::vector<std::string> names(drugs.begin(), drugs.end());
  std::vector<LoadedClaim> mutated;
  for (const auto& [id, source] : sources) {
    for (MutatedClaim& made : mutated_claims(*source, names)) {
      LoadedClaim claim;
      claim.source = *source;
      claim.claim.document = id;
      claim.claim.label = made.label;
      claim.claim.kind = kMutated;
      if (made.label != ClaimLabel::kNotEnoughEvidence)
        claim.claim.decided_by.push_back(source->sentences[made.sentence]);
      claim.claim.text = std::move(made.text);
      mutated.push_back(std::move(claim));
    }
  }
  return mutated;
}

// All of one training: SciFact's, and our own.
Result<std::vector<ClaimPair>> training_pairs(const TrainingData& from, const Scifact& scifact,
                                              const std::function<bool(const ScifactClaim&)>& use) {
  std::vector<ClaimPair> pairs = pair_claims(scifact, use);
  ATTEST_ASSIGN(std::vector<ClaimPair> own, pair_document_claims(from));
  for (ClaimPair& pair : own) pairs.push_back(std::move(pair));
  return pairs;
}

std::vector<ClaimPair*> pointers_to(std::vector<ClaimPair>& pairs) {
  std::vector<ClaimPair*> pointers;
  for (ClaimPair& pair : pairs) pointers.push_back(&pair);
  return pointers;
}

size_t weight_of(const ClaimPair& pair, size_t of_scifact) { return pair.claim != nullptr ? of_scifact : 1; }

bool is_for_training(const ScifactClaim& claim) { return !is_measured(claim); }

}  // namespace

bool is_mutated(const ClaimPair& pair) { return pair.own && pair.own->claim.kind == kMutated; }

std::vector<ClaimPair> pair_claims(const Scifact& scifact,
                                   const std::function<bool(const ScifactClaim&)>& use) {
  Stemmer stemmer;
  std::vector<ClaimPair> pairs;
  for (const ScifactClaim& claim : scifact.claims) {
    if (!use(claim)) continue;
    for (const std::string& cited : claim.cited) {
      const auto abstract = scifact.abstracts.find(cited);
      if (abstract == scifact.abstracts.end()) continue;
      pairs.push_back(make_pair(claim, source_of(cited, abstract->second), stemmer));
    }
  }
  return pairs;
}

Result<std::vector<ClaimPair>> pair_document_claims(const TrainingData& from) {
  if (from.collection.empty()) {
    return fail(ErrorCode::kUsage, "the models of claims learn from claims about documents of a collection",
                {}, "add documents.jsonl.zst and MeSH to one, then: attest-train … --collection DIR");
  }
  ATTEST_ASSIGN(const auto collection, Collection::open(from.collection));
  ATTEST_ASSIGN(const auto thesaurus, Thesaurus::load(from.thesaurus));
  ATTEST_ASSIGN(std::vector<LoadedClaim> loaded,
                load_document_claims(from.sets / "claims" / "claims.tsv", *collection, *thesaurus));
  Stemmer stemmer;
  std::vector<ClaimPair> pairs;
  std::vector<LoadedClaim> mutated = mutate(loaded);
  for (LoadedClaim& one : loaded) pairs.push_back(make_pair(std::move(one), stemmer));
  for (LoadedClaim& one : mutated) pairs.push_back(make_pair(std::move(one), stemmer));
  return pairs;
}

Result<std::vector<ClaimPair>> pair_found(const Scifact& scifact, const Backend& backend,
                                          const std::function<bool(const ScifactClaim&)>& use) {
  Stemmer stemmer;
  std::vector<ClaimPair> pairs;
  for (const ScifactClaim& claim : scifact.claims) {
    if (!use(claim)) continue;
    ATTEST_ASSIGN(const auto found, found_abstracts(claim, scifact, backend));
    for (const ClaimSource& source : found) {
      if (!source.sentences.empty()) pairs.push_back(make_pair(claim, source, stemmer));
    }
  }
  return pairs;
}

std::vector<Example> sentence_examples(std::span<ClaimPair*> pairs) {
  std::vector<Example> examples;
  for (ClaimPair* pair : pairs) {
    if (pair->label == ClaimLabel::kNotEnoughEvidence || is_mutated(*pair)) continue;
    for (size_t i = 0; i < pair->sentences.size(); ++i) {
      const auto entries = pair->sentences[i].entries();
      for (size_t times = 0; times < weight_of(*pair, kScifactSentenceWeight); ++times) {
        examples.push_back(
            {{entries.begin(), entries.end()}, pair->wanted[i] ? "decides" : "other", pair->group});
      }
    }
  }
  return examples;
}

std::vector<double> sentence_probabilities(ClaimPair& pair, const LinearModel& model) {
  return decide_probabilities(pair.beside, pair.sentences, model);
}

std::vector<Example> label_examples(std::span<ClaimPair*> pairs, const LinearModel& model, bool copied) {
  Stemmer stemmer;
  std::vector<Example> examples;
  for (ClaimPair* pair : pairs) {
    const std::vector<double> probabilities = sentence_probabilities(*pair, model);
    if (is_copied(pair->beside, probabilities) != copied) continue;
    const bool same = is_copied(pair->beside, probabilities);
    const PlainSigns signs =
        plain_signs(pair->text, pair->beside, pair->source, choose_rationale(probabilities), same);
    Features features = label_features(pair->beside, pair->source, probabilities, signs, stemmer);
    const auto entries = features.entries();
    for (size_t times = 0; times < weight_of(*pair, kScifactLabelWeight); ++times)
      examples.push_back({{entries.begin(), entries.end()}, claim_label_name(pair->label), pair->group});
  }
  return examples;
}

Result<std::vector<Example>> fitted_label_examples(std::span<ClaimPair*> pairs, bool copied) {
  std::vector<Example> examples;
  for (unsigned number = 0; number < kInnerFolds; ++number) {
    std::vector<ClaimPair*> others;
    std::vector<ClaimPair*> fold;
    for (ClaimPair* pair : pairs) (fold_of(*pair) == number ? fold : others).push_back(pair);
    ATTEST_ASSIGN(const LinearModel model, train_model(sentence_examples(others), kSentenceTraining));
    for (Example& example : label_examples(fold, model, copied)) examples.push_back(std::move(example));
  }
  return examples;
}

Result<std::vector<Example>> fitted_document_examples(std::span<ClaimPair*> pairs,
                                                      std::span<ClaimPair*> found) {
  Stemmer stemmer;
  std::vector<Example> examples;
  for (unsigned number = 0; number < kInnerFolds; ++number) {
    std::vector<ClaimPair*> others;
    for (ClaimPair* pair : pairs) {
      if (fold_of(*pair) != number) others.push_back(pair);
    }
    ATTEST_ASSIGN(const LinearModel sentences, train_model(sentence_examples(others), kSentenceTraining));
    ATTEST_ASSIGN(const LinearModel labels,
                  train_model(label_examples(others, sentences, false), kLabelTraining));
    for (ClaimPair* pair : found) {
      if (fold_of(*pair) != number) continue;
      const std::vector<double> probabilities = sentence_probabilities(*pair, sentences);
      const PlainSigns signs =
          plain_signs(pair->text, pair->beside, pair->source, choose_rationale(probabilities),
                      is_copied(pair->beside, probabilities));
      Features label = label_features(pair->beside, pair->source, probabilities, signs, stemmer);
      const double neither = labels.probability(label, claim_label_name(ClaimLabel::kNotEnoughEvidence));
      Features features = document_features(pair->beside, probabilities, pair->source, 1 - neither);
      const auto entries = features.entries();
      const bool bears = pair->label != ClaimLabel::kNotEnoughEvidence;
      examples.push_back({{entries.begin(), entries.end()}, bears ? "bears" : "other", pair->group});
    }
  }
  return examples;
}

Result<LinearModel> train_model(std::span<const Example> examples, const TrainingOptions& options) {
  ATTEST_ASSIGN(const LinearWeights weights, train_linear(examples, options));
  ATTEST_ASSIGN(const std::string bytes, LinearModel::to_bytes(weights));
  return LinearModel::from_bytes(bytes);
}

Result<std::vector<Example>> claim_sentence_examples(const TrainingData& from) {
  ATTEST_ASSIGN(const Scifact scifact, read_scifact(from.data));
  ATTEST_ASSIGN(std::vector<ClaimPair> pairs, training_pairs(from, scifact, is_for_training));
  auto pointers = pointers_to(pairs);
  return sentence_examples(pointers);
}

Result<std::vector<Example>> claim_label_examples(const TrainingData& from) {
  ATTEST_ASSIGN(const Scifact scifact, read_scifact(from.data));
  ATTEST_ASSIGN(std::vector<ClaimPair> pairs, training_pairs(from, scifact, is_for_training));
  auto pointers = pointers_to(pairs);
  return fitted_label_examples(pointers, false);
}

Result<std::vector<Example>> claim_copied_examples(const TrainingData& from) {
  ATTEST_ASSIGN(const Scifact scifact, read_scifact(from.data));
  ATTEST_ASSIGN(std::vector<ClaimPair> pairs, training_pairs(from, scifact, is_for_training));
  auto pointers = pointers_to(pairs);
  return fitted_label_examples(pointers, true);
}

Result<std::vector<Example>> claim_document_examples(const TrainingData& from) {
  ATTEST_ASSIGN(const Scifact scifact, read_scifact(from.data));
  ATTEST_ASSIGN(const auto collection, scifact_collection(scifact));
  ATTEST_ASSIGN(std::vector<ClaimPair> pairs, training_pairs(from, scifact, is_for_training));
  auto pointers = pointers_to(pairs);
  ATTEST_ASSIGN(std::vector<ClaimPair> found, pair_found(scifact, collection->backend(), is_for_training));
  auto found_pointers = pointers_to(found);
  return fitted_document_examples(pointers, found_pointers);
}

}  // namespace attest::train
