// Task "snippets": the snippets that answer a question, among all snippets of the same batch of questions.
#include <algorithm>
#include <numeric>

#include <fmt/format.h>

#include "evaluate/datasets/bioasq.h"
#include "evaluate/tasks.h"
#include "search/passage_ranking.h"

namespace attest {
namespace {

constexpr size_t kSaidMax = 10;            // BioASQ takes ten snippets at most
constexpr double kSaidProbability = 0.35;  // what is less likely is not said

struct Figures {
  double precision_sum = 0;  // average precision, summed over questions
  double f1_sum = 0;
  size_t questions = 0;
  double map() const { return questions > 0 ? precision_sum / static_cast<double>(questions) : 0; }
  double f1() const { return questions > 0 ? f1_sum / static_cast<double>(questions) : 0; }

  // `said`: how many of the ranking's first are given as the answer.
  void add(const std::vector<size_t>& ranking, const std::vector<size_t>& wanted, size_t said) {
    size_t hits = 0;
    size_t hits_said = 0;
    double sum = 0;
    for (size_t i = 0; i < ranking.size(); ++i) {
      if (!std::binary_search(wanted.begin(), wanted.end(), ranking[i])) continue;
      ++hits;
      if (i < said) ++hits_said;
      sum += static_cast<double>(hits) / static_cast<double>(i + 1);
    }
    precision_sum += sum / static_cast<double>(wanted.size());
    f1_sum += 2.0 * static_cast<double>(hits_said) / static_cast<double>(said + wanted.size());
    ++questions;
  }
};

struct Both {
  Figures ours;
  Figures baseline;
};

void measure(const BioasqBatch& batch, const EvaluationOptions& options, Both& figures,
             std::vector<std::string>* notes) {
  std::vector<Passage> passages;
  for (const auto& snippet : batch.snippets) passages.push_back({snippet.text, snippet.document});
  const PassagePool pool(passages);
  for (const BioasqBatch::Question& question : batch.questions) {
    if (!is_measured(options, question.id)) continue;
    const auto ranked = pool.rank(question.text);
    std::vector<size_t> ranking;
    size_t said = 0;
    for (const PassageScore& score : ranked) {
      ranking.push_back(score.passage);
      if (score.probability >= kSaidProbability && said < kSaidMax) ++said;
    }
    said = std::max<size_t>(said, 1);
    figures.ours.add(ranking, question.snippets, said);

    const auto scores = pool.bm25(question.text);
    std::vector<size_t> order(scores.size());
    std::iota(order.begin(), order.end(), size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&scores](size_t a, size_t b) { return scores[a] > scores[b]; });
    figures.baseline.add(order, question.snippets, kSaidMax);
    if (!options.verbose || notes == nullptr) continue;
    std::string note = question.id + " " + question.text;
    for (size_t i = 0; i < std::min<size_t>(said + 2, ranking.size()); ++i) {
      const bool right = std::binary_search(question.snippets.begin(), question.snippets.end(), ranking[i]);
      note += fmt::format("\n  {}{:.2f} {}", right ? "* " : "  ", ranked[i].probability,
                          batch.snippets[ranking[i]].text);
    }
    notes->push_back(std::move(note));
  }
}

// The same with the snippets of all batches as one pool: twenty times as many to be taken for an answer.
BioasqBatch joined(const std::vector<BioasqBatch>& batches) {
  BioasqBatch all;
  uint32_t documents = 0;
  for (const BioasqBatch& batch : batches) {
    const size_t offset = all.snippets.size();
    uint32_t last = 0;
    for (const auto& snippet : batch.snippets) {
      all.snippets.push_back({snippet.text, snippet.document + documents});
      last = std::max(last, snippet.document + 1);
    }
    documents += last;
    for (const auto& question : batch.questions) {
      all.questions.push_back(question);
      for (size_t& snippet : all.questions.back().snippets) snippet += offset;
    }
  }
  return all;
}

}  // namespace

Result<TaskReport> run_snippets_task(const EvaluationOptions& options) {
  ATTEST_ASSIGN(const auto batches, read_bioasq(options.data));
  TaskReport report;
  Both by_batch;
  Both together;
  for (const BioasqBatch& batch : batches) measure(batch, options, by_batch, &report.notes);
  const BioasqBatch all = joined(batches);
  measure(all, options, together, nullptr);
  report.data = fmt::format("bioasq: {} questions, {} snippets in {} pools, then in one",
                            by_batch.ours.questions, all.snippets.size(), batches.size());
  report.baseline = "BM25 over the snippets, its ten best for F1";
  const auto add = [&report](const char* name, double value, double baseline) {
    report.measures.push_back({name, value, baseline, 1.2 * baseline});
  };
  add("MAP", by_batch.ours.map(), by_batch.baseline.map());
  add("F1", by_batch.ours.f1(), by_batch.baseline.f1());
  add("MAP, one pool", together.ours.map(), together.baseline.map());
  add("F1, one pool", together.ours.f1(), together.baseline.f1());
  return report;
}

}  // namespace attest
