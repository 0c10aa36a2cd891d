// The word table of data/words: not a linear model, so not one of trainings().
#pragma once

#include <filesystem>
#include <string>

#include "base/result.h"

namespace attest::train {

// The bytes of data/words/words.table from documents.jsonl.zst in `data`. Needs half a gigabyte of memory and
// a few minutes.
Result<std::string> make_word_table(const std::filesystem::path& data);

}  // namespace attest::train
