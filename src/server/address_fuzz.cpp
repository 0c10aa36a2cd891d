// Reads arbitrary bytes as a request target and as the state of a thread: never a crash; what is accepted is
// clean, bounded, and reads back as itself.
#include <cstdint>
#include <cstdlib>

#include "base/limits.h"
#include "server/address.h"
#include "server/asking.h"
#include "server/json_parts.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto address = attest::parse_target(bytes);
  if (!address) return 0;
  if (!address->path.starts_with('/') || address->path.find('\0') != std::string::npos) std::abort();
  const auto again = attest::parse_target(attest::address_of(address->path, address->query));
  // Escaping makes an address longer, so that one near the limit may pass it.
  if (!again) {
    if (again.error().code != attest::ErrorCode::kLimit) std::abort();
  } else if (again->path != address->path || again->query.parameters() != address->query.parameters()) {
    std::abort();
  }
  if (const auto filter = attest::read_filter(address->query); filter && filter->design.size() > size)
    std::abort();
  for (const auto& [name, value] : address->query.parameters()) {
    const auto span = attest::read_span(value, 1000);
    if (span && (span->start > span->end || span->end > 1000)) std::abort();
  }
  const auto asking = attest::read_asking(address->query);
  if (!asking) return 0;
  if (asking->thread.empty() || asking->thread.size() > attest::limits::kThreadTurnsMax) std::abort();
  for (const std::string& question : asking->thread) {
    if (question.empty() || question.find('\n') != std::string::npos) std::abort();
  }
  return 0;
}
