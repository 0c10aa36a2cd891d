#include "evaluate/sentence_bm25.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <set>
#include <string>

#include "text/tokens.h"

namespace attest {

std::vector<double> bm25_scores(std::string_view query, std::span<const std::string_view> sentences) {
  constexpr double kSaturation = 1.2;
  constexpr double kLength = 0.75;
  Stemmer stemmer;
  std::vector<std::map<std::string, double>> counts;
  std::map<std::string, double> sentences_with;
  double words = 0;
  for (const std::string_view sentence : sentences) {
    auto& count = counts.emplace_back();
    for (std::string& stem : stems_of(sentence, stemmer)) ++count[std::move(stem)], ++words;
    for (const auto& [stem, times] : count) ++sentences_with[stem];
  }
  const auto total = static_cast<double>(sentences.size());
  const double average = std::max(1.0, words / std::max(1.0, total));
  const auto query_stems = stems_of(query, stemmer);
  const std::set<std::string> wanted(query_stems.begin(), query_stems.end());
  std::vector<double> scores;
  for (const auto& count : counts) {
    double length = 0;
    for (const auto& [stem, times] : count) length += times;
    double score = 0;
    for (const std::string& stem : wanted) {
      const auto found = count.find(stem);
      if (found == count.end()) continue;
      const double with = sentences_with[stem];
      const double rarity = std::log(1 + (total - with + 0.5) / (with + 0.5));
      const double times = found->second;
      score += rarity * times * (kSaturation + 1) /
               (times + kSaturation * (1 - kLength + kLength * length / average));
    }
    scores.push_back(score);
  }
  return scores;
}

std::vector<size_t> rank_by_bm25(std::string_view query, std::span<const std::string_view> sentences) {
  const auto scores = bm25_scores(query, sentences);
  std::vector<size_t> order(scores.size());
  std::iota(order.begin(), order.end(), size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&scores](size_t a, size_t b) { return scores[a] > scores[b]; });
  return order;
}

}  // namespace attest
