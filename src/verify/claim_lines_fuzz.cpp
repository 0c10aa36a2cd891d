// A line of claims from any bytes: reads or says why not; what is read is held beside a small source.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "verify/claim_lines.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto line = attest::read_claim_line(bytes, 1, "fuzz", true);
  if (!line) return 0;
  static const std::string text =
      "Aspirin in children\n\nAspirin did not reduce fever (12/40 v 13/41). It was safe.";
  attest::ClaimSource source;
  source.id = "pmid:1";
  source.text = text;
  source.title = {0, 19};
  source.sentences = {{21, 66}, {67, 79}};
  const auto verdict = attest::verify_claim(line->claim, {&source, 1}, attest::SourceChoice::kNamed);
  if (!(verdict.confidence >= 0 && verdict.confidence <= 1.000001)) std::abort();
  for (const auto& rationale : verdict.rationale) {
    if (rationale.span.of(text) != rationale.quote) std::abort();
  }
  if (attest::verdict_line(*line, verdict).empty()) std::abort();
  return 0;
}
