// The thesaurus reader on any bytes: an error or a thesaurus that answers for each of its own names.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "question/question.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace attest;
  const auto thesaurus = Thesaurus::parse({reinterpret_cast<const char*>(data), size}, "fuzz");
  if (!thesaurus) return 0;
  for (const Thesaurus::Entry& entry : (*thesaurus)->entries()) {
    if ((*thesaurus)->find_by_id(entry.id) != &entry) std::abort();
    if ((*thesaurus)->find_by_name(normalise_term(entry.name)) == nullptr) std::abort();
  }
  for (const Thesaurus::LayPhrase& phrase : (*thesaurus)->lay_phrases()) {
    if (phrase.entry >= (*thesaurus)->entries().size() || phrase.words.size() < 2) std::abort();
  }
  return 0;
}
