// Rows of a CSV file (RFC 4180) by libcsv.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace attest {

// Calls `row` for every row, the first (names of columns) included.
Status read_csv_rows(const std::filesystem::path& path,
                     const std::function<void(const std::vector<std::string>&)>& row);

// The same out of bytes; `place` stands in errors.
Status parse_csv_rows(std::string_view bytes, const std::string& place,
                      const std::function<void(const std::vector<std::string>&)>& row);

}  // namespace attest
