// The baseline of every task that looks for sentences: BM25 (Robertson et al. 1994; k1 = 1.2, b = 0.75) over
// the sentences of one text, by stems, rarity taken from these sentences.
#pragma once

#include <span>
#include <string_view>
#include <vector>

namespace attest {

// One score for each sentence.
std::vector<double> bm25_scores(std::string_view query, std::span<const std::string_view> sentences);

// Numbers of all sentences, the best first; equal ones in their order.
std::vector<size_t> rank_by_bm25(std::string_view query, std::span<const std::string_view> sentences);

}  // namespace attest
