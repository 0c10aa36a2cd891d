// The clinical questions of eval/answers/questions.tsv.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace attest {

struct AnswerQuestion {
  std::string id;
  std::string text;
  // Of each group at least one document must be cited. Empty: the collection has no answer.
  std::vector<std::vector<std::string>> must_cite;
  std::string note;
};

// In the order of the file: questions.tsv, questions_read.tsv or questions_unseen.tsv of eval/answers.
Result<std::vector<AnswerQuestion>> read_answer_questions(const std::filesystem::path& path);

// The same from the file's content; `place` names it in errors. Lines that start with "#" are comments.
Result<std::vector<AnswerQuestion>> parse_answer_questions(std::string_view content,
                                                           const std::string& place);

}  // namespace attest
