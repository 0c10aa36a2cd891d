// A word table from any bytes: reads or says why not; every word of one that reads can be asked for.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "learn/word_table.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const auto table = attest::WordTable::from_bytes({reinterpret_cast<const char*>(data), size});
  if (!table) return 0;
  const uint32_t word = table->find("aspirin");
  if (word != attest::WordTable::kUnknown && word >= table->size()) std::abort();
  if (table->rarity(word) < 0) std::abort();
  const float similarity = table->similarity(0, word);
  if (!(similarity >= -1.0F && similarity <= 1.0F)) std::abort();
  return 0;
}
