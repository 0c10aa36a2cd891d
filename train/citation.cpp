#include "evaluate/datasets/citation_integrity.h"
#include "train/trainings.h"

namespace attest::train {

Result<std::vector<Example>> citation_examples(const TrainingData& from) {
  const std::filesystem::path& data = from.data;
  const LinearModel* const sentences = built_in_model("claim_sentence");
  if (sentences == nullptr) {
    return fail(ErrorCode::kUsage, "the model \"claim_sentence\" is missing", {},
                "train it and build again first");
  }
  ATTEST_ASSIGN(const auto claims, read_citation_integrity(data));
  Stemmer stemmer;
  std::vector<Example> examples;
  for (const CitedClaim& claim : claims) {
    if (!claim.training_file || claim.sentences.empty()) continue;
    Features features = citation_features(claim.text, source_of(claim), *sentences, stemmer);
    const auto entries = features.entries();
    examples.push_back({{entries.begin(), entries.end()}, citation_label_name(claim.label), claim.article});
  }
  return examples;
}

}  // namespace attest::train
