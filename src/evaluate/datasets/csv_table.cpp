#include "evaluate/datasets/csv_table.h"

#include <algorithm>

#include "evaluate/datasets/csv_rows.h"

namespace attest {

Result<CsvTable> CsvTable::read(const std::filesystem::path& path,
                                const std::vector<std::string_view>& columns) {
  std::vector<std::vector<std::string>> rows;
  ATTEST_TRY(read_csv_rows(path, [&rows](const std::vector<std::string>& row) { rows.push_back(row); }));
  if (rows.empty() || rows.front().empty())
    return fail(ErrorCode::kInput, "has no heading line", path.string());
  CsvTable table;
  // A byte order mark belongs to no name.
  std::string& first = rows.front().front();
  if (first.starts_with("\xEF\xBB\xBF")) first.erase(0, 3);
  for (const std::string_view column : columns) {
    const auto found = std::find(rows.front().begin(), rows.front().end(), column);
    if (found == rows.front().end()) {
      return fail(ErrorCode::kInput, "has no column \"" + std::string(column) + "\"", path.string());
    }
    table.places_.push_back(static_cast<size_t>(found - rows.front().begin()));
  }
  rows.erase(rows.begin());
  table.rows_ = std::move(rows);
  return table;
}

const std::string& CsvTable::at(size_t row, size_t column) const {
  static const std::string kEmpty;
  const size_t place = places_[column];
  return place < rows_[row].size() ? rows_[row][place] : kEmpty;
}

}  // namespace attest
