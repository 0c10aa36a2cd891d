// How one answer differs from another, statement by statement: the same question later, or two questions.
#pragma once

#include <string>
#include <vector>

#include "answer/json/answer_json.h"

namespace attest {

// A part of one answer or of both, and what is said in it. A statement that an answer repeats in several of
// its parts is listed in the first of them.
struct ChangedPart {
  struct Reworded {
    Statement first, second;  // of the same sentences of the same sources
  };
  std::string title;         // of the first answer, or of the only one that has it
  std::string title_second;  // where the second names it otherwise ("2. Biofeedback"), else ""
  std::vector<Statement> both;
  std::vector<Reworded> reworded;
  std::vector<Statement> only_first;
  std::vector<Statement> only_second;
};

struct AnswerChanges {
  bool same_bytes = false;  // but for line breaks at the end
  std::vector<ChangedPart> parts;
  std::vector<std::string> no_longer_cited;  // ids of documents, in the order of the first answer
  std::vector<std::string> newly_cited;      // of the second
  // Distinct statements.
  size_t both = 0, reworded = 0, only_first = 0, only_second = 0;
};

AnswerChanges changes_between(const StoredAnswer& first, const StoredAnswer& second);

}  // namespace attest
