// Sentences of a collection that readers judged, how they are found again, and how well a model ranks them.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "answer/choice/near_findings.h"
#include "base/result.h"
#include "collection/collection.h"
#include "evidence/sources.h"
#include "question/question.h"
#include "search/coverage.h"
#include "search/search.h"

namespace attest::train {

// Questions with this before their name were put to the starter collection.
inline constexpr std::string_view kStarterPrefix = "starter:";

// Of the models that are trained on what readers said of sentences.
struct ReadingOptions {
  std::filesystem::path collection;  // all of documents.jsonl.zst, and MeSH
  std::filesystem::path starter;     // the starter collection
  std::filesystem::path thesaurus;   // the program's
  std::filesystem::path sets;        // eval
};

// From a question to its evidence, as an answer takes it.
struct Road {
  std::shared_ptr<const Collection> collection;
  std::shared_ptr<const Thesaurus> thesaurus;
  std::unique_ptr<Backend> backend;

  Result<Evidence> evidence(const std::string& question) const;
  // Where no source answers the whole question; `coverage` weighs what was asked.
  struct Nearest {
    Evidence evidence;
    QuestionCoverage coverage;
  };
  // With what an answer has `cited`.
  Result<Nearest> nearest(const std::string& question, const CitedSpans& cited = {}) const;
};
Result<Road> open_road(const std::filesystem::path& thesaurus, const std::filesystem::path& collection);

// Rows of a table with tabs; lines that start with '#' are comments.
Result<std::vector<std::vector<std::string>>> read_rows(const std::filesystem::path& file, size_t columns);

// A sentence by its place, and by the checksum of its bytes.
struct ReadSentence {
  std::string document;
  uint32_t start = 0;
  std::string checksum;
};
ReadSentence read_sentence(std::string document, std::string_view start, std::string checksum);
std::string checksum_of(std::string_view sentence);
// nullptr when the search no longer brings it.
const Finding* find_finding(const Evidence& evidence, const ReadSentence& read);

// The chance that one that is wanted is placed before one that is not.
double area_under_curve(const std::vector<double>& scores, const std::vector<bool>& wanted);
// One line for each threshold: how many are kept, and how many of those are wanted.
std::string threshold_table(const std::vector<double>& scores, const std::vector<bool>& wanted);

}  // namespace attest::train
