// The file is a row of records: a line of digits (the PubMed id), text lines, then indented lines
// "  SHORT|LONG|precision"; "//" starts a remark, "//*" a pair of synonyms.
#include "evaluate/datasets/abbreviation_records.h"

#include <sstream>
#include <string_view>
#include <utility>

#include "base/file.h"
#include "base/limits.h"

namespace attest {
namespace {

std::string without_leading_spaces(std::string_view line) {
  const size_t first = line.find_first_not_of(' ');
  return first == line.npos ? std::string() : std::string(line.substr(first));
}

}  // namespace

Result<std::vector<AbbreviationRecord>> read_abbreviation_records(const std::filesystem::path& data) {
  const auto path = data / "abbreviations" / "med1250_first_half.txt";
  ATTEST_ASSIGN(const std::string bytes, read_file(path, limits::kWholeFileBytesMax));
  std::vector<AbbreviationRecord> records;
  std::istringstream lines(bytes);
  for (std::string line; std::getline(lines, line);) {
    while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.pop_back();
    if (!line.empty() && line.find_first_not_of("0123456789") == line.npos) {
      records.push_back({line, {}, {}, {}});
      continue;
    }
    if (records.empty()) continue;
    AbbreviationRecord& record = records.back();
    if (line.starts_with("//*")) {
      record.synonyms.insert(without_leading_spaces(std::string_view(line).substr(3)));
    } else if (line.starts_with("//")) {
      continue;
    } else if (line.starts_with("  ") && line.find('|') != line.npos) {
      std::string pair = without_leading_spaces(line);
      if (const size_t bar = pair.find("| "); bar != pair.npos) pair.erase(bar + 1, 1);
      record.pairs.insert(std::move(pair));
    } else {
      record.text += line + "\n";
    }
  }
  if (records.empty()) return fail(ErrorCode::kInput, "no record", path.string(), "fetch the file again");
  return records;
}

}  // namespace attest
