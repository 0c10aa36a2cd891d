// Structured abstracts of documents.jsonl.zst whose labels stand inside the text: sentences with a known
// role.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"
#include "findings/sentences/sentence_role.h"

namespace attest {

struct LabelledAbstract {
  std::string id;
  struct Sentence {
    std::string text;  // without its label
    SentenceRole role;
  };
  std::vector<Sentence> sentences;
};

// Abstracts with at least three different labels, one of them of results, the first at the start; trial
// registrations are left out. In the order of the file.
Result<std::vector<LabelledAbstract>> read_labelled_abstracts(const std::filesystem::path& data);

}  // namespace attest
