// BioASQ's golden files (Tsatsaronis et al. 2015; http://bioasq.org): questions with the snippets of PubMed
// records that answer them.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"

namespace attest {

// One file: the snippets of all its questions, each text of a document once.
struct BioasqBatch {
  struct Snippet {
    std::string text;
    uint32_t document = 0;  // counted from 0 in the batch
  };
  struct Question {
    std::string id;
    std::string text;
    std::vector<size_t> snippets;  // that answer it, ascending
  };
  std::string name;
  std::vector<Snippet> snippets;
  std::vector<Question> questions;
};

// By file name.
Result<std::vector<BioasqBatch>> read_bioasq(const std::filesystem::path& data);

}  // namespace attest
