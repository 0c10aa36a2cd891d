// The reader of compiled thesauri on any tables. The input stands between a right magic and a right checksum,
// so that mutations get past both; what is read must answer every question without leaving its tables.
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string>

#include "base/checksum.h"
#include "question/compiled_thesaurus.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace attest;
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  (void)read_compiled_thesaurus(std::string(input), "fuzz");
  std::string bytes = "ATTHES01" + std::string(input);
  const uint64_t checksum = checksum64(bytes);
  bytes.append(reinterpret_cast<const char*>(&checksum), sizeof(checksum));
  const auto thesaurus = read_compiled_thesaurus(std::move(bytes), "fuzz");
  if (!thesaurus) return 0;
  for (const Thesaurus::Entry& entry : (*thesaurus)->entries()) {
    const Thesaurus::Entry* found = (*thesaurus)->find_by_id(entry.id);
    if (found == nullptr || found->id != entry.id) std::abort();
    for (const std::string& parent : entry.parents) {
      if ((*thesaurus)->members_of(parent).empty()) std::abort();
    }
    (void)(*thesaurus)->find_by_name(entry.name);
    (void)(*thesaurus)->find_by_stems(entry.name);
    (void)(*thesaurus)->lay_word(entry.name);
    (void)(*thesaurus)->is_everyday(entry.name);
    (void)(*thesaurus)->is_generic(entry.name);
  }
  for (const Thesaurus::LayPhrase& phrase : (*thesaurus)->lay_phrases()) {
    if (phrase.entry >= (*thesaurus)->entries().size() || phrase.words.size() < 2) std::abort();
  }
  return 0;
}
