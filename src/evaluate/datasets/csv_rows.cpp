#include "evaluate/datasets/csv_rows.h"

#include <memory>
#include <utility>

#include <csv.h>

#include "base/file.h"

namespace attest {
namespace {

constexpr uint64_t kCsvBytesMax = 256u << 20;

struct State {
  std::vector<std::string> fields;
  const std::function<void(const std::vector<std::string>&)>* row = nullptr;
};

void on_field(void* bytes, size_t size, void* state) {
  static_cast<State*>(state)->fields.emplace_back(static_cast<const char*>(bytes), size);
}

void on_row(int, void* state) {
  auto* const rows = static_cast<State*>(state);
  (*rows->row)(rows->fields);
  rows->fields.clear();
}

struct FreeParser {
  void operator()(csv_parser* parser) const { csv_free(parser); }
};

}  // namespace

Status read_csv_rows(const std::filesystem::path& path,
                     const std::function<void(const std::vector<std::string>&)>& row) {
  ATTEST_ASSIGN(const std::string bytes, read_file(path, kCsvBytesMax));
  return parse_csv_rows(bytes, path.string(), row);
}

Status parse_csv_rows(std::string_view bytes, const std::string& place,
                      const std::function<void(const std::vector<std::string>&)>& row) {
  csv_parser storage;
  if (csv_init(&storage, CSV_APPEND_NULL) != 0) {
    return fail(ErrorCode::kEnvironment, "the CSV reader does not start", place);
  }
  const std::unique_ptr<csv_parser, FreeParser> parser(&storage);
  State state;
  state.row = &row;
  if (csv_parse(parser.get(), bytes.data(), bytes.size(), on_field, on_row, &state) != bytes.size()) {
    return fail(ErrorCode::kInput, csv_strerror(csv_error(parser.get())), place, "fetch the file again");
  }
  csv_fini(parser.get(), on_field, on_row, &state);
  return {};
}

}  // namespace attest
