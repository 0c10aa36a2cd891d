#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace attest {

// XXH3, 64 bits: detects damage to what we stored. Not a defence against a forger.
uint64_t checksum64(std::string_view bytes);

// XXH3, 128 bits, as 32 lower-case hex digits: names a document's content and a snapshot.
std::string content_hash(std::string_view bytes);

}  // namespace attest
