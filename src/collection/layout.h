// The names inside a collection's directory (docs/format/collection.md), and the places where a crash is
// simulated by tests.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string_view>

#include "base/result.h"

namespace attest::layout {

std::filesystem::path catalog(const std::filesystem::path& directory);
std::filesystem::path lock(const std::filesystem::path& directory);
std::filesystem::path texts_folder(const std::filesystem::path& directory);
std::filesystem::path segments_folder(const std::filesystem::path& directory);
std::filesystem::path texts_file(const std::filesystem::path& directory, uint32_t number);
std::filesystem::path dictionary_file(const std::filesystem::path& directory, uint32_t number);
std::filesystem::path segment_file(const std::filesystem::path& directory, uint32_t number);

// "000012.segment" → 12 when the extension is `extension` (with its dot).
std::optional<uint32_t> number_of(const std::filesystem::path& path, std::string_view extension);

// Called with a name before each step whose order matters after a crash. Tests set it to end the process
// there; the program never does.
using DurabilityHook = void (*)(const char* step);
void set_durability_hook(DurabilityHook hook);
void durability_step(const char* step);

// The content hash (base/checksum.h) of a whole file, mapped rather than read.
Result<std::string> hash_file(const std::filesystem::path& path);

}  // namespace attest::layout
