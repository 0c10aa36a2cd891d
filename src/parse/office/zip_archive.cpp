#include "parse/office/zip_archive.h"

#include <algorithm>

#include <fmt/format.h>
#include <zip.h>

#include "base/limits.h"

namespace attest {

void ZipArchive::Discard::operator()(zip* archive) const { zip_discard(archive); }

Result<ZipArchive> ZipArchive::open(std::string_view bytes, std::string_view place) {
  zip_error_t error;
  zip_error_init(&error);
  const auto refuse = [&](const char* otherwise) {
    std::string why = zip_error_code_zip(&error) == ZIP_ER_OK ? otherwise : zip_error_strerror(&error);
    zip_error_fini(&error);
    return fail(ErrorCode::kInput, "the ZIP archive cannot be read: " + why, std::string(place),
                "the file may be damaged or incomplete; save or download it again");
  };
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  if (source == nullptr) return refuse("out of memory");
  zip* opened = zip_open_from_source(source, ZIP_RDONLY, &error);
  if (opened == nullptr) {
    zip_source_free(source);
    return refuse("no archive");
  }
  zip_error_fini(&error);
  std::unique_ptr<zip, Discard> archive(opened);
  const zip_int64_t entries = zip_get_num_entries(archive.get(), 0);
  if (entries < 0 || static_cast<uint64_t>(entries) > limits::kArchiveEntriesMax) {
    return fail(ErrorCode::kLimit,
                fmt::format("the archive has {} entries, more than {}", entries, limits::kArchiveEntriesMax),
                std::string(place));
  }
  return ZipArchive(std::move(archive), std::string(place));
}

bool ZipArchive::has(const std::string& name) const {
  return zip_name_locate(archive_.get(), name.c_str(), 0) >= 0;
}

Result<std::string> ZipArchive::read(const std::string& name, size_t bytes_max) const {
  const std::string place = place_ + ", " + name;
  const zip_int64_t index = zip_name_locate(archive_.get(), name.c_str(), 0);
  if (index < 0) return fail(ErrorCode::kNotFound, "the archive has no such part", place);
  struct Close {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
  };
  const std::unique_ptr<zip_file_t, Close> file(
      zip_fopen_index(archive_.get(), static_cast<zip_uint64_t>(index), 0));
  if (file == nullptr) {
    return fail(
        ErrorCode::kInput,
        std::string("the part cannot be opened: ") + zip_error_strerror(zip_get_error(archive_.get())), place,
        "if the document is protected by a password, save it without one");
  }
  std::string bytes;
  size_t filled = 0;
  while (true) {
    bytes.resize(std::min(bytes_max + 1, std::max(filled * 2, limits::kStreamBufferBytes)));
    const zip_int64_t count = zip_fread(file.get(), bytes.data() + filled, bytes.size() - filled);
    if (count < 0) {
      return fail(ErrorCode::kInput,
                  std::string("the part is damaged: ") + zip_error_strerror(zip_file_get_error(file.get())),
                  place, "save or download the file again");
    }
    if (count == 0) break;
    filled += static_cast<size_t>(count);
    if (filled > bytes_max) {
      return fail(ErrorCode::kLimit, fmt::format("the part expands to more than {} MiB", bytes_max >> 20),
                  place, "a document of this size is no page; split it");
    }
  }
  bytes.resize(filled);
  return bytes;
}

}  // namespace attest
