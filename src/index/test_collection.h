// Small collections for the tests of this folder: made by hand or at random, always from a seed.
#pragma once

#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <unistd.h>

#include "index/segment.h"

namespace attest::index {

// std::mt19937 gives its 32 bits in a wider type on some machines.
class Random {
 public:
  explicit Random(uint32_t seed) : engine_(seed) {}
  uint32_t operator()() { return static_cast<uint32_t>(engine_()); }

 private:
  std::mt19937 engine_;
};

// A folder that lives as long as the object.
class TestFolder {
 public:
  TestFolder() {
    static int number = 0;
    path_ = std::filesystem::temp_directory_path() /
            ("attest_index_" + std::to_string(::getpid()) + "_" + std::to_string(number++));
    std::filesystem::create_directories(path_);
  }
  ~TestFolder() { std::filesystem::remove_all(path_); }
  TestFolder(const TestFolder&) = delete;
  TestFolder& operator=(const TestFolder&) = delete;
  std::filesystem::path operator/(const std::string& name) const { return path_ / name; }

 private:
  std::filesystem::path path_;
};

// A document of one title and one body sentence.
inline IndexDocument make_document(std::vector<std::string> title, std::vector<std::string> body) {
  IndexDocument document;
  document.sentences.push_back({{0, 10}, static_cast<uint8_t>(Field::kTitle), 0, std::move(title)});
  document.sentences.push_back({{12, 90}, static_cast<uint8_t>(Field::kBody), 1, std::move(body)});
  return document;
}

inline Result<std::shared_ptr<const Segment>> build_segment(const std::vector<IndexDocument>& documents,
                                                            const std::filesystem::path& path) {
  SegmentBuilder builder;
  for (const IndexDocument& document : documents) builder.add(document);
  ATTEST_TRY(builder.write(path));
  return Segment::open(path);
}

struct RandomCollection {
  uint32_t documents = 100;
  uint32_t vocabulary = 40;  // "w0" is the most frequent
  uint32_t terms_max = 12;   // of one sentence
};

inline std::string random_word(Random& random, uint32_t vocabulary) {
  // The product of two draws leans towards small numbers, as words do.
  const uint32_t rank =
      static_cast<uint32_t>(uint64_t{random() % vocabulary} * (random() % vocabulary) / vocabulary);
  return "w" + std::to_string(rank);
}

inline std::vector<IndexDocument> random_documents(const RandomCollection& shape, Random& random) {
  std::vector<IndexDocument> documents(shape.documents);
  for (IndexDocument& document : documents) {
    uint32_t at = 0;
    const uint32_t sentences = random() % 4;
    for (uint32_t i = 0; i < sentences; ++i) {
      IndexedSentence sentence;
      sentence.span = {at, at + random() % 200};
      at = sentence.span.end + random() % 3;
      sentence.field = static_cast<uint8_t>(i == 0 ? 0 : random() % 3);
      sentence.section = static_cast<uint16_t>(i / 2);
      const uint32_t terms = random() % (shape.terms_max + 1);
      for (uint32_t j = 0; j < terms; ++j) sentence.terms.push_back(random_word(random, shape.vocabulary));
      document.sentences.push_back(std::move(sentence));
    }
    if (random() % 3 == 0) document.subject_terms.push_back(random_word(random, shape.vocabulary));
    if (random() % 5 == 0) document.heading_terms.push_back(random_word(random, shape.vocabulary));
  }
  return documents;
}

}  // namespace attest::index
