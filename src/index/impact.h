// How well a term describes a document, as one byte: the impact.
//
// BM25F (Robertson, Zaragoza, Taylor: "Simple BM25 extension to multiple weighted fields", CIKM 2004) first
// adds up a term's frequency over the fields, each divided by a measure of the field's length and multiplied
// by the field's weight, and then saturates the sum once:
//
//     frequency = Σ_field weight · tf / (1 − b + b · length / pivot)
//     impact ≈ 255 · frequency / (k1 + frequency)
//
// BM25F takes the collection's average length as pivot. Ours are constants, so that a document's impacts
// never depend on its neighbours: merging segments copies them, and a document keeps its score when others
// come. Beyond `length_cap_pivots` pivots a field counts no longer as longer: a guideline as long as a book
// must not vanish. Scores made of small precomputed integers follow Anh & Moffat ("Pruned query evaluation
// using pre-computed impacts", SIGIR 2006). All in integers: the same on every machine.
#pragma once

#include <array>
#include <cstdint>

#include "index/index_document.h"

namespace attest::index {

// Of one field. Weights in tenths, b in hundredths, pivot in terms (stop words not counted).
struct FieldSetting {
  uint32_t weight_tenths;
  uint32_t b_hundredths;
  uint32_t pivot_terms;
};

struct ImpactSettings {
  std::array<FieldSetting, kFieldCount> fields;
  uint32_t k1_hundredths;
  uint32_t length_cap_pivots;
};

// Chosen with bench/index_bench on PubMedQA and the cystic fibrosis collection; part of format version 1.
inline constexpr ImpactSettings kImpactSettings = {
    .fields = {{{30, 40, 12}, {15, 40, 30}, {10, 70, 150}, {20, 40, 20}}},
    .k1_hundredths = 100,
    .length_cap_pivots = 24,
};

using FieldCounts = std::array<uint32_t, kFieldCount>;

// The reciprocal norms of one document's fields, computed once for all of its terms.
class ImpactScale {
 public:
  explicit ImpactScale(const FieldCounts& lengths, const ImpactSettings& settings = kImpactSettings);
  // 1..255 when any frequency is above 0.
  uint8_t impact(const FieldCounts& frequencies) const;

 private:
  std::array<uint64_t, kFieldCount> worth_;  // of one occurrence, 2^16 = frequency 1
  uint64_t k1_;                              // in the same unit
};

}  // namespace attest::index
