#include "evaluate/datasets/pubmedqa.h"

#include <nlohmann/json.hpp>

#include "base/file.h"
#include "base/limits.h"
#include "text/sentences.h"

namespace attest {

std::vector<EffectSentence> AnsweredQuestion::views() const {
  std::vector<EffectSentence> views;
  for (const Sentence& sentence : sentences) views.push_back({sentence.text, sentence.role});
  return views;
}

Result<std::vector<AnsweredQuestion>> read_answered_questions(const std::filesystem::path& data) {
  const auto path = data / "pubmedqa" / "labelled_train.json";
  ATTEST_ASSIGN(const std::string bytes, read_file(path, limits::kWholeFileBytesMax));
  std::vector<AnsweredQuestion> questions;
  try {
    const auto json = nlohmann::json::parse(bytes);
    for (const auto& [id, item] : json.items()) {
      AnsweredQuestion question{id, item.at("QUESTION").get<std::string>(), {}, Affirmation::kMaybe};
      const auto& labels = item.at("LABELS");
      const auto& contexts = item.at("CONTEXTS");
      for (size_t i = 0; i < contexts.size(); ++i) {
        const auto role =
            i < labels.size() ? role_of_label(labels[i].get<std::string>()) : std::optional<SentenceRole>();
        const auto body = contexts[i].get<std::string>();
        for (const ByteSpan& span : split_sentences(body)) {
          question.sentences.push_back({body.substr(span.start, span.end - span.start), role});
        }
      }
      const auto answer = item.at("final_decision").get<std::string>();
      bool known = false;
      for (size_t i = 0; i < kAffirmations; ++i) {
        const auto value = static_cast<Affirmation>(i);
        if (answer != affirmation_name(value)) continue;
        question.answer = value;
        known = true;
      }
      if (known) questions.push_back(std::move(question));
    }
  } catch (const nlohmann::json::exception& exception) {
    return fail(ErrorCode::kInput, exception.what(), path.string());
  }
  return questions;
}

}  // namespace attest
