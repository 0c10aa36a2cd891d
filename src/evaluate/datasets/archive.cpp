#include "evaluate/datasets/archive.h"

#include <memory>

#include <archive.h>
#include <archive_entry.h>

#include "base/limits.h"

namespace attest {
namespace {

constexpr size_t kBlockBytes = 1u << 16;

struct FreeArchive {
  void operator()(archive* reader) const { archive_read_free(reader); }
};

tl::unexpected<Error> broken(archive* reader, const std::filesystem::path& path) {
  const char* const text = archive_error_string(reader);
  return fail(ErrorCode::kInput, text != nullptr ? text : "the archive cannot be read", path.string());
}

}  // namespace

Status read_archive(const std::filesystem::path& path,
                    const std::function<bool(std::string_view name, std::string content)>& file) {
  const std::unique_ptr<archive, FreeArchive> reader(archive_read_new());
  if (reader == nullptr) return fail(ErrorCode::kEnvironment, "libarchive does not start");
  archive_read_support_filter_all(reader.get());
  archive_read_support_format_tar(reader.get());
  if (archive_read_open_filename(reader.get(), path.c_str(), kBlockBytes) != ARCHIVE_OK) {
    return broken(reader.get(), path);
  }
  for (;;) {
    archive_entry* entry = nullptr;
    const int status = archive_read_next_header(reader.get(), &entry);
    if (status == ARCHIVE_EOF) return {};
    if (status != ARCHIVE_OK && status != ARCHIVE_WARN) return broken(reader.get(), path);
    if (archive_entry_filetype(entry) != AE_IFREG) continue;
    const char* const name = archive_entry_pathname(entry);
    std::string content;
    std::string block(kBlockBytes, '\0');
    for (;;) {
      const auto count = archive_read_data(reader.get(), block.data(), block.size());
      if (count < 0) return broken(reader.get(), path);
      if (count == 0) break;
      content.append(block, 0, static_cast<size_t>(count));
      if (content.size() > limits::kRecordBytesMax) {
        return fail(ErrorCode::kLimit, "a file is larger than kRecordBytesMax", path.string());
      }
    }
    if (!file(name != nullptr ? name : "", std::move(content))) return {};
  }
}

}  // namespace attest
