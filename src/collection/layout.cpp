#include "collection/layout.h"

#include <charconv>
#include <string>

#include <fmt/format.h>

#include "base/checksum.h"
#include "base/file.h"

namespace attest::layout {

namespace fs = std::filesystem;

namespace {
DurabilityHook durability_hook = nullptr;
}

fs::path catalog(const fs::path& directory) { return directory / "catalog.sqlite"; }
fs::path lock(const fs::path& directory) { return directory / "writer.lock"; }
fs::path texts_folder(const fs::path& directory) { return directory / "texts"; }
fs::path segments_folder(const fs::path& directory) { return directory / "segments"; }

fs::path texts_file(const fs::path& directory, uint32_t number) {
  return texts_folder(directory) / fmt::format("{:06}.texts", number);
}
fs::path dictionary_file(const fs::path& directory, uint32_t number) {
  return texts_folder(directory) / fmt::format("{:06}.dictionary", number);
}
fs::path segment_file(const fs::path& directory, uint32_t number) {
  return segments_folder(directory) / fmt::format("{:06}.segment", number);
}

std::optional<uint32_t> number_of(const fs::path& path, std::string_view extension) {
  if (path.extension() != extension) return std::nullopt;
  const std::string stem = path.stem().string();
  uint32_t number = 0;
  const auto [end, error] = std::from_chars(stem.data(), stem.data() + stem.size(), number);
  if (error != std::errc() || end != stem.data() + stem.size()) return std::nullopt;
  return number;
}

void set_durability_hook(DurabilityHook hook) { durability_hook = hook; }
void durability_step(const char* step) {
  if (durability_hook != nullptr) durability_hook(step);
}

Result<std::string> hash_file(const fs::path& path) {
  ATTEST_ASSIGN(const MappedFile file, MappedFile::open(path));
  return content_hash(file.bytes());
}

}  // namespace attest::layout
