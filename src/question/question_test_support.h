// For tests: what is understood of a question, over a made collection and the program's own thesaurus.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "question/fake_collection.h"
#include "question/question.h"

namespace attest::test {

inline const Thesaurus& own_thesaurus() {
  static const auto thesaurus =
      Thesaurus::load(std::filesystem::path(ATTEST_SOURCE_DIR) / "data/thesaurus/attest.json");
  EXPECT_TRUE(thesaurus.has_value());
  return **thesaurus;
}

inline UnderstoodQuestion read_question(std::string_view question, const FakeCollection& collection,
                                        const std::optional<PreviousTurn>& before = std::nullopt) {
  auto understood = understand(question, collection, own_thesaurus(), before);
  EXPECT_TRUE(understood.has_value()) << question;
  return understood ? std::move(*understood) : UnderstoodQuestion();
}

inline std::vector<std::string> labels(const UnderstoodQuestion& question) {
  std::vector<std::string> found;
  for (const Concept& one : question.concepts) found.push_back(one.label);
  return found;
}

}  // namespace attest::test
