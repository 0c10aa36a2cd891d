#include "evaluate/datasets/pico_bids.h"
#include "evaluate/task.h"
#include "findings/spans/pico_spans.h"
#include "train/trainings.h"

namespace attest::train {

Result<std::vector<SequenceExample>> pico_examples(const TrainingData& from) {
  const std::filesystem::path& data = from.data;
  ATTEST_ASSIGN(const auto abstracts, read_pico_abstracts(data));
  std::vector<SequenceExample> examples;
  for (const LabelledPicoAbstract& abstract : abstracts) {
    if (is_held_out(abstract.id)) continue;
    auto features = pico_features(abstract.sentences);
    for (size_t s = 0; s < features.size(); ++s) {
      SequenceExample example;
      example.group = abstract.id;
      for (size_t i = 0; i < features[s].size(); ++i) {
        const auto entries = features[s][i].entries();
        example.items.emplace_back(entries.begin(), entries.end());
        example.labels.emplace_back(pico_class_name(abstract.labels[s][i]));
      }
      examples.push_back(std::move(example));
    }
  }
  return examples;
}

}  // namespace attest::train
