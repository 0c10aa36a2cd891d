#include "findings/effects/affirmation.h"

#include "evaluate/datasets/pubmedqa.h"
#include "evaluate/task.h"
#include "train/trainings.h"

namespace attest::train {

Result<std::vector<Example>> affirmation_examples(const TrainingData& from) {
  const std::filesystem::path& data = from.data;
  ATTEST_ASSIGN(const auto questions, read_answered_questions(data));
  std::vector<Example> examples;
  for (const AnsweredQuestion& question : questions) {
    if (is_held_out(question.id)) continue;
    size_t best = 0;
    Features features = affirmation_features(question.question, question.views(), best);
    const auto entries = features.entries();
    examples.push_back({{entries.begin(), entries.end()}, affirmation_name(question.answer), question.id});
  }
  return examples;
}

}  // namespace attest::train
