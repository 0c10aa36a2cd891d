// What the collection's tests share: a folder of their own, and documents whose content follows from a
// number.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "base/temporary_folder.h"
#include "collection/collection.h"

namespace attest::test {

inline Document make_document(const std::string& id, const std::string& title, const std::string& abstract) {
  Document document;
  document.id = id;
  document.record.title = title;
  document.record.source = "Test";
  if (id.starts_with("pmid:")) document.record.pmid = id.substr(5);
  TextBuilder builder;
  builder.set_title(title);
  builder.add_section(SectionKind::kAbstract, "RESULTS", abstract, "results");
  std::move(builder).finish(document);
  return document;
}

// Document number `i`: unlike every other, and the same every time.
inline Document numbered_document(uint64_t i) {
  std::string abstract = fmt::format(
      "Trial {} compared anorectal biofeedback (ABF) with laxatives in {} adults. ", i, 20 + i % 200);
  const char* words[] = {"constipation", "manometry", "puborectalis", "botulinum", "randomised",  "placebo",
                         "follow-up",    "symptoms",  "improvement",  "pelvic",    "dyssynergia", "balloon"};
  uint64_t state = i * 6364136223846793005ull + 1442695040888963407ull;
  for (int word = 0; word < 60; ++word) {
    state = state * 6364136223846793005ull + 1442695040888963407ull;
    abstract += words[(state >> 33) % std::size(words)];
    abstract += word % 12 == 11 ? ". " : " ";
  }
  Document document =
      make_document(fmt::format("pmid:{}", 1000 + i), fmt::format("Biofeedback trial {}", i), abstract);
  document.record.doi = fmt::format("10.1000/trial.{}", i);
  document.record.published.year = static_cast<uint16_t>(1990 + i % 30);
  return document;
}

inline std::unique_ptr<CollectionWriter> open_writer(const std::filesystem::path& path,
                                                     const WriterOptions& options = {}) {
  auto writer = CollectionWriter::open(path, options);
  if (!writer) {
    ADD_FAILURE() << writer.error().to_line();
    return nullptr;
  }
  return std::move(*writer);
}

inline std::shared_ptr<const Collection> open_collection(const std::filesystem::path& path) {
  auto collection = Collection::open(path);
  if (!collection) {
    ADD_FAILURE() << collection.error().to_line();
    return nullptr;
  }
  return *collection;
}

// Adds in one commit.
inline WriterCounts add_all(const std::filesystem::path& path, std::vector<Document> documents,
                            const WriterOptions& options = {}) {
  auto writer = open_writer(path, options);
  for (Document& document : documents) {
    const Status added = writer->add(std::move(document));
    EXPECT_TRUE(added) << added.error().to_line();
  }
  const Status committed = writer->commit();
  EXPECT_TRUE(committed) << committed.error().to_line();
  return writer->counts();
}

inline std::vector<Document> numbered_documents(uint64_t first, uint64_t count) {
  std::vector<Document> documents;
  for (uint64_t i = first; i < first + count; ++i) documents.push_back(numbered_document(i));
  return documents;
}

inline std::vector<std::string> check_problems(const Collection& collection) {
  std::vector<std::string> problems;
  const auto found = collection.check([&](Error&& error) { problems.push_back(error.to_line()); }, nullptr);
  EXPECT_TRUE(found);
  EXPECT_EQ(found.value_or(0), problems.size());
  return problems;
}

inline PublicationStatus status_of_id(const Collection& collection, const std::string& id) {
  const auto ref = collection.find(id);
  EXPECT_TRUE(ref) << id;
  if (!ref) return PublicationStatus::kCurrent;
  const auto status = collection.status(*ref);
  EXPECT_TRUE(status);
  return status ? status->status : PublicationStatus::kCurrent;
}

}  // namespace attest::test
