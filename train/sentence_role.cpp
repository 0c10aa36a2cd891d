#include "findings/sentences/sentence_role.h"

#include "evaluate/datasets/labelled_abstracts.h"
#include "evaluate/task.h"
#include "train/trainings.h"

namespace attest::train {

Result<std::vector<Example>> sentence_role_examples(const TrainingData& from) {
  const std::filesystem::path& data = from.data;
  ATTEST_ASSIGN(const auto abstracts, read_labelled_abstracts(data));
  std::vector<Example> examples;
  for (const LabelledAbstract& abstract : abstracts) {
    if (is_held_out(abstract.id)) continue;
    for (size_t i = 0; i < abstract.sentences.size(); ++i) {
      SentencePlace place{abstract.sentences[i].text, {}, {}, i, abstract.sentences.size()};
      if (i > 0) place.before = abstract.sentences[i - 1].text;
      if (i + 1 < abstract.sentences.size()) place.after = abstract.sentences[i + 1].text;
      Features features = sentence_role_features(place);
      const auto entries = features.entries();
      examples.push_back(
          {{entries.begin(), entries.end()}, sentence_role_name(abstract.sentences[i].role), abstract.id});
    }
  }
  return examples;
}

}  // namespace attest::train
