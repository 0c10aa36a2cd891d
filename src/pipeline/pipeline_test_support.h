// A collection of a few documents, and questions to it.
#pragma once

#include <fstream>
#include <memory>
#include <string>

#include <gtest/gtest.h>

#include "base/temporary_folder.h"
#include "pipeline/add_documents.h"
#include "pipeline/ask_question.h"
#include "question/question.h"

namespace attest::test {

// What an answer tells: its bottom line, sections and options, a line for each statement.
inline std::string words_of(const Answer& answer) {
  std::string text;
  for (const Statement& one : answer.bottom_line) text += one.text + "\n";
  for (const AnswerSection& section : answer.sections) {
    for (const Statement& one : section.statements) text += one.text + "\n";
  }
  for (const TherapyLine& line : answer.lines) {
    for (const Statement& one : line.statements) text += one.text + "\n";
  }
  return text;
}

class SmallCollection {
 public:
  // `file`: a name whose ending tells the format of `text`.
  SmallCollection(const std::string& file, const std::string& text) {
    std::ofstream(folder_.path() / file) << text;
    AddRequest request;
    request.collection = folder_.path() / "collection";
    request.paths = {folder_.path() / file};
    EXPECT_TRUE(add_documents(request, {}));
    auto collection = Collection::open(request.collection);
    auto thesaurus = Thesaurus::load(std::string(ATTEST_SOURCE_DIR) + "/data/thesaurus/attest.json");
    EXPECT_TRUE(collection && thesaurus);
    if (collection) collection_ = *collection;
    if (thesaurus) thesaurus_ = *thesaurus;
  }

  const std::shared_ptr<const Collection>& collection() const { return collection_; }
  const std::shared_ptr<const Thesaurus>& thesaurus() const { return thesaurus_; }

  Answer ask(const std::string& question, Audience audience = Audience::kClinician) const {
    AskRequest request;
    request.question = question;
    request.audience = audience;
    const auto result = ask_question(request, collection_, thesaurus_);
    EXPECT_TRUE(result) << result.error().to_line();
    return result ? result->answer : Answer{};
  }

 private:
  TemporaryFolder folder_;
  std::shared_ptr<const Collection> collection_;
  std::shared_ptr<const Thesaurus> thesaurus_;
};

}  // namespace attest::test
