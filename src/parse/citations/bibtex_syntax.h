// The syntax of BibTeX, without the meaning of its fields.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace attest {

struct BibtexEntry {
  std::string type;  // lower case, without "@"
  std::string key;
  std::vector<std::pair<std::string, std::string>>
      fields;  // names in lower case; strings expanded, LaTeX as it stands
  std::string_view raw;
  uint64_t line = 0;

  // The first field with one of these names, or "".
  std::string_view field(std::initializer_list<std::string_view> names) const;
};

// Calls `entry` for each entry but @string, @comment and @preamble, `problem` for each that is broken (the
// reading goes on at the next line that starts with "@"). Either returns false to stop.
Status read_bibtex(std::string_view text, std::string_view place,
                   const std::function<bool(BibtexEntry&&)>& entry,
                   const std::function<bool(Error&&)>& problem);

}  // namespace attest
