// A comma-separated file with a heading line (RFC 4180), read whole.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace attest {

class CsvTable {
 public:
  // Rows shorter than the heading read as empty at the end. Fails when a column of `columns` is missing.
  static Result<CsvTable> read(const std::filesystem::path& path,
                               const std::vector<std::string_view>& columns);
  size_t rows() const { return rows_.size(); }
  // `column` counts in the order of the columns that were asked for.
  const std::string& at(size_t row, size_t column) const;

 private:
  std::vector<size_t> places_;
  std::vector<std::vector<std::string>> rows_;
};

}  // namespace attest
