// The parts of a Word document beside its text: what its styles, lists and relations say. Names of elements
// and attributes are those of ECMA-376, part 1 ("Office Open XML File Formats"), clause 17 (WordprocessingML)
// and of part 2 (relationships).
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "document/document.h"
#include "parse/office/zip_archive.h"

namespace attest::docx {

// One level of a numbered list.
struct NumberingLevel {
  bool bullet = false;
  uint32_t start = 1;
};

struct Parts {
  std::string main = "word/document.xml";
  std::map<std::string, std::string> links;                  // relation id → address outside the file
  std::map<std::string, uint8_t> heading_styles;             // style id → level, 1…9
  std::map<std::string, std::string> list_styles;            // style id → numbering id
  std::map<std::string, std::vector<NumberingLevel>> lists;  // numbering id → levels
  BibliographicRecord record;                                // core properties
};

// Reads whatever of these parts there is; a broken one is as good as none.
Result<Parts> read_parts(const ZipArchive& archive, std::string_view place);

// Value of the attribute with this local name ("val" for "w:val"), or "".
std::string_view attribute_of(const char** attributes, std::string_view local);

// Local name without its prefix.
std::string_view local_of(std::string_view name);

}  // namespace attest::docx
