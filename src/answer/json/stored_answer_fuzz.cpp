// Reads arbitrary bytes as a stored answer: never a crash, and what is accepted has bounded parts.
#include <cstdint>
#include <cstdlib>

#include "answer/json/answer_json.h"
#include "base/limits.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto stored = attest::read_stored_answer(bytes, "input");
  if (!stored) {
    if (stored.error().to_line().empty()) std::abort();
    return 0;
  }
  if (stored->bytes != bytes || stored->document_ids.size() > attest::limits::kAnswerReferencesMax)
    std::abort();
  return 0;
}
