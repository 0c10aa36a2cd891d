// libcsv calls back for every field and at the end of every row.
#include "evaluate/datasets/csv_table.h"

#include <algorithm>
#include <memory>

#include <csv.h>

#include "base/file.h"
#include "base/limits.h"

namespace attest {
namespace {

struct Rows {
  std::vector<std::vector<std::string>> rows;
  std::vector<std::string> row;
};

void take_field(void* data, size_t size, void* rows) {
  static_cast<Rows*>(rows)->row.emplace_back(static_cast<const char*>(data), size);
}

void take_row(int, void* rows) {
  auto* const all = static_cast<Rows*>(rows);
  all->rows.push_back(std::move(all->row));
  all->row.clear();
}

struct FreeParser {
  void operator()(csv_parser* parser) const { csv_free(parser); }
};

}  // namespace

Result<CsvTable> CsvTable::read(const std::filesystem::path& path,
                                const std::vector<std::string_view>& columns) {
  ATTEST_ASSIGN(const std::string bytes, read_file(path, limits::kWholeFileBytesMax));
  csv_parser parser;
  if (csv_init(&parser, CSV_APPEND_NULL) != 0) return fail(ErrorCode::kEnvironment, "libcsv does not start");
  const std::unique_ptr<csv_parser, FreeParser> owner(&parser);
  Rows all;
  if (csv_parse(&parser, bytes.data(), bytes.size(), take_field, take_row, &all) != bytes.size() ||
      csv_fini(&parser, take_field, take_row, &all) != 0) {
    return fail(ErrorCode::kInput, csv_strerror(csv_error(&parser)), path.string());
  }
  if (all.rows.empty()) return fail(ErrorCode::kInput, "has no heading line", path.string());
  CsvTable table;
  // A byte order mark belongs to no name.
  std::string& first = all.rows.front().front();
  if (first.starts_with("\xEF\xBB\xBF")) first.erase(0, 3);
  for (const std::string_view column : columns) {
    const auto found = std::find(all.rows.front().begin(), all.rows.front().end(), column);
    if (found == all.rows.front().end()) {
      return fail(ErrorCode::kInput, "has no column \"" + std::string(column) + "\"", path.string());
    }
    table.places_.push_back(static_cast<size_t>(found - all.rows.front().begin()));
  }
  all.rows.erase(all.rows.begin());
  table.rows_ = std::move(all.rows);
  return table;
}

const std::string& CsvTable::at(size_t row, size_t column) const {
  static const std::string kEmpty;
  const size_t place = places_[column];
  return place < rows_[row].size() ? rows_[row][place] : kEmpty;
}

}  // namespace attest
