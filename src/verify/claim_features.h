// What the models of claims look at, and the verdict by given models. Shared by the program and by training.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/byte_span.h"
#include "findings/sentences/sentence_role.h"
#include "learn/features.h"
#include "learn/linear_model.h"
#include "verify/claim.h"
#include "verify/comparison.h"

namespace attest {

// One sentence of a source beside the claim.
struct SentenceBeside {
  ByteSpan span;  // in the source's text
  ReadText read;
  Comparison comparison;
  double result = 0;      // probability that it says what came out
  double conclusion = 0;  // that it says what that means
  double background = 0;
  SentenceRole role = SentenceRole::kResult;
  size_t index = 0;  // among all sentences of the source
};

struct PlainSigns;  // verify/plain_signs.h

struct SourceBeside {
  ReadText claim;
  std::vector<SentenceBeside> sentences;  // the nearest, in reading order
  size_t sentence_count = 0;              // of the source
  Comparison title;
  std::vector<SameMeaning> meanings;  // of the caller, and abbreviations of the source
  std::vector<float> anywhere;  // for each word of the claim: the best strength in any sentence or the title
};

SourceBeside hold_beside(std::string_view claim, const ClaimSource& source, Stemmer& stemmer,
                         std::span<const SameMeaning> meanings = {});

// Share of the claim's topic words covered by a sentence or by something else that is known beside it.
double cover_with(const ReadText& claim, const Comparison& first, const Comparison& second);

// Whether a sentence says what decides the claim.
std::vector<Features> sentence_features(const SourceBeside& beside);

// An aim, or a question: it decides nothing.
bool is_aim(const SentenceBeside& sentence);

// For each sentence how probable it is that it decides the claim; `features`: of sentence_features. What only
// says what was asked comes after what came out, unless the claim tells of what was asked.
std::vector<double> decide_probabilities(const SourceBeside& beside, std::span<Features> features,
                                         const LinearModel& sentences);

// The sentences that a rationale is made of, best first: indexes into SourceBeside::sentences.
std::vector<size_t> choose_rationale(std::span<const double> probabilities);

// Whether the claim has most of the letters of the sentence that decides it: it was copied, and what one
// other word means there, it does not mean in one that was freely written. Such claims have a model of their
// own.
bool is_copied(const SourceBeside& beside, std::span<const double> probabilities);

// What the source says about the claim. `probabilities`: one for each sentence.
Features label_features(const SourceBeside& beside, const ClaimSource& source,
                        std::span<const double> probabilities, const PlainSigns& signs, Stemmer& stemmer);

// Whether a source that a search found bears on the claim at all. `decided`: how probable it is, by its
// sentences alone, that it supports or contradicts the claim.
Features document_features(const SourceBeside& beside, std::span<const double> probabilities,
                           const ClaimSource& source, double decided);

// data/models/claim_sentence, claim_label, claim_copied and claim_document.
struct ClaimModels {
  const LinearModel* sentence = nullptr;
  const LinearModel* label = nullptr;
  const LinearModel* copied = nullptr;  // the label, of claims that were copied
  const LinearModel* document = nullptr;
};

ClaimVerdict verify_with(const ClaimModels& models, std::string_view claim, const ClaimSource& source,
                         SourceChoice choice, std::span<const SameMeaning> meanings = {});

}  // namespace attest
