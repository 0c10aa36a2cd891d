// Lists of one-line values in one column of the catalog: separated by line feeds, no line feed inside.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace attest {

inline std::string joined_lines(const std::vector<std::string>& values) {
  std::string lines;
  for (const std::string& value : values) {
    if (!lines.empty()) lines += '\n';
    lines += value;
  }
  return lines;
}

inline std::vector<std::string> split_lines(std::string_view lines) {
  std::vector<std::string> values;
  while (!lines.empty()) {
    const size_t end = std::min(lines.find('\n'), lines.size());
    values.emplace_back(lines.substr(0, end));
    lines.remove_prefix(std::min(end + 1, lines.size()));
  }
  return values;
}

}  // namespace attest
