#include "evaluate/datasets/answer_questions.h"

#include <algorithm>
#include <set>

#include "base/file.h"
#include "base/limits.h"

namespace attest {
namespace {

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  size_t start = 0;
  while (start <= text.size()) {
    const size_t end = std::min(text.find(separator, start), text.size());
    parts.emplace_back(text.substr(start, end - start));
    start = end + 1;
  }
  return parts;
}

bool has_empty(const std::vector<std::string>& parts) {
  for (const std::string& part : parts) {
    if (part.empty()) return true;
  }
  return false;
}

}  // namespace

Result<std::vector<AnswerQuestion>> parse_answer_questions(std::string_view content,
                                                           const std::string& place) {
  constexpr size_t kColumns = 5;
  std::vector<AnswerQuestion> questions;
  std::set<std::string> ids;
  size_t number = 0;
  for (const std::string& line : split(content, '\n')) {
    ++number;
    if (line.empty() || line.front() == '#') continue;
    const std::string here = place + ", line " + std::to_string(number);
    const std::vector<std::string> columns = split(line, '\t');
    if (columns.size() != kColumns || columns[0].empty() || columns[1].empty()) {
      return fail(ErrorCode::kInput, "not a question", here,
                  "five columns: id, question, expected, must_cite, note");
    }
    const bool answerable = columns[2] == "answered";
    if ((!answerable && columns[2] != "none") || answerable == columns[3].empty()) {
      return fail(ErrorCode::kInput, "\"" + columns[2] + "\" does not go with what must be cited", here,
                  "\"answered\" with document ids, or \"none\" without");
    }
    if (!ids.insert(columns[0]).second) return fail(ErrorCode::kInput, "this id was used before", here, {});
    AnswerQuestion question{columns[0], columns[1], {}, columns[4]};
    if (answerable) {
      for (const std::string& group : split(columns[3], '|')) {
        question.must_cite.push_back(split(group, ','));
        if (has_empty(question.must_cite.back())) {
          return fail(ErrorCode::kInput, "an empty document id", here, "no blank between separators");
        }
      }
    }
    questions.push_back(std::move(question));
  }
  return questions;
}

Result<std::vector<AnswerQuestion>> read_answer_questions(const std::filesystem::path& path) {
  ATTEST_ASSIGN(const std::string content, read_file(path, limits::kWholeFileBytesMax));
  return parse_answer_questions(content, path.string());
}

}  // namespace attest
