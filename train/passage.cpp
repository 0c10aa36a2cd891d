#include <algorithm>

#include "evaluate/datasets/bioasq.h"
#include "evaluate/task.h"
#include "search/passage_ranking.h"
#include "train/trainings.h"

namespace attest::train {

Result<std::vector<Example>> passage_examples(const TrainingData& from) {
  const std::filesystem::path& data = from.data;
  ATTEST_ASSIGN(const auto batches, read_bioasq(data));
  std::vector<Example> examples;
  for (const BioasqBatch& batch : batches) {
    std::vector<Passage> passages;
    for (const auto& snippet : batch.snippets) passages.push_back({snippet.text, snippet.document});
    const PassagePool pool(passages);
    for (const BioasqBatch::Question& question : batch.questions) {
      if (is_held_out(question.id)) continue;
      auto candidates = pool.candidates(question.text);
      for (size_t i = 0; i < candidates.passages.size(); ++i) {
        const bool answers =
            std::binary_search(question.snippets.begin(), question.snippets.end(), candidates.passages[i]);
        const auto entries = candidates.features[i].entries();
        examples.push_back(
            {{entries.begin(), entries.end()}, answers ? "answers" : "other", question.id, question.id});
      }
    }
  }
  return examples;
}

}  // namespace attest::train
