// PubMedQA (Jin et al. 2019): titles that are questions, the abstract without its conclusion, and the answer
// that people gave. The "long answer" is that conclusion: it is never read.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"
#include "findings/effects/affirmation.h"

namespace attest {

struct AnsweredQuestion {
  std::string id;  // PubMed id
  std::string question;
  struct Sentence {
    std::string text;
    std::optional<SentenceRole> role;
  };
  std::vector<Sentence> sentences;
  Affirmation answer = Affirmation::kMaybe;
  std::vector<EffectSentence> views() const;
};

Result<std::vector<AnsweredQuestion>> read_answered_questions(const std::filesystem::path& data);

}  // namespace attest
