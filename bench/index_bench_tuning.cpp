#include "index_bench_tuning.h"

#include <algorithm>
#include <cmath>

#include "index/query_plan.h"

namespace attest::bench {

using index::FieldCounts;

Effectiveness effectiveness(const std::vector<BenchQuestion>& questions,
                            const std::vector<Ranking>& rankings) {
  Effectiveness mean;
  const auto count = static_cast<double>(questions.size());
  for (size_t i = 0; i < questions.size(); ++i) {
    const auto& relevant = questions[i].relevant;
    std::vector<double> grades;
    for (const auto& [id, grade] : relevant) grades.push_back(grade);
    std::sort(grades.rbegin(), grades.rend());
    double gain = 0, ideal = 0, found = 0, reciprocal = 0;
    for (size_t rank = 0; rank < 10; ++rank) {
      const double discount = 1 / std::log2(static_cast<double>(rank) + 2);
      if (rank < grades.size()) ideal += grades[rank] * discount;
      if (rank >= rankings[i].size()) continue;
      const auto at = relevant.find(rankings[i][rank]);
      if (at == relevant.end() || at->second == 0) continue;
      gain += at->second * discount;
      found += 1;
      if (reciprocal == 0) reciprocal = 1 / (static_cast<double>(rank) + 1);
    }
    if (ideal > 0) mean.ndcg_at_10 += gain / ideal / count;
    if (!grades.empty())
      mean.recall_at_10 += found / static_cast<double>(std::min<size_t>(10, grades.size())) / count;
    mean.reciprocal_rank += reciprocal / count;
  }
  return mean;
}

ImpactLaboratory::ImpactLaboratory(const BenchCollection& collection) : collection_(collection) {
  for (const BenchQuestion& question : collection.questions) {
    for (const std::string& stem : question.stems) postings_[stem];
  }
  for (uint32_t i = 0; i < collection.documents.size(); ++i) {
    FieldCounts& lengths = lengths_.emplace_back();
    const auto count = [&](const std::string& term, size_t field) {
      ++lengths[field];
      const auto at = postings_.find(term);
      if (at == postings_.end()) return;
      if (at->second.empty() || at->second.back().document != i) at->second.push_back({i, {}});
      ++at->second.back().frequencies[field];
    };
    const index::IndexDocument& document = collection.documents[i].analysed;
    for (const auto& sentence : document.sentences) {
      for (const auto& term : sentence.terms) count(term, sentence.field);
    }
    for (const auto& term : document.subject_terms) count(term, static_cast<size_t>(index::Field::kSubject));
  }
}

Effectiveness ImpactLaboratory::measure(const index::ImpactSettings& settings) const {
  std::vector<index::ImpactScale> scales;
  for (const FieldCounts& lengths : lengths_) scales.emplace_back(lengths, settings);
  std::vector<Ranking> rankings;
  std::vector<double> scores(lengths_.size());
  for (const BenchQuestion& question : collection_.questions) {
    std::vector<uint32_t> touched;
    for (const std::string& stem : question.stems) {
      const auto& postings = postings_.at(stem);
      if (postings.empty()) continue;
      const double weight =
          index::log2_fixed(2 * lengths_.size() + 2) - index::log2_fixed(2 * postings.size() + 1);
      for (const Posting& posting : postings) {
        if (scores[posting.document] == 0) touched.push_back(posting.document);
        scores[posting.document] += weight * scales[posting.document].impact(posting.frequencies);
      }
    }
    const size_t kept = std::min<size_t>(10, touched.size());
    std::partial_sort(
        touched.begin(), touched.begin() + static_cast<std::ptrdiff_t>(kept), touched.end(),
        [&](uint32_t a, uint32_t b) { return scores[a] != scores[b] ? scores[a] > scores[b] : a < b; });
    Ranking& ranking = rankings.emplace_back();
    for (size_t i = 0; i < kept; ++i) ranking.push_back(collection_.documents[touched[i]].id);
    for (const uint32_t document : touched) scores[document] = 0;
  }
  return effectiveness(collection_.questions, rankings);
}

}  // namespace attest::bench
