// MEDLINE records with hand-labelled pairs of short and long form (Sohn et al. 2008, BMC Bioinformatics
// 9:402, "Abbreviation definition identification based on automatic precision estimates").
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "base/result.h"

namespace attest {

struct AbbreviationRecord {
  std::string id;
  std::string text;                // title and abstract, a line each
  std::set<std::string> pairs;     // "DD|dyssynergic defecation"
  std::set<std::string> synonyms;  // pairs that count neither for nor against
};

// Reads abbreviations/med1250_first_half.txt.
Result<std::vector<AbbreviationRecord>> read_abbreviation_records(const std::filesystem::path& data);

}  // namespace attest
