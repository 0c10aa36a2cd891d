// The word table that is part of the program. CMakeLists.txt lays it between two symbols.
#include <optional>

#include "learn/word_table.h"

extern "C" {
extern const char attest_words;
extern const char attest_words_end;
}

namespace attest {

const WordTable* built_in_words() {
  static const std::optional<WordTable> table = []() -> std::optional<WordTable> {
    const char* const begin = &attest_words;
    auto read = WordTable::from_bytes({begin, static_cast<size_t>(&attest_words_end - begin)});
    if (!read) return std::nullopt;
    return std::move(*read);
  }();
  return table ? &*table : nullptr;
}

}  // namespace attest
