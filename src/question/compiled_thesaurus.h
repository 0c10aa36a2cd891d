// The program's thesaurus as it is filed: entries with every key under which a question finds them. Made once
// when the program is built, it opens in a fraction of the time of its JSON source.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "question/question.h"

namespace attest {

// What is written; lists need no order, and entry numbers are places in `entries`.
struct ThesaurusTables {
  std::vector<Thesaurus::Entry> entries;
  std::vector<std::pair<std::string, uint32_t>> by_name;  // normalised; of equal names the first entry counts
  std::vector<std::pair<std::string, uint32_t>> by_stems;  // several entries may share a key
  std::vector<std::string> words, everyday, generic;
  std::vector<Thesaurus::LayPhrase> lay_phrases;  // in this order
  std::vector<std::pair<std::string, std::string>> lay_words;
};

// The format is docs/format/thesaurus.md, "Compiled form"; the same tables give the same bytes.
std::string write_compiled_thesaurus(ThesaurusTables tables);

bool is_compiled_thesaurus(std::string_view bytes);

// kCorrupt when a byte is not as it was written; `place` names the file in errors.
Result<std::shared_ptr<const Thesaurus>> read_compiled_thesaurus(std::string bytes, const std::string& place);

// The JSON source, checked and compiled.
Result<std::string> compile_thesaurus(std::string_view source, const std::string& place);

}  // namespace attest
