#include "index/query_plan.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <unordered_map>

namespace attest::index {

namespace {

constexpr int kLogBits = 16;
constexpr int kScaleBitsMax = 24;
constexpr double kSumMax = 2147483647.0;  // scores are compared as signed 32-bit numbers
constexpr double kWeightMax = 1e6;        // what a caller may ask for; more is taken as this

// NaN, negative and infinite weights have no meaning; they become 0, 0 and the largest.
double sane_weight(float weight) { return weight > 0 ? std::min<double>(weight, kWeightMax) : 0.0; }

}  // namespace

uint32_t log2_fixed(uint64_t value) {
  const auto whole = static_cast<int>(std::bit_width(value)) - 1;
  uint32_t result = static_cast<uint32_t>(whole) << kLogBits;
  // The fraction, bit by bit: squaring doubles the logarithm.
  uint64_t mantissa = whole >= 31 ? value >> (whole - 31) : value << (31 - whole);  // 1.0 = 2^31
  for (uint32_t bit = 1u << (kLogBits - 1); bit != 0; bit >>= 1) {
    mantissa = mantissa * mantissa >> 31;
    if (mantissa >> 32 != 0) {
      mantissa >>= 1;
      result |= bit;
    }
  }
  return result;
}

float QueryPlan::score(uint32_t sum) const {
  return static_cast<float>(std::ldexp(static_cast<double>(sum) / 255.0, -scale_bits));
}

Result<QueryPlan> plan_query(std::span<const SegmentView> segments, std::span<const WeightedTerm> terms) {
  QueryPlan plan;
  uint64_t documents = 0;
  for (const SegmentView& view : segments) {
    ATTEST_ASSIGN(const SegmentFile* file, segment_file(view.segment));
    plan.segments.push_back(file);
    documents += file->document_count();
  }

  // The same term twice counts as one with both weights.
  std::unordered_map<std::string_view, size_t> places;
  std::vector<double> weights;
  for (const WeightedTerm& term : terms) {
    const auto [place, is_new] = places.emplace(term.term, plan.terms.size());
    if (is_new) {
      plan.terms.push_back({term.term, 0, {}});
      weights.push_back(0);
    }
    weights[place->second] += sane_weight(term.weight);
  }

  double total = 0;
  for (size_t i = 0; i < plan.terms.size(); ++i) {
    PlannedTerm& term = plan.terms[i];
    if (weights[i] == 0) continue;
    uint64_t frequency = 0;
    for (const SegmentFile* segment : plan.segments) {
      ATTEST_ASSIGN(term.entries.emplace_back(), segment->find_term(term.term));
      if (term.entries.back()) frequency += term.entries.back()->document_frequency;
    }
    if (frequency == 0) {
      weights[i] = 0;
      continue;
    }
    const uint32_t idf = log2_fixed(2 * documents + 2) - log2_fixed(2 * frequency + 1);
    weights[i] *= static_cast<double>(std::max(idf, 1u)) / (1 << kLogBits);
    total += weights[i];
  }
  if (total == 0) {
    plan.terms.clear();
    return plan;
  }

  // Rounding adds at most half to each weight, and a weight above 0 becomes at least 1.
  const double room = kSumMax / 255.0 - static_cast<double>(plan.terms.size());
  int exponent = 0;
  std::frexp(room / total, &exponent);
  plan.scale_bits = std::min(exponent - 1, kScaleBitsMax);
  size_t kept = 0;
  for (size_t i = 0; i < plan.terms.size(); ++i) {
    if (weights[i] == 0) continue;
    const double scaled = std::floor(std::ldexp(weights[i], plan.scale_bits) + 0.5);
    plan.terms[i].weight = static_cast<uint32_t>(std::max(scaled, 1.0));
    if (kept != i) plan.terms[kept] = std::move(plan.terms[i]);
    ++kept;
  }
  plan.terms.resize(kept);
  return plan;
}

}  // namespace attest::index
