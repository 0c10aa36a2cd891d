// The files of an archive (tar, compressed by anything that libarchive knows), one after the other.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace attest {

// Calls `file` with the path inside the archive and the content of every regular file, in the archive's
// order, until it returns false. A file over limits::kRecordBytesMax is an error.
Status read_archive(const std::filesystem::path& path,
                    const std::function<bool(std::string_view name, std::string content)>& file);

}  // namespace attest
